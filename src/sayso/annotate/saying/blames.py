"""A parse in, the words that say of a deed whose it was out, and who is made to say so.

'Blamed the Front', 'laid the blame on it', 'pointed the finger at rebels', 'was the work of
deserters', 'said the north had carried it out'. The deed is told elsewhere, mostly in another
voice (annotate/event/laid_blames.py).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    child_of,
    is_negated,
    is_passive,
    object_after,
    sentence_of,
    subject_of,
    subtree_without,
)
from sayso.annotate.role.doers import doer_of
from sayso.annotate.saying.readings import NOBODY, Reading
from sayso.annotate.saying.speakers import RELATIVE, can_act, speaker_of
from sayso.tables import read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_CHARGING = frozenset({"accuse", "suspect"})  # with what they are charged of: saying/charges.py
_REACH = 9  # words between "hold" and "responsible"
_BODIES = frozenset({"ORG", "NORP", "PERSON"})


@dataclass(frozen=True, slots=True)
class BlameWords:
    """`data/blame_words.toml`, which says what each list is for."""

    blaming: frozenset[str]
    pinning_to: frozenset[str]
    pinning_on: frozenset[str]
    laying: frozenset[str]
    laid: frozenset[str]
    holding: frozenset[str]
    answerable: frozenset[str]
    fingers: frozenset[str]
    falling: frozenset[str]
    works: frozenset[str]
    doing: frozenset[str]


@cache
def load_blame_words() -> BlameWords:
    """Read once a process."""
    return read_words("blame_words.toml", BlameWords)


@dataclass(frozen=True, slots=True)
class Blame:
    """word: the one that lays it; accused: the first word of each whose deed it is said to be.

    deed: what it was, a noun, a pronoun or a relative's noun; None: it is not told again
    verb: the verb of who lays it; None: words that say it, in whatever voice they stand in
    """

    word: "Token"
    accused: "Token"
    deed: "Token | None" = None
    verb: "Token | None" = None

    @property
    def all_accused(self) -> tuple["Token", ...]:
        """'The army and the police': both."""
        return (self.accused, *(c for c in self.accused.conjuncts if c.i > self.accused.i))


def find_blames(doc: "Doc", *, of_anyone: bool = False) -> Iterator[Blame]:
    """In text order; none that is denied, or laid at nobody's door.

    of_anyone: also of 'each other', who are nobody in particular
    """
    for word in doc:
        if word.pos_ not in {"VERB", "AUX"} or is_negated(word):
            continue
        found = _laid(word) or _done(word)
        if found is not None and (of_anyone or _is_somebody(found.accused)):
            accused = _meant(found.accused) or found.accused
            yield replace(found, deed=_meant(found.deed), accused=accused)


def _meant(word: "Token | None") -> "Token | None":
    """Of a relative, the noun before it."""
    if word is None or word.lower_ not in RELATIVE:
        return word
    over = word.head
    while over.dep_ in {"ccomp", "xcomp", "conj", "prep", "pcomp", "agent"}:
        over = over.head
    return over.head if over.dep_ in {"relcl", "advcl", "acl"} else word


def _is_somebody(who: "Token") -> bool:
    words = load_grammar_words()
    nobody = words.no_one | words.no_party | {"each", "other", "one", "another"}
    return can_act(who) and not {who.lower_, who.left_edge.lower_} & nobody


def _laid(verb: "Token") -> Blame | None:
    """By a verb of blaming."""
    words, lemma = load_blame_words(), verb.lemma_.lower()
    if lemma in words.blaming | words.pinning_to | words.pinning_on:
        found = _pinned(verb, lemma) or (_charged(verb) if lemma in words.blaming else None)
        if found is not None:
            return found
    if lemma in words.laying:
        return _put_on(verb)
    if lemma in words.holding:
        return _held(verb)
    if lemma == "point":
        return _pointed(verb)
    subject = subject_of(verb)
    if lemma == "fall" and subject is not None and subject.lemma_.lower() in words.falling:
        whom = object_after(verb, "on", "upon")
        return Blame(subject, whom, object_after(subject, "for"), verb) if whom else None
    return None


def _is_turned(verb: "Token") -> bool:
    if _relative_before(verb) is not None:
        return False
    return is_passive(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"})


def _relative_before(verb: "Token") -> "Token | None":
    """'A bombing that the mayor blamed on rebels', where the parse has the mayor blamed."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return None
    first = verb.head.left_edge
    before = first.nbor(-1) if first.i else first
    return before if before.lower_ in RELATIVE and before.i > 0 else None


def _pinned(verb: "Token", lemma: str) -> Blame | None:
    """'Blamed the raid on the Front', 'a raid attributed to it'."""
    words = load_blame_words()
    thing = child_of(verb, "nsubjpass") if _is_turned(verb) else child_of(verb, "dobj")
    if thing is None and verb.dep_ in {"acl", "relcl"}:
        relative = _relative_before(verb)
        thing = relative.nbor(-1) if relative is not None else verb.head
    if thing is None:
        return None
    joints = ("to",) if lemma in words.pinning_to else ("on", "upon")
    if lemma not in words.pinning_to | words.pinning_on:
        return None
    whom = object_after(verb, *joints) or object_after(thing, *joints)
    return Blame(verb, whom, thing, verb) if whom is not None else None


def _charged(verb: "Token") -> Blame | None:
    """'Blamed the Front (for the raid)', 'the Front was suspected (of it)'."""
    whom = child_of(verb, "nsubjpass") if _is_turned(verb) else child_of(verb, "dobj")
    if whom is None and _is_turned(verb) and verb.dep_ == "acl":
        whom = verb.head
    if whom is None:
        return None
    preps = [c for t in (verb, whom) for c in t.children if c.dep_ == "prep" and c.i > whom.i]
    preps += [c for c in verb.children if c.dep_ == "prep" and c.lower_ == "for"]  # "for which"
    joint = next((p for p in preps if p.lower_ in {"for", "of", "over"}), None)
    if joint is None:
        is_bare = child_of(verb, "xcomp", "ccomp", "advcl") is None and not _is_of_doing(verb)
        return Blame(verb, whom, None, verb) if is_bare else None
    if (deed := child_of(joint, "pobj")) is not None:
        return Blame(verb, whom, deed, verb)
    return None  # "of being behind it", "of shelling": what that says is read there


def _is_of_doing(verb: "Token") -> bool:
    """'Was accused by the army of killing', where the parse hangs that on the army."""
    after = (t for t in verb.subtree if t.i > verb.i and t.lower_ in {"of", "for"})
    return any(t.nbor(1).tag_ == "VBG" for t in after if t.i + 1 < len(t.doc))


def _put_on(verb: "Token") -> Blame | None:
    """'Laid the blame (for the raid) on the Front'."""
    thing = child_of(verb, "nsubjpass") if is_passive(verb) else child_of(verb, "dobj")
    if thing is None or thing.lemma_.lower() not in load_blame_words().laid:
        return None
    deed = object_after(thing, "for") or object_after(verb, "for")
    hosts = [verb, thing, *([deed] if deed is not None else [])]
    whom = next((w for h in hosts if (w := object_after(h, "on", "upon", "at", "with"))), None)
    return Blame(thing, whom, deed, verb) if whom is not None else None


def _held(verb: "Token") -> Blame | None:
    """'Held the Front responsible (for the raid)', 'whom they hold responsible'."""
    words = load_blame_words().answerable
    stop = min(verb.i + _REACH, sentence_of(verb).stop)
    named = next((t for t in verb.doc[verb.i + 1 : stop] if t.lower_ in words), None)
    if named is None or any(t.pos_ == "VERB" for t in verb.doc[verb.i + 1 : named.i]):
        return None
    whom = child_of(verb, "nsubjpass") if is_passive(verb) else child_of(verb, "dobj")
    between = verb.doc[verb.i + 1 : named.i]
    if whom is None and len(between):
        whom = between.root if between.root.pos_ in {"NOUN", "PROPN", "PRON"} else None
    if whom is None:
        return None
    return Blame(named, whom, object_after(named, "for") or object_after(verb, "for"), verb)


def _pointed(verb: "Token") -> Blame | None:
    """'Pointed the finger at the army', 'pointed to the Front'; not 'pointed to the figures'."""
    finger = child_of(verb, "dobj", "nsubjpass")
    is_finger = finger is not None and finger.lower_ in load_blame_words().fingers
    whom = object_after(verb, "at", "to", "towards")
    if whom is None and finger is not None:
        whom = object_after(finger, "at", "to", "towards")
    if whom is None or (finger is not None and not is_finger):
        return None
    is_body = whom.ent_type_ in _BODIES or whom.lemma_.lower() in load_naming_words().groups
    deed = object_after(verb, "for", "over")
    return Blame(verb, whom, deed, verb) if is_finger or is_body else None


def _done(verb: "Token") -> Blame | None:
    """By a verb that says who did it."""
    if any(c.dep_ == "mark" and c.lower_ in {"whether", "if"} for c in verb.children):
        return None
    if verb.lemma_.lower() == "be":
        return _being(verb)
    if not {verb.lemma_.lower(), verb.lower_.removesuffix("d")} & load_blame_words().doing:
        return None  # of "staged" the lemma may be misread
    if is_passive(verb) or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        by, thing = child_of(verb, "agent"), child_of(verb, "nsubjpass", "nsubj")
        whom = child_of(by, "pobj") if by is not None else None
        return Blame(verb, whom, thing, None) if whom is not None and thing is not None else None
    return _active(verb)


def _active(verb: "Token") -> Blame | None:
    """'The north had carried it out', 'a raid which they say the north carried out'."""
    thing = child_of(verb, "dobj")
    own = (c for c in verb.children if c.dep_ == "nsubj" and c.lower_ not in RELATIVE)
    whom = next(own, None)
    if whom is None:
        return None
    if thing is None and verb.dep_ == "ccomp" and verb.head.dep_ == "relcl":
        thing = verb.head.head  # the relative hangs elsewhere
    is_back = thing is not None and (
        thing.lower_ in load_grammar_words().meant or thing.lower_ in RELATIVE or thing.i < verb.i
    )
    return Blame(verb, whom, thing, None) if is_back else None


def _being(verb: "Token") -> Blame | None:
    who = subject_of(verb)
    work = child_of(verb, "attr")
    if work is not None and work.lemma_.lower() in load_blame_words().works:
        whom = object_after(work, "of") or child_of(work, "poss")
        return Blame(work, whom, who, None) if whom is not None and who is not None else None
    who = who or (doer_of(verb) if verb.tag_ == "VBG" else None)
    if who is None or who.lower_ in {"it", "there", "this", "that"}:
        return None
    for word in verb.children:
        if word.lower_ == "blame" and any(c.lower_ == "to" for c in word.children):
            return Blame(word, who, object_after(word, "for"), None)
        if word.lower_ == "behind" and word.i + 1 < len(word.doc):
            what = child_of(word, "pobj") or word.nbor(1)  # "that it was behind it was denied"
            return Blame(word, who, what, None)
        if word.lower_ in load_blame_words().answerable and word.dep_ in {"acomp", "attr"}:
            whats = [c for c in word.children if c.lower_ == "for"]
            return Blame(word, who, object_after(word, "for"), None) if _is_open(whats) else None
    return None


def _is_open(preps: Sequence["Token"]) -> bool:
    """'Responsible', 'responsible for the raid'; not 'responsible for running the port'."""
    return all(child_of(p, "pobj") is not None for p in preps)


def with_blames(found: Iterable[Reading], doc: "Doc") -> list[Reading]:
    """Who lays a blame accuses; of 'attributed to the Front' no more than the Front is said."""
    kept = list(found)
    for blame in find_blames(doc, of_anyone=True):
        verb = blame.verb
        if verb is None or (verb.lemma_ in _CHARGING and blame.deed is not None):
            continue
        at = next((n for n, r in enumerate(kept) if verb in r.cue), None)
        if at is None and blame.word != verb:
            at = next((n for n, r in enumerate(kept) if blame.word in r.cue), None)
        fresh = _reading(blame, verb)
        if at is None and fresh is not None:
            kept.append(fresh)
        elif at is not None and fresh is not None:
            kept[at] = _mended(kept[at], fresh, blame)
    return kept


def _mended(read: Reading, fresh: Reading, blame: Blame) -> Reading:
    is_pinned = blame.deed is not None and blame.deed.i < blame.accused.i
    is_turned = blame.verb is not None and _is_turned(blame.verb)
    is_bare = blame.deed is None and blame.verb == blame.word
    if is_bare and blame.accused in read.content:
        content = tuple(t for t in read.content if t in fresh.content)
        read = replace(read, content=content)
    elif (
        (is_pinned and is_turned)
        or blame.accused not in read.content
        or (blame.word != blame.verb and read.stance != "accuses")
    ):
        return fresh
    if blame.verb is not None and blame.verb.lemma_ == "blame":
        return read  # of 'blamed the rain' its own stance tells
    return replace(read, stance="accuses", knows=read.knows or "reacts")


def _reading(blame: Blame, verb: "Token") -> Reading | None:
    by = child_of(verb, "agent") if _is_turned(verb) else None
    speaker = child_of(by, "pobj") if by is not None else None
    if not _is_turned(verb):
        speaker = verb.head if _relative_before(verb) is not None else speaker_of(verb)
        if blame.word.dep_ == "nsubj":
            speaker = None  # "suspicion fell on"
        elif speaker is None or speaker.lower_ in NOBODY:
            return None
    near = [c for c in verb.children if c.dep_ in {"aux", "auxpass"} and verb.i - c.i <= 3]
    cue = sorted({*near, verb}, key=lambda t: t.i)
    finger = child_of(verb, "dobj")
    is_set = finger is not None and finger.lemma_.lower() in _set_objects()
    if is_set and finger is not None and 0 < finger.i - verb.i <= 3:
        cue += list(verb.doc[verb.i + 1 : finger.i + 1])
    source = subtree_without(speaker, verb) if speaker is not None else []
    source = [t for t in source if t not in cue]
    words = {t for whom in blame.all_accused[:1] for t in whom.subtree}
    if blame.word not in cue:
        low, high = sorted((blame.accused.left_edge.i, blame.word.i))
        words |= set(verb.doc[low : high + 1])
        words |= set(blame.word.subtree)
    content = sorted(words - {*cue, *source}, key=lambda t: t.i)
    return Reading(tuple(cue), tuple(source), speaker, tuple(content), "accuses", "reacts")


def _set_objects() -> frozenset[str]:
    return load_blame_words().fingers | load_blame_words().laid
