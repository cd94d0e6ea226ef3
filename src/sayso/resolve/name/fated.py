"""A report's annotations in, the descriptions out that tell of a fate, each with the one whom it befell.

'Odas was shot. ... The dead man's brother': the only one who is told to have died.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from sayso.resolve.name.callings import is_body, is_many
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.references import described_words, head_noun, load_references, sort_of
from sayso.tables import read_shipped
from sayso.types import Annotations, Mention, Span

_OWNED = re.compile(r"['’]s? ")  # "the dead man's brother"


# "The dead man, Anton Sol", "the dead man was a sergeant": who it is, is told there.
_TOLD_HERE = re.compile(
    r",? [A-Z]|,? (?:was|is|were|had been|(?:might|may|could|must) (?:be|have been)) (?:not )?"
    r"(?:an?|the|its|his|her|their|in fact|one of|[A-Z]\w+)\b"
)


def find_fated(annotations: Annotations, text: str) -> Iterator[tuple[Span, Span]]:
    """The words 'the dead man', 'the wounded soldier' and the first words for the one who may be meant."""
    told = [m for m in annotations.mentions if m.kind == "role" and sort_of(m) == "described"]
    for mention in told:
        types = _types_told(mention) if not _TOLD_HERE.match(text, mention.span.stop) else None
        found = _befallen(annotations, mention, types) if types else {}
        if len(found) == 1:
            yield mention.span, next(iter(found.values()))


def _types_told(mention: Mention) -> frozenset[str]:
    """Of which fates the words tell; none where they tell of several people, a body or somebody's kin."""
    noun = head_noun(mention.words)
    if is_many(noun) or is_body(noun) or _OWNED.search(mention.words):
        return frozenset()
    words = described_words(mention.words)
    return frozenset(type_ for word in words & _fated().keys() for type_ in _fated()[word])


def _befallen(
    annotations: Annotations, mention: Mention, types: frozenset[str]
) -> Mapping[str, Span]:
    """By surname or noun, those whom one of the fates befell before the words, and their first mention."""
    found: dict[str, Span] = {}
    for event in sorted(annotations.events, key=lambda e: e.trigger):
        if event.type not in types or event.negated:
            continue
        for role in event.roles:
            filler = role.filler
            if role.name == "victim" and filler.span.stop < mention.span.start and _is_one(filler):
                found.setdefault(fold_name(filler.words).split()[-1], filler.span)
    return found


def _is_one(filler: Mention) -> bool:
    """A person's name, or one man or woman who is brought up; a pronoun is somebody's told before."""
    words = filler.words
    if filler.kind == "person":
        return words[:1].isupper() and words.lower() not in load_references().pronouns
    return (
        filler.kind == "role"
        and words.lower().startswith(("a ", "an "))
        and not is_many(head_noun(words))
    )


@cache
def _fated() -> Mapping[str, frozenset[str]]:
    """By word, the fates of which it tells."""
    rows = read_shipped("references.toml")["fated"].values()
    return {word: frozenset(row["fates"]) for row in rows for word in row["words"]}
