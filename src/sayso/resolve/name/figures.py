"""The mentions that mean one person, body or thing, together; what fits it, and what does not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from sayso.resolve.kindred import kind_of_kin
from sayso.resolve.name.callings import is_body, is_many
from sayso.resolve.name.counted import counts_some
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.parts import gender_of_name
from sayso.resolve.name.references import (
    Gender,
    Sort,
    described_words,
    gender_told,
    head_noun,
    is_thing,
    load_references,
    number_told,
    owner_gender,
    sort_of,
)
from sayso.resolve.name.titles import load_titles
from sayso.resolve.side_words import load_side_words
from sayso.types import Mention, MentionKind, Span

_CLOSING = re.compile(r"[^,.;:)—–\n]{0,40}(?:[,.;:)—–\n]|$)")
_CALLED = re.compile(
    r"[^.;]{0,60}\b(?:called|named|known(?: \w+)? as|nicknamed|names?(?: only| just)? (?:as|of|is)) [“\"‘']?"
)
_OWNING = ("’s", "'s")
_NO_PHRASES = frozenset({"a", "an", "the", "and", "of"})  # what is left of a misread mention
_APPOSED_KINDS = (
    {"role", "person"}, {"role", "group"}, {"group"}, {"role", "outlet"}, {"group", "outlet"},
)  # fmt: skip
_KINDS: Mapping[Sort | None, frozenset[MentionKind]] = {
    "male": frozenset({"person", "role"}),
    "female": frozenset({"person", "role"}),
    "plural": frozenset({"crowd", "group"}),
    "part": frozenset({"crowd", "group"}),
    "thing": frozenset({"group", "outlet", "role"}),
    "relative": frozenset({"person", "role", "crowd", "group"}),
    "relative_thing": frozenset({"group", "outlet", "role", "place"}),
}
_SINGULAR = frozenset({"headquarters", "barracks"})
_ARTICLE = re.compile(r"(?:the|an?|his|her|its|their|our) ", re.IGNORECASE)

_MANY = re.compile(r"(?:these|those)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    """Someone or something that a report brings up, with all mentions of it so far.

    gender: None: not told yet
    best:   the mention that names it, the longest one; where none does, the first
    nouns:  what it is called: the head nouns of its descriptions, and titles before its name
    words:  all words that name or describe it, folded
    """

    mentions: tuple[Mention, ...]
    gender: Gender | None
    best: Mention
    nouns: frozenset[str]
    words: frozenset[str]

    def joined_by(self, mention: Mention) -> "Figure":
        return replace(
            self,
            mentions=(*self.mentions, mention),
            gender=self.gender or _gender_of(mention),
            best=max(self.best, mention, key=_telling),
            nouns=self.nouns | _nouns_of(mention),
            words=self.words | _words_of(mention),
        )

    def has_entity(self, entity: str | None) -> bool:
        return entity is not None and any(m.entity == entity for m in self.mentions)


def new_figure(mention: Mention) -> Figure:
    return Figure((mention,), _gender_of(mention), mention, _nouns_of(mention), _words_of(mention))


def _telling(mention: Mention) -> int:
    return len(mention.words) if _is_named(mention) else 0


def _words_of(mention: Mention) -> frozenset[str]:
    return frozenset(fold_name(mention.words).split())


def _gender_of(mention: Mention) -> Gender | None:
    sort = sort_of(mention)
    if sort in {"male", "female"}:
        return "male" if sort == "male" else "female"
    told = gender_told(mention.words) if mention.kind in {"person", "role"} else None
    if told is None and mention.kind == "person":
        return gender_of_name(mention.name or mention.words)
    return told


def _is_named(mention: Mention) -> bool:
    if sort_of(mention) is not None or mention.kind in {"role", "crowd"}:
        return False
    return any(word[:1].isupper() for word in mention.words.split()[1:] or [mention.words])


def _nouns_of(mention: Mention) -> frozenset[str]:
    if sort_of(mention) not in {None, "described"}:
        return frozenset()
    if mention.kind != "person":
        return frozenset({head_noun(mention.words)})
    words = fold_name(mention.words).replace(".", "").split()
    return frozenset(word for word in words[:-1] if word in load_titles())


def find_phrases(mentions: Sequence[Mention], text: str) -> list[Mention]:
    """The mentions to be told apart, in text order, with the pairs that one 'they' may mean.

    Of mentions with one head only the longest is left: 'Odas' in 'Colonel Odas' is the same.
    """
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.span.start, -m.span.stop)):
        if mention.words.lower() in _NO_PHRASES:
            continue
        if not any(_is_same_phrase(mention, outer) for outer in kept):
            kept.append(mention)
    return sorted([*kept, *_pairs(kept, text)], key=lambda m: (m.span.stop, m.span.start))


def _is_same_phrase(inner: Mention, outer: Mention) -> bool:
    if not outer.span.covers(inner.span):
        return False
    if inner.span.start == outer.span.start and outer.kind == "person":
        return True  # a title
    head = head_span(outer)
    return inner.span.covers(head) or head.covers(inner.span)


def head_span(mention: Mention) -> Span:
    """Where the head noun of a phrase stands; a name is its own head, whole."""
    if mention.kind in {"person", "outlet"} and _is_named(mention):
        return mention.span
    head = _head_in(mention.words)
    if head is None:
        return mention.span
    return Span(mention.span.start + head[0], mention.span.start + head[1])


@lru_cache(maxsize=20_000)
def _head_in(words: str) -> tuple[int, int] | None:
    """Where in its own words the head noun of a phrase begins and ends; None: it is none of them."""
    head = head_noun(words)
    return next((m.span() for m in re.finditer(r"\w+", words) if fold_name(m[0]) == head), None)


def _pairs(mentions: Sequence[Mention], text: str) -> Iterator[Mention]:
    """'Fadwa and her brother Nizar' as one crowd."""
    people = [m for m in mentions if m.kind in {"person", "role"} and not is_thing(m)]
    for one, other in pairwise(people):
        if text[one.span.stop : other.span.start] != " and ":
            continue
        stop = next(
            (m.span.stop for m in people if m.kind == "person" and text[other.span.stop : m.span.start] == " "),
            other.span.stop,
        )  # fmt: skip
        span = Span(one.span.start, stop)
        yield Mention(span, "crowd", span.of(text))


def is_apposed(one: Mention, other: Mention, text: str, cues: Sequence[Span]) -> bool:
    """Whether the second of two mentions says again who the first is; one of them is a name.

    cues: words of saying; with one of them before the next comma, the second begins a clause
    """
    if not _may_be_same(one, other):
        return False
    if not _ARTICLE.match(one.words) and text.endswith((" of ", " for "), 0, one.span.start):
        return False  # "director of security, X": X is not the security
    gap = text[one.span.stop : other.span.start]
    if gap == " " or _CALLED.fullmatch(gap):
        is_kin = gap == " " and kind_of_kin(head_noun(one.words)) is not None
        is_owners = is_kin and " of " in one.words  # "the son of the teacher Mira Odas": her son
        return one.kind == "role" and other.kind == "person" and not is_owners
    if gap != ", " or not (_is_named(other) or _ARTICLE.match(other.words)):
        return False
    if other.words.endswith(_OWNING) or text.startswith(_OWNING, other.span.stop):
        return False  # "Karim Odas, the emir's brother": he is no emir
    if owner_gender(one.words) is not None:
        return True  # "his deputy, Karim Odas said"
    closed = _CLOSING.match(text, other.span.stop)
    if closed is None or closed[0].startswith((" and", " or")):
        return False
    rest = Span(*closed.span())
    # "The mayor, Karim Odas, and ..." are rarely three, "Karim Odas, a medic, and ..." often.
    is_list = _is_named(one) and text.startswith((" and ", " or "), rest.stop)
    return not is_list and not any(cue.meets(rest) for cue in cues)


def _may_be_same(one: Mention, other: Mention) -> bool:
    kinds = {one.kind, other.kind}
    if kinds not in _APPOSED_KINDS or sort_of(one) not in {None, "described"}:
        return False
    is_body = "role" in kinds and "person" not in kinds
    if is_body and not (is_thing(one) or is_thing(other)):
        return False
    return _is_named(one) != _is_named(other)


def agrees(mention: Mention, figure: Figure) -> bool:
    """Whether a pronoun can mean the figure, by number, kind and gender."""
    best, sort = figure.best, sort_of(mention)
    if sort in {"male", "female"} and _is_several(best):
        return False
    if fold_name(best.words) in load_references().nobodies or sort_of(best) == "part":
        return False
    if best.kind not in _KINDS.get(sort, ()):
        return False
    if sort == "plural" and _is_one(best):
        return False
    if best.kind == "role" and sort != "relative_thing" and is_thing(best) != (sort == "thing"):
        return False
    if best.kind == "group" and sort in {"thing", "part"} and _is_many(best) != (sort == "part"):
        return False
    if sort in {"male", "female"}:
        return figure.gender in {None, sort}
    number = number_told(mention.words)
    is_pair = number == "two" and "and" in figure.words
    return number is None or (best.kind == "crowd" and (is_pair or number in figure.words))


def _is_one(mention: Mention) -> bool:
    """'A Danube Post correspondent', by the name of a body, is not they; 'a northern battalion' may be."""
    head = head_noun(mention.words)
    return mention.words.startswith(("A ", "An ", "a ", "an ")) and not (
        is_body(head) or is_many(head)
    )


def _is_several(mention: Mention) -> bool:
    """'The family', 'the police': nobody that is he or she."""
    head = head_noun(mention.words)
    return mention.kind == "role" and not _is_named(mention) and (is_body(head) or is_many(head))


def _is_many(mention: Mention) -> bool:
    """'rebels', 'the guerrillas': a group that is they, never it."""
    head = head_noun(mention.words)
    is_plural = head.endswith("s") and not head.endswith("ss") and head not in _SINGULAR
    return is_plural and not _is_named(mention)


def describes(mention: Mention, figure: Figure) -> bool:
    """Whether the description's noun is one of the figure's, and nothing it adds is foreign to it."""
    noun = head_noun(mention.words)
    best = figure.best
    if best.kind == "crowd" and mention.kind not in {"crowd", "group"}:
        return False
    if counts_some(best.words) and noun.removesuffix("s") in load_side_words().any_rebels:
        return False  # "twelve rebels died": the rebels who then say so are others
    is_body = best.kind in {"group", "outlet"} and mention.kind in {"group", "outlet", "role"}
    told = figure.words if is_body and _is_named(best) else figure.nouns
    return noun in told and described_words(mention.words) <= figure.words


def may_be_class(mention: Mention, figure: Figure) -> bool:
    """'the station' of Radio Y, 'the officer' of Captain X."""
    best, noun = figure.best, head_noun(mention.words)
    if not _is_named(best) or len(described_words(mention.words)) > 1:
        return False
    classes = load_references().classes.get(best.kind, {})
    if noun not in classes:
        return False
    told = figure.words | figure.nouns
    if classes[noun]:
        return bool(classes[noun] & told)
    return not classes.get("station", frozenset()) & told  # Radio Y is no paper


def tells_more(best: Mention, mention: Mention) -> bool:
    """'The militia' again tells no more than 'the militia' did, a pronoun tells nothing, and
    'these rebels' are no one person."""
    is_telling = sort_of(best) in {None, "described"}
    is_one_of_many = best.kind == "person" and _MANY.match(mention.words) is not None
    words = [m.words.lower().removeprefix("the ") for m in (best, mention)]
    return is_telling and not is_one_of_many and words[0] != words[1]
