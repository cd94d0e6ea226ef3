"""Who of the persons in a ledger a reader may see, by what is told of them."""

from dataclasses import replace

import pytest

from sayso.notes import Judgement
from sayso.types import Role, Source, Span
from sayso.weigh.privacy import (
    rule_on,
    rule_on_all,
    tells_kin,
)
from sayso.weigh.whereabouts import coarsen, next_change, see_whereabouts
from tests.weigh.made_claims import STAFF, VESK, at, claim, on, who

LATER = "2031-06-01T00:00:00Z"
BOY = who("Tariq Senn", "person/tariq-senn", "person")


def speaker(name="Anton Vesk", **fields):
    entity = f"person/{name.lower().replace(' ', '-')}"
    return replace(Source(name, entity, "speaker", "unknown", "named", None, None, "not_stated"), **fields)  # fmt: skip


def tell(type_, person=VESK, role="victim", **fields):
    return claim(type_, STAFF, roles={role: person}, **fields)


def write(words, **fields):
    return replace(tell("injured", BOY, **fields), words=words)


def rule(*claims, of="person/anton-vesk", reader="others", now=LATER, releases=()):
    return rule_on(of, claims, reader=reader, now=now, releases=releases)


@pytest.mark.parametrize("type_", ["killed", "died", "missing", "captured", "abducted", "detained"])
def test_the_dead_the_missing_and_the_captured_are_shown(type_):
    assert rule(tell(type_)).is_shown


@pytest.mark.parametrize("type_", ["injured", "fled", "alive", "occupation", "arrest", "protest"])
def test_others_are_private(type_):
    assert not rule(tell(type_)).is_shown
    assert rule(tell(type_), reader="owner").is_shown


@pytest.mark.parametrize(
    "more",
    [{"stance": "denies"}, {"modality": "planned"}, {"modality": "hypothetical"}, {"negated": True}],
)  # fmt: skip
def test_what_is_not_told_as_having_happened_shows_nobody(more):
    assert not rule(tell("killed", **more)).is_shown


def test_who_is_found_alive_or_let_go_is_private_again():
    assert not rule(tell("missing", day=5), tell("alive", day=6)).is_shown
    assert not rule(tell("captured", day=5), tell("released", day=6)).is_shown
    assert rule(tell("captured", day=7), tell("released", day=6)).is_shown
    assert not rule(tell("missing", day=5), tell("alive", day=None)).is_shown
    assert rule(tell("captured", day=5), tell("whereabouts", role="person", day=6)).is_shown


def test_who_is_told_dead_and_later_alive_is_taken_for_living():
    assert rule(tell("killed", day=5)).is_living is False
    assert rule(tell("killed", day=5), tell("alive", day=4)).is_living
    assert rule(tell("killed", day=5), tell("killed", stance="denies", day=6)).is_living


def test_speakers_in_office_are_shown_and_others_who_speak_are_not():
    office = tell("office", role="holder")
    assert rule(claim("killed", speaker()), office).is_shown
    assert rule(claim("killed", speaker(kind="government", organisation="council"))).is_shown
    assert not rule(claim("killed", speaker(kind="lawyer"))).is_shown
    assert not rule(office).is_shown
    former = replace(office, event=replace(office.event, background=True))
    assert not rule(claim("killed", speaker()), former).is_shown


@pytest.mark.parametrize(
    "seen",
    [{"kind": "witness"}, {"basis": "saw"}, {"kind": "detainee"}, {"position": "witness"}],
)  # fmt: skip
def test_a_witness_is_withheld_though_dead_or_captured(seen):
    told = claim("air_strike", speaker(**seen)), tell("killed"), tell("captured")

    assert rule(*told).why == "a witness"


@pytest.mark.parametrize(
    "words",
    [
        "Anton Vesk, a witness to the massacre, was abducted", "Anton Vesk, who saw the shooting, was killed",
        "a witness, Anton Vesk, was killed", "witnesses Karo Hess and Anton Vesk were shot",
        "Anton Vesk, 40, was one of the witnesses", "Anton Vesk, a baker who had testified, was shot",
        "Anton Vesk and Karo Hess, who had seen it, were killed", "Anton Vesk was shot dead. He had witnessed it.",
        "Anton Vesk testified in March", "Anton Vesk, a key witness in the trial, died",
        "Anton Vesk was abducted. Vesk, who filmed the raid, is 40", "Eyewitness Anton Vesk was shot",
    ],
)  # fmt: skip
@pytest.mark.parametrize("fate", ["killed", "abducted"])
def test_whom_a_report_calls_a_witness_is_withheld_though_the_person_says_nothing(words, fate):
    assert rule(replace(tell(fate), words=words)).why == "a witness"


@pytest.mark.parametrize(
    "words",
    [
        "Anton Vesk was last seen in Dalan", "witnesses said Anton Vesk was shot", "Anton Vesk, who saw action",
        "Anton Vesk was killed, witnesses said", "Anton Vesk was killed. Passers-by saw smoke from there",
        "Anton Vesk, a lawyer for the witness, was shot", "Anton Vesk saws wood", "Dana Vesk, who saw it, ran",
    ],
)  # fmt: skip
def test_who_is_told_beside_witnesses_is_none(words):
    assert rule(replace(tell("killed"), words=words)).is_shown


def test_who_testifies_in_office_is_shown():
    told = replace(tell("killed"), words="General Anton Vesk testified before the council")
    spoke = claim("killed", speaker(kind="military", organisation="upland_staff"))

    assert rule(told, spoke).is_shown


def test_a_captive_who_speaks_is_withheld_and_one_who_spoke_before_is_shown():
    held, spoke = tell("detained", day=6), claim("tortured", speaker(), day=6)

    assert rule(held, spoke).why == "a detainee who speaks"
    before = claim("killed", speaker(), day=5)
    assert rule(held, before).is_shown


def test_who_is_called_a_prisoner_and_speaks_is_withheld_though_killed_later():
    told = replace(tell("killed", day=7), words="Anton Vesk, a former prisoner, was killed")

    assert rule(told, claim("tortured", speaker(), day=5)).why == "a detainee who speaks"
    assert rule(told).is_shown


def test_who_is_told_killed_before_being_told_captured_in_the_words_may_live():
    dead, held = tell("killed"), tell("abducted")
    later = replace(held, event=replace(held.event, trigger=Span(900, 908)))

    assert rule(dead, later).is_living
    assert not rule(
        replace(dead, event=replace(dead.event, trigger=Span(950, 956))), later
    ).is_living


def test_a_soldier_who_tells_what_he_saw_is_no_speaker_in_office():
    saw = claim("air_strike", speaker(kind="military", organisation="upland_staff", basis="saw"))

    assert not rule(saw).is_shown
    assert rule(saw, tell("office", role="holder")).is_shown


@pytest.mark.parametrize(
    "words",
    [
        "Tariq Senn, 9, was hit", "Tariq Senn (9) was hit", "Tariq Senn, aged nine, was hit",
        "the 9-year-old Tariq Senn", "nine-year-old Tariq Senn", "six-month-old Tariq Senn",
        "the boy Tariq Senn", "a schoolboy named Tariq Senn", "two children, Ana and Tariq Senn",
        "his infant son Tariq Senn", "Tariq Senn, a schoolboy, was hit", "Tariq Senn was 12.",
        "Tariq Senn, a 17-year-old", "Tariq Senn, his six-year-old son", "Girls Ana and Tariq Senn",
    ],
)  # fmt: skip
def test_a_minor_is_withheld_however_that_is_told(words):
    told = write(words), tell("killed", BOY)

    assert rule(*told, of="person/tariq-senn").why == "a minor"


@pytest.mark.parametrize(
    "words",
    [
        "Tariq Senn, 19, was hit", "Tariq Senn, 9 km away", "the boy's father, Tariq Senn",
        "the 32-year-old Tariq Senn", "the boy was seen by Tariq Senn", "Tariq Senn, a teacher",
    ],
)  # fmt: skip
def test_who_is_told_beside_a_minor_is_none(words):
    told = write(words), tell("killed", BOY)

    assert rule(*told, of="person/tariq-senn").is_shown


def test_a_minor_is_known_by_an_age_of_its_own_and_by_a_description():
    aged = tell("age", BOY, role="holder", when=None)
    aged = replace(aged, words="Senn, 16, ran", quote=(Span(0, 13),))
    aged = replace(aged, event=replace(aged.event, trigger=Span(6, 8)))
    called = tell("injured", replace(BOY, words="The girl"))

    for one in (aged, called):
        assert rule(one, tell("killed", BOY), of="person/tariq-senn").why == "a minor"


def test_a_release_shows_whom_it_names_with_who_and_why():
    release = Judgement("r1", "person/tariq-senn", "release", "Ines Koll", "his mother asks", LATER)
    told = tell("killed", BOY), write("the boy Tariq Senn")

    ruling = rule(*told, of="person/tariq-senn", releases=[release])

    assert ruling.is_shown and ruling.release == release
    assert ruling.why == "released by Ines Koll: his mother asks"
    assert not rule(*told, of="person/tariq-senn", releases=[replace(release, claim="x")]).is_shown


def test_newly_named_dead_wait_a_day_in_what_is_published():
    dead = tell("killed", day=5), tell("killed", day=9)

    early = rule(*dead, reader="published", now="2031-05-06T23:00:00Z")

    assert not early.is_shown and early.until == "2031-05-06T23:59:59Z"
    assert rule(*dead, reader="published", now="2031-05-07T00:00:00Z").is_shown
    assert rule(*dead, reader="others", now="2031-05-06T00:00:00Z").is_shown
    assert not rule(tell("killed", day=None), reader="published").is_shown


@pytest.mark.parametrize("type_", ["whereabouts", "alive", "fled", "hospitalised"])
def test_a_living_persons_whereabouts_is_withheld_for_three_days_and_blurred_then(type_):
    told = tell(type_, role="person", day=5)
    ruling = {"person/anton-vesk": rule(told)}

    def see(now, reader="others"):
        return see_whereabouts(told, ruling, reader=reader, now=now)

    assert see("2031-05-08T23:00:00Z") == "withheld"
    assert see("2031-05-09T00:00:00Z") == "blurred"
    assert see("2031-05-08T00:00:00Z", "owner") == "whole"


def test_whereabouts_are_as_young_as_the_later_of_event_and_report_and_undated_too_young():
    late = tell("whereabouts", role="person", day=5, when=at(8))
    undated = tell("whereabouts", role="person", day=None, when=at(1))

    assert see_whereabouts(late, {}, reader="others", now="2031-05-10T00:00:00Z") == "withheld"
    assert see_whereabouts(undated, {}, reader="others", now=LATER) == "withheld"


def test_where_the_dead_lie_is_told():
    told = tell("whereabouts", role="person", day=5)
    ruling = {"person/anton-vesk": rule(tell("killed", day=6))}

    assert see_whereabouts(told, ruling, reader="others", now=on(6).stop) == "whole"


def test_a_town_is_told_as_its_province_without_its_point():
    coarse = coarsen(claim().place)

    assert (coarse.name, coarse.level, coarse.latitude) == ("Upper Karez", "admin1", None)
    assert coarsen(replace(claim().place, admin1=None)) is None


def test_an_unnamed_relative_is_told_by_her_dead():
    for words in ("the widow of Anton Vesk", "Vesk's widow", "his mother", "the Vesk brothers"):
        assert tells_kin(words)
    for words in ("two sisters", "a medic", "Relatives", "a relative"):
        assert not tells_kin(words)


def test_sources_that_are_not_named_are_nobody():
    told = claim("killed", speaker(naming="pseudonym", kind="government", organisation="council"))

    assert not rule(told).is_shown


def test_what_protects_one_spelling_protects_the_other():
    other = who("Tarik Senn", "person/tarik-senn", "person")
    told = [tell("killed", other), write("the boy Tariq Senn")]
    same = {"person/tarik-senn": ("person/tariq-senn",)}

    rulings = rule_on_all(told, reader="others", now=LATER, find_same=same.__getitem__)

    assert rulings["person/tarik-senn"].why == "a minor"


def test_the_role_of_an_actor_makes_nobody_dead():
    told = replace(
        tell("killed"), event=replace(tell("killed").event, roles=(Role("actor", VESK),))
    )

    assert not rule(told).is_shown


def test_an_age_in_the_text_around_a_name_is_seen_though_no_claim_has_it():
    told = [tell("killed", BOY)]
    texts = {told[0].report: "Four were killed. Tariq Senn (12) was one of them."}

    rulings = rule_on_all(told, reader="others", now=LATER, find_text=texts.__getitem__)

    assert rulings["person/tariq-senn"].why == "a minor"


def test_what_waits_is_asked_for_again_when_the_wait_is_over():
    told = [tell("whereabouts", role="person", day=5), tell("killed", day=7)]
    now = "2031-05-08T00:00:00Z"
    rulings = rule_on_all(told, reader="published", now=now)

    assert next_change(told, rulings.values(), now) == "2031-05-08T23:59:59Z"
    assert next_change(told, rulings.values(), LATER) is None
