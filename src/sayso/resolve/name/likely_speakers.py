"""A pronoun and those who may be meant in, what speaks for and against them out.

'The sheriff knew of neither letter, he said' is the sheriff, 'he did not name the monk' is not the
monk, and no 'he' is a column of tanks where a man is at hand.
"""

import re
from collections.abc import Iterable, Sequence

from sayso.resolve.kindred import kind_of_kin
from sayso.resolve.name.callings import is_body, is_many, is_person, is_sole
from sayso.resolve.name.figures import Figure, describes
from sayso.resolve.name.references import gender_told, head_noun, sort_of
from sayso.resolve.name.scenes import Scene, Standing
from sayso.resolve.name.titles import load_titles
from sayso.resolve.source.kinds import kind_in
from sayso.types import Mention, Span

_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "ee", "eer", "ant", "tic", "crat")
_NO_SPEAKERS = frozenset({"document", "outlet"})
_QUOTE = re.compile(r"[“”\"‘]")


def is_like_person(mention: Mention) -> bool:
    """Whether a description may well be of one person: a cleric, a baker, and no country."""
    if mention.kind != "role" or sort_of(mention) not in {None, "described"}:
        return True
    noun = head_noun(mention.words)
    if is_body(noun) or is_many(noun):
        return False
    named = kind_in(noun)
    is_called = is_person(noun) or is_sole(noun) or noun in load_titles()
    is_kin = kind_of_kin(noun) is not None or gender_told(mention.words) is not None
    is_source = named is not None and named.kind not in _NO_SPEAKERS
    return is_called or is_kin or is_source or noun.endswith(_ENDINGS)


def told_of(
    pronoun: Mention, standing: Standing, figures: Sequence[Figure], told: Iterable[Mention]
) -> set[int]:
    """Whom a pronoun that speaks names or describes in its own words, by number: others than itself.

    'He did not mention the monk': the monk is another. What goes before it may be of itself.
    """
    named = [
        m for m in told
        if sort_of(m) in {None, "described"}
        and m.span.start > pronoun.span.start
        and any(c.covers(m.span) for c in standing.says)
    ]  # fmt: skip
    return {
        n
        for n, figure in enumerate(figures)
        if any(figure.has_entity(m.entity) or describes(m, figure) for m in named)
    }


def servants_of(pronoun: Mention, standing: Standing, scene: Scene) -> list[Span]:
    """'His lawyer said that he': the lawyer, who is not the 'he' of whom he speaks."""
    said = [scene.attributions[n] for n in standing.inside[:1]]
    his = "his " if sort_of(pronoun) == "male" else "her "
    return [
        a.source.span for a in said
        if a.source is not None and a.source_words
        and a.source_words[0].of(scene.text).lower().startswith(his)
    ]  # fmt: skip


def opens_own_words(mention: Mention, pronoun: Mention, standing: Standing, text: str) -> bool:
    """'The sheriff knew of neither letter, he said': whoever the words before it tell of, unquoted."""
    is_person = sort_of(pronoun) in {"male", "female", "plural"}
    if not is_person or sort_of(mention) not in {None, "described"}:
        return False
    content = next((c for c in standing.says if c.covers(mention.span)), None)
    if content is None or content.stop > pronoun.span.start:
        return False
    return not _QUOTE.search(text, content.start, pronoun.span.start)
