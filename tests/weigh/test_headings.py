"""What a matter is called."""

from dataclasses import replace

import pytest
from made_claims import MONITOR, claim

from sayso.event_types import load_event_types
from sayso.types import Span
from sayso.weigh.headings import render


@pytest.mark.parametrize(
    ("words", "want"),
    [("the fire in the mill", "fire in Karez"), ("the blast in the mill", "explosion in Karez")],
)
def test_a_fire_is_called_a_fire_and_a_blast_an_explosion(words, want):
    said = claim("explosion", MONITOR)
    trigger = Span(13, 13 + len(words.split()[1]))
    said = replace(
        said,
        words=words,
        quote=(Span(9, 9 + len(words)),),
        event=replace(said.event, trigger=trigger),
    )

    assert render(load_event_types()["explosion"], said, "Karez") == want
