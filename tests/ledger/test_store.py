"""Reports and claims appended to a ledger; what it gives back, at which time, in which order."""

from dataclasses import replace
from itertools import permutations

import pytest
from make_reports import (
    MADE_BY,
    RECORDED,
    day,
    make_claim,
    make_item,
    make_report,
    make_sighting,
)

from sayso.errors import NotInLedger, UnreadableReport
from sayso.ledger.queries import Counts
from sayso.ledger.store import open_ledger
from sayso.notes import Notice
from sayso.types import Refusal, Span

LATER = "2031-06-02T08:00:00Z"
STRANGE = 'One\r\n\r\n\u200ftwo\0 =SUM(A1) "😀" \u2028 {\\u0000} \ufeff end \n'


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "a.ledger") as opened:
        yield opened


def fill(where, items):
    with open_ledger(where) as filled:
        filled.append_many(items, recorded_at=RECORDED)
        return filled.digest(), filled.reports(), filled.claims(), filled.search("hill")


def test_what_is_appended_comes_back_equal(ledger):
    report, claims = make_item(3)

    assert ledger.append(report, claims, recorded_at=RECORDED)

    assert ledger.reports() == (report,)
    assert ledger.claims() == ledger.claims_of(report.id) == claims
    assert ledger.claim(claims[1].id) == claims[1]
    assert ledger.counts() == Counts(1, claims=2, refused=0, undated=0, readings=1)


def test_appending_twice_adds_nothing(ledger):
    ledger.append(*make_item(3), recorded_at=RECORDED)
    before = ledger.digest(), ledger.counts()

    assert not ledger.append(*make_item(3), recorded_at=LATER)
    assert ledger.append_many([make_item(3), make_item(3)], recorded_at=LATER) == 0

    assert (ledger.digest(), ledger.counts()) == before
    assert ledger.claims(as_of=RECORDED, clock="recorded") == make_item(3)[1]


def test_a_report_without_claims_is_read_once(ledger):
    report = make_report(1)
    assert ledger.append(report, (), recorded_at=RECORDED, made_by=MADE_BY)
    assert not ledger.append(report, (), recorded_at=RECORDED, made_by=MADE_BY)
    assert not ledger.append(report, (), recorded_at=RECORDED)
    assert ledger.known_reports(made_by=MADE_BY) == ledger.known_reports() == {report.id}
    assert ledger.known_reports(made_by="rules/0.10.0") == frozenset()


def test_order_of_arrival_changes_neither_digest_nor_reads(tmp_path):
    undated = make_item(9, published_at=None)
    items = [make_item(1), make_item(2), make_item(29), undated]

    results = {fill(tmp_path / f"{n}.ledger", order) for n, order in enumerate(permutations(items))}

    assert len(results) == 1
    assert [report.id[-2:] for report in results.pop()[1]] == ["01", "1d", "02", "09"]


def test_digest_tells_another_content_but_not_another_copy(tmp_path):
    report, claims = make_item(1)
    copy = replace(report, given_id="x", fetched_at=LATER, raw_digest="f" * 64, reader="feed")
    another = replace(report, byline="A. Reporter")

    first, second, third = (
        fill(tmp_path / f"{n}.ledger", [(one, claims)])[0]
        for n, one in enumerate((report, copy, another))
    )

    assert first == second != third


def test_published_clock_shows_what_was_out_and_nothing_undated(ledger):
    for item in (make_item(1), make_item(2), make_item(3, published_at=None)):
        ledger.append(*item, recorded_at=RECORDED)

    assert [r.id[-1] for r in ledger.reports()] == ["1", "2", "3"]
    assert ledger.counts().undated == 1
    assert ledger.reports(as_of=day(2).start) == ledger.claims(as_of=day(2).start) == ()
    assert [r.id[-1] for r in ledger.reports(as_of=day(2).stop)] == ["1"]
    assert ledger.claims(as_of=day(3).stop) == make_item(1)[1] + make_item(2)[1]


def test_recorded_clock_shows_what_was_appended_by_then(ledger):
    ledger.append(*make_item(2), recorded_at=RECORDED)
    ledger.append(*make_item(1, published_at=None), recorded_at=LATER)

    assert [r.id[-1] for r in ledger.reports(as_of=RECORDED, clock="recorded")] == ["2"]
    assert [r.id[-1] for r in ledger.reports(as_of=LATER, clock="recorded")] == ["2", "1"]
    assert len(ledger.claims(as_of=LATER, clock="recorded")) == 4


@pytest.mark.parametrize("time", ["2031-05-04", "2031-05-04T00:00:00+00:00", "now", ""])
def test_a_time_that_would_not_sort_is_no_time(ledger, time):
    with pytest.raises(ValueError, match="is not a UTC ISO time"):
        ledger.claims(as_of=time)
    with pytest.raises(ValueError, match="is not a UTC ISO time"):
        ledger.append(*make_item(1), recorded_at=time)


def test_a_newer_reading_replaces_the_older_from_its_time_on(ledger):
    report, old = make_item(1)
    new = (replace(old[0], made_by="rules/0.10.0", stance="denies"),)
    ledger.append(report, old, recorded_at=RECORDED)

    assert ledger.append(report, new, recorded_at=LATER)

    assert ledger.claims() == ledger.claims_of(report.id) == ledger.search("hill") == new
    assert ledger.claims_about("person/karim-odas") == new
    assert ledger.claims(as_of=RECORDED, clock="recorded") == old
    assert (ledger.claim(old[0].id), ledger.claim(old[1].id)) == (new[0], old[1])
    assert ledger.counts() == Counts(1, claims=1, refused=0, undated=0, readings=2)


def test_a_reading_that_finds_nothing_replaces_one_that_did(ledger):
    report, claims = make_item(1)
    ledger.append(report, (), recorded_at=RECORDED, made_by="rules/0.10.0")
    ledger.append(report, claims, recorded_at=LATER)
    assert ledger.claims() == ()


def test_text_with_nul_line_ends_and_right_to_left_marks_comes_back(ledger):
    report = make_report(1, text=STRANGE, title="a\0b", given_id="\0\u200f", outlet="x\0y")
    claim = make_claim(report, STRANGE[5:], person="Karim\0Odas")

    ledger.append(report, (claim,), recorded_at=RECORDED)

    assert (ledger.reports(), ledger.claims()) == ((report,), (claim,))
    assert ledger.report("\0\u200f") == report
    assert ledger.search("end") == ledger.search("SUM") == ledger.search("b") == (claim,)


def test_half_a_surrogate_pair_is_refused_and_nothing_kept(ledger):
    report = make_report(1, text="Hill \ud83d falls")
    with pytest.raises(UnreadableReport, match=r"character 5 .* half of a surrogate pair"):
        ledger.append(report, (), recorded_at=RECORDED)
    assert ledger.counts().reports == 0


def test_a_claim_that_misquotes_is_not_kept_nor_its_report(ledger):
    report, (first, second) = make_item(1)
    for wrong in (
        replace(second, words="Nobody else saw"),
        replace(second, quote=(Span(0, 3),)),
        replace(second, quote=(Span(60, 999),), words=report.text[60:]),
    ):
        with pytest.raises(UnreadableReport, match="does not stand where it says"):
            ledger.append(report, (first, wrong), recorded_at=RECORDED)
    assert ledger.counts() == Counts(reports=0, claims=0, refused=0, undated=0)


def test_every_stored_quotation_stands_in_its_report(ledger):
    report, (first, second) = make_item(1)
    both = replace(
        first, id="both", quote=first.quote + second.quote, words=f"{first.words} … {second.words}"
    )
    ledger.append(report, (first, second, both), recorded_at=RECORDED)
    ledger.append(*make_item(2), recorded_at=RECORDED)

    for claim in ledger.claims():
        text = ledger.report(claim.report).text
        assert claim.words == " … ".join(span.of(text) for span in claim.quote)


def test_claims_of_another_report_date_or_two_readers_are_a_mistake(ledger):
    report, (first, second) = make_item(1)
    for wrong in (
        replace(second, report="another"),
        replace(second, published_at=day(9)),
        replace(second, made_by="another"),
        replace(second, id=first.id),
    ):
        with pytest.raises(ValueError, match=r"claim"):
            ledger.append(report, (first, wrong), recorded_at=RECORDED)


def test_a_number_that_is_not_finite_is_refused(ledger):
    report, (first, _) = make_item(1)
    nowhere = replace(first, place=replace(first.place, latitude=float("nan")))
    with pytest.raises(UnreadableReport, match="a field would change"):
        ledger.append(report, (nowhere,), recorded_at=RECORDED)


def test_where_an_item_raises_those_before_it_are_kept(ledger):
    bad = (make_report(3, text="\ud800"), ())
    with pytest.raises(UnreadableReport):
        ledger.append_many([make_item(1), make_item(2), bad, make_item(4)], recorded_at=RECORDED)
    assert ledger.counts().reports == 2


def test_a_report_is_found_by_either_id(ledger):
    report = make_report(1, given_id="story-1")
    ledger.append(report, (), recorded_at=RECORDED)
    assert ledger.report(report.id) == ledger.report("story-1") == report
    assert ledger.has(report.id)
    assert not ledger.has("story-1")


def test_an_id_that_is_not_there_or_not_one_report_is_said_so(ledger):
    for number in (1, 2):
        ledger.append(make_report(number, given_id="story"), (), recorded_at=RECORDED)
    with pytest.raises(NotInLedger, match="several reports came with this id; name one of 0"):
        ledger.report("story")
    for look_up in (ledger.report, ledger.claim, ledger.claims_of):
        with pytest.raises(NotInLedger, match="none: no"):
            look_up("none")
        with pytest.raises(NotInLedger):
            look_up("\ud800")


def test_people_are_found_by_the_words_of_their_names(ledger):
    report = make_report(1, text="Hill one. Hill two. Hill three.")
    people = {"Hill one": "Karim Odas", "Hill two": "Karim Odás", "Hill three": "Nadia Karim"}
    claims = tuple(make_claim(report, words, person=who) for words, who in people.items())
    ledger.append(report, (*claims, make_claim(report, "one", person=None)), recorded_at=RECORDED)

    named = {text: ledger.entities_named(text) for text in ("ODAS, karim", "karim", "kar", " %_ ")}

    karim, accented, nadia = "person/karim-odas", "person/karim-odás", "person/nadia-karim"
    assert named["ODAS, karim"] == (karim, accented)
    assert named["karim"] == (karim, accented, nadia)
    assert named["kar"] == named[" %_ "] == ()
    assert ledger.claims_about(karim) == claims[:1]
    assert ledger.claims_about(karim, as_of=day(1).stop) == ()
    assert ledger.names_of(accented) == ("Karim Odás",)


@pytest.mark.parametrize(
    "words", ['"', "'", "hill OR", "NOT", "hill*", "(", "a:b", "^", "{x} + -", "\0", "\ud800 hill",
              "NEAR(a b)", "", "  ", "%", "—", "title: hill", '"took hill', "; DROP TABLE claims"]
)  # fmt: skip
def test_any_text_may_be_searched_for(ledger, words):
    ledger.append(*make_item(1), recorded_at=RECORDED)
    assert len(ledger.search(words)) <= 2


def test_search_finds_all_words_in_claims_and_titles_without_accents(ledger):
    ledger.append_many(
        [make_item(1), make_item(2, title="Señor of the hills")], recorded_at=RECORDED
    )

    assert [claim.words for claim in ledger.search("TOOK hill")] == ["took hill 1", "took hill 2"]
    assert {claim.report[-1] for claim in ledger.search("senor saw")} == {"2"}
    assert len(ledger.search("hill", limit=1)) == 1
    assert ledger.search("hill nowhere") == ()


def test_refusals_and_notices_are_kept_once(ledger):
    refusal = Refusal("in/\udcff.html", "not UTF-8; save it again")
    notice = Notice("0" * 32, "withdrawn", day(4))
    for _ in range(2):
        ledger.refuse(refusal, recorded_at=RECORDED)
        ledger.notice(notice, recorded_at=RECORDED)

    assert ledger.refusals() == (Refusal("in/\\udcff.html", refusal.why),)
    assert ledger.notices() == ledger.notices(as_of=RECORDED, clock="recorded") == (notice,)
    assert ledger.notices(as_of=day(4).start) == ()
    assert ledger.counts().refused == 1


@pytest.mark.parametrize("naming", ["unnamed", "pseudonym"])
def test_a_source_that_is_not_named_is_linked_to_nobody(ledger, naming):
    report = make_report(3)
    claim = make_claim(report, "took hill 3")
    hidden = replace(claim.chain[0], naming=naming)
    actor = replace(claim.event.roles[0].filler, entity=None)
    event = replace(claim.event, roles=(replace(claim.event.roles[0], filler=actor),))
    claim = replace(claim, chain=(hidden,), event=event)

    ledger.append(report, (claim,), recorded_at=RECORDED)

    assert ledger.entities_named("Odas") == () and ledger.claims_about("person/karim-odas") == ()


def test_whatever_is_appended_changes_its_extent(ledger):
    (first, claims), (second, _) = make_item(1), make_item(2)
    steps = [
        lambda: ledger.append(first, claims, recorded_at=RECORDED),
        lambda: ledger.append(first, claims[:0], recorded_at=LATER, made_by="another/1.0"),
        lambda: ledger.append(second, (), recorded_at=RECORDED, made_by=MADE_BY),
        lambda: ledger.notice(Notice(first.id, "withdrawn", day(3)), recorded_at=LATER),
        lambda: ledger.refuse(Refusal("a.html", "empty"), recorded_at=LATER),
    ]
    seen = [ledger.extent()]
    for step in steps:
        assert step()
        seen.append(ledger.extent())
    assert not ledger.append(first, claims, recorded_at=LATER)

    assert len({*seen}) == len(seen)
    assert ledger.extent() == seen[-1]


def test_one_whom_a_report_only_brings_up_is_found_by_name_after_those_with_claims(ledger):
    report = make_report(1)
    seen = make_sighting(report, "Sel Odas")
    ledger.append(*make_item(2), recorded_at=RECORDED)
    ledger.append(report, (), (seen,), recorded_at=RECORDED, made_by=MADE_BY)

    assert ledger.entities_named("odas") == ("person/karim-odas", "person/sel-odas")
    assert ledger.sightings("person/sel-odas") == (seen,)
    assert ledger.sightings(as_of=day(1).stop) == ()


def test_a_newer_reading_says_anew_whom_a_report_brings_up(ledger):
    report = make_report(1)
    old, new = make_sighting(report, "Sel Odas"), make_sighting(report, "Sela Odas")
    ledger.append(report, (), (old,), recorded_at=RECORDED, made_by="rules/0.9.0")
    before = ledger.digest()
    assert ledger.append(report, (), (new,), recorded_at=LATER, made_by="rules/0.10.0")

    assert ledger.sightings() == (new,) and ledger.digest() != before
    assert ledger.sightings(as_of=RECORDED, clock="recorded") == (old,)


def test_whoever_does_not_stand_in_the_report_is_not_kept(ledger):
    report = make_report(1)
    beyond = make_sighting(report, "Sel Odas", spans=(Span(0, 900),))
    with pytest.raises(UnreadableReport, match="does not stand"):
        ledger.append(report, (), (beyond,), recorded_at=RECORDED, made_by=MADE_BY)
    with pytest.raises(ValueError, match="made_by"):
        ledger.append(report, (), (make_sighting(report, "Sel Odas"),), recorded_at=RECORDED)
    assert ledger.counts().reports == 0
