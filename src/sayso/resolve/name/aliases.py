"""The names of one report in, whether one tells what the bearer of the other is known by besides, out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.titles import load_titles
from sayso.types import Mention, Span

_BREAK = r"(?:, ?| ?\(| ?[—–] ?| - )"
_WHOSE = r"(?:his|her|whose|their|the)"
_NOUN = (
    r"(?:noms?[ -]de[ -]guerre|nickname|alias|code[ -]?name|call[ -]?sign|pseudonym|pen name|stage name"
    r"|war name|birth name|real name|full name|maiden name|name)"
)
_OFTEN = r"(?:(?:also|better|widely|only|once|formerly|previously|commonly|locally|usually|sometimes|now|popularly) )"
_AMONG = r"(?: (?:to|in|among|within|across|throughout) [\w’' ]{2,30}?)?"
_CALLED = r"(?:known|called|nicknamed|dubbed|styled|referred to)"
_BY_NAME = rf"(?: (?:as|by))?(?: {_WHOSE} {_NOUN}(?: of)?)?"
_GAPS = (
    rf"{_BREAK}(?:who )?(?:is |was |had been )?{_OFTEN}*{_CALLED}{_AMONG}{_BY_NAME}",
    rf" (?:who (?:is|was) )?(?:{_OFTEN}+{_CALLED}|known){_AMONG}(?: as| by){_BY_NAME}",
    rf"(?:{_BREAK}| )(?:alias|a\.?k\.?a\.?|née|né)",
    rf"{_BREAK}(?:{_WHOSE} )?{_NOUN}(?: is| was|:)?",
    rf"{_BREAK}(?:born|code-?named)",
    rf"{_BREAK}who (?:fights|fought|goes|went|writes|wrote|operates|operated|acts|acted|travels|travelled|lived)"
    rf" (?:by|under)(?: the {_NOUN}(?: of)?)?",
    rf"{_BREAK}(?:under|using|by|going by) (?:the|his|her) {_NOUN}(?: of)?",
    rf"{_BREAK}who (?:uses|used|took|adopted|bears|bore|has taken) the {_NOUN}s?(?: of)?",
    rf"{_BREAK}who(?:m|se)? (?:[\w’']+ ){{1,3}}(?:calls?|called|knows?|knew|nicknamed|dubbed)(?: as)?",
    rf"{_BREAK}who (?:calls|called|styles|styled) (?:himself|herself)",
)
_OPEN = r",? ?(?:[\"“‘'(] ?)?(?:[Tt]he )?"
_GAP = re.compile(rf"(?:{'|'.join(_GAPS)}){_OPEN}")
_DAYS = (
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Janu|Febru)ary|(?:Septem|Octo|Novem|Decem)ber"
)
_MONTHS = r"March|April|May|June|July|August"
_WORD = r"[^\W\d_a-z][\w’'-]*"
_ALIAS = re.compile(
    rf"(?:{'|'.join(_GAPS)}){_OPEN}(?P<name>(?!(?:{_DAYS}|{_MONTHS})\b)"
    rf"{_WORD}(?: (?:(?:al|el|bin|ibn|of|of the) )?{_WORD}){{0,3}})(?<!['’]s)"
)
# 'Abu Karez, as Karim Odas is known', 'Karim Odas, or Abu Karez as his men call him'
_AS = re.compile(r", as (?:[\"“‘])?")
_IS_KNOWN = re.compile(rf"[\"”’]? (?:is|was|had been) (?:{_OFTEN})?{_CALLED}\b")
_OR = re.compile(r", or (?:just |simply )?[\"“‘]?")
_AS_CALLED = re.compile(r"[\"”’]?,? as (?:[\w’']+ ){1,4}(?:call|calls|called|know|knows|knew)\b")
# 'identified Abu Karez as Karim Odas', 'Abu Karez has been identified as Karim Odas'
_IDENTIFIED = re.compile(r"(?: (?:has|had) been| (?:was|is))? identified(?: by [\w ]{2,30})? as ")
_IDENTIFYING = re.compile(
    r"\b(?:identif(?:y|ies|ied|ying)|unmask(?:s|ed)?)(?: the [\w ]{2,30} as)? $"
)
# not "The man who shot Karim Odas has been identified as Besim Rao"
_AS_SUBJECT = re.compile(r"(?:^|[.!?:\n][\"”’]? *|\bknown as )(?:[Tt]he (?:\w+ )?)?[\"“‘]?$")
_REALLY = re.compile(r" (?:is|was) (?:really|in fact|in truth|none other than) ")
_NICKED = re.compile(r"(\w[^\"“‘]*) [\"“‘']([^\"”’]{2,25})[\"”’'] (\w[^\"“‘]*)")
_MAIDEN = re.compile(r"\bnée?\b|\bmaiden name\b")
_KUNYA = re.compile(r"(?:Abu|Abou|Umm?|Oum) ")


def find_aliases(mentions: Sequence[Mention], text: str) -> Iterator[tuple[Mention, Mention]]:
    """Each two names beside each other that the report tells to be one person's."""
    named = [m for m in mentions if m.words[:1] in '"“' or _bare(m)[:1].isupper()]
    for one, other in pairwise(named):
        is_named = one.kind == "person" or one.words[:1] in '"“'
        if is_named and other.kind != "crowd" and _is_alias(one, other, text):
            yield one, other


def _bare(mention: Mention) -> str:
    return mention.words.removeprefix("the ")


def _is_title(words: str) -> bool:
    return {*fold_name(words).split()} <= load_titles()


def split_nickname(name: str) -> tuple[str, str]:
    """'Karim “the Falcon” Odas' -> 'Karim Odas', 'Falcon'; the second is "" where there is none."""
    told = _NICKED.fullmatch(name)
    if told is None:
        return name, ""
    return f"{told[1]} {told[3]}", told[2].removeprefix("the ")


def maiden_name(one: Mention, other: Mention, text: str) -> str | None:
    """'Lina Sarn' of 'Lina Odas, née Sarn'; None: nothing of the kind is told."""
    is_told = _MAIDEN.search(text[one.span.stop : other.span.start]) is not None
    given = one.words.split()[:-1]
    return f"{given[-1]} {other.words}" if is_told and given and " " not in other.words else None


def _is_alias(one: Mention, other: Mention, text: str) -> bool:
    gap, rest = text[one.span.stop : other.span.start], text[other.span.stop :][:60]
    if not gap or re.match(r"['’]s? ", rest) or _is_title(other.words):
        return False
    if _GAP.fullmatch(gap):
        return True
    before = text[max(0, one.span.start - 50) : one.span.start]
    if _IDENTIFIED.fullmatch(gap) or _REALLY.fullmatch(gap):
        return other.kind == "person" and _AS_SUBJECT.search(before) is not None
    if gap == " as ":
        return other.kind == "person" and _IDENTIFYING.search(before) is not None
    if gap == " (" and rest[:1] == ")":
        return other.kind == "person" and any(_KUNYA.match(m.words) for m in (one, other))
    return bool(
        (_AS.fullmatch(gap) and _IS_KNOWN.match(rest))
        or (_OR.fullmatch(gap) and _AS_CALLED.match(rest))
    )


def mark_aliases(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions, with what a person is told to be known by as a person's name, marked or not.

    'Karim Odas, whom villagers call the Falcon': Falcon is no body.
    """
    found = list(mentions)
    for person in (m for m in mentions if m.kind == "person" and m.words[:1].isupper()):
        told = _ALIAS.match(text, person.span.stop)
        if told is None:
            continue
        span = Span(*told.span("name"))
        if _is_title(span.of(text)):
            continue
        near = [m for m in found if m.span.meets(span)]
        if not near:
            found.append(Mention(span, "person", span.of(text)))
        for other in near:
            is_it = other.span.stop == span.stop and other.kind in {"group", "place", "role"}
            if is_it and _bare(other) == span.of(text):
                found[found.index(other)] = replace(other, kind="person")
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.stop)))
