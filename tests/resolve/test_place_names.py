"""Which words of a text name places; the marks are those that an encoder would set."""

import re
from collections.abc import Iterator

import pytest
from marking import mark

from sayso.resolve.place.gazetteer import Gazetteer, open_gazetteer
from sayso.resolve.place.names import find_place_names
from sayso.types import Mention, MentionKind, Span

_KINDS: dict[str, MentionKind] = {"P": "person", "G": "group", "L": "place", "O": "outlet"}


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    with open_gazetteer() as opened:
        yield opened


def find(marked: str, gazetteer: Gazetteer) -> str:
    """The text with its places in brackets; <L:Karez> stands for a place as the encoder marks it."""
    text, marks = "", []
    for piece in re.split(r"(<[PGLO]:[^>]+>)", marked):
        if piece.startswith("<"):
            words = piece[3:-1]
            span = Span(len(text), len(text) + len(words))
            marks.append(Mention(span, _KINDS[piece[1]], words))
            piece = words
        text += piece
    return mark(text, find_place_names(text, marks, gazetteer))


@pytest.mark.parametrize(
    ("marked", "want"),
    [
        # what is no part of the name
        (
            "Shells fell on <L:the northern city of Herat>.",
            "Shells fell on the northern city of [Herat].",
        ),
        ("Calm in <L:Helmand province>.", "Calm in [Helmand] province."),
        ("Troops in <L:Western Ukraine> left.", "Troops in Western [Ukraine] left."),
        ("Rain in <L:South Carolina>.", "Rain in [South Carolina]."),
        ("<L:Syria's> roads.", "[Syria]'s roads."),
        # two in one, lists, short forms
        ("The <L:Moscow-Kabul> line.", "The [Moscow]-[Kabul] line."),
        ("Calm in <L:Mazar-e-Sharif>.", "Calm in [Mazar-e-Sharif]."),
        (
            "<L:Kisumu>, <P:Nakuru>, <L:Nairobi> and <P:Eldoret>.",
            "[Kisumu], [Nakuru], [Nairobi] and Eldoret.",
        ),
        ("Fires in Fresno, <L:Calif>. on Friday.", "Fires in Fresno, [Calif.] on Friday."),
        ("The <L:U.S.> and <L:UK> agreed.", "The [U.S.] and [UK] agreed."),
        ("HERAT, Afghanistan (Wire) -- Rain fell.", "[HERAT], Afghanistan (Wire) -- Rain fell."),
        # marks that take in more than a name, and names without their apostrophe or comma
        ("Raids on <L:Syrias Herat>.", "Raids on [Syria]s [Herat]."),
        ("Rain on <L:Turkeys> border.", "Rain on [Turkey]s border."),
        ("Floods in <L:Paris> and <L:Honduras>.", "Floods in [Paris] and [Honduras]."),
        ("Calm in <L:Kabul Herat Kandahar>.", "Calm in [Kabul] [Herat] [Kandahar]."),
        ("Calm in <L:Kandahar Afghanistan>.", "Calm in [Kandahar] [Afghanistan]."),
        ("The <L:Afghan village of Tolvesh>.", "The [Afghan] village of [Tolvesh]."),
        ("In <L:Tolvesh just west of Herat>.", "In [Tolvesh] just west of [Herat]."),
        ("They left <L:Harb-held> land.", "They left Harb-held land."),
        # one who is named in full elsewhere
        (
            "<P:Omar al-Kandahari> spoke. <L:Kandahari> fled.",
            "Omar al-Kandahari spoke. Kandahari fled.",
        ),
        (
            "<P:Omar Abdel Herat> spoke. <L:Abdel Herat> left.",
            "Omar Abdel Herat spoke. Abdel Herat left.",
        ),
        (
            "<P:New York Gov. Ana Ruhl> left <L:New York>.",
            "[New York] Gov. Ana Ruhl left [New York].",
        ),
        (
            "<L:Syria>, <L:Trinidad> and <L:Tobago>.",
            "[Syria], [Trinidad and Tobago].",
        ),
        # a country of which somebody bears the name
        (
            "<P:Ana Jordan> said so in <L:Amman>, <L:Jordan>.",
            "Ana Jordan said so in [Amman], [Jordan].",
        ),
        ("<P:Chad Ruhl> crashed in <L:Chad>.", "Chad Ruhl crashed in [Chad]."),
        # bodies and people of a place
        ("<G:Herat Police Department> closed.", "[Herat] Police Department closed."),
        ("<G:Turkey> objected.", "[Turkey] objected."),
        ("The <G:Syrian> government fell.", "The [Syrian] government fell."),
        ("A <G:Syrian> poet sang.", "A Syrian poet sang."),
        ("<P:Fresno Sheriff Ana Ruhl> came.", "[Fresno] Sheriff Ana Ruhl came."),
    ],
)
def test_the_place_is_the_name_itself(gazetteer: Gazetteer, marked: str, want: str) -> None:
    assert find(marked, gazetteer) == want


@pytest.mark.parametrize(
    "marked",
    [
        "The talks may go on in <L:March>.",
        "In <L:May> it rained.",
        "He came <L:Second>.",
        "The <O:Sunday Times> reported it.",
        "The <L:New York> Times reported it.",
        "<P:Paris Hilton> sang.",
        "<P:Ana Jordan> left. <L:Jordan> said so.",
        "The <L:Marburg> virus spread.",
        "<P:Ana Jordan> left. They spoke to <L:Jordan>.",
        "It cost <L:US>$40.",
        "The <L:City> was shut.",
        "The <L:CDC> said so.",
        "<G:Dallas News> wrote it.",
    ],
)
def test_what_only_looks_like_a_place_is_none(gazetteer: Gazetteer, marked: str) -> None:
    assert "[" not in find(marked, gazetteer)


@pytest.mark.parametrize(
    ("marked", "want"),
    [
        ("Nine fell in <L:Goma-Karachi>, a hamlet.", "Nine fell in [Goma-Karachi], a hamlet."),
        ("The <L:Goma-Karachi> highway is shut.", "The [Goma]-[Karachi] highway is shut."),
        ("<L:Iran-Iraq> talks.", "[Iran]-[Iraq] talks."),
    ],
)
def test_two_names_joined_are_two_places_where_a_way_runs_between_them(
    marked: str, want: str, gazetteer: Gazetteer
) -> None:
    assert find(marked, gazetteer) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("ZHURVAN DOL, 3 March (Wire) - Two guards were shot.", "[ZHURVAN DOL]"),
        ("ZHURVAN EL-DOL, Jan. 8 — Two guards were shot.", "[ZHURVAN EL-DOL]"),
        ("ZHURVAN DOL - Two guards were shot.", "[ZHURVAN DOL]"),
        ("ZHURVAN DOL, Somalia, June 6 -- Two guards were shot.", "[ZHURVAN DOL]"),
    ],
)
def test_a_dateline_names_a_place_that_no_gazetteer_has(
    text: str, want: str, gazetteer: Gazetteer
) -> None:
    assert want in find(text, gazetteer)


@pytest.mark.parametrize("text", ["BREAKING - Two guards were shot.", "OPINION - No truce holds."])
def test_a_label_in_capitals_is_no_dateline(text: str, gazetteer: Gazetteer) -> None:
    assert "[" not in find(text, gazetteer)
