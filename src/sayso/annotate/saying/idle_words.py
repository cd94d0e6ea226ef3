"""Readings in, whether their words are the report's own out: phone calls, names, aims, topics, views.

'A blog called the Feed', 'called off the talks', 'there are reasons to be wary of it', 'the debate
over arms', 'it is clear that': a word of saying or thinking, and nobody who says it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.parses import child_of, is_negated, subject_of
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.types import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPEN: frozenset[Stance] = frozenset({"unclear", "no_knowledge", "declines", "asks"})
_PLAIN = frozenset({"clear", "evident", "obvious", "plain", "worth"})
_HELD = frozenset(
    {"believe", "think", "presume", "assume", "allege", "rumour", "rumor", "report", "understand"}
)


def is_idle_word(reading: Reading) -> bool:
    """Whether nobody says anything by it."""
    verb = next((t for t in reversed(reading.cue) if t.pos_ == "VERB"), None)
    if _is_credit(reading) or (verb is not None and _is_of_it(verb, reading)):
        return True
    if verb is not None and (_is_no_calling(verb, reading) or _is_aim(verb, reading)):
        return True
    if reading.source or reading.stance in _OPEN:
        return False
    return _is_own_view(reading) or (not _has_clause(reading.content) and _is_topic(verb, reading))


def _is_credit(reading: Reading) -> bool:
    """'REUTERS/Karim Said The road was shut': who took the picture, whose name is no word of saying."""
    first, word = (*reading.source, *reading.cue)[0], reading.cue[0]
    if not word.is_title or len(reading.cue) > 1:
        return False
    before = first.nbor(-1).text if first.i else ""
    return before == "/" or any("/" in t.text for t in reading.source)


def _is_of_it(verb: "Token", reading: Reading) -> bool:
    """'It is fair to say that', 'it would be reckless to think so': nobody says or thinks so by that."""
    if not _is_to(verb) or subject_of(verb) is not None or reading.cue[0].i < verb.i - 1:
        return False
    over = verb.head
    link = over.head if over.dep_ in {"acomp", "attr", "oprd"} else over
    it = subject_of(link) if link.lemma_ == "be" else None
    said = [c.lemma_.lower() for c in link.children if c.dep_ in {"acomp", "attr", "oprd"}]
    is_judged = any(word in load_saying_words().judged for word in said)
    return it is not None and it.lower_ == "it" and is_judged and verb.i > link.i


def _is_no_calling(verb: "Token", reading: Reading) -> bool:
    """'Called off the talks', 'called Mira Tal at noon', 'a blog called the Feed'."""
    is_named = verb.lemma_.lower() in load_saying_words().entitling
    if not reading.source and is_named and verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}:
        return child_of(verb, "agent") is None
    if verb.lemma_.lower() != "call":
        return False
    whom = child_of(verb, "dobj")
    is_off = any(c.dep_ == "prt" and c.lower_ in {"off", "in", "up"} for c in verb.children)
    is_phoned = whom is not None and whom.ent_type_ == "PERSON" and child_of(verb, "oprd") is None
    return is_off or (is_phoned and set(reading.content) <= set(whom.subtree if whom else ()))


def _is_aim(verb: "Token", reading: Reading) -> bool:
    """'Leave to depose seven aides', 'reasons to be wary of it'; but 'went on air to deny the raid'."""
    opens = reading.cue[0].tag_ == "TO" or (reading.cue[0] == verb and _is_to(verb))
    is_plain = reading.stance == "asserts" and verb.dep_ not in {"ROOT", "conj"}
    is_plain = is_plain and reading.knows != "saw"  # "was on hand to witness the raid"
    return opens and is_plain and not _has_clause(reading.content) and _is_to(verb)


def _is_to(verb: "Token") -> bool:
    return any(c.tag_ == "TO" and c.i < verb.i for c in verb.children)


def _is_own_view(reading: Reading) -> bool:
    """'It is clear that', 'it is worth noting'."""
    plain = [t for t in reading.cue if t.lower_ in _PLAIN]
    is_denied = any(is_negated(t) or is_negated(t.head) for t in plain)
    return bool(plain) and not is_denied


def _is_topic(verb: "Token | None", reading: Reading) -> bool:
    """'The debate over arms', 'a request for comment'; but 'reports of shooting'."""
    cues, words = load_cues(), load_saying_words()
    lemmas = {w for t in reading.cue for w in (t.lemma_.lower(), t.lower_.removesuffix("s"))}
    if verb is not None:
        known = cues.verbs.keys() | cues.nouns.keys() | words.beside_cues
        return not lemmas & (known | words.made_known | words.seeming)
    beside = {*reading.cue[-1:], *reading.content[:1]}
    is_of = any(t.lower_ == "of" or t.nbor(-1).lower_ == "of" for t in beside if t.i)
    return not is_of or not lemmas & cues.nouns.keys()


def _has_clause(content: Sequence["Token"]) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} or t.is_quote for t in content)


def without_held(reading: Reading) -> Reading:
    """'A gas thought to be chlorine', 'the men appeared to be guards': they think nothing there."""
    verb = next((t for t in reading.cue if t.pos_ == "VERB"), None)
    if verb is None or not reading.source or reading.source[-1].i > verb.i:
        return reading
    lemma = verb.lemma_.lower()
    rest = verb.doc[reading.cue[-1].i + 1 : reading.cue[-1].i + 3]
    is_to = len(rest) == 2 and rest[0].tag_ == "TO" and rest[1].tag_ == "VB"
    is_bare = reading.cue == (verb,) and verb.tag_ in {"VBN", "VBD"}
    is_held = lemma in _HELD and is_bare and reading.source[-1].i == verb.i - 1
    is_seen = lemma in {"seem", "appear"} and not any(
        t.lemma_.lower() in load_saying_words().showing for t in rest
    )
    if not is_to or not (is_held or is_seen):
        return reading
    content = tuple(sorted({*reading.source, *reading.content}, key=lambda t: t.i))
    return replace(reading, source=(), speaker=None, content=content, kind=None, naming=None)
