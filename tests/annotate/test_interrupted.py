"""Words parted by who says them: both halves are told, and whoever they are of says them inside."""

import pytest

pytestmark = pytest.mark.model


def chains(annotated, text):
    """(source, cue, content, cue of the one around) of each attribution."""
    found = annotated(text).attributions
    return {
        (
            " ".join(s.of(text) for s in a.source_words),
            a.cue.of(text),
            " ... ".join(c.of(text) for c in a.content),
            found[a.inside].cue.of(text) if a.inside is not None else None,
        )
        for a in found
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The Union, an aide said in an e-mail at midnight, regretted the mayor's tone.",
            {
                ("an aide", "said", "The Union ... regretted the mayor's tone", None),
                ("The Union", "regretted", "the mayor's tone", "said"),
            },
        ),
        (
            "The guards, the officer said, had told the families that they were acting on an order.",
            {
                (
                    "the officer",
                    "said",
                    "The guards ... had told the families that they were acting on an order",
                    None,
                ),
                ("The guards", "had told", "that they were acting on an order", "said"),
            },
        ),
        (
            "Their sergeant, he added, had said that headquarters wanted the street clean.",
            {
                (
                    "Their sergeant",
                    "had said",
                    "that headquarters wanted the street clean",
                    "added",
                ),
            },
        ),
    ],
)
def test_what_is_parted_by_who_says_it_is_told_whole(text, told, annotated):
    assert told <= chains(annotated, text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor, a lawyer, said the bridge was shut.",
        "On Friday, the mayor said, the bridge was shut.",
        "The mayor, who said he was tired, left the town.",
    ],
)
def test_what_only_stands_between_commas_parts_nothing(text, annotated):
    assert all(inside is None for *_, inside in chains(annotated, text))


def test_an_order_to_do_it_is_an_order_whoever_tells_of_it(annotated):
    text = "The river council ordered its forces to shell the town, a diplomat said."
    told = chains(annotated, text)
    assert ("The river council", "ordered", "its forces to shell the town", "said") in told
