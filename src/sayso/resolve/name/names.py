"""The mentions of one report in, the same with who they are: one id behind a name and its short forms."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from sayso.event_types import load_event_types
from sayso.resolve.name.aliases import find_aliases, maiden_name, split_nickname
from sayso.resolve.name.callings import is_person
from sayso.resolve.name.counted import counts_some
from sayso.resolve.name.first_surnames import same_before, without_those_to_come
from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.kin_namesakes import ELDER, tell_kin_apart
from sayso.resolve.name.namesakes import tell_apart
from sayso.resolve.name.ranks import find_ranks
from sayso.resolve.name.references import load_references, sort_of
from sayso.resolve.name.repairs import mend_names
from sayso.resolve.name.surnames import by_part, longer_name, of_sex, told_in_full_soon
from sayso.resolve.name.titles import load_titles
from sayso.resolve.name.units import body_name, without_leaning
from sayso.resolve.parties import Register
from sayso.resolve.place.code_names import is_code_name
from sayso.resolve.side_words import load_side_words
from sayso.types import Mention, Span

_OWNED = re.compile(r"['’]s ")  # "Karim Odas's letter"


def bare_name(words: str) -> str:
    """A person's name without titles and possessive marks: 'General Karim Odas' -> 'Karim Odas'."""
    parts = words.split()
    titles = load_titles()
    while len(parts) > 1 and all(w in titles for w in fold_name(parts[0].rstrip(".")).split()):
        parts = parts[1:]
    while len(parts) > 1 and (parts[0].islower() or parts[0] in {"The", "A", "An"}):
        parts = parts[1:]
    name = " ".join(parts)
    for ending in ("’s", "'s", "’", "'"):
        name = name.removesuffix(ending)
    return name


def name_entities(
    mentions: Sequence[Mention],
    register: Register,
    text: str = "",
    relatives: Collection[Span] = (),
) -> tuple[Mention, ...]:
    """Set `entity` and `name` where the report, or the register, says by a name who it is.

    text: where names that one is known by besides are looked for ("Karim Odas, alias Abu Karez")
    relatives: names of somebody's kin: "his father, Karim" is no earlier Karim

    A short name takes the last full name before it that ends (or begins) in it. Two full names
    never become one: Ahmad Odas and Ahmad Karim Odas stay two. What is not named stays None;
    `follow_antecedents` has the rest.
    """
    said = mentions
    mentions = mend_names(said, text)
    firsts = _firsts(mentions)
    full = _with_aliases(_full_names(mentions), mentions, firsts, text)
    known = {word for key in full if " " in key for word in key.split()}
    ranks = find_ranks([m for m in mentions if m.kind == "person"], text, bare_name)
    named: list[Mention] = []
    for mention in mentions:
        mention = _of_a_kind(mention, known, register, mentions, text)
        is_code = is_code_name(mention.span, text) and not _is_byname(mention, full)
        if is_code or _is_bare_title(mention, text):
            named.append(mention)
        elif mention.kind == "person":
            is_kin = mention.span in relatives and " " not in mention.words
            if is_kin:
                fits = told_in_full_soon(mention, full, firsts, relatives, text)
            else:
                fits = without_those_to_come(mention, ranks.fitting(mention, full), firsts, text)
            known_as = ranks.settle(_name_person(mention, fits, named, register, text))
            named.append(tell_apart(known_as, named, text))
        elif mention.kind == "place":
            named.append(
                replace(
                    mention, entity=f"place/{_slug(fold_name(mention.words))}", name=mention.words
                )
            )
        else:
            named.append(_name_group(mention, named, register))
    apart = tell_kin_apart(named, text)
    return tuple(replace(one, words=m.words) for one, m in zip(apart, said, strict=True))


def _of_a_kind(
    mention: Mention,
    known: Collection[str],
    register: Register,
    mentions: Sequence[Mention],
    text: str,
) -> Mention:
    """The mention as a person's or a body's where it was taken for something else."""
    if mention.kind == "place" and _is_persons(mention, known, register, mentions, text):
        return replace(mention, kind="person")
    if mention.kind == "place" and _is_fighting_body(mention, register, mentions, text):
        return replace(mention, kind="group")
    if mention.kind == "person" and fold_name(mention.words) not in known and (
        register.party_of(mention.words) and not register.speaker_for(mention.words)
    ):  # fmt: skip
        return replace(mention, kind="group")
    if mention.kind == "group" and _is_some_man(mention.words):
        return replace(mention, kind="role")
    return mention


def _is_some_man(words: str) -> bool:
    """'An Indian soldier', 'a former British officer': one man, who is no body of that name."""
    first, *_, last = words.lower().split() if " " in words else (words.lower(), "")
    return first in {"a", "an"} and is_person(last)


def _is_persons(
    mention: Mention,
    known: Collection[str],
    register: Register,
    mentions: Sequence[Mention],
    text: str,
) -> bool:
    """Whether a 'place' is part of a person's name in the report, or the surname of one we know."""
    folded = fold_name(mention.words)
    is_name = folded in known or _registered(folded, register) is not None
    return is_name and folded not in _places(mentions, text)


def _is_fighting_body(
    mention: Mention, register: Register, mentions: Sequence[Mention], text: str
) -> bool:
    """Whether a 'place' is a body of fighters by the register, and nothing is ever in it."""
    bare = _without_determiner(mention.words)
    party = next(
        filter(None, map(register.party_of, (mention.words, bare, without_leaning(bare)))), None
    )
    is_body = party is not None and party.kind == "rebel"
    return is_body and fold_name(mention.words) not in _places(mentions, text, where=_WHERE)


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
        is_same = (
            sort_of(mention) != "part" and fold_name(mention.words) not in load_side_words().us
        )
        if known is not None and _is_body_of(mention, known):
            found.append(mention)
            continue
        if known is not None and known.name is not None and is_same:
            followed = _as(followed, known)
        found.append(followed)
    return tuple(found)


def _is_body_of(mention: Mention, known: Mention) -> bool:
    """'Karim Odas, now head of the commission': a body by its noun is nobody's description."""
    is_pronoun = fold_name(mention.words) in load_references().pronouns
    return mention.kind == "group" and known.kind == "person" and not is_pronoun


def _full_names(mentions: Sequence[Mention]) -> Mapping[str, str]:
    """Folded full name -> the name as first printed."""
    found: dict[str, str] = {}
    for mention in mentions:
        name = bare_name(mention.words)
        is_whole = len(name.split()) > 1 and not _OWNED.search(name)
        if mention.kind == "person" and is_whole and name[:1].isupper():
            found.setdefault(fold_name(name), name)
    return found


def _firsts(mentions: Sequence[Mention]) -> Mapping[str, Mention]:
    """By folded full name, the mention that has it first."""
    found: dict[str, Mention] = {}
    for mention in sorted(mentions, key=lambda m: m.span.start):
        if mention.kind == "person" and " " in (name := bare_name(mention.words)):
            found.setdefault(fold_name(name), mention)
    return found


_AT = re.compile(r"(?:\bin|\bat|\bnear|\bfrom|\bto|\bof|\baround|\boutside) $")


def _with_aliases(
    full: Mapping[str, str],
    mentions: Sequence[Mention],
    firsts: Mapping[str, Mention],
    text: str,
) -> Mapping[str, str]:
    """The full names with those that somebody is known by besides: each as the first name of his."""
    found = {key: longer_name(key, full, firsts, text) or name for key, name in full.items()}
    for name in full.values():
        bare, nickname = split_nickname(name)
        found |= {fold_name(word): name for word in (bare, nickname) if nickname and word}
    for one, other in find_aliases(mentions, text):
        first, second = (_bare_alias(m.words) for m in (one, other))
        known = found.get(fold_name(first), first)
        if fold_name(known) != fold_name(second):
            found[fold_name(first)] = known
            found[fold_name(second)] = known
        maiden = maiden_name(one, other, text)
        if maiden is not None:
            found[fold_name(maiden)] = known
    return found


def _is_byname(mention: Mention, full: Mapping[str, str]) -> bool:
    """Whether the report tells that a person is known by it: 'dubbed “Falcon”' is no operation then."""
    key = fold_name(_bare_alias(mention.words))
    return fold_name(full.get(key, key)) != key


def _bare_alias(words: str) -> str:
    return bare_name(words.strip("\"“”‘’'() "))


_WHERE = re.compile(r"\b(?:in|at|near|around|outside) $")
_OF_IT = re.compile(r" (?!(?:and|or|on|in|as|at|after|before|by|with|from|to|for|of)\b)[a-z]")


def _places(mentions: Sequence[Mention], text: str, where: re.Pattern[str] = _AT) -> frozenset[str]:
    """Names that stand for a place somewhere: 'in Karez', but not 'in Karez captivity'."""
    return frozenset(
        fold_name(m.words)
        for m in mentions
        if m.kind == "place"
        and where.search(text[max(0, m.span.start - 9) : m.span.start])
        and not (where is _WHERE and _OF_IT.match(text, m.span.stop))
    )


def _name_person(
    mention: Mention,
    full: Mapping[str, str],
    before: Sequence[Mention],
    register: Register,
    text: str,
) -> Mention:
    name = bare_name(mention.words)
    if fold_name(name) in load_references().pronouns or not any(c.isupper() for c in name):
        return mention
    if fold_name(name) in load_side_words().nobody or _is_act(name):
        return mention
    folded = fold_name(name)
    if folded in full:
        return replace(mention, entity=_entity_of(full[folded], full), name=full[folded])
    known = full.get(fold_name(_bare_alias(name)))
    known = known or same_before(mention, name, before, text)
    known = known or by_part(folded, of_sex(mention.words, full), before)
    if known is None and _is_title(name):
        return mention
    if known is None:
        known = _registered(folded, register)
    name = known or name
    return replace(mention, entity=_entity_of(name, full), name=name)


def _entity_of(name: str, full: Mapping[str, str]) -> str:
    """The id under a name; beside a Karim Odas Jr. it is his father who is called Karim Odas."""
    folded = fold_name(name)
    is_elder = any(f"{folded} {suffix}" in full for suffix in ("jr", "jr.", "junior"))
    return f"person/{_slug(folded)}{ELDER if is_elder else ''}"


def _is_act(name: str) -> bool:
    """'Vessian Bombardment', '85 Reed Commanders', 'Odas's letter': what was done, how many or whose, and nobody."""
    if name[0].isdecimal() or _OWNED.search(name):
        return True
    last = name.split()[-1].lower()
    nouns = (kind.nouns for kind in load_event_types().values() if kind.family == "attack")
    return len(last) > 5 and any(
        last in words or last.removesuffix("s") in words for words in nouns
    )


def _is_title(name: str) -> bool:
    """'Fr.', 'Rear Adm.': a rank that was cut from its name names nobody."""
    ranks = load_titles()
    return name.endswith(".") and all(fold_name(w.rstrip(".")) in ranks for w in name.split())


def _is_bare_title(mention: Mention, text: str) -> bool:
    """'President' right before a name: it is his, and no name of its own."""
    after = text[mention.span.stop : mention.span.stop + 2]
    is_before_name = after[:1] == " " and after[1:].isupper()
    return (
        mention.kind == "person"
        and is_before_name
        and all(w in load_titles() for w in fold_name(mention.words).split())
    )


def _registered(part: str, register: Register) -> str | None:
    """A surname that exactly one person of the register has, whatever short forms it lists besides."""
    names = {bare_name(name) for name in register.people.values()}
    fits = {name for name in names if fold_name(name).split()[-1] == part}
    full = {name for name in fits if " " in name}
    return next(iter(full or fits)) if len(full or fits) == 1 else None


_LEADING = re.compile(
    r"(?:which|that|who|where|(?:(?:at least|about|around|some|over|nearly|more than|up to) )?\d[\d,.]*) (?=\S)",
    re.IGNORECASE,
)  # "120 Reed Front fighters"


_PEOPLE_OF = re.compile(
    r"(?:Some |Two |Many |Several |Most )?(?:Members|Leaders|Fighters|Supporters|Commanders|Followers|Opponents"
    r"|Relatives|Troops|Soldiers|Residents|Representatives|Officials)(?: (?:of|from|in)\b|$)",
    re.IGNORECASE,
)


def _name_group(mention: Mention, before: Sequence[Mention], register: Register) -> Mention:
    side_words = load_side_words()
    if mention.entity is not None or fold_name(mention.words) in load_references().pronouns:
        return mention
    bare = _without_determiner(mention.words)
    party = next(
        filter(None, map(register.party_of, (mention.words, bare, without_leaning(bare)))), None
    )
    # "Northern guns" act for the north; its soldiers are people.
    if party is None and side_words.arms & {*fold_name(mention.words).split()[-1:]}:
        party = register.party_of_forces(_without_determiner(mention.words))
    if party is not None:
        return replace(mention, entity=f"group/{party.id}", name=party.name)
    if mention.kind != "group":
        return mention
    words = body_name(without_leaning(_without_determiner(_LEADING.sub("", mention.words))))
    if fold_name(words) in side_words.generic:
        return _as(mention, _containing(fold_name(words), before)) if before else mention
    if not any(char.isupper() for char in _PEOPLE_OF.sub("", words)):
        return mention  # "aid group", "Members of the resistance" describe, and name nobody
    if fold_name(words) in side_words.nobody or counts_some(mention.words):
        return mention
    return replace(mention, entity=f"group/{_slug(fold_name(words))}", name=words)


def _containing(word: str, before: Sequence[Mention]) -> Mention | None:
    """'the resistance' after 'the National Resistance Front': the name that holds the word."""
    for mention in reversed(before):
        parts = fold_name(f"{mention.words} {mention.name or ''}").split()
        if mention.kind == "group" and mention.entity and word in parts and len({*parts}) > 1:
            return mention
    return None


def _without_determiner(words: str) -> str:
    parts = words.split()
    while len(parts) > 1 and fold_name(parts[0]) in load_side_words().determiners:
        parts = parts[1:]
    return " ".join(parts)


def _as(mention: Mention, known: Mention | None) -> Mention:
    return mention if known is None else replace(mention, entity=known.entity, name=known.name)


def _slug(folded: str) -> str:
    return "-".join(folded.split())
