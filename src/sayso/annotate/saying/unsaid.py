"""Readings in, those out in which somebody does say something.

'Nobody had heard from her', 'asked not to be named', 'asked for proof, the mayor said', 'only when
two doctors confirm it': words of saying, and nothing that anybody said.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.entities import is_title
from sayso.annotate.event.modality_lists import load_modality_lists
from sayso.annotate.event.turns_of_phrase import is_tale
from sayso.annotate.fate.words import load_fate_lists
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.number.numbers import load_counting_words
from sayso.annotate.parses import (
    SUBJECTS,
    child_of,
    entity_around,
    is_finite,
    is_infinitive,
    is_passive,
    object_after,
    sentence_of,
    subject_of,
)
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.contents import until_next_clause
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.idle_words import is_idle_word
from sayso.annotate.saying.readings import Reading, is_about_naming
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import can_act, gerund_doer, is_likely_speaker
from sayso.event_types import load_event_types, load_open_words, load_words
from sayso.types import Stance

if TYPE_CHECKING:
    from spacy.tokens import Token

OPEN: frozenset[Stance] = frozenset({"unclear", "no_knowledge", "declines"})
_NAMING = frozenset({"name", "identify"})
_OF_CALLS: frozenset[Stance] = frozenset({"calls_for", "asks"})


def drop_unsaid(readings: Sequence[Reading]) -> list[Reading]:
    """The readings that make somebody say something, and those that leave it open."""
    kept = [r for r in readings if not _is_unsaid(r) and not _is_to_be_said(r, readings)]
    return [replace(r, stance="unclear") if _is_by_no_one(r) else r for r in kept]


def _is_unsaid(reading: Reading) -> bool:
    cue = reading.cue
    return (
        (_is_of_no_one(reading) and not _has_clause(reading.content))
        or any(is_about_naming(t) or _is_not_named(t) for t in cue)
        or (not _has_clause(reading.content) and any(_is_asked(t) for t in cue))
        or (
            reading.knows != "reacts" and any(t.lower_ in load_modality_lists().duties for t in cue)
        )
        or any(is_making_up(t) or is_tale(t) or _is_interrogation(t) for t in cue)
        or _is_of_glue(reading)
        or _is_of_arms(reading)
        or any(_is_sought(t) for t in cue)
        or _is_of_court_or_morgue(reading)
        or _is_of_turned_down(reading)
        or _is_march_off(reading)
        or _is_conditional(reading)
        or _is_bare_wish(reading)
        or _is_no_saying(reading)
        or _is_deed(reading)
        or _is_undertaking(reading)
        or _is_of_next_sentence(reading)
        or _is_done_to_somebody(reading)
        or is_idle_word(reading)
    )


def _is_of_glue(reading: Reading) -> bool:
    """'The shells promised by the coalition', of which the encoder marks the 'by': no words."""
    return all(t.lower_ in _GLUE for t in reading.content)


_GLUE = frozenset({"a", "an", "the", "by", "of", "for", "to", "as"})


def _is_sought(verb: "Token") -> bool:
    """'Is wanted for the killing of Odas': others want him, and he wants nothing."""
    is_participle = verb.lemma_ == "want" and verb.tag_ == "VBN"
    return is_participle and (is_passive(verb) or verb.dep_ in {"acl", "amod", "advcl"})


def _is_of_court_or_morgue(reading: Reading) -> bool:
    """'Rejected the appeal of Odas', 'identified the body of Odas': a ruling and a deed, no words."""
    verb = next((t for t in reading.cue if t.pos_ == "VERB"), None)
    thing = child_of(verb, "dobj") if verb is not None else None
    if verb is None or thing is None:
        return False
    if verb.lemma_ == "identify":
        is_body = thing.lemma_.lower() in load_fate_lists().bodies
        return is_body and not _has_clause(reading.content)
    at_law = verb.lemma_ in {"reject", "dismiss", "uphold", "hear", "allow", "refuse"}
    return at_law and thing.lemma_ == "appeal" and object_after(thing, "for") is None


def _is_march_off(reading: Reading) -> bool:
    """'Its troops withdrew from the town', 'withdrew its ambassador': no words are taken back."""
    verb = next((t for t in reading.cue if t.lemma_ == "withdraw" and t.pos_ == "VERB"), None)
    if verb is None or is_passive(verb) or _has_clause(reading.content):
        return False
    what = child_of(verb, "dobj", "ccomp")
    kind = load_source_kinds().get(what.lemma_.lower()) if what is not None else None
    return what is None or kind not in {None, "document"}


def _is_by_no_one(reading: Reading) -> bool:
    """'Neither side has published its losses'; but 'no official could say' leaves it open."""
    first = reading.source[0].lower_ if reading.source else ""
    return first in load_grammar_words().no_one and reading.stance not in OPEN


def _is_of_no_one(reading: Reading) -> bool:
    """The same where another was taken for the source: 'nobody had heard from her'."""
    subjects = (subject_of(t) for t in reading.cue if t.pos_ in {"VERB", "AUX"})
    firsts = (s.left_edge.lower_ for s in subjects if s is not None)
    is_none = (
        any(first in load_grammar_words().no_one for first in firsts) and reading.stance not in OPEN
    )
    return is_none or _is_by_no_one(reading)


def _is_of_arms(reading: Reading) -> bool:
    """'The planes won't', 'weapons believe', 'the truce does not say': arms say nothing, and what goes
    on says nothing, whoever has a hand in it may."""
    speaker = reading.speaker
    is_plain = speaker is not None and speaker.pos_ == "NOUN" and not speaker.ent_type_
    mute = load_role_words().weapons | load_saying_words().goings_on
    return is_plain and speaker is not None and speaker.lemma_.lower() in mute


def _is_of_turned_down(reading: Reading) -> bool:
    """'Refused an amputation', 'declined the offer': no word is refused there, as by 'declined an interview'."""
    words = load_saying_words()
    verb = reading.cue[-1]
    if verb.lemma_.lower() not in words.refusing or _has_clause(reading.content):
        return False
    things = [t for t in reading.content if t.pos_ in {"NOUN", "PROPN", "PRON"}]
    first = next((t for t in things if t.dep_ in {"dobj", "dative"}), next(iter(things), None))
    return first is not None and first.lemma_.lower() not in words.words_refused


def _is_not_named(verb: "Token") -> bool:
    """'The nurse was not named'."""
    return verb.lemma_ in _NAMING and is_passive(verb) and child_of(verb, "agent") is None


def _is_asked(verb: "Token") -> bool:
    """'Asked for proof, the mayor said': who is asked asks for nothing."""
    if verb.lemma_.lower() not in load_saying_words().asked or verb.tag_ not in {"VBN", "VBD"}:
        return False
    opens = verb.dep_ in {"advcl", "acl"} and subject_of(verb) is None
    has = any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.children)
    return (opens or is_passive(verb)) and not has and child_of(verb, "agent") is None


def _is_interrogation(verb: "Token") -> bool:
    """'Odas was questioned by police', 'Odas was dismissed': nothing is doubted or denied by that."""
    is_act = verb.lemma_ in {"question", "dismiss"}
    whom = child_of(verb, "dobj", "nsubjpass") if is_act else None
    return whom is not None and (
        whom.ent_type_ == "PERSON"
        or whom.lower_ in load_grammar_words().persons
        or whom.lemma_.lower() in load_counting_words().groups
    )


def is_making_up(verb: "Token") -> bool:
    """'Goes on inventing numbers', 'fabricated a massacre'."""
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _MADE_UP & load_cues().falsehoods


_MADE_UP = frozenset({"invent", "fabricate", "forge"})


def _is_conditional(reading: Reading) -> bool:
    """What is said, if at all, by none in particular and not yet."""
    verb = reading.cue[0]
    speaker = reading.speaker
    if is_under_condition(verb):
        return True
    is_of_clause = (
        speaker is not None and speaker.dep_ in SUBJECTS and speaker.head not in reading.cue
    )
    if speaker is None or not is_of_clause or not is_under_condition(speaker.head):
        return False
    return any(verb == over for over in speaker.head.ancestors)


def is_under_condition(verb: "Token") -> bool:
    """'Only when two doctors confirm it', 'unless they say so'."""
    marks = {c.lower_ for c in verb.children if c.dep_ in {"mark", "advmod"} and c.i < verb.i}
    return (
        verb.dep_ == "advcl"
        and verb.tag_ in {"VBZ", "VBP"}
        and bool(marks & load_modality_lists().provisos)
    )


def _is_bare_wish(reading: Reading) -> bool:
    """'The generals fear the list': what is feared is a thing, and nothing that may come to pass."""
    is_wish = reading.stance == "hopes" and reading.cue[-1].pos_ in {"VERB", "AUX"}
    if not is_wish or _has_clause(reading.content):
        return False
    return not any(t.lemma_.lower() in load_open_words() for t in reading.content)


def _is_no_saying(reading: Reading) -> bool:
    """'Had given no answer at the talks', 'would accept it': a deed, or half a verb, and no word of it."""
    cue, content = reading.cue, reading.content
    if cue[0].lower_ == "order" and cue[0].i > 0 and cue[0].nbor(-1).lower_ == "in":
        return True  # "in order to allow them to leave"
    known = load_cues().verbs.keys() | load_cues().nouns.keys()
    if any(t.dep_ == "neg" for t in cue) or _has_clause(content):
        return False
    if cue[-1].pos_ == "VERB" and cue[-1].lemma_.lower() in load_saying_words().deeds:
        return True  # "led the assault", "the bodies were found"
    if any(t.lemma_.lower() in known for t in cue):
        return False
    is_half = all(t.pos_ in {"AUX", "ADV"} for t in cue) and any(t.pos_ == "AUX" for t in cue)
    is_attitude = not reading.source and cue[0].pos_ != "VERB" and cue[-1].lower_ in {"to", "for"}
    return is_half or is_attitude or content[0].lower_ in _SETTING


def _is_deed(reading: Reading) -> bool:
    """'The army shelled the brigade and the League', 'two men, both of the council, were arrested'."""
    verbs = [t for t in reading.cue if t.pos_ == "VERB"]
    if len(verbs) != 1 or any(t.pos_ not in {"VERB", "AUX"} for t in reading.cue):
        return False
    lemma = verbs[0].lemma_.lower()
    type_ = load_words().verbs.get(lemma)
    if type_ is None or lemma in load_cues().verbs or lemma in load_saying_words().of_words_too:
        return False
    is_deed = load_event_types()[type_].family in {"attack", "fate"}
    return is_deed and not _has_clause(reading.content)


def _is_undertaking(reading: Reading) -> bool:
    """'Tried to seize the airfield', 'fired gas to disperse them': whoever tries, or does one thing for
    another, says nothing by it."""
    verbs = [t for t in reading.cue if t.pos_ == "VERB"]
    if len(verbs) != 1 or reading.stance != "asserts" or not reading.content:
        return False
    if any(t.pos_ not in {"VERB", "AUX", "PART"} for t in reading.cue):
        return False
    verb, words = verbs[0], load_saying_words()
    aim = next((c for c in verb.children if c.dep_ in {"xcomp", "advcl", "ccomp"}), None)
    is_aim = aim is not None and is_infinitive(aim) and not _is_of_words(aim)
    if verb.lemma_ in words.undertaking:
        return is_aim
    clauses = [t for t in reading.content if t.pos_ in {"VERB", "AUX"} and t != aim]
    is_done = verb.lemma_.lower() in words.deeds and child_of(verb, "dobj") is not None
    return is_done and is_aim and not any(is_finite(t) for t in clauses)


def _is_done_to_somebody(reading: Reading) -> bool:
    """'Police shot dead a man who had attacked them': what he did is nobody's word."""
    verb = next((t for t in reading.cue if t.pos_ == "VERB"), None)
    whom = child_of(verb, "dobj") if verb is not None else None
    if verb is None or whom is None or whom not in reading.content or reading.stance != "asserts":
        return False
    words, lemma = load_saying_words(), verb.lemma_.lower()
    type_ = load_words().verbs.get(lemma)
    is_deed = type_ is not None and load_event_types()[type_].family in {"attack", "fate"}
    if lemma in load_cues().verbs or not (is_deed or lemma == "shoot"):
        return False
    if lemma in words.of_words_too and lemma != "shoot":
        return False
    own = set(whom.subtree)
    return all(t in own for t in reading.content if is_finite(t))


def _is_of_words(verb: "Token") -> bool:
    """'Tried to explain that', 'failed to say why'."""
    return verb.lemma_.lower() in load_cues().verbs


def _is_of_next_sentence(reading: Reading) -> bool:
    """'"They took my sons. They beat my wife"': a deed, and the next one, which it does not say."""
    verb, speaker = reading.cue[-1], reading.speaker
    if verb.pos_ != "VERB" or speaker is None or speaker.pos_ != "PRON" or not reading.content:
        return False
    first = reading.content[0]
    is_told = first.is_quote or verb.lemma_.lower() in load_cues().verbs
    return not is_told and first.i >= sentence_of(verb).stop


_SETTING = frozenset("at during in on after before near".split())


def _has_clause(content: Sequence["Token"]) -> bool:
    return any(t.pos_ in {"VERB", "AUX"} for t in content)


def _is_to_be_said(reading: Reading, readings: Sequence[Reading]) -> bool:
    """'Called on all farmers to report missing men': nobody has reported any."""
    verb = reading.cue[-1]
    is_bare = any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)
    if not is_bare or reading.stance in OPEN or reading.knows == "reacts":
        return False  # "called on them to condemn the raid": the raid is told by nobody there
    return any(
        verb in outer.content and outer.stance in _OF_CALLS
        for outer in readings
        if outer is not reading
    )


def with_own_speaker(reading: Reading) -> Reading:
    """'The ministry said the rally was illegal and accused Odas': the ministry did, no rally."""
    speaker, verb = reading.speaker, reading.cue[-1]
    if speaker is None or speaker.dep_ not in SUBJECTS or verb.dep_ != "conj":
        return reading
    if can_act(speaker) and (is_likely_speaker(speaker) or not _is_said_not(verb)):
        return reading
    clause = speaker.head
    over = clause.head
    teller = subject_of(over) if clause.dep_ == "ccomp" and over.pos_ == "VERB" else None
    if teller is None or verb.head != clause or not can_act(teller):
        return reading
    source = tuple(t for t in teller.subtree if t.i < over.i)
    return replace(reading, source=source, speaker=teller, kind=None, naming=None)


def _is_said_not(verb: "Token") -> bool:
    """'Said the wound was old but could not tell when': no wound tells, or fails to."""
    is_of_mind = verb.lemma_.lower() in load_saying_words().checking
    return is_of_mind and any(c.dep_ == "neg" for c in verb.children)


def with_gerund_doer(reading: Reading) -> Reading:
    """'The costs borne by the army in deciding to hold it': the army, and no words before the cue."""
    doer = gerund_doer(reading.cue[0])
    rest = tuple(t for t in reading.content if t.i > reading.cue[-1].i)
    rest = until_next_clause(rest, reading.cue, reading.stance)
    if doer is None or not rest or doer in reading.content[-len(rest) :]:
        return reading
    if reading.speaker is not None and reading.speaker.i <= doer.i:
        return replace(reading, content=rest)
    source = (*(c for c in doer.lefts if c.dep_ in {"det", "compound", "amod"}), doer)
    return replace(reading, source=source, speaker=doer, content=rest, kind=None, naming=None)


def with_whole_name(source: tuple["Token", ...], cue: Sequence["Token"]) -> tuple["Token", ...]:
    """'The [senate] demanded', 'an army [statement] said': who it is, where the encoder marks
    only what stands before its noun."""
    if len(source) == 1 and source[0].pos_ == "DET" and 0 < cue[0].i - source[0].i <= _NOUNS:
        return tuple(cue[0].doc[source[0].i : cue[0].i])  # "the [weekly] writes"
    if not source or source[-1].dep_ not in {"det", "amod", "compound"}:
        return source
    last = source[-1]
    noun = last.head
    is_begun = last.dep_ == "compound" and source[0].head == noun and not last.ent_type_
    if noun.i <= last.i or not (is_begun or all(t.pos_ in {"DET", "ADJ"} for t in source)):
        return source
    between = noun.doc[last.i + 1 : noun.i + 1]
    taken = {t.i for t in cue}
    is_phrase = all(t.head == noun or t == noun or t.head.head == noun for t in between)
    return (*source, *between) if is_phrase and not any(t.i in taken for t in between) else source


_NOUNS = 3  # words from an article to the cue, where the parse gives it no noun


def without_glue(source: tuple["Token", ...]) -> tuple["Token", ...]:
    """'While asking for revolt against army rule Karim Odas said': Karim Odas; the parse and the encoder
    join the words before his name to it."""
    if not source or source[-1].ent_type_ != "PERSON":
        return source
    name, after = source[-1], source[-1].i + 1
    over = name.head
    is_glued = name.dep_ == "pobj" and over.i < source[0].i and after < len(name.doc)
    if not is_glued or name.doc[after].tag_ not in {"VBD", "VBZ"}:
        return source
    first = entity_around(name)[0]
    while first > source[0].i and is_title(name.doc[first - 1]):
        first -= 1
    return tuple(t for t in source if t.i >= first)


def with_main_verb(
    source: tuple["Token", ...], cue: tuple["Token", ...]
) -> tuple[tuple["Token", ...], tuple["Token", ...]]:
    """'The three men whom we quoted said that': the men said it; source and cue."""
    first, said = cue[0], cue[-1]
    subject = subject_of(said)
    if subject is None or first.dep_ != "relcl" or first.head != subject:
        return source, cue
    return tuple(t for t in subject.subtree if t.i < said.i), (said,)
