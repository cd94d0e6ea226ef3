"""Named mentions in, the same with 'the Islamist group' as the one body of the report that is called so out.

What a body is called besides its names is in the register (`called`): its creed, its people, what it
stands for. 'The militant group' is the armed body that was named last.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.event_types import load_words
from sayso.resolve.name.callings import is_band, is_body, singular
from sayso.resolve.name.folding import fold_name
from sayso.resolve.parties import Party, Register
from sayso.resolve.side_words import load_side_words
from sayso.types import Mention

_DEFINITE = re.compile(r"(?:the|these|those)\s+", re.IGNORECASE)
_LOOK_BACK = 24  # characters in which an article stands before a phrase
_BEFORE = re.compile(r"\b(?:the|these|those)\s+$", re.IGNORECASE)
_OWNING = re.compile(r"['’]s?$")
_NEXT = re.compile(r"\s+([a-z]+)\b")
_END = re.compile(r"[.!?][\"”’)]?\s|\n")
_LONGEST = 3  # words that describe a body: "the Lebanese militant group"
_REACH = 2  # sentences in which 'the militant group' still means the body named last


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the report names a body of the register, and what kind of party that is."""

    start: int
    sentence: int
    party: Party | None


def name_called(mentions: Sequence[Mention], register: Register, text: str) -> tuple[Mention, ...]:
    """Set entity and name of what only describes a body, where one alone fits it."""
    told = sorted(_bodies(mentions, register, text), key=lambda one: one.start)
    found = []
    for mention in mentions:
        party = None
        if mention.kind in {"group", "crowd", "role"} and _is_free(mention, register):
            party = _party_called(mention.words, mention.span.start, told, text)
        if party is not None:
            mention = replace(mention, kind="group", entity=f"group/{party.id}", name=party.name)
        found.append(mention)
    return tuple(found)


def body_called(
    words: str, at: int, mentions: Collection[Mention], register: Register, text: str
) -> Party | None:
    """The party that the words at that place describe, by what the report names; None: none, or several."""
    told = sorted(_bodies(mentions, register, text), key=lambda one: one.start)
    return _party_called(words, at, told, text)


def _is_free(mention: Mention, register: Register) -> bool:
    """Whether no name of the register says already who it is."""
    id_ = (mention.entity or "").removeprefix("group/")
    return mention.entity is None or (mention.kind == "group" and id_ not in register.parties)


def _bodies(mentions: Collection[Mention], register: Register, text: str) -> Iterator[_Told]:
    """The bodies that the report calls by a name."""
    for mention in mentions:
        if mention.kind != "group" or mention.entity is None:
            continue
        party = register.parties.get(mention.entity.removeprefix("group/"))
        is_ours = party is None and _called_words(mention.words, mention.span.start, text)
        if not is_ours and (party is None or party.kind == "rebel"):
            yield _Told(mention.span.start, _sentence(mention.span.start, text), party)


def _sentence(at: int, text: str) -> int:
    return sum(1 for _ in _END.finditer(text, 0, at))


def _called_words(words: str, at: int, text: str) -> frozenset[str]:
    """What 'the Islamist group', 'the Islamists', 'the opposition' say of a body; empty: no such phrase."""
    definite = _DEFINITE.match(words)
    if definite is None and not _BEFORE.search(text, max(0, at - _LOOK_BACK), at):
        return frozenset()
    bare = words[definite.end() :] if definite is not None else words
    parts = [singular(w) for w in fold_name(_OWNING.sub("", bare)).split()]
    if not parts or len(parts) > _LONGEST:
        return frozenset()
    has_noun = len(parts) > 1 and is_band(parts[-1])
    is_noun = bool(_OWNING.search(bare)) or fold_name(bare).split()[-1] != parts[-1]
    if (
        not has_noun
        and not is_noun
        and not _is_plain(parts[-1])
        and not _is_deed_after(at + len(words), text)
    ):
        return frozenset()  # "the Islamist president"
    return frozenset(parts[:-1] if has_noun else parts)


def _is_plain(word: str) -> bool:
    """'The opposition': a noun by itself."""
    return word in load_side_words().generic


def _is_deed_after(stop: int, text: str) -> bool:
    """'The Islamist offensive'."""
    after = _NEXT.match(text, stop)
    return after is not None and singular(after[1]) in load_words().nouns


def _party_called(words: str, at: int, told: Sequence[_Told], text: str) -> Party | None:
    said = _called_words(words, at, text)
    if not said:
        return None
    own = said - load_side_words().any_rebels
    if not own:
        noun = fold_name(_OWNING.sub("", words)).split()[-1]
        return _named_last(at, told, text) if is_body(noun) else None
    fits = [one for one in told if one.party is not None and own <= _callings(one.party)]
    near = [one for one in fits if one.start < at] or fits
    for within in (0, 1, None):
        here = _sentence(at, text)
        some = {
            one.party.id: one.party for one in near
            if one.party is not None and (within is None or here - one.sentence <= within)
        }  # fmt: skip
        if some:
            return next(iter(some.values())) if len(some) == 1 else None
    return None


def _callings(party: Party) -> frozenset[str]:
    return frozenset(singular(word) for word in map(fold_name, party.called))


def _named_last(at: int, told: Sequence[_Told], text: str) -> Party | None:
    """'The militant group': the body that was named last, if it was so a sentence or two before."""
    before = [one for one in told if one.start < at]
    if not before or _sentence(at, text) - before[-1].sentence > _REACH:
        return None
    here = {
        one.party.id if one.party is not None else ""
        for one in before
        if one.sentence == before[-1].sentence
    }
    return before[-1].party if len(here) == 1 else None
