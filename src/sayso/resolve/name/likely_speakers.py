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
_NEXT = 6  # characters to the words that are said to somebody: " that "
_NO_SPEAKERS = frozenset({"document", "outlet"})
_CLAUSE = re.compile(
    r"[;:“\"]|\b(?:that|who|whom|when|where|which|while|because|although|though|after|before|until|if|whose"
    r"|said|says)\b"
)
_WHO = re.compile(r",? who\b(?=[^,]*$)")
_BESIDE = re.compile(r" (?:of|for|with|to|by|from|and) $")
_NOT_OWNING = re.compile(
    r"(?:[.,;:!?)”\"]| (?:there|that|the|an?|to|in|on|at|by|from|with|when|while|and|as|for|s?he|they|it|his"
    r"|after|before|away|home|back|alive|again|out|off|up|down|into)\b)"
)
_OWNED = re.compile(r"[^,.;:]{1,60}['’]s? (?P<noun>[a-z][^,.;:]{0,50}?)(?P<comma>,?) ")
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
    pronoun: Mention,
    standing: Standing,
    figures: Sequence[Figure],
    scene: Scene,
    told: Iterable[Mention],
) -> set[int]:
    """Whom a pronoun that speaks, or is spoken to, names or describes in those words, by number.

    'He did not mention the monk', 'a clerk told him that the monk was dead': the monk is another. What
    goes before it may be of itself.
    """
    to_it = (
        c for a in scene.attributions for c in a.content
        if 0 <= c.start - pronoun.span.stop <= _NEXT and is_object(pronoun, scene.text)
    )  # fmt: skip
    contents = (*standing.says, *to_it)
    named = [
        m for m in told
        if sort_of(m) in {None, "described"}
        and m.span.start > pronoun.span.start
        and any(c.covers(m.span) for c in contents)
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


def is_object(pronoun: Mention, text: str) -> bool:
    """'Him', and a 'her' that owns nothing: it is done to them."""
    words = pronoun.words.lower()
    return words == "him" or (words == "her" and bool(_NOT_OWNING.match(text, pronoun.span.stop)))


def does_it(other: Mention, pronoun: Mention, text: str, *, opens: bool) -> bool:
    """'Odas buried him': whoever does it to him is another; 'Odas's mother' did it herself.

    opens: the other is the first of the sentence, where both stand
    """
    owns = other.words.lower() in {"his", "her"} or text.startswith(("’s", "'s"), other.span.stop)
    if owns or other.span.stop > pronoun.span.start:
        return False
    between = text[other.span.stop : pronoun.span.start]
    own = _WHO.match(between)  # "Odas, who was seized with him"
    if _CLAUSE.search(between, own.end() if own is not None else 0):
        return False
    is_next = len(between.split()) < 4 and "," not in between and " and " not in between
    return opens or own is not None or (is_next and not _BESIDE.search(text, 0, other.span.start))


def opening(mention: Mention, first: int, text: str) -> int:
    """Where the words that open a sentence begin, after one more mention of it.

    first: where the first of its mentions so far begins
    """
    start = mention.span.start
    is_head = first < start and _heads_subject(mention, text[first:start], text)
    return start if is_head else min(start, first)


def _heads_subject(mention: Mention, before: str, text: str) -> bool:
    """'Odas's clerk, Hadi Sol, ...', 'Odas's son Ivo ...': who opens the sentence, and not Odas alone.

    before: the sentence up to the mention, from whoever comes first in it
    """
    owned = _OWNED.fullmatch(before)
    if owned is None or sort_of(mention) is not None:
        return False
    noun = head_noun(owned["noun"])
    if not owned["comma"]:
        return kind_of_kin(noun) is not None or is_person(noun)
    return text.startswith(",", mention.span.stop)
