"""The mentions of one report in, the same with who they are: one id behind a name and its short forms."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from sayso.resolve.folding import fold_name
from sayso.resolve.parties import Register
from sayso.resolve.references import load_references, sort_of
from sayso.types import Mention, Span

_US = frozenset({"we", "us", "our", "ours", "ourselves"})
_GENERIC = frozenset(
    "army military militia government ministry opposition resistance coalition force forces regime rebels rebel police"
    " group side party council parliament navy committee court authorities organisation agency command movement"
    " alliance union fighters troops soldiers militants front source sources sides side official officials".split()
)
_DETERMINERS = frozenset(
    {"the", "a", "an", "its", "their", "his", "her", "some", "several", "other", "two", "three"}
)


@cache
def load_titles() -> frozenset[str]:
    """Words before a name that are no part of it (`data/titles.toml`)."""
    table = tomllib.loads(files("sayso.data").joinpath("titles.toml").read_text("utf-8"))
    return frozenset(table["titles"])


def bare_name(words: str) -> str:
    """A person's name without titles and possessive marks: 'General Karim Odas' -> 'Karim Odas'."""
    parts = words.split()
    titles = load_titles()
    while len(parts) > 1 and fold_name(parts[0].rstrip(".")) in titles:
        parts = parts[1:]
    while len(parts) > 1 and (parts[0].islower() or parts[0] in {"The", "A", "An"}):
        parts = parts[1:]
    name = " ".join(parts)
    for ending in ("’s", "'s", "’", "'"):
        name = name.removesuffix(ending)
    return name


def name_entities(mentions: Sequence[Mention], register: Register) -> tuple[Mention, ...]:
    """Set `entity` and `name` where the report, or the register, says by a name who it is.

    A short name takes the last full name before it that ends (or begins) in it. Two full names
    never become one: Ahmad Odas and Ahmad Karim Odas stay two. What is not named stays None;
    `follow_antecedents` has the rest.
    """
    full = _full_names(mentions)
    named: list[Mention] = []
    for mention in mentions:
        if mention.kind == "person":
            named.append(_name_person(mention, full, named, register))
        elif mention.kind == "place":
            named.append(
                replace(
                    mention, entity=f"place/{_slug(fold_name(mention.words))}", name=mention.words
                )
            )
        else:
            named.append(_name_group(mention, named, register))
    return tuple(named)


def follow_antecedents(
    mentions: Sequence[Mention], antecedents: Mapping[Span, Span]
) -> tuple[Mention, ...]:
    """Set `means`, and with it who it is: the entity and name of what a mention stands for.

    'Two of them' and 'we' are not the same as them, or as who says it: they keep their own.
    """
    by_span = {m.span: m for m in mentions}
    found: list[Mention] = []
    for mention in mentions:
        means = antecedents.get(mention.span)
        followed = replace(mention, means=means)
        known = by_span.get(means) if means is not None else None
        is_same = sort_of(mention) != "part" and fold_name(mention.words) not in _US
        if known is not None and known.name is not None and is_same:
            followed = _as(followed, known)
        found.append(followed)
    return tuple(found)


def _full_names(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Folded full name -> the name as first printed."""
    found: dict[str, str] = {}
    for mention in mentions:
        name = bare_name(mention.words)
        if mention.kind == "person" and len(name.split()) > 1 and name[:1].isupper():
            found.setdefault(fold_name(name), name)
    return found


def _name_person(
    mention: Mention, full: Mapping[str, str], before: Sequence[Mention], register: Register
) -> Mention:
    name = bare_name(mention.words)
    if fold_name(name) in load_references().pronouns or not any(c.isupper() for c in name):
        return mention
    folded = fold_name(name)
    if folded in full:
        return replace(mention, entity=f"person/{_slug(folded)}", name=full[folded])
    known = _by_part(folded, full, before)
    if known is None:
        known = _registered(folded, register)
    name = known or name
    return replace(mention, entity=f"person/{_slug(fold_name(name))}", name=name)


def _by_part(part: str, full: Mapping[str, str], before: Sequence[Mention]) -> str | None:
    """The full name that a surname (or forename) stands for: the last one before it, else any."""
    fits = [key for key in full if part in {key.split()[-1], key.split()[0]}]
    if not fits:
        return None
    for mention in reversed(before):
        key = fold_name(mention.name or "")
        if mention.kind == "person" and key in fits:
            return full[key]
    surnames = [key for key in fits if key.split()[-1] == part]
    return full[(surnames or fits)[0]]


def _registered(part: str, register: Register) -> str | None:
    """A surname that exactly one person of the register has."""
    fits = [
        name for name in register.people.values() if fold_name(bare_name(name)).split()[-1] == part
    ]
    return bare_name(fits[0]) if len({bare_name(name) for name in fits}) == 1 else None


def _name_group(mention: Mention, before: Sequence[Mention], register: Register) -> Mention:
    if mention.entity is not None or fold_name(mention.words) in load_references().pronouns:
        return mention
    party = register.party_of(mention.words) or register.party_of(
        _without_determiner(mention.words)
    )
    if party is not None:
        return replace(mention, entity=f"group/{party.id}", name=party.name)
    if mention.kind != "group":
        return mention
    words = _without_determiner(mention.words)
    if fold_name(words) in _GENERIC:
        return _as(mention, _containing(fold_name(words), before)) if before else mention
    if not any(char.isupper() for char in words):
        return mention  # "aid group", "monitors" describe, and name nobody
    return replace(mention, entity=f"group/{_slug(fold_name(words))}", name=words)


def _containing(word: str, before: Sequence[Mention]) -> Mention | None:
    """'the resistance' after 'the National Resistance Front': the name that holds the word."""
    for mention in reversed(before):
        parts = fold_name(mention.name or "").split()
        if mention.kind == "group" and mention.entity and word in parts and len(parts) > 1:
            return mention
    return None


def _without_determiner(words: str) -> str:
    parts = words.split()
    while len(parts) > 1 and fold_name(parts[0]) in _DETERMINERS:
        parts = parts[1:]
    return " ".join(parts)


def _as(mention: Mention, known: Mention | None) -> Mention:
    return mention if known is None else replace(mention, entity=known.entity, name=known.name)


def _slug(folded: str) -> str:
    return "-".join(folded.split())
