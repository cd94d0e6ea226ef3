"""Annotations become claims: each event under each attribution it stands in."""

from dataclasses import replace

import pytest

from sayso.claims import make_claims
from sayso.claims.pointing_back import told_before
from sayso.types import (
    Annotations,
    Attribution,
    Count,
    Event,
    Evidence,
    Mention,
    Report,
    Role,
    Source,
    Span,
)

TEXT = "The army said that the rebels had claimed that gunmen killed Anton Vesk and Ilja Brant."
REPORT = Report("r", TEXT, outlet="Harbour Post")


def span(words):
    start = TEXT.index(words)
    return Span(start, start + len(words))


def step(label, **more):
    step = Source(label, None, "speaker", "military", "unnamed", None, None, "not_stated")
    return replace(step, **more)


def said(source, cue, content, stance="asserts", inside=None, **more):
    mention = Mention(span(source), "group", source)
    return Attribution(
        mention, (span(source),), span(cue), (span(content),), "indirect", stance,
        said_by=step(source), inside=inside, **more,
    )  # fmt: skip


KILLED = Event("killed", span("killed"))
INNER = said("the rebels", "had claimed", TEXT[TEXT.index("that gunmen") : -1], inside=0)
OUTER = said("The army", "said", TEXT[14:-1])


def claims(*events, attributions=(OUTER, INNER), **more):
    more = {"sentences": (Span(0, len(TEXT)),)} | more
    return make_claims(
        REPORT, Annotations("r", events=events, attributions=tuple(attributions), **more)
    )


def test_a_chain_runs_from_the_outlet_inward():
    (one,) = claims(KILLED)
    assert [step.label for step in one.chain] == ["The army", "the rebels"]


def test_an_event_belongs_to_the_innermost_saying_with_its_words_and_cue():
    (one,) = claims(KILLED)
    assert one.words == "that gunmen killed Anton Vesk and Ilja Brant"
    assert (one.cue, one.attribution) == (span("had claimed"), 1)


def test_outside_anybodys_words_it_is_the_outlets_own():
    (one,) = claims(KILLED, attributions=())
    assert (one.own, one.chain, one.stance, one.cue) == (True, (), "asserts", None)
    assert one.words == TEXT


def test_what_a_speaker_only_reacts_to_is_the_outlets_own():
    found = claims(replace(KILLED, presupposed=True))
    assert [one.own for one in found if one.event.type == "killed"] == [True]


def test_words_without_an_event_make_a_claim_that_they_were_said():
    (one,) = claims(attributions=[OUTER])
    assert (one.event.type, one.words) == ("said", TEXT[14:-1])


def test_two_who_say_the_same_words_make_two_claims():
    other = said("The army", "said", TEXT[TEXT.index("that gunmen") : -1])
    found = claims(KILLED, attributions=[replace(INNER, inside=None), other])
    assert sorted(one.chain[-1].label for one in found) == ["The army", "the rebels"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "chains"),
    [
        (
            "The mayor and a medic said a guard told them that soldiers shot nine men.",
            {("The mayor", "a guard"), ("a medic", "a guard")},
        ),
        (
            "State radio quoted a cook and a driver as saying that nine people were killed.",
            {("State radio", "a cook"), ("State radio", "a driver")},
        ),
        (
            "The strike was denied by the army and the rebels.",
            {("the army",), ("the rebels",)},
        ),
    ],
)
def test_of_several_who_hand_it_on_each_has_a_claim(text, chains, claims_in):
    assert {tuple(step.label for step in c.chain) for c in claims_in(text)} == chains


def test_each_named_victim_has_a_claim_of_his_own():
    victims = [
        Role("victim", Mention(span(name), "person", name, f"person/{name}", name))
        for name in ("Anton Vesk", "Ilja Brant")
    ]
    found = claims(replace(KILLED, roles=tuple(victims)))

    assert len({one.id for one in found}) == 2
    assert {one.event.roles[0].filler.words for one in found} == {"Anton Vesk", "Ilja Brant"}
    assert all(len(one.event.roles) == 1 for one in found)


def test_a_number_beside_named_victims_keeps_its_own_claim():
    victims = tuple(
        Role("victim", Mention(span(name), kind, name, entity, entity))
        for name, kind, entity in (("Anton Vesk", "person", "p"), ("gunmen", "crowd", None))
    )
    count = Count(12, 12, "exact", ("killed",), "people", "total", "gunmen", span("gunmen"))
    found = claims(replace(KILLED, roles=victims, counts=(count,)))
    assert sorted(len(one.event.counts) for one in found) == [0, 1]


@pytest.mark.parametrize(
    ("stance", "modality"),
    [("calls_for", "called_for"), ("promises", "planned"), ("hopes", "hypothetical")],
)
def test_what_is_called_for_or_promised_has_not_happened(stance, modality):
    (one,) = claims(KILLED, attributions=[OUTER, replace(INNER, stance=stance)])
    assert (one.stance, one.event.modality) == (stance, modality)


def test_a_denial_leaves_the_event_as_it_was_denied():
    (one,) = claims(KILLED, attributions=[OUTER, replace(INNER, stance="denies")])
    assert (one.stance, one.event.modality, one.event.negated) == ("denies", "happened", False)


def test_hedges_of_the_event_and_of_the_cue_are_the_claims():
    hedge = span("gunmen")
    by_event = claims(replace(KILLED, hedges=(hedge,)))
    by_cue = claims(KILLED, attributions=[OUTER, replace(INNER, hedges=(INNER.cue,))])

    assert [(one.hedged, one.hedges) for one in by_event] == [(True, (hedge,))]
    assert [one.hedged for one in by_cue] == [True]
    assert [one.hedged for one in claims(KILLED)] == [False]


def test_who_it_was_told_to_stands_before_the_speaker():
    told = replace(OUTER, relayed_by=step("Reuters", kind="agency", position="agency"))
    (one,) = claims(KILLED, attributions=[told])
    assert [step.label for step in one.chain] == ["Reuters", "The army"]


def test_evidence_in_the_words_goes_with_the_claim_and_other_does_not():
    near = Evidence("photo", span("gunmen"), "gunmen")
    far = Evidence("video", span("The army"), "The army")
    (one,) = claims(KILLED, evidence=(near, far))
    assert one.evidence == (near,)


def test_ids_tell_reports_events_and_speakers_apart_and_nothing_else():
    (one,) = claims(KILLED)
    (again,) = claims(replace(KILLED, modality="ongoing"))
    (other_type,) = claims(replace(KILLED, type="died"))
    (other_speaker,) = claims(KILLED, attributions=())
    (other_report,) = make_claims(replace(REPORT, id="s"), Annotations("r", events=(KILLED,)))

    assert one.id == again.id
    assert len({one.id, other_type.id, other_speaker.id, other_report.id}) == 4


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_", "labels", "stance"),
    [
        ("The Upland army denied that it had shelled the market in Dalan.",
         "shelling", ["Upland General Staff"], "denies"),
        ("The Lowland Council accused the Upland army of shelling the market.",
         "shelling", ["Lowland Council"], "accuses"),
        ("State radio quoted a doctor as saying that 12 people had died.",
         "died", ["State radio", "a doctor"], "asserts"),
        ("Gunmen killed a guard in Dalan.", "killed", [], "asserts"),
        ("The envoy condemned the raid that killed 58 people.", "killed", [], "asserts"),
        ("It was unclear whether the commander was alive.", "alive", [], "unclear"),
        ("Nobody could say whether the commander was alive.", "alive", [], "unclear"),
        ("None of the doctors said that Karim Odas was killed.", "killed", [], "unclear"),
        ("Nobody said that the raid had happened.", "armed_clash", [], "unclear"),
        ("No one in the village said that Karim Odas was killed.", "killed", [], "unclear"),
        ("Nobody denied that the army had shelled Karez.", "shelling", [], "asserts"),
        ("Nobody said why the army had shelled Karez.", "shelling", [], "asserts"),
        ("Karim Odas was reported to have been killed.", "killed", [], "asserts"),
        ("The Upland army claimed responsibility for a raid that killed two judges.", "killed", [], "asserts"),
        ("The Upland army says it killed 12 rebels.", "killed", ["Upland General Staff"], "asserts"),
        ("The Upland army said it was not behind the bombing.", "bombing", ["Upland General Staff"], "denies"),
        ("The Upland army had no hand in the raid, the mayor said.", "armed_clash", ["the mayor"], "denies"),
    ],
)  # fmt: skip
def test_a_sentence_becomes_the_claim_of_whoever_makes_it(text, type_, labels, stance, claims_in):
    (one,) = [one for one in claims_in(text) if one.event.type == type_]
    assert ([step.label for step in one.chain], one.stance) == (labels, stance)


@pytest.mark.model
def test_of_what_somebody_is_asked_the_outlet_says_nothing(claims_in):
    text = "Mira Tal wept when asked whether her brother was alive."
    (one,) = [one for one in claims_in(text) if one.event.type == "alive"]

    assert (one.chain, one.event.modality) == ((), "hypothetical")


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "held_back"),
    [
        ("Karim Odas was accused of killing two men.", True),
        ("Karim Odas is suspected of having killed two men.", True),
        ("Karim Odas was convicted of killing two men.", False),
        ("Karim Odas killed two men.", False),
    ],
)
def test_of_what_nobody_is_named_to_accuse_him_the_outlet_holds_back(text, held_back, claims_in):
    (one,) = [one for one in claims_in(text) if one.event.type == "killed"]

    assert (one.chain, one.hedged) == ((), held_back)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_", "who", "words"),
    [
        ("The Lowland Council said that army jets bombed the town of Dalan. The Upland army denies it.",
         "air_strike", "Upland General Staff", "denies it"),
        ("The Upland army said that its troops held Karez, and the Lowland Council denied that.",
         "territory_control", "Lowland Council", "denied that"),
        ("Petra Lom said that Upland soldiers had shot four prisoners in Karez. Rao dismissed the claim as"
         " a fairy tale.", "killed", "Besim Rao", "dismissed the claim"),
        ("The Lowland Council accused the Upland army of shelling Dalan. Rescuers said 12 people were killed."
         " Colonel Besim Rao rejected the accusation.", "shelling", "Besim Rao", "rejected the accusation"),
        ('The Lowland Council said that its leader had been captured. "That is untrue," said Besim Rao.',
         "captured", "Besim Rao", "That is untrue"),
        ("State radio said the Lowland Council held Karez, a claim that Besim Rao denied.",
         "territory_control", "Besim Rao", "the Lowland Council held Karez"),
        ("The Lowland Council said that Upland jets bombed Dalan. Besim Rao called the claim a lie.",
         "air_strike", "Besim Rao", "the claim a lie"),
        ("Upland soldiers shot 12 men in Karez, a charge that Besim Rao denies.", "killed", "Besim Rao", "a charge"),
        ("The Lowland Council said that Petra Lom had defected. The Upland army said the report was false.",
         "fled", "Upland General Staff", "the report was false"),
    ],
)  # fmt: skip
def test_who_denies_what_another_said_denies_the_event(text, type_, who, words, claims_in):
    (one,) = [c for c in claims_in(text) if c.stance == "denies"]

    assert (one.event.type, one.chain[-1].label) == (type_, who)
    assert words in one.words


@pytest.mark.model
def test_who_withdraws_his_claim_takes_back_the_event(claims_in):
    text = (
        "The Lowland Council said on Monday it had killed Besim Rao. It later withdrew the claim."
    )
    (one,) = [c for c in claims_in(text) if c.stance == "retracts"]
    assert (one.event.type, one.chain[-1].label) == ("killed", "Lowland Council")


def test_words_that_break_off_after_there_was_deny_nothing_told_before():
    text = "The army denied that there was  "
    denied = Attribution(
        None, (), Span(9, 15), (Span(16, len(text)),), "indirect", "denies", said_by=step("Army")
    )

    assert told_before(0, Annotations("r", attributions=(denied,)), text) == ()


@pytest.mark.model
def test_who_denies_that_the_thing_was_there_denies_what_befell_it(claims_in):
    found = claims_in(
        "Colonel Besim Rao said that a fuel store had blown up in Dalan. The Lowland Council denied that there was"
        " any fuel store in the town."
    )
    blasts = {c.chain[-1].label: c.stance for c in found if c.event.type == "bombing"}

    assert blasts == {"Besim Rao": "asserts", "Lowland Council": "denies"}


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        '"Not a single one of them was armed," Petra Lom said.',
        "Petra Lom said no plane had crossed the river on Monday.",
        "Nobody has spoken of surrender, a clerk in Dalan said.",
    ],
)
def test_who_says_that_something_is_not_so_does_not_deny_the_own_words(text, claims_in):
    found = [c for c in claims_in(text) if c.event.type == "said"]
    assert [c.stance for c in found] == ["asserts"] * len(found)
    assert found


@pytest.mark.model
def test_a_no_denies_the_event_that_it_stands_with_and_no_other(claims_in):
    found = claims_in("Colonel Besim Rao said that nobody was killed in the shelling of Dalan.")
    stances = {c.event.type: (c.stance, c.event.negated) for c in found}

    assert stances["killed"] == ("denies", False)
    assert stances["shelling"] == ("asserts", False)


@pytest.mark.model
def test_pictures_are_nobodys_voice_and_who_shows_them_draws_the_conclusion(claims_in):
    text = (
        "Colonel Besim Rao said pictures of the crater showed that the blast had come from below."
    )
    (one,) = [c for c in claims_in(text) if c.event.type == "explosion"]

    assert [step.label for step in one.chain] == ["Besim Rao"]
    assert one.chain[0].basis == "assesses"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Petra Lom said that 12 people died after the army shelled Karez.", "shelling"),
        ("Petra Lom said that nine people fled after the rebels attacked the town.", "armed_clash"),
    ],
)
def test_who_is_said_to_have_done_it_before_is_the_speakers_word(text, type_, claims_in):
    (told,) = [c for c in claims_in(text) if c.event.type == type_]

    assert [step.label for step in told.chain] == ["Petra Lom"]


@pytest.mark.model
def test_an_attack_that_only_tells_since_when_is_not_the_speakers_word(claims_in):
    text = (
        "Ana Bor, who had been missing since the attack on Dalan, has been found, her brother said."
    )
    attack = [c for c in claims_in(text) if c.event.trigger.of(text) == "attack"]
    assert [c.own for c in attack] == [True]


@pytest.mark.model
def test_nobody_denies_what_his_own_side_said(claims_in):
    text = (
        "The Upland army said that its troops had withdrawn from Karez. The Lowland Council said that"
        " the army was short of food. Colonel Besim Rao denied that."
    )

    assert not [c for c in claims_in(text) if c.stance == "denies" and c.event.type == "withdrawal"]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Front disputes the army's claims of victory in Karez.", "victory_claim"),
        ("The Front rejected the army's claim of victory at the bridge.", "victory_claim"),
        ("Senna Karr disputed the mayor's claim that 40 people had died in Karez.", "died"),
        (
            "The army rejected the Front's assertion that it had captured Karez.",
            "territory_control",
        ),
        ("The council disputed the victory that the army had claimed in Karez.", "victory_claim"),
    ],
)
def test_who_disputes_a_claim_denies_what_it_claims(text, type_, claims_in):
    claims = claims_in(text)

    assert [c.event.type for c in claims] == [type_, type_]
    assert {c.stance for c in claims} == {"asserts", "denies"}
    assert {tuple(r.filler.words for r in c.event.roles) for c in claims} == {
        tuple(r.filler.words for r in claims[0].event.roles)
    }


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The union demanded an inquiry into the killing of 12 miners.", "killed"),
        ("The Front vowed to avenge the murder of its commander.", "killed"),
        ("The general promised to hold the hills, which were surrounded by rebels.", "siege"),
        ("The council called on the army to return the men it had executed.", "executed"),
        ("She hoped to reach the camp where 40 people had died.", "died"),
    ],
)
def test_nobody_calls_for_or_promises_what_has_already_come(text, type_, claims_in):
    (found,) = (c for c in claims_in(text) if c.event.type == type_)

    assert (found.event.modality, found.stance, found.own) == ("happened", "asserts", True)


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("The Front demanded its immediate release.", "released", "called_for"),
        ("The bishop called for a truce and for talks between the two sides.", "negotiation", "called_for"),
        ("The brigade committed itself to freeing the hostages.", "released", "planned"),
        ("The army promised an offensive in the south and the capture of Karez.", "territory_control", "planned"),
    ],
)  # fmt: skip
def test_what_is_called_for_itself_is_not_taken_for_known(text, type_, modality, claims_in):
    (found,) = (c for c in claims_in(text) if c.event.type == type_)

    assert found.event.modality == modality


@pytest.mark.model
def test_what_is_said_beside_anothers_promise_is_a_claim_too(claims_in):
    found = claims_in(
        "Members of the front said they hoped that their refusal to surrender would help rouse others"
        " in the country against the army."
    )
    assert {(c.event.type, c.stance) for c in found} == {
        ("said", "hopes"),
        ("surrender", "declines"),
    }


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Courier reported that the army had said that ten men were killed.",
        "The nurse said that the army had announced the capture of Karez.",
    ],
)
def test_who_only_passes_words_on_has_no_claim_beside_theirs(text, claims_in):
    assert [len(c.chain) for c in claims_in(text)] == [2]


@pytest.mark.model
def test_who_will_not_speak_of_reports_makes_nobody_tell_what_they_say(claims_in):
    text = "The spokesman refused to comment on reports that the northern army had shelled Karez."
    found = claims_in(text)

    assert [(c.event.type, c.stance) for c in found] == [("shelling", "declines")]
    assert [[s.label for s in c.chain] for c in found] == [["The spokesman"]]


@pytest.mark.model
def test_who_insists_that_it_was_the_militia_tells_the_deed(claims_in):
    text = "It was the militia that burned the village, Mira Tal insisted."
    (burned,) = (c for c in claims_in(text) if c.event.type == "property_damage")

    assert [s.label for s in burned.chain] == ["Mira Tal"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Karim Odas warned of a massacre in Dalan.", "hypothetical"),
        ("Karim Odas told of a massacre in Dalan.", "happened"),
    ],
)
def test_a_massacre_of_which_somebody_warns_is_yet_to_come(text, modality, claims_in):
    told = [c for c in claims_in(text) if c.event.type == "killed"]
    assert [c.event.modality for c in told] == [modality]
