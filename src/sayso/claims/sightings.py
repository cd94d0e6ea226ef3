"""The annotations of one report in; everyone whom it names or describes, claimed about or not, out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, islice

from sayso.types import DESCRIBED, Annotations, Attribution, Label, Mention, Report, Sighting, Span

_LINKED = ("person/", "group/")
_ARTICLE = re.compile(r"^(?:The|An?|His|Her|Its|Their|Our|My)\s")
_AFTER_NOUN = re.compile(r"[Tt]he (?:[a-z]+[ -])*[a-z]{3,} ((?:[A-Z][\w’'-]+ ?)+)")
_DEFINITE = re.compile(r"(?:the|his|her|its|their|our|my)\s", re.IGNORECASE)
_OF = re.compile(r"\s(?:of|for|in|from|at)\s")
_TOLD = frozenset({"role", "group", "outlet"})
_ASIDE = frozenset({"furniture", "byline"})
# "By Karim Odas, Lantern": no sentence, and nothing but names
_BYLINE = re.compile(r"\s*(?:[Bb]y|BY)(?:[\s,&|/–—-]+(?:[A-Z]\S*|and|of|for|in|the))+\s*")
_CAPITALS = re.compile(r"(?:(?<![^\s“\"(])[A-Z][\w-]*\.? ){1,3}$")
_SENTENCE = re.compile(
    r".*[^\W\d_]{5,}\.(?: |$)"
)  # "Karez. Mayor": no title is so long and cut short
_HEAD = 3  # lines with words, of which one may be the byline


def find_sightings(report: Report, annotations: Annotations) -> tuple[Sighting, ...]:
    """One for each person and body with a name, or told of as one that is known: "the mayor".

    Pronouns bring up nobody by themselves. Left out is what stands in furniture or a byline, and
    whoever speaks under a pseudonym (DESIGN.md section 5, number 12).
    """
    aside = [p.span for p in annotations.passages if p.kind in _ASIDE]
    aside += _bylines(report.text)
    mentions = tuple(_tie_inner(annotations.mentions))
    kept = [m for m in mentions if not any(m.span.meets(span) for span in aside)]
    by_span = {m.span: m for m in mentions}
    told = sorted(
        ((who, m) for m in kept if (who := _who(m, by_span, report.id)) is not None),
        key=lambda pair: (pair[0], pair[1].span),
    )
    voices = frozenset(_voices(annotations.attributions, by_span, report.id))
    veiled = [a for a in annotations.attributions if a.said_by and a.said_by.naming == "pseudonym"]
    hidden = frozenset(_voices(veiled, by_span, report.id))
    found = (
        _sighting(report, who, [m for _, m in mine], who in voices, annotations.labels)
        for who, mine in groupby(told, key=lambda pair: pair[0])
        if who not in hidden
    )
    return tuple(
        sorted((one for one in found if one is not None), key=lambda s: (s.spans, s.entity))
    )


def _tie_inner(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """All of them; "the mayor" of "the mayor of Karez" means him, and is not one more."""
    longest = {m.span.start: m for m in sorted(mentions, key=lambda m: m.span.stop)}
    for mention in mentions:
        whole = longest[mention.span.start]
        is_open = mention.entity is None and mention.means is None and whole.means is None
        is_head = mention.kind == whole.kind == "role" and whole.span != mention.span
        if is_open and is_head and _OF.match(whole.words[len(mention.words) :]):
            mention = replace(mention, means=whole.span)
        yield mention


def _bylines(text: str) -> Iterator[Span]:
    """The lines at the head that name who wrote it, where no passages tell."""
    lines = (found for found in re.finditer(r".+", text) if found[0].strip())
    for line in islice(lines, _HEAD):
        if _BYLINE.fullmatch(line[0]):
            yield Span(line.start(), line.end())


def _sighting(
    report: Report, who: str, mentions: Sequence[Mention], speaks: bool, labels: Sequence[Label]
) -> Sighting | None:
    """None: no words of the report name the one, or tell of one that is known: 'a guard'."""
    words = [m for m in mentions if m.kind in _TOLD or _is_name(m)]
    if not words:
        return None
    if who.startswith(_LINKED):
        names = [m.name for m in words if m.name is not None]
    else:
        names = [name for m in words if (name := _unresolved_name(m)) is not None]
    names = sorted(dict.fromkeys(names), key=lambda name: (-len(name), name))
    called = tuple(dict.fromkeys((*_callings(words), *_titles(report.text, words))))
    if not names and not any(_DEFINITE.match(one) or one.istitle() for one in called):
        return None
    besides = [m.words.removeprefix("the ") for m in words if names and _is_byname(m, names)]
    return Sighting(
        report=report.id,
        published_at=report.published_at,
        entity=who,
        names=tuple(dict.fromkeys([*names, *besides])),
        called=called,
        spans=tuple(m.span for m in words),
        speaks=speaks,
        kind="group" if who.startswith("group/") or _are_bodies(words) else "person",
        labels=tuple(label for label in labels if label.entity == who),
    )


def _callings(words: Sequence[Mention]) -> Iterator[str]:
    """The descriptions, and the titles before a name."""
    for mention in words:
        if mention.name is None or not _is_name(mention):
            yield mention.words
        elif mention.words.endswith(f" {mention.name}"):
            yield mention.words.removesuffix(f" {mention.name}")


def _titles(text: str, words: Sequence[Mention]) -> Iterator[str]:
    """The capitals right before a name, 'Lt. Col.', which no mention may hold."""
    for mention in words:
        at = mention.span.start
        before = _CAPITALS.search(text, max(0, at - 30), at) if _is_name(mention) else None
        told = _SENTENCE.sub("", before[0].strip()) if before is not None else ""
        if told:
            yield told


def _are_bodies(words: Sequence[Mention]) -> bool:
    return all(m.kind in {"group", "outlet"} for m in words)


def _unresolved_name(mention: Mention) -> str | None:
    """What stands for an outlet, or after a trade: 'Lantern', 'the accountant Rao'; None: no name."""
    if mention.kind == "outlet":
        bare = _ARTICLE.sub("", mention.words[:1].upper() + mention.words[1:])
        return bare if _has_capital(mention.words) else None
    found = _AFTER_NOUN.fullmatch(mention.words) if mention.kind == "role" else None
    return found[1] if found is not None else None


def _who(mention: Mention, by_span: Mapping[Span, Mention], report: str) -> str | None:
    """An entity, or the words that describe someone best; None: nobody, or no person."""
    if mention.entity is not None:
        return mention.entity if mention.entity.startswith(_LINKED) else None
    seen = {mention.span}
    while mention.means is not None and mention.means not in seen and mention.means in by_span:
        seen.add(mention.means)
        mention = by_span[mention.means]
    if mention.entity is not None:
        return mention.entity if mention.entity.startswith(_LINKED) else None
    is_told = mention.kind in _TOLD and any(char.isalpha() for char in mention.words)
    return f"{DESCRIBED}{report}/{mention.span.start}-{mention.span.stop}" if is_told else None


def _voices(
    attributions: Sequence[Attribution], by_span: Mapping[Span, Mention], report: str
) -> Iterator[str]:
    for said in attributions:
        source = said.source
        if source is None:
            continue
        who = _who(by_span.get(source.span, source), by_span, report)
        step = said.said_by.entity if said.said_by is not None else None
        yield from (one for one in (who, step) if one is not None)


def _is_name(mention: Mention) -> bool:
    is_told = mention.kind != "role" and mention.means is None
    return is_told and _has_capital(mention.words)


def _has_capital(words: str) -> bool:
    """Whether there is one besides the article's: 'The Lantern', and not 'The paper'."""
    return any(char.isupper() for char in _ARTICLE.sub("", words))


def _is_byname(mention: Mention, names: Sequence[str]) -> bool:
    """Whether it names the person by nothing of the name: 'Abu Karez' for Karim Odas."""
    bare = mention.words.removeprefix("the ")
    is_name = mention.kind == "person" and mention.means is None and bare.istitle()
    known = " ".join(names).casefold()
    return is_name and not any(word in known for word in mention.words.casefold().split())
