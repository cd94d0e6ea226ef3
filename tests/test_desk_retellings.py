"""What was told before is told once: quotations printed again, in any order of arrival."""

from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from sayso.desk import Desk
from sayso.ledger.store import open_ledger
from sayso.resolve.parties import Party, register_of
from sayso.types import Event, Interval, Role, Source, Span
from tests.ledger.make_reports import MADE_BY, make_claim, make_report
from tests.weigh.made_claims import ARMY, KAREZ

REGISTER = register_of(
    [Party("upland_staff", "Upland General Staff", ("Upland General Staff",), side="upland")]
)
ODAS = Source(
    "Karim Odas", "person/karim-odas", "speaker", "military", "named", "upland_staff", "upland", "saw"
)  # fmt: skip
OTHER = replace(ODAS, label="Petra Lom", entity="person/petra-lom", organisation="lowland_council")
QUOTE = "“Our men hold the pass of Karez tonight, and the road below it is open to all,”"
NEW = "“Since this morning the whole of the pass is ours again, and it will stay so,”"


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


ITEMS = (
    POST, DENIAL, SUN,
    tell(4, "Lantern", Interval("2031-05-03T00:00:00Z", "2031-05-03T23:59:59Z"), QUOTE, after="Rain fell."),
    tell(5, "Gazette", moment(4, 7), "that his men held the pass", direct=False, after=QUOTE),
    tell(6, "Coast Sheet", moment(5, 7), NEW),
)  # fmt: skip


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.permutations(ITEMS))
def test_any_order_of_arrival_gives_the_same_matters(items):
    with a_ledger() as one, a_ledger() as other:
        for item in ITEMS:
            other.append(*item, recorded_at="2031-06-01T08:00:00Z", made_by=MADE_BY)

        assert desk_on(one, *items).dossiers() == Desk(other, REGISTER).dossiers()
