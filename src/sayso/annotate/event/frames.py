"""A verb in its company in, the types of event that it tells there out.

"Taken" tells many things, "eleven men were taken away" few: who does it, whom or what it befalls
and the particle beside it say which. The frames are `data/event_frames.toml`.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import shared_object
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, is_negated, is_passive, subject_of
from sayso.annotate.role.doers import doer_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 8  # words behind the verb in which its particle or noun is looked for
_NAMED = {
    "PERSON": ("people",), "GPE": ("place",), "LOC": ("place",), "FAC": ("building", "place"),
    "ORG": ("people", "force"), "NORP": ("people", "force"), "MONEY": ("thing",),
}  # fmt: skip
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_STRETCHES = frozenset("second minute hour day week month year night morning time".split())
_OUT_OF_ACTION = frozenset("wounded injured captured dead retired former sick".split())
_SMALL = frozenset("machine hunting hand small submachine pellet toy air".split())
_SELVES = frozenset("himself herself themselves itself".split())
_ARMS = frozenset({"shell", "bomb", "drone"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_NOBODY = frozenset({"nothing", "nobody", "none", "neither", "no"})


@dataclass(frozen=True, slots=True)
class Frame:
    """after: the words that must follow the verb; fails: it tells the event of what did not happen."""

    type: str
    doer: str
    undergoer: str
    after: tuple[str, ...]
    fails: bool


@cache
def load_frames() -> Mapping[str, tuple[Frame, ...]]:
    """`data/event_frames.toml` by verb."""
    table = tomllib.loads(files("sayso.data").joinpath("event_frames.toml").read_text("utf-8"))
    found: dict[str, list[Frame]] = {}
    for type_, rows in table.items():
        for key, verbs in rows.items():
            doer, undergoer = (part.strip() for part in key.split(">"))
            fails = doer.endswith(" fails")
            for entry in verbs.split(","):
                verb, *after = entry.split()
                frame = Frame(type_, doer.split()[0], undergoer, tuple(after), fails)
                found.setdefault(verb, []).append(frame)
    return {verb: tuple(frames) for verb, frames in found.items()}


@cache
def load_kinds() -> Mapping[str, frozenset[str]]:
    """`data/company_words.toml` turned round: a noun -> the kinds of thing it may be."""
    table = tomllib.loads(files("sayso.data").joinpath("company_words.toml").read_text("utf-8"))
    found: dict[str, set[str]] = {}
    for kind, words in table.items():
        for word in words.split():
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(kinds) for word, kinds in found.items()}


def framed_types(verb: "Token") -> Mapping[str, int]:
    """Each type of which a frame holds for the verb: how many words after it the longest one asks."""
    found: dict[str, int] = {}
    for frame in frames_of(verb):
        found[frame.type] = max(found.get(frame.type, 0), len(frame.after))
    return found


def firm_types(verb: "Token") -> frozenset[str]:
    """Those of which a frame holds that means little else: of an arm that does it ("a salvo landed"),
    or with a word of its own ("taken at gunpoint", "turned himself in")."""
    near = _words_after(verb)
    return frozenset(
        frame.type
        for frame in frames_of(verb)
        if frame.doer in _ARMS or any(map(_is_telling, _matched(frame.after, near) or ()))
    )


def armed_types(verb: "Token") -> frozenset[str]:
    """Those that the arm or the aircraft tells which does it: "warplanes hit a column"."""
    return frozenset(f.type for f in frames_of(verb) if f.doer in _ARMS | {"craft"})


def _is_telling(word: "Token") -> bool:
    return word.pos_ in {"NOUN", "ADJ"} or word.lower_ in _SELVES


def frames_of(verb: "Token") -> list[Frame]:
    """The frames that hold for the verb."""
    frames = load_frames().get(verb.lemma_.lower(), ())
    if not frames or verb.pos_ not in {"VERB", "AUX"}:
        return []
    doer, undergoer = doer_meant(verb), undergoer_of(verb)
    did, befell = (kinds_of(t) if t is not None else frozenset() for t in (doer, undergoer))
    fails = is_negated(verb) or _is_nobody(doer) or _is_nobody(undergoer)
    near = _words_after(verb)

    def holds(frame: Frame) -> bool:
        words = _matched(frame.after, near)
        if words is None or (frame.fails and not fails):
            return False
        if frame.doer != "any" and frame.doer not in did:
            return False
        if frame.undergoer == "none":
            return undergoer is None or undergoer in words
        return frame.undergoer == "any" or frame.undergoer in befell

    return [frame for frame in frames if holds(frame)]


def _matched(after: Sequence[str], near: Sequence["Token"]) -> list["Token"] | None:
    """The words that follow, in their order; None where one is not there."""
    found: list[Token] = []
    for word in after:
        start = found[-1].i if found else -1
        match = next(
            (t for t in near if t.i > start and word in (t.lower_, t.lemma_.lower())), None
        )
        if match is None:
            return None
        found.append(match)
    return found


def _words_after(verb: "Token") -> list["Token"]:
    """What hangs on the verb or on what hangs on it, and the next word."""
    words = verb.doc[verb.i + 1 : verb.i + 1 + _REACH]
    return [
        t for t in words if t.i == verb.i + 1 or verb in (t.head, t.head.head, t.head.head.head)
    ]


def undergoer_of(verb: "Token") -> "Token | None":
    """What it is done to: its object, the subject of its passive, the noun that its participle follows."""
    objects = [c for c in verb.children if c.dep_ == "dobj"]  # "the rumour that he took a child"
    found = child_of(verb, "nsubjpass") or (objects[-1] if objects else shared_object(verb))
    if found is not None and found.lemma_.lower() in _STRETCHES:
        found = None  # "exploded minutes apart"
    if found is None and verb.tag_ == "VBN":
        is_clause = child_of(verb, "aux", "nsubj") is not None  # "the claim that nine had died"
        if verb.dep_ == "acl" and verb.head.pos_ in _NOMINAL and not is_clause:
            found = verb.head
        elif verb.dep_ == "conj" and verb.head.tag_ == "VBN" and subject_of(verb) is None:
            return undergoer_of(verb.head)
    if found is None and is_passive(verb) and verb.dep_ == "conj":
        found = doer_of(verb)  # "took to a boat and were picked up"
    return _meant(found) if found is not None else None


def doer_meant(verb: "Token") -> "Token | None":
    """Who does it, the noun that a relative stands for; of a passive, who stands behind "by"."""
    if is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ == "acl"):
        agent = child_of(verb, "agent")
        by = child_of(agent, "pobj") if agent is not None else None
        return _meant(by) if by is not None else None
    found = doer_of(verb)
    return _meant(found) if found is not None else None


def _meant(noun: "Token") -> "Token":
    """The noun before a relative; of 'dozens of men', the men."""
    if noun.lower_ in _RELATIVE:
        clause = noun.head
        while clause.dep_ == "ccomp" and clause.head.i < clause.i:
            clause = clause.head  # "cattle that they said had been driven off"
        noun = clause.head if clause.dep_ == "relcl" else noun
    if noun.lemma_.lower() in load_counting_lists().amounts or noun.pos_ == "NUM":
        of = next((c for c in noun.children if c.lower_ == "of"), None)
        return (child_of(of, "pobj") if of is not None else None) or noun
    return noun


def kinds_of(noun: "Token") -> frozenset[str]:
    """The kinds of thing that the noun may be, by its word and its name; `civil`: people, and no force."""
    kinds = frozenset(_kinds(noun))
    if noun.lemma_.lower() == "gun" and any(c.lower_ in _SMALL for c in noun.children):
        kinds = (kinds - {"shell"}) | {"firearm"}  # "fired their machine guns"
    if "force" in kinds and any(c.lower_ in _OUT_OF_ACTION for c in noun.children):
        kinds -= {"force"}
    return kinds | {"civil"} if "people" in kinds and "force" not in kinds else kinds


def _kinds(noun: "Token") -> Iterator[str]:
    lemma = noun.lemma_.lower()
    yield from load_kinds().get(lemma, ())
    yield from load_kinds().get(noun.lower_, ())
    if noun.pos_ == "PROPN":  # "Rockets", at the head of a sentence
        yield from load_kinds().get(noun.lower_.removesuffix("s"), ())
    yield from _NAMED.get(noun.ent_type_, ())
    if noun.pos_ == "NUM" or lemma in load_counting_lists().amounts:
        yield "people"
    group = load_counting_words().groups.get(lemma)
    source = load_source_kinds().get(lemma, "document")
    if group is not None or source not in {"document", "outlet", "agency"}:
        yield "people"
    if (
        group in {"fighters", "soldiers"}
        or source in {"military", "rebel"}
        or lemma in load_naming_words().groups
    ):
        yield from ("force", "people")
    if lemma in load_naming_words().places:
        yield "place"
    if lemma in {"it", "this", "which"}:
        yield from ("place", "building", "vehicle", "craft", "arms")


def _is_nobody(noun: "Token | None") -> bool:
    return noun is not None and (
        noun.lower_ in _NOBODY or any(c.lower_ == "no" for c in noun.children)
    )
