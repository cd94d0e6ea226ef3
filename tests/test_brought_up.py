"""Whom a report brings up: named or described, whether or not it claims anything of them."""

import pytest

from sayso.claims.sightings import find_sightings
from sayso.types import (
    Annotations,
    Attribution,
    Interval,
    Mention,
    Passage,
    Report,
    Source,
    Span,
)

DAY = Interval("2031-05-04T00:00:00Z", "2031-05-04T23:59:59Z")
TEXT = "Beside the mayor, Lina Sarn, stood Besim Rao, alias Abu Dalan. He wept. The mayor said nothing."


def mention(words, kind, name=None, *, at=0, **fields):
    start = TEXT.index(words, at)
    entity = f"person/{name.lower().replace(' ', '-')}" if name else None
    return Mention(Span(start, start + len(words)), kind, words, entity, name, **fields)


MAYOR = mention("the mayor", "role", "Lina Sarn")
SARN = mention("Lina Sarn", "person", "Lina Sarn")
RAO = mention("Besim Rao", "person", "Besim Rao")
ALIAS = mention("Abu Dalan", "person", "Besim Rao")
HE = mention("He", "person", "Besim Rao", means=RAO.span)


def seen_in(*mentions, **fields):
    report = Report("r1", TEXT, published_at=DAY)
    return find_sightings(report, Annotations("r1", mentions=mentions, **fields))


def said_by(source, naming):
    step = Source(source.words, source.entity, "speaker", "unknown", naming, None, None, "saw")
    return Attribution(source, (source.span,), Span(0, 1), (), "indirect", "asserts", said_by=step)


def test_one_who_only_stands_there_is_brought_up_with_names_and_callings():
    mayor, rao = seen_in(MAYOR, SARN, RAO, ALIAS, HE)

    assert (mayor.entity, mayor.names, mayor.called) == (
        "person/lina-sarn", ("Lina Sarn",), ("the mayor",),
    )  # fmt: skip
    assert rao.names == ("Besim Rao", "Abu Dalan") and rao.spans == (RAO.span, ALIAS.span)
    assert (rao.report, rao.published_at, rao.speaks) == ("r1", DAY, False)


def test_one_without_a_name_goes_by_the_words_that_describe_her():
    role = mention("the mayor", "role")
    again = mention("The mayor", "role", means=role.span)
    (found,) = seen_in(role, again, attributions=(said_by(again, "unnamed"),))

    assert found.entity == f"described/r1/{role.span.start}-{role.span.stop}"
    assert found.names == () and found.called == ("the mayor", "The mayor") and found.speaks


def test_the_mayor_of_a_town_is_one_though_the_reader_marks_his_office_too():
    text = "The mayor of Tolvesh spoke."
    whole = Mention(Span(0, 20), "role", "The mayor of Tolvesh")
    office = Mention(Span(0, 9), "role", "The mayor")
    annotations = Annotations(
        "r1", mentions=(office, whole), attributions=(said_by(office, "unnamed"),)
    )
    (found,) = find_sightings(Report("r1", text), annotations)

    assert found.entity == "described/r1/0-20" and found.speaks
    assert found.called == ("The mayor", "The mayor of Tolvesh")


def test_a_pseudonym_brings_up_nobody():
    assert seen_in(SARN, attributions=(said_by(SARN, "pseudonym"),)) == ()


def test_a_pronoun_alone_and_a_byline_bring_up_nobody():
    byline = Passage(Span(0, TEXT.index("stood")), "byline")
    assert seen_in(HE) == ()
    assert [one.entity for one in seen_in(SARN, RAO, passages=(byline,))] == ["person/besim-rao"]


def test_anyone_told_of_as_anybody_is_not_kept():
    text = TEXT.replace("the mayor", "a doctor ")
    start = text.index("a doctor")
    doctor = Mention(Span(start, start + 8), "role", "a doctor")
    found = find_sightings(Report("r1", text), Annotations("r1", mentions=(doctor,)))
    assert found == ()


def test_a_name_after_a_trade_and_an_outlet_are_names_though_nothing_resolves_them():
    text = "The accountant Rao wrote to the Lantern."
    rao = Mention(Span(0, 18), "role", "The accountant Rao")
    outlet = Mention(Span(28, 39), "outlet", "the Lantern")
    person, body = find_sightings(Report("r1", text), Annotations("r1", mentions=(rao, outlet)))

    assert (person.names, person.kind) == (("Rao",), "person")
    assert (body.names, body.kind) == (("Lantern",), "group")


def test_a_common_noun_is_no_name_of_an_outlet():
    text = "The paper said so."
    paper = Mention(Span(0, 9), "outlet", "The paper")
    (found,) = find_sightings(Report("r1", text), Annotations("r1", mentions=(paper,)))

    assert found.names == () and found.called == ("The paper",)


@pytest.mark.parametrize(
    ("text", "is_seen"),
    [
        ("By Karim Odas\n\nThe bridge fell.", False),
        ("Bridge falls\nBY Karim Odas, Lantern\nIt fell.", False),
        ("By Karim Odas and the bridge they wept.", True),
        ("One fell.\nTwo fell.\nThree fell.\nBy Karim Odas", True),
    ],
)
def test_who_wrote_a_plain_text_is_not_brought_up_by_the_byline(text, is_seen):
    start = text.index("Karim")
    writer = Mention(
        Span(start, start + 10), "person", "Karim Odas", "person/karim-odas", "Karim Odas"
    )
    found = find_sightings(Report("r1", text), Annotations("r1", mentions=(writer,)))
    assert bool(found) == is_seen


def test_a_body_without_an_article_is_one_that_is_known():
    police = Mention(Span(0, 6), "group", "Police")
    (found,) = find_sightings(Report("r1", "Police came."), Annotations("r1", mentions=(police,)))
    assert found.called == ("Police",) and found.kind == "group"


def test_a_title_ends_where_its_sentence_begins():
    text = "Besim Rao left Karez. Attorney General Sarn spoke."
    start = text.index("Sarn")
    sarn = Mention(Span(start, start + 4), "person", "Sarn", "person/sarn", "Sarn")
    (found,) = find_sightings(Report("r1", text), Annotations("r1", mentions=(sarn,)))
    assert found.called == ("Attorney General",)
