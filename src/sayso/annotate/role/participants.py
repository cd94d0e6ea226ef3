"""A trigger in, who took part in it out: its roles by grammar and the table of types."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.entities import ARTICLES
from sayso.annotate.event.attack_kinds import is_crash, is_met
from sayso.annotate.event.figurative import is_ground_taken
from sayso.annotate.event.triggers import Trigger
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import name_phrase
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.number.company import is_age_named, is_measure
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.numbers import load_counting_words
from sayso.annotate.parses import (
    child_of,
    is_excepted,
    object_after,
    sentence_around,
    share_sentence,
    subject_of,
    text_at,
)
from sayso.annotate.role.grammar import find_fillers
from sayso.annotate.role.manners import is_all_round, is_by_force, is_manner, suffers
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.speakers import RELATIVE, can_act, is_likely_speaker
from sayso.event_types import EventType, load_event_types, load_words
from sayso.types import Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Token


def participants(trigger: Trigger, kind: EventType) -> tuple[tuple[Role, "Token"], ...]:
    """The event's roles with the head word of each filler; coordinated fillers give one each."""
    found: dict[tuple[str, int], Token] = {}
    for grammatical, said in find_fillers(trigger, kind):
        is_hit = grammatical == "actor" and (is_met(trigger) or is_crash(trigger))
        asked = "target" if is_hit else grammatical
        head = _owner(said) if asked == "victim" else said
        for word in (head, *_coordinated(head)):
            role = _settled_role(asked, word, kind)
            is_word = word in trigger.words and role != "means" and not _is_counted(word)
            told = word == trigger.head or is_word
            if role and not told and _is_participant(role, word):
                filler = _antecedent(word)
                found.setdefault((role, filler.i), filler)
    if not any(role == "victim" for role, _ in found) and _is_tally(trigger, kind):
        found["victim", trigger.head.i] = trigger.head
    return tuple(
        (Role(role, name_phrase(list(head.subtree), head)), head)
        for (role, _), head in found.items()
    )


def _is_counted(word: "Token") -> bool:
    """'Took 300 prisoners': whom, though the word is of the phrase itself."""
    return any(c.dep_ == "nummod" for c in word.children)


def _settled_role(role: str, word: "Token", kind: EventType) -> str:
    """'The strike killed 31', 'fired two rockets': what did it is the means; who did it is not said."""
    if role == "actor" and _is_thing(word):
        return "means"
    thrown = word.pos_ == "NOUN" and word.lemma_.lower() in load_role_words().thrown
    if kind.family == "protest" and thrown:
        return ""  # "took up the gun"
    if role == "to" and "target" in kind.roles and _is_force(word):
        return "target"  # "drove the rebels out"
    takes = kind.family == "attack" and "means" in kind.roles and kind.name != "property_damage"
    return "means" if role == "target" and takes and thrown else role


def _is_force(word: "Token") -> bool:
    lemma = word.lemma_.lower()
    is_armed = load_counting_words().groups.get(lemma) in {"fighters", "soldiers"}
    return is_armed or (word.pos_ == "NOUN" and lemma in load_naming_words().groups)


def _is_thing(word: "Token") -> bool:
    lemma = word.lower_ if word.tag_ == "VBG" else word.lemma_.lower()  # "shelling killed nine"
    if word.ent_type_ or not (word.pos_ in {"NOUN", "PROPN"} or word.tag_ == "VBG"):
        return False
    is_bare = not any(c.dep_ in {"amod", "poss", "compound", "nmod"} for c in word.children)
    type_ = load_words().nouns.get(lemma)
    tells = type_ is not None and load_event_types()[type_].family not in {"state", "whereabouts"}
    return (
        tells
        or lemma in load_role_words().deeds
        or (lemma in load_role_words().weapons and (is_bare or lemma in load_words().weapons))
    )


def _is_participant(role: str, word: "Token") -> bool:
    words = load_role_words()
    if role in {"actor", "holder"} and not (can_act(word) or _is_thing(word)):
        return False
    if role == "victim" and _is_arm(word):
        return False  # "60,000 muskets were found"
    asks = word.tag_ in {"WP", "WDT"} and word.lower_ not in RELATIVE
    if role in {"actor", "holder"} and word.lemma_.lower() in words.never_doing | _POINTING:
        return False
    if word.lower_ in words.name_calling and word.dep_ in {"compound", "amod"}:
        return False  # "a terrorist attack" calls it names, and tells of nobody
    if (
        word.lower_ in load_grammar_words().no_party
        or asks
        or (role == "actor" and word.pos_ == "NUM" and word.dep_ == "pobj")
    ):
        return False
    return (
        not word.is_punct and word.lemma_ not in words.no_parties and not _is_no_place(role, word)
    )


_POINTING = frozenset({"this", "that"})  # "this could be one of the worst": nobody


def _is_arm(word: "Token") -> bool:
    table = load_role_words()
    return word.pos_ == "NOUN" and word.lemma_.lower() in table.weapons | table.thrown


def _is_no_place(role: str, word: "Token") -> bool:
    """'raised the flag', 'broke the last stand': what is taken there is no place."""
    words = load_role_words()
    is_abstract = word.pos_ == "NOUN" and word.lemma_.lower() in words.abstracts
    if role in {"place", "target"} and is_abstract:
        return True
    if role != "place" or word.ent_type_ in {"GPE", "ORG", "NORP"}:
        return False
    if word.lower_ in load_grammar_words().persons:
        return True
    if word.ent_type_ == "PERSON":
        return not is_ground_taken(word.head)
    return word.pos_ == "NOUN" and word.lemma_.lower() in words.no_places


def _antecedent(word: "Token") -> "Token":
    """The noun that a relative pronoun stands for; the name that a description stands beside."""
    governor = word.head.head if word.dep_ == "pobj" else word.head  # "in which", "which"
    if governor.dep_ == "ccomp" and governor.head.dep_ == "relcl":
        governor = governor.head  # "raids that they said had killed nine"
    if word.lower_ in RELATIVE and governor.dep_ == "relcl":
        word = governor.head
    if word.tag_ in {"PRP", "PRP$"}:
        return _same_clause(word) or word
    is_named = word.dep_ == "appos" and (
        word.head.ent_type_ == "PERSON" or word.head.pos_ == "PROPN"
    )
    return word.head if is_named and not word.ent_type_ and word.pos_ == "NOUN" else word


def _same_clause(pronoun: "Token") -> "Token | None":
    """'Dragged two men out and shot them': the two men; 'the council used its veto': the council."""
    verb = pronoun.head
    if pronoun.dep_ == "dobj" and verb.dep_ == "conj" and pronoun.lower_ in {"them", "him", "her"}:
        before = child_of(verb.head, "dobj", "nsubjpass")
        other = "NN" if pronoun.lower_ == "them" else "NNS"
        if before is not None and before.tag_ == other:
            return None  # "took no action, and the mayor accused them of it"
        return before if before is not None and before.pos_ in {"NOUN", "PROPN"} else None
    if pronoun.dep_ == "poss" and pronoun.lower_ in {"its", "their"}:
        over = next((t for t in pronoun.ancestors if subject_of(t) is not None), None)
        subject = subject_of(over) if over is not None else None
        is_fit = subject is not None and subject.i < pronoun.i and subject.pos_ in {"NOUN", "PROPN"}
        return subject if is_fit else None
    return None


def _owner(word: "Token") -> "Token":
    """'Slit the pilot's throat', 'took the lives of nine men', 'lost contact with him': whom it befell."""
    if word.lemma_.lower() in load_role_words().ties:
        return object_after(word, "with", "of") or word
    if word.lemma_.lower() not in load_role_words().parts_of_people:
        return word
    whose = object_after(word, "of")
    counted = child_of(word, "nummod") if word.lemma_ == "life" else None
    return whose or child_of(word, "poss") or counted or word


def _is_tally(trigger: Trigger, kind: EventType) -> bool:
    """'Two deaths', 'six dead': the phrase tells whom it befell."""
    head = trigger.head
    is_counted = any(c.dep_ == "nummod" for c in head.children)
    return (
        "victim" in kind.roles
        and is_counted
        and head.lemma_.lower() in load_counting_lists().casualties
    )


def _coordinated(head: "Token") -> list["Token"]:
    found: list[Token] = []
    for child in head.children:
        if is_excepted(child):
            continue
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}:
            found += [child, *_coordinated(child)]
        elif child.dep_ == "prep" and child.lower_ in {"including", "like", "among"}:
            found += _named_under(child)
        elif (
            child.dep_ == "prep"
            and child.lower_ == "of"
            and head.lemma_ in load_counting_lists().amounts
        ):
            counted = child_of(child, "pobj")
            found += _coordinated(counted) if counted is not None else []
    return found


def _named_under(prep: "Token") -> list["Token"]:
    """'senior figures including General Odas, a nephew of Y, and commander Besim Rao'."""
    names = []
    for entity in prep.doc.ents:
        if (
            entity.start > prep.i
            and share_sentence(entity.root, prep)
            and entity.label_ == "PERSON"
        ):
            before = entity[0].nbor(-1)
            if before.lower_ not in {"of", "to", "by", "with"}:  # "a nephew of X" lists no X
                names.append(entity.root)
    part = child_of(prep, "pobj")
    if not names and part is not None and part.pos_ == "NOUN":
        names = [part, *_coordinated(part)]
    return names


def takes_place(kind: EventType, parts: Sequence[tuple[Role, "Token"]]) -> bool:
    """'Captured the stadium', 'seized two villages': ground is taken, and nobody captive."""
    taken = [head for role, head in parts if role.name == "victim"]
    return kind.name in _CAPTIVITY and bool(taken) and all(_is_ground(head) for head in taken)


def _is_ground(head: "Token") -> bool:
    lemma = head.lemma_.lower()
    return lemma in load_naming_words().places | load_role_words().like_places or (
        head.ent_type_ == "GPE" and head.pos_ == "PROPN"
    )


_CAPTIVITY = frozenset({"captured", "detained", "abducted"})


def settle_parts(
    parts: Sequence[tuple[Role, "Token"]], kind: EventType
) -> tuple[tuple[Role, "Token"], ...]:
    """Each filler once, by its whole name ('Odas al-Rahm' has three words); what none can be left out."""
    found: dict[tuple[str, Span], tuple[Role, Token]] = {}
    for role, head in parts:
        is_bare = head.pos_ in _EMPTY or head.lower_ in ARTICLES or head.is_punct
        is_no_one = (is_bare and not head.ent_type_) or head.lemma_ in load_role_words().set_phrases
        is_no_one = (
            is_no_one or is_age_named(head) or _is_tag(head) or _is_glued(head) or _is_doubt(head)
        )
        is_no_one = is_no_one or _is_day(head) or (role.name in _SOMEBODY and is_manner(head))
        is_no_one = is_no_one or (role.name == "victim" and _is_amount(head))
        is_test = kind.name == "identified" and role.name == "actor"  # "by fingerprints"
        is_no_one = is_no_one or (is_test and not is_likely_speaker(head))
        is_no_one = is_no_one or _is_mere_kind(head) or is_by_force(head)
        is_no_one = is_no_one or is_all_round(head)
        is_no_one = is_no_one or (role.name == "means" and (_is_fate(head) or _is_part(head)))
        if not is_no_one and not _is_told_twice(role, head, parts):
            name = _fit_role(role.name, head, kind)
            filler = _without_anothers_number(role, head)
            found.setdefault((name, filler.filler.span), (replace(filler, name=name), head))
    spans = set(found)
    return tuple(
        part
        for (name, span), part in found.items()
        if not any(n == name and s != span and _is_piece(part[1], s, span) for n, s in spans)
    )


def _is_piece(head: "Token", whole: Span, span: Span) -> bool:
    """Whether a filler is a piece of a name that another filler has whole."""
    return bool(head.ent_type_) and whole.covers(span) and "-" in text_at(head.doc, whole)


def _fit_role(role: str, head: "Token", kind: EventType) -> str:
    """An army is nobody's means, and a rocket does nothing by itself."""
    lemma = head.lemma_.lower()  # "Car Bomb Blast", in a headline's capitals, is no name
    is_named = head.ent_type_ in {"PERSON", "ORG"} and lemma not in load_words().nouns
    is_force = lemma in load_naming_words().groups or (
        is_named and lemma not in load_role_words().weapons
    )
    if role == "actor" and kind.family in {"fate", "casualties"} and suffers(head):
        return "victim" if "victim" in kind.roles else role
    if role == "means" and is_force and head.pos_ in {"NOUN", "PROPN"} and "actor" in kind.roles:
        return "actor"
    return "means" if role == "actor" and _is_thing(head) and "means" in kind.roles else role


def _without_anothers_number(role: Role, head: "Token") -> Role:
    """'Three regime strikes': the strikes are three, whatever the parse says, and not the regime."""
    if head.dep_ not in _BEFORE_NOUNS or child_of(head, "nummod") is None:
        return role
    words = [t for t in head.subtree if t.dep_ not in {"nummod", "det", "quantmod", "advmod"}]
    return replace(role, filler=name_phrase(words, head))


def _is_mere_kind(head: "Token") -> bool:
    """'Military help', 'anti-government rebels', 'US-backed rebels': no military, no government, no US."""
    table, i, doc = load_role_words(), head.i, head.doc
    if head.dep_ in {"amod", "compound"} and head.pos_ == "ADJ" and head.lower_ in table.mere_kinds:
        return True
    if i > 1 and doc[i - 1].text == "-" and doc[i - 2].lower_ in table.for_or_against:
        return True
    is_joined = i + 2 < len(doc) and doc[i + 1].text == "-" and doc[i + 2].tag_ == "VBN"
    return is_joined and doc[i + 2].lower_ not in {"led", "made"}


def _is_fate(head: "Token") -> bool:
    """'Killed in the first deaths of the truce': they did not die of deaths."""
    type_ = load_words().nouns.get(head.lemma_.lower()) if head.pos_ == "NOUN" else None
    return type_ is not None and load_event_types()[type_].family in {"fate", "casualties"}


def _is_part(head: "Token") -> bool:
    """'A wound in the left leg': where it is, and not what made it; 'beaten with fists' is told with 'with'."""
    is_with = head.dep_ == "pobj" and head.head.lower_ == "with"
    return head.lemma_.lower() in load_role_words().parts_of_people and not is_with


def _is_doubt(head: "Token") -> bool:
    """'A suspected rebel raid': how sure it is, and nobody's part."""
    return (
        head.lower_ in load_role_words().doubted
        and head.i + 1 < len(head.doc)
        and head.dep_ in _BEFORE_NOUNS
    )


def _is_day(head: "Token") -> bool:
    """'The attack of the 21st', 'deposed by Easter', 'struck at 715 pm': when, and nobody's part."""
    is_ordinal = head.text[:1].isdigit() and head.text[-2:] in {"st", "nd", "rd", "th"}
    is_told = head.ent_type_ in {"DATE", "TIME"} or head.lower_ in _OF_CLOCKS
    is_told = is_told and head.head.lower_ in _AT_TIMES
    return head.dep_ == "pobj" and (is_told or (is_ordinal and head.ent_type_ != "ORG"))


_OF_CLOCKS = frozenset({"am", "pm", "a.m.", "p.m.", "gmt", "o'clock", "noon", "midnight"})
_AT_TIMES = frozenset(
    {"at", "by", "on", "in", "around", "before", "after", "until", "since", "about"}
)


def _is_amount(head: "Token") -> bool:
    """'Put the losses at 300,000 shekels', 'a figure three times higher': nobody."""
    is_of = any(c.dep_ == "prep" and c.lower_ == "of" for c in head.children)
    return is_measure(head) or (head.lemma_.lower() in load_counting_lists().figures and not is_of)


def _is_tag(head: "Token") -> bool:
    """Of a page's tags, which `datelines` parts from the sentences: they tell nobody's part."""
    return sentence_around(head)[0].text in {"Tags", "Keywords", "Topics"}


def _is_told_twice(role: Role, head: "Token", parts: Sequence[tuple[Role, "Token"]]) -> bool:
    """'The council said it had shelled the town': 'it' where the council is there already."""
    speaker = subject_of(head.head.head) if head.lower_ == "it" else None
    is_other = speaker is not None and speaker != head
    return is_other and any(r.name == role.name and h == speaker for r, h in parts)


def _is_glued(head: "Token") -> bool:
    """'While asking for revolt against the emir Karim Odas said': the parse may join the two."""
    if head.pos_ != "PROPN" or head.dep_ != "pobj" or head.i + 1 >= len(head.doc):
        return False
    verb = head.nbor(1)
    is_saying = verb.tag_ in {"VBD", "VBZ"} and verb.lemma_.lower() in load_cues().verbs
    return is_saying and subject_of(verb) is None


_SOMEBODY = frozenset({"actor", "holder"})
_BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "advmod"})
_EMPTY = frozenset({"AUX", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "SPACE"})


def heads_in(trigger: Trigger, found: Sequence[tuple[Role, "Token"]]) -> set[int]:
    """Indexes of the words under the event's fillers, for the counts that stand in them.

    Of '18 people killed in the raid', where the filler governs the event, only the filler's own.
    """
    own = {t.i for t in trigger.head.subtree}
    words: set[int] = set()
    for _, head in found:
        under = {t.i for t in head.subtree}
        words |= under - own if head.is_ancestor(trigger.head) else under
    return words
