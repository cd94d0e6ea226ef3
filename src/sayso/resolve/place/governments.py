"""Placed names in, those out that stand for a government: 'Moscow denied it', not 'in Moscow'."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from sayso.resolve.name.folding import fold_name
from sayso.resolve.parties import Register
from sayso.resolve.place.gazetteer import Gazetteer
from sayso.tables import read_shipped
from sayso.types import Annotations, Event, Mention, Place, Span

_AROUND = 60  # characters in which what tells it stands
_ADVERBS = r"(?:(?:also|again|now|then|itself|later|long|not|never|still|once|already|since|soon|\w+ly)\s)*"
_NO_SUBJECT = re.compile(
    r"\b(?:in|of|at|from|near|to|into|around|outside|inside|for|on|over|against|by|with|towards?|through|via"
    r"|across|between|within|beyond|above|left|reached|entered|visited)\s(?:the\s)?$",
    re.IGNORECASE,
)
_BY = r"(?!surround|pass|flank|border|follow|own)[a-z]{3,}ed\sby"  # "sanctioned by Washington"
_DOING = frozenset({"actor", "holder", "other"})
_JOINED = re.compile(r" and |-|–|/")


@dataclass(frozen=True, slots=True)
class Metonyms:
    """What `data/metonyms.toml` tells, as patterns of the words before and after a name.

    doing, many: what it does, alone and beside another ("Baku and Yerevan agree")
    """

    doing: re.Pattern[str]
    many: re.Pattern[str]
    owned: re.Pattern[str]
    aimed: re.Pattern[str]
    paired: re.Pattern[str]
    shared: re.Pattern[str]
    adjectives: Mapping[str, str]


@cache
def load_metonyms() -> Metonyms:
    """`data/metonyms.toml`, compiled once a process."""
    table = read_shipped("metonyms.toml")
    irregular, nouns = table["irregular"], table["nouns"]
    verbs = [_forms(verb, irregular) for verb in table["verbs"]]
    base = _any(forms[0] for forms in verbs)
    told = [form for forms in verbs for form in forms[1:]]
    going_on = {form for form in told if form.split()[0].endswith("ing")}
    aimed = _any(form for verb in table["objects"]["verbs"] for form in _forms(verb, irregular))
    modal = r"(?:will|would|may|might|could|should|must|did|does)\s"
    passive = rf"(?:has\sbeen|had\sbeen|was|is)\s{_any(table['passive']['verbs'])}"
    start = r"(?:,\s(?:which|meanwhile|too|however),?)?\s"
    active = rf"(?:(?:has|had|have)\s)?{_ADVERBS}{_any(set(told) - going_on)}(?!\sby\b)"
    ongoing = rf"(?:is|was|are|were|(?:has|had|have)\sbeen)\s{_ADVERBS}{_any(going_on)}"
    doing = rf"{_ADVERBS}(?:{active}|{ongoing})|{modal}{_ADVERBS}{base}|{passive}"
    return Metonyms(
        doing=re.compile(rf"{start}(?:{doing})\b(?!-)"),
        many=re.compile(rf"{start}{_ADVERBS}{base}\b(?!-)"),
        owned=re.compile(
            rf"['’]s?\s(?:\w+\s)?{_any(nouns['of'])}\b|\s{_any(nouns['compound'])}\b"
            rf"|-{_any(nouns['participles'])}\b"
        ),
        aimed=re.compile(rf"\b(?:{aimed}|{_any(nouns['with'])}|{_BY})\s$", re.IGNORECASE),
        paired=re.compile(
            rf"\b{_any(nouns['between'])}(?:\s\w+){{0,2}}\sbetween\s(?:both\s)?$", re.IGNORECASE
        ),
        shared=re.compile(rf"\s(?:\w+\s)?{_any(nouns['between'])}\b"),
        adjectives=table["adjectives"],
    )


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(set(words), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in longest_first) + ")"


def _forms(verb: str, irregular: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """'call for' -> 'call for', 'calls for', 'called for', 'calling for'."""
    head, _, rest = verb.partition(" ")
    if head in irregular:
        forms = (head, *irregular[head])
    elif head.endswith("y") and head[-2] not in "aeiou":
        forms = (head, f"{head[:-1]}ies", f"{head[:-1]}ied", f"{head}ing")
    elif head.endswith("e"):
        forms = (head, f"{head}s", f"{head}d", f"{head[:-1]}ing")
    else:
        ending = "es" if head.endswith(("s", "sh", "ch", "x")) else "s"
        forms = (head, f"{head}{ending}", f"{head}ed", f"{head}ing")
    return tuple(f"{form} {rest}".strip() for form in forms)


def find_governments(
    text: str, places: Sequence[Place], speakers: Collection[Span], gazetteer: Gazetteer
) -> Mapping[Span, str]:
    """The capitals that the text has for a government, with the ISO code of whose it is.

    speakers: what is made to say something; a town says nothing
    """
    capitals = {p.span: c for p in places if (c := _country_of(p, gazetteer)) is not None}
    found = {span for span in capitals if _acts(span, text, span in speakers)}
    for one, other in pairwise(sorted(capitals)):
        if not _JOINED.fullmatch(text[one.stop : other.start]):
            continue
        if _is_at_both(one, other, text):
            found -= {one, other}
        elif {one, other} & found or _is_pair(one, other, text):
            found |= {one, other}
    return {span: capitals[span] for span in found}


def find_acting(
    text: str, places: Sequence[Place], events: Sequence[Event], speakers: Collection[Span]
) -> frozenset[Span]:
    """The countries that do something where they are named ('Norland bombed the port', 'by aircraft
    of Norland'): a party to what is told there, and no place of it."""
    doers = [r.filler.span for e in events for r in e.roles if r.name in _DOING]
    return frozenset(
        place.span
        for place in places
        if place.level == "country"
        and (place.span in doers or _acts(place.span, text, place.span in speakers))
    )


def _country_of(place: Place, gazetteer: Gazetteer) -> str | None:
    """The country whose capital the name is; None: it is none, or means another place."""
    if place.level not in {"town", "admin1", None}:
        return None
    rows = gazetteer.named(place.words)
    capital = next((row for row in rows if row.capital and row.kind == "town"), None)
    if capital is None or place.country not in {None, capital.country}:
        return None
    return capital.country


def _acts(span: Span, text: str, is_speaker: bool) -> bool:
    words = load_metonyms()
    before, after = _around(span, span, text)
    if words.owned.match(after):
        return True
    if after.startswith("-"):  # "Moscow-based"
        return False
    if words.aimed.search(before):
        return True
    return not _NO_SUBJECT.search(before) and bool(is_speaker or words.doing.match(after))


def _is_at_both(one: Span, other: Span, text: str) -> bool:
    """'officials in Baku and Yerevan said': the second is no subject either."""
    words = load_metonyms()
    before, after = _around(one, other, text)
    is_at = _NO_SUBJECT.search(before) is not None and not words.paired.search(before)
    return is_at and not words.aimed.search(before) and not words.owned.match(after)


def _is_pair(one: Span, other: Span, text: str) -> bool:
    """'talks between Baku and Yerevan', 'the Baku-Yerevan truce', 'Baku and Yerevan agree'."""
    words = load_metonyms()
    before, after = _around(one, other, text)
    if text[one.stop : other.start] != " and ":
        return words.shared.match(after) is not None
    acts = words.many.match(after) is not None and not _NO_SUBJECT.search(before)
    return acts or words.paired.search(before) is not None


def _around(first: Span, last: Span, text: str) -> tuple[str, str]:
    return text[max(0, first.start - _AROUND) : first.start], text[last.stop : last.stop + _AROUND]


def government_of(country: str, gazetteer: Gazetteer, register: Register) -> str:
    """The id of a country's government: the party's of the register, else by its people's name.

    'group/syrian-government', as a mention of 'the Syrian government' has it.
    """
    row = gazetteer.country(country)
    adjective = load_metonyms().adjectives.get(country) or gazetteer.adjective_of(country)
    names = [f"{adjective} government"] if adjective is not None else []
    names += [f"government of {row.name}", row.name] if row is not None else []
    for name in names:
        party = register.party_of(name)
        if party is not None and party.kind in {"government", "military"}:
            return f"group/{party.id}"
    named = f"{adjective} government" if adjective is not None else f"{country} government"
    return f"group/{'-'.join(fold_name(named).split())}"


def name_governments(
    annotations: Annotations,
    capitals: Mapping[Span, str],
    gazetteer: Gazetteer,
    register: Register,
    *,
    acting: Collection[Span] = (),
) -> Annotations:
    """Mentions of these capitals are of their governments; no event is at such a place.

    acting: countries that do something where they are named, and are no event's place either
    """

    def named(mention: Mention) -> Mention:
        country = capitals.get(mention.span)
        if country is None:
            return mention
        entity = government_of(country, gazetteer, register)
        return replace(mention, kind="group", entity=entity, name=mention.words)

    def is_none(at: int | None) -> bool:
        span = annotations.places[at].span if at is not None else None
        return span in capitals or span in acting

    return replace(
        annotations,
        mentions=tuple(map(named, annotations.mentions)),
        events=tuple(replace(e, place=None) if is_none(e.place) else e for e in annotations.events),
    )
