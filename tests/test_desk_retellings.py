"""What was told before is told once: quotations printed again, copied words, other orders of arrival."""

import json
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sayso.desk import Desk
from sayso.ledger.store import open_ledger
from sayso.read.paths import read_path
from sayso.resolve.parties import Party, load_register, register_of
from sayso.run.local import read_all
from sayso.show.demonstration import demo_folder, demo_setup
from sayso.types import Event, Interval, Role, Source, Span
from tests.ledger.make_reports import MADE_BY, make_claim, make_report
from tests.weigh.made_claims import ARMY, KAREZ, SHOPKEEPER

REGISTER = register_of(
    [Party("upland_staff", "Upland General Staff", ("Upland General Staff",), side="upland")]
)
ODAS = Source(
    "Karim Odas", "person/karim-odas", "speaker", "military", "named", "upland_staff", "upland", "saw"
)  # fmt: skip
OTHER = replace(ODAS, label="Petra Lom", entity="person/petra-lom", organisation="lowland_council")
BAKER = replace(SHOPKEEPER, label="Rado Venn", entity="person/rado-venn")
QUOTE = "“Our men hold the pass of Karez tonight, and the road below it is open to all,”"
NEW = "“Since this morning the whole of the pass is ours again, and it will stay so,”"
LONG = " ".join(
    f"Trader {name} waited at the {thing} with two carts until the guards let him through."
    for name, thing in zip(
        "Bero Kasim Lund Marek Osta Pell Roke".split(),
        "bridge ford tunnel mill chapel quarry depot".split(),
        strict=True,
    )
)


def moment(day, hour):
    at = f"2031-05-{day:02}T{hour:02}:00:00Z"
    return Interval(at, at)


def tell(
    number, outlet, at, words, *, source=ODAS, stance="asserts", direct=True, after="", **more
):
    """A report with one claim, that the army holds the pass, in these words."""
    text = f"{outlet} reports. {words} it was said. {after}"
    report = make_report(number, text=text, outlet=outlet, published_at=at)
    chain = () if source is None else (source,)
    event = more.pop("event", Event("territory_control", Span(0, 1), (Role("holder", ARMY),)))
    more = {"place": KAREZ} | more
    claim = make_claim(
        report, words, stance=stance, chain=chain, own=not chain, direct=direct, **more
    )
    return report, (replace(claim, event=replace(event, trigger=claim.quote[0])),)


POST = tell(1, "Harbour Post", moment(3, 8), QUOTE)
DENIAL = tell(2, "Courier", moment(3, 20), "“We do not hold the pass,”", stance="denies")
SUN = tell(3, "Delta Sun", moment(4, 9), QUOTE, after="Shops were shut.")


def status(*items, as_of=None):
    return standing(*items, as_of=as_of).status


def standing(*items, as_of=None):
    with a_ledger() as ledger:
        desk = desk_on(ledger, *items)
        answers = desk.dossier_of(items[0][1][0].id, as_of=as_of).answers
        return next(a.standing for a in answers if a.proposition.question == "who_holds")


@contextmanager
def a_ledger():
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "a.ledger") as opened:
        yield opened


def desk_on(ledger, *items):
    desk = Desk(ledger, REGISTER)
    desk.dossiers()
    for item in items:
        desk.add(*item, recorded_at="2031-06-01T08:00:00Z", made_by=MADE_BY)
    return desk


# --- quotations ---


def test_a_quotation_printed_again_does_not_bring_back_what_its_speaker_denied_since():
    assert status(POST, DENIAL) == "denied"
    assert status(POST, DENIAL, SUN) == "denied"


@pytest.mark.parametrize(
    "again",
    [
        tell(3, "Delta Sun", moment(4, 9), NEW),
        tell(3, "Delta Sun", moment(9, 9), QUOTE),
        tell(3, "Delta Sun", moment(4, 9), "“Our men hold the pass,”"),
    ],
    ids=["in other words", "after 48 hours", "in words too few to tell"],
)
def test_what_the_speaker_says_anew_counts_when_it_was_said(again):
    assert status(POST, DENIAL, again) == "one_side"


def test_a_quotation_cut_short_is_the_same_where_the_reports_share_the_rest_of_it():
    whole = "“Not one of our men has left the ridge since the spring, and none will,”"
    first = tell(1, "Harbour Post", moment(3, 8), "“The pass is ours.", after=whole)
    again = tell(3, "Delta Sun", moment(4, 9), "“The pass is ours.", after=f"Snow fell. {whole}")
    assert status(first, DENIAL, again) == "denied"


def test_a_retelling_beside_the_same_quotation_is_of_the_same_time():
    told = {"direct": False, "after": QUOTE}
    first = tell(1, "Harbour Post", moment(3, 8), "that his men held the pass", **told)
    denial = tell(
        2, "Courier", moment(3, 20), "that his men held it", stance="denies", direct=False
    )
    again = tell(3, "Delta Sun", moment(4, 9), "that the pass was held by his men", **told)

    assert status(first, denial) == "denied"
    assert status(first, denial, again) == "denied"
    later = tell(3, "Delta Sun", moment(4, 9), "that the pass was held by his men", direct=False)
    assert status(first, denial, later) == "one_side"


def test_the_same_words_of_two_speakers_are_two_utterances():
    other = tell(3, "Delta Sun", moment(4, 9), QUOTE, source=OTHER)
    assert standing(POST, DENIAL, other).asserting == ("lowland_council",)


def test_before_a_quotation_was_printed_again_it_stood_as_it_did_then():
    for until in (POST, DENIAL, SUN):
        at = until[0].published_at.stop
        out = [i for i in (POST, DENIAL, SUN) if i[0].published_at.stop <= at]
        assert standing(POST, DENIAL, SUN, as_of=at) == standing(*out)


# --- copied words ---

FOUGHT = Event("armed_clash", Span(0, 1))
WORDS = "there was fighting on the ridge until dark and six carts were burned"


def clash(number, outlet, at, words=WORDS, **more):
    """A blow that no report gives a place."""
    more = {"after": LONG, "direct": False, "event": FOUGHT, "place": None, "source": None} | more
    return tell(number, outlet, at, words, **more)


FIRST = clash(1, "Harbour Post", moment(3, 8))


def matters(*items):
    with a_ledger() as ledger:
        return sorted(len(d.claims) for d in desk_on(ledger, *items).dossiers())


def test_a_claim_of_a_copied_stretch_joins_the_matter_of_the_claim_it_copies():
    assert matters(FIRST, clash(2, "Gazette", moment(3, 9))) == [2]


@pytest.mark.parametrize(
    "other",
    [
        clash(2, "Gazette", moment(3, 9), after="Shops were shut."),
        clash(2, "Gazette", moment(3, 9), "fighting was heard behind the ridge at dawn and again"),
        clash(2, "Gazette", moment(28, 9)),
    ],
    ids=["in a report that copies nothing", "in words of its own", "four weeks later"],
)
def test_what_is_not_copied_is_a_matter_of_its_own(other):
    assert matters(FIRST, other) == [1, 1]


@pytest.mark.parametrize(("hour", "found"), [(9, [2]), (11, [2])])
def test_a_copy_with_another_figure_is_of_the_same_matter(hour, found):
    changed = clash(2, "Gazette", moment(3, hour), WORDS.replace("six", "nine"))
    assert matters(FIRST, changed) == found


def test_yesterdays_bulletin_with_todays_figures_is_another_matter():
    changed = clash(2, "Gazette", moment(6, 9), WORDS.replace("six", "nine"))
    assert matters(FIRST, changed) == [1, 1]


def test_words_said_are_one_statement_in_a_report_and_its_copy():
    told = {"event": Event("said", Span(0, 1)), "after": LONG, "source": SHOPKEEPER}
    one, other = (
        tell(number, outlet, moment(3, 7 + number), "that she had shut her shop", **told)
        for number, outlet in ((1, "Harbour Post"), (2, "Gazette"))
    )
    with a_ledger() as ledger:
        (dossier,) = desk_on(ledger, one, other).dossiers()

    (answer,) = dossier.answers
    assert (answer.standing.reports, answer.standing.origins_high) == (2, 1)


def test_a_copy_has_its_claim_from_whom_the_original_had_it():
    ours = Source("a Post correspondent", None, "witness", "outlet", "named", None, None, "saw")
    ours = replace(ours, label="Harbour Post", entity="group/harbour_post")
    theirs = replace(ours, label="a Post correspondent", entity=None, naming="unnamed")
    first = clash(1, "Harbour Post", moment(3, 8), source=ours, place=KAREZ)
    copy = clash(2, "Gazette", moment(3, 9), source=theirs, place=KAREZ)
    with a_ledger() as ledger:
        (dossier,) = desk_on(ledger, first, copy).dossiers()

    assert {(a.standing.origins_low, a.standing.origins_high) for a in dossier.answers} == {(1, 1)}


def test_a_copy_that_names_another_source_has_a_second_one():
    first = clash(1, "Harbour Post", moment(3, 8), source=SHOPKEEPER, place=KAREZ)
    copy = clash(2, "Gazette", moment(3, 9), source=BAKER, place=KAREZ)
    with a_ledger() as ledger:
        (dossier,) = desk_on(ledger, first, copy).dossiers()

    assert {a.standing.asserting for a in dossier.answers} == {
        ("person/ines-koll", "person/rado-venn")
    }


ITEMS = (
    POST, DENIAL, SUN,
    clash(11, "Harbour Post", moment(3, 8)),
    clash(12, "Gazette", moment(3, 9)),
    clash(13, "Lantern", Interval("2031-05-03T00:00:00Z", "2031-05-03T23:59:59Z")),
    clash(14, "Coast Sheet", moment(3, 11), WORDS.replace("six", "nine")),
    clash(15, "Courier", moment(3, 10), after="Shops were shut."),
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.permutations(ITEMS))
def test_any_order_of_arrival_gives_the_same_matters(items):
    with a_ledger() as one, a_ledger() as other:
        for item in ITEMS:
            other.append(*item, recorded_at="2031-06-01T08:00:00Z", made_by=MADE_BY)

        assert desk_on(one, *items).dossiers() == Desk(other, REGISTER).dossiers()


# --- mirrors ---


def mirrored(line):
    """The same report, ten minutes later, on a site of another name."""
    shifted = datetime.fromisoformat(line["published_at"]) + timedelta(minutes=10)
    at = f"{shifted:%Y-%m-%dT%H:%M:%SZ}"
    url = "https://mirror.example.org/" + line["id"]
    return {
        **line,
        "id": "m" + line["id"],
        "outlet": "Mirror Sheet",
        "published_at": at,
        "url": url,
    }


def told(desk):
    """Every answer of every matter, but for how many reports printed it and when last."""
    return sorted(
        (a.proposition.question, a.words, repr(replace(a.standing, reports=0)), repr(a.measure))
        for d in desk.dossiers()
        for a in d.answers
    )  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize("case", ["dalan", "borodino"])
def test_a_mirror_of_every_report_adds_no_matter_and_moves_nothing(case, tmp_path):
    source, setup = demo_folder(case) / "reports.jsonl", demo_setup(case)
    lines = [mirrored(json.loads(line)) for line in source.read_text("utf-8").splitlines()]
    mirror = tmp_path / "mirror.jsonl"
    mirror.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with a_ledger() as ledger:
        desk = Desk(ledger, load_register(setup.parties))
        for item in read_all(read_path(source), setup):
            ledger.append(*item, recorded_at="2031-06-01T08:00:00Z", made_by=None)
        before = told(desk)
        for item in read_all(read_path(mirror), setup):
            ledger.append(*item, recorded_at="2031-06-01T08:00:00Z", made_by=None)

        assert told(desk) == before
