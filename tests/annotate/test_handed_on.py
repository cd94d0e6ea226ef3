"""Who hands on another's words, and whose they were."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        (
            "The harbour master, quoted by Radio Istra, said that the pier was mined.",
            ("The harbour master", "said"), ("Radio Istra", "quoted by"),
        ),
        (
            "Mirela Dušan said she had not been there but had it from her neighbour.",
            ("her neighbour", "had it from"), ("Mirela Dušan", "said"),
        ),
        (
            "The ferry company said it was aware of reports of gunfire near the quay.",
            (None, "reports"), ("The ferry company", "said"),
        ),
        (
            "The warden says he had told the inquiry that the keys were lost.",
            ("he", "had told"), ("The warden", "says"),
        ),
    ],
)  # fmt: skip
def test_words_handed_on_stand_inside_those_of_who_hands_them_on(text, inner, outer, steps):
    assert steps(text)[inner] == outer


def test_who_quotes_another_speaks_for_himself_all_the_same(steps):
    text = "The widow, quoting a boy from the next street, says that the van was white."
    assert ("The widow", "says") in {(s.split(",")[0], c) for s, c in steps(text) if s}


def test_what_one_thinks_or_saw_is_no_second_saying(annotated):
    text = "The warden said he had seen the keys on the table."
    assert len(annotated(text).attributions) == 1
