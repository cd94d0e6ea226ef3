"""On whose word somebody speaks."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "inner", "outer"),
    [
        (
            "On the word of a single defector, the ministry announced that the general was poisoned.",
            "a single defector", "the ministry",
        ),
        (
            "The minister announced on the authority of a police chief that the port was safe.",
            "a police chief", "The minister",
        ),
        (
            "Relaying an account by survivors, the bishop said gunmen had locked the doors.",
            "survivors", "the bishop",
        ),
        (
            "A report by the monitors of Open Ledger, based on interviews with forty prisoners, says guards beat them.",
            "forty prisoners", "A report",
        ),
        (
            "The rights group said the men were hanged, based on the testimony of a cook.",
            "a cook", "The rights group",
        ),
        (
            "In a report based on interviews with nurses, the Banner said that the ward was shelled.",
            "nurses", "the Banner",
        ),
        (
            "Radio Istra reported, on the strength of a message from the garrison, that the fort held.",
            "the garrison", "Radio Istra",
        ),
    ],
)  # fmt: skip
def test_on_whose_word_somebody_speaks_is_cited_by_him(text, inner, outer, steps):
    found = {s: over for (s, _), over in steps(text).items()}
    assert found[inner] is not None and found[inner][0].startswith(outer)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("She said the village on the edge of Karez was burned.", "She"),
        ("The general said the attack on the strength of the garrison had failed.", "The general"),
        ("The mayor, repeating the warning of last year, said the dam was weak.", "The mayor"),
        ("The mayor said on the eve of the talks that the dam was weak.", "The mayor"),
    ],
)
def test_nobody_is_cited_where_the_phrase_names_no_word_of_anybody(text, speaker, steps):
    assert {(s or "").split(",")[0] for s, _ in steps(text)} == {speaker}
