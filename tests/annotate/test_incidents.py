"""From marked stretches to who attacked whom: which words are one participant, and which are kept."""

import re

import numpy as np
import pytest

from sayso.annotate.decoding import Answers, TagHead, WindowAnswers
from sayso.annotate.event.incidents import Part, find_parts, is_short_for, keep_likely, merge_parts
from sayso.annotate.pieces import Pieces, Window
from sayso.types import Span

HEAD = TagHead("incident", ("perp_org", "victim", "target", "perp_individual"))
OUT, ORG, ORG_ON, VICTIM, VICTIM_ON, TARGET, _, GUNMEN, _ = range(9)


def parts_in(marked, role="target", *, share=0.9):
    """'[the hotel]' is a part; '[*Mira Tolan*]' one that is a name."""
    text, parts, at = "", [], 0
    for match in re.finditer(r"\[(\*?)([^\]*]*)\*?\]", marked):
        text += marked[at : match.start()]
        span = Span(len(text), len(text) + len(match[2]))
        parts.append(Part(role, span, match[2], match[2] if match[1] else None, share))
        text, at = text + match[2], match.end()
    return text + marked[at:], parts


def called(marked, role="target"):
    text, parts = parts_in(marked, role)
    return [[p.words for p in one.parts] for one in merge_parts(parts, text)]


def test_one_thing_called_alike_is_one():
    assert called("[the bridge] fell; [bridge] and [bridges] were mined") == [
        ["the bridge", "bridge", "bridges"]
    ]


def test_the_last_words_of_a_longer_name_stand_for_it():
    assert called("[the Harbour Hotel] burned, and [the hotel] was looted") == [
        ["the Harbour Hotel", "the hotel"]
    ]


def test_the_nearer_of_two_is_meant():
    found = called("[the Harbour Hotel] burned. Later [the Garden Hotel] did. [The hotel] is shut")
    assert found == [["the Harbour Hotel"], ["the Garden Hotel", "The hotel"]]


def test_a_short_form_joins_its_long_form():
    found = called("[the Northern Relief Front] fired. [NRF] men fled", "perp_org")
    assert found == [["the Northern Relief Front", "NRF"]]


def test_a_short_form_in_brackets_joins_whatever_its_letters():
    assert called("the [Free Hills] ([CL]) fired", "perp_org") == [["Free Hills", "CL"]]


def test_a_surname_joins_the_full_name():
    assert called("[*Mira Tolan*] died; [*Tolan*] was 40", "victim") == [["Mira Tolan", "Tolan"]]


def test_a_description_before_a_name_is_of_it():
    assert called("[judge] [*Mira Tolan*] died", "victim") == [["judge", "Mira Tolan"]]


def test_two_names_beside_each_other_are_two():
    assert len(called("[*Mira Tolan*], [*Besim Rao*] died", "victim")) == 2


@pytest.mark.parametrize(
    ("short", "long"),
    [("NRF", "Northern Relief Front"), ("F.P.H.", "Front for the Peace of Hills")],
)
def test_initials_stand_for_a_name(short, long):
    assert is_short_for(short, long)


def test_a_word_is_no_initials():
    assert not is_short_for("Front", "Northern Relief Front")


def test_the_unlikely_fall():
    text, (sure,) = parts_in("[a mine]", "weapon", share=0.8)
    _, (unsure,) = parts_in("[a stick]", "weapon", share=0.4)
    both = [*merge_parts([sure], text), *merge_parts([unsure], text)]

    assert [one.parts[0].words for one in keep_likely(both, {"weapon": 0.5})] == ["a mine"]


def answers_on(text, tags):
    """One window of words, each sure of its tag."""
    words = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
    numbers = np.arange(len(words))
    pieces = Pieces(
        numbers, numbers, np.ones(len(words), bool), numbers * 0, np.array([a for a, _ in words]),
        np.array([b for _, b in words]), numbers * 0, np.zeros(len(words), bool),
    )  # fmt: skip
    shares = np.full((len(words) + 2, 9), -9.0, np.float32)
    shares[np.arange(1, len(words) + 1), tags] = 0.0
    window = Window(numbers, numbers, np.concatenate(([-1], numbers, [-1])))
    return Answers(text, pieces, (WindowAnswers(window, {"incident": shares}),))


def test_parts_have_their_role_words_name_and_share():
    text = "Hill Front shot Mira Tolan"
    answers = answers_on(text, [ORG, ORG_ON, OUT, VICTIM, VICTIM_ON])

    org, victim = find_parts(answers, HEAD, [(Span(16, 26), "person"), (Span(0, 10), "group")])

    assert (org.role, org.words, org.name) == ("perp_org", "Hill Front", "Hill Front")
    assert (victim.role, victim.name) == ("victim", "Mira Tolan")
    assert victim.share > 0.99


def test_stretches_with_a_blank_between_are_one_and_with_a_comma_two():
    found = find_parts(answers_on("judge Tolan, driver", [VICTIM, VICTIM, OUT, VICTIM]), HEAD, [])
    assert [part.words for part in found] == ["judge Tolan", "driver"]


@pytest.mark.parametrize(
    ("label", "text", "words"),
    [
        (TARGET, "a school in Karez", ["school"]),
        (TARGET, "the mill , the depot and a shop", ["mill", "depot", "shop"]),
        (TARGET, "River Bank [ RB", ["River Bank"]),
        (TARGET, "River Bank ( RB )", ["River Bank"]),
        (TARGET, "a mill (the old, red one), a shop", ["mill", "shop"]),
        (TARGET, "a mill as well as a shop", ["mill", "shop"]),
        (TARGET, "the wall of the depot", ["depot"]),
        (ORG, "NRF forces", ["NRF"]),
        (ORG, "Hill Front guerrilla", ["Hill Front"]),
        (VICTIM, "officers of the", ["officers"]),
        (VICTIM, "three", []),
    ],
)
def test_a_stretch_is_cut_to_what_one_would_name(label, text, words):
    tags = [label] + [label + 1] * (len(re.findall(r"\w+|[^\w\s]", text)) - 1)
    assert [part.words for part in find_parts(answers_on(text, tags), HEAD, [])] == words


def test_a_target_goes_on_to_the_noun_that_tells_what_it_is():
    answers = answers_on("the Harbour building burned", [OUT, TARGET, OUT, OUT])
    assert [part.words for part in find_parts(answers, HEAD, [])] == ["Harbour building"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tolan 's driver", None),
        ("niece of Judge Tolan", None),
        ("judge of Karez , Tolan", "Tolan"),
        ("Judge Tolan of Karez", "Tolan"),
    ],
)
def test_whom_another_is_told_of_by_is_no_name_of_the_victim(text, name):
    text = text.replace(" 's", "'s").replace(" ,", ",")
    tags = [VICTIM] + [VICTIM_ON] * (len(re.findall(r"\w+|[^\w\s]", text)) - 1)
    at = text.index("Tolan")

    (*_, part) = find_parts(answers_on(text, tags), HEAD, [(Span(at, at + 5), "person")])

    assert part.name == name


def test_a_capital_that_only_begins_a_sentence_makes_no_body():
    text = "Urban gunmen fled. Later Ravi gunmen fled, as Ravi does"
    tags = [GUNMEN, GUNMEN + 1, OUT, OUT, OUT, GUNMEN, GUNMEN + 1, OUT, OUT, OUT, OUT, OUT]
    groups = [(Span(0, 12), "group"), (Span(25, 36), "group")]

    found = find_parts(answers_on(text, tags), HEAD, groups)

    assert [p.words for p in found if p.role == "perp_org"] == ["Ravi"]


def test_a_name_ties_together_what_is_told_of_one_person_and_not_of_two():
    assert called(
        "[*Mira Ana Tolan*] died. [*Ana Tolan*], [the judge of the port], was 40", "victim"
    ) == [["Mira Ana Tolan", "Ana Tolan", "the judge of the port"]]
    assert len(called("[*Mira Tolan*] and [*Besim Tolan*] died. [*Tolan*] was 40", "victim")) == 2


def test_a_number_of_others_beside_a_name_is_not_of_it():
    assert len(called("[*Mira Tolan*], [five other guards] died", "victim")) == 2


def test_members_of_a_body_take_in_its_name_and_the_body_is_blamed_too():
    text = "members of the Hill Front fled"
    answers = answers_on(text, [GUNMEN, GUNMEN + 1, GUNMEN + 1, OUT, OUT, OUT])

    found = find_parts(answers, HEAD, [(Span(15, 25), "group")])

    assert [(p.role, p.words) for p in found] == [
        ("perp_individual", "members of the Hill Front"),
        ("perp_org", "Hill Front"),
    ]
