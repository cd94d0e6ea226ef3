"""What the tests of this folder share."""

from collections.abc import Callable

import pytest

Step = tuple[str | None, str]


@pytest.fixture
def steps(annotated) -> Callable[[str], dict[Step, Step | None]]:
    """(source, cue) of each attribution of a text -> the same of the one it stands inside."""

    def find(text: str) -> dict[Step, Step | None]:
        found = annotated(text).attributions

        def name(a) -> Step:
            words = a.source_words
            return text[words[0].start : words[-1].stop] if words else None, a.cue.of(text)

        return {name(a): name(found[a.inside]) if a.inside is not None else None for a in found}

    return find


@pytest.fixture
def modality_of(claims_in):
    """The modality of the first event of a type in a text."""

    def find(text, type_):
        found = claims_in(text, published_at="3 May 2031", outlet="Harbour Post")
        return next((c.event.modality for c in found if c.event.type == type_), None)

    return find
