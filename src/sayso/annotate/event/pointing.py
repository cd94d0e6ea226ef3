"""A parsed report and its triggers in, the words that tell by pointing back at one of those out.

"The north agreed to it", "some 400 people took part", "the army was behind it": no word of these
tells a truce, a march or a raid; what was told just before says what they are of.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import child_of, share_sentence, subject_of
from sayso.event_types import load_event_types, load_words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

REACH = 2  # sentences back in which what is meant was told
_TRUCES = frozenset({"ceasefire", "agreement"})
_GATHERINGS = frozenset({"protest", "riot", "dispersal", "uprising"})
_FORCE = frozenset({"force", "violence"})
_DOING = frozenset({"do", "commit"})
_LIKE = frozenset({"one", "ones", "another"})
_AT = frozenset({"in", "at", "near", "outside"})
_AGAIN = frozenset({"attack", "protest"})  # of which there may be one like it elsewhere


def find_pointing(doc: "Doc", triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """In text order; also of words that stand among those given only as guesses."""
    sentences = {word.i: n for n, sentence in enumerate(doc.sents) for word in sentence}
    taken = {word.i for t in triggers for word in t.words if not t.guessed}
    found = []
    for word in doc:
        is_first = _is_first_blow(word)
        like = _like_before(word, triggers) if word.lower_ in _LIKE else None
        if like is not None and word.i not in taken:
            found.append(Trigger(like.type, word, (word,), word))
        if word.pos_ not in {"VERB", "AUX"} or (word.i in taken and not is_first):
            continue
        here = sentences[word.i]
        near = [t for t in triggers if t.head.i < word.i and here - sentences[t.head.i] <= REACH]
        type_ = _type_of(word, near)
        if type_ is not None:
            found.append(Trigger(type_, word, (word,), word))
    return tuple(found)


def _type_of(verb: "Token", near: Sequence[Trigger]) -> str | None:
    if subject_of(verb) is None:
        return None
    if _is_agreeing(verb) or _is_first_blow(verb):
        return _last(near, _TRUCES)
    if _is_taking_part(verb):
        return "protest" if _last(near, _GATHERINGS) else None
    if _is_using_force(verb) or _is_breaking_up(verb):
        return "dispersal" if _last(near, _GATHERINGS) else None
    return _last_blow(near) if _is_doing(verb) else None


def _like_before(word: "Token", triggers: Sequence[Trigger]) -> Trigger | None:
    """'A march in Besk on Monday, following ones in Harb and Karez': marches, of the same sentence."""
    places = (child_of(c, "pobj") for c in word.children if c.lower_ in _AT)
    if word.dep_ != "pobj" or not any(p is not None and p.pos_ == "PROPN" for p in places):
        return None  # "two died in clashes, one in Harb and one in Karez"
    before = [t for t in triggers if t.head.i < word.i and share_sentence(t.head, word)]
    if not before or before[-1].head.pos_ != "NOUN":
        return None
    return before[-1] if load_event_types()[before[-1].type].family in _AGAIN else None


def _last_blow(near: Sequence[Trigger]) -> str | None:
    blows = frozenset(t.type for t in near if load_event_types()[t.type].family == "attack")
    return _last(near, blows - {"explosion"})


def _last(near: Sequence[Trigger], types: frozenset[str]) -> str | None:
    return next((t.type for t in reversed(near) if t.type in types), None)


def _pointed(verb: "Token", *prepositions: str) -> bool:
    """Whether the verb's object, or what follows one of the prepositions, is a bare 'it'."""
    things = [child_of(verb, "dobj")]
    things += [child_of(c, "pobj") for c in verb.children if c.lower_ in prepositions]
    return any(t is not None and t.lower_ in load_grammar_words().meant for t in things)


def _is_agreeing(verb: "Token") -> bool:
    """'Had agreed to it', 'accepted it'."""
    return verb.lemma_.lower() in load_modality_lists().agreeing and _pointed(verb, "to")


def _is_first_blow(verb: "Token") -> bool:
    """'Said that the guards shot first': under a truce, that is to break it."""
    is_blow = verb.lemma_.lower() in {"fire", "shoot", "strike", "attack"}
    return is_blow and any(c.lower_ == "first" and c.dep_ == "advmod" for c in verb.children)


def _is_taking_part(verb: "Token") -> bool:
    """'5,000 people took part', '400 had turned out', 'thousands joined it'."""
    lemma, thing = verb.lemma_.lower(), child_of(verb, "dobj")
    if lemma == "take" and thing is not None and thing.lower_ == "part":
        within = [c for t in (verb, thing) for c in t.children if c.lower_ == "in"]
        return all((child_of(c, "pobj") or c).lower_ in load_grammar_words().meant for c in within)
    if lemma in {"turn", "show"}:
        particle = "out" if lemma == "turn" else "up"
        return thing is None and any(
            c.lower_ == particle and c.dep_ in {"prt", "advmod"} for c in verb.children
        )
    return lemma in {"join", "attend"} and _pointed(verb)


def _is_using_force(verb: "Token") -> bool:
    """'Denied that officers had used force', 'resorted to violence'."""
    things = [child_of(verb, "dobj")] if verb.lemma_.lower() in {"use", "employ"} else []
    if verb.lemma_.lower() == "resort":
        things = [child_of(c, "pobj") for c in verb.children if c.lower_ == "to"]
    return any(t is not None and t.lemma_.lower() in _FORCE for t in things)


def _is_breaking_up(verb: "Token") -> bool:
    """'Police broke it up', 'dispersed them'."""
    is_up = any(c.lower_ == "up" for c in verb.children) and verb.lemma_ == "break"
    thing = child_of(verb, "dobj", "nsubjpass")
    words = {thing.lower_, *(c.lower_ for c in thing.children)} if thing is not None else set()
    is_meant = words & (load_grammar_words().meant | {"each"})
    return bool(is_meant) and (is_up or verb.lemma_ == "disperse")


def _is_doing(verb: "Token") -> bool:
    """'Was to blame', 'was behind the attack', 'were responsible', 'had carried it out'."""
    lemma = verb.lemma_.lower()
    if lemma == "be":
        return any(_is_of_guilt(c) for c in verb.children)
    if lemma == "carry":
        return _pointed(verb) and any(c.lower_ == "out" for c in verb.children)
    return lemma in _DOING and _pointed(verb)


def _is_of_guilt(word: "Token") -> bool:
    """What is said of the doer: 'to blame', 'responsible (for it)', 'behind the attack'."""
    if word.lower_ == "blame":
        return any(c.lower_ == "to" for c in word.children)
    if word.lower_ == "responsible" and word.dep_ in {"acomp", "attr"}:
        whats = [child_of(c, "pobj") for c in word.children if c.lower_ == "for"]
        return all(what is not None and _is_blow(what) for what in whats)
    what = child_of(word, "pobj") if word.lower_ == "behind" else None
    return what is not None and _is_blow(what)


def _is_blow(what: "Token") -> bool:
    """'It', 'the attack'; not 'the town', nor 'an attack on Karez in May', which tells itself."""
    type_ = load_words().nouns.get(what.lemma_.lower())
    is_known = any(c.lower_ in {"the", "this", "that"} for c in what.children)
    if what.lower_ in load_grammar_words().meant:
        return True
    return is_known and (type_ is not None and load_event_types()[type_].family == "attack")
