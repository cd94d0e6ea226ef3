"""A word of a parsed text in, the single persons whom its fate may befall out.

'Two sergeants, Hrant Abov and Vahe Manas, were freed': what is said of the two is said of each.
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.parses import child_of, object_after, sentence_of, subject_of
from sayso.annotate.person.described import HE, People, base_phrase
from sayso.annotate.saying.speakers import speaker_of
from sayso.event_types import load_event_types
from sayso.tables import read_shipped
from sayso.types import Mention, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

SAID = frozenset({"him", "her", "me"})
_FIGURES = frozenset({"nsubj", "nsubjpass", "dobj", "conj"})


def is_person(word: "Token", people: People) -> bool:
    """A name, a pronoun for one, 'his brother', 'the boy': one person, no body and no thing."""
    if people.is_named(word) or word.lower_ in HE | SAID | {"i"}:
        return True
    if is_both(word) or is_them(word):
        return len(members(word, people)) > 1
    if word.pos_ not in {"NOUN", "PROPN"} or word.ent_type_:
        return word.pos_ == "ADJ" and (is_of_years(word) or len(members(word, people)) == 1)
    if word.tag_ == "NNS" and len(members(word, people)) != 1:
        return False
    if any(c.lower_ == "no" for c in word.children):
        return False  # "no man of that name"
    is_called = word.lemma_.lower() in person_nouns() and word.tag_ in {"NN", "NNP"}
    is_called = is_called and any(c.dep_ in {"det", "poss"} for c in word.children)
    return is_called or bool(members(word, people))


def is_of_years(word: "Token") -> bool:
    """'The 34-year-old'."""
    before = word.doc[max(word.i - 2, 0) : word.i]
    is_old = word.lower_ == "old" and any(t.lemma_.lower() == "year" for t in before)
    return word.lower_.endswith("-year-old") or (
        (is_old and word.head.i < word.i) or (is_old and word.dep_ in _FIGURES)
    )


def are_people(noun: "Token") -> bool:
    """Several persons: 'the two nurses'."""
    return noun.tag_ == "NNS" and noun.lemma_.lower() in person_nouns()


def members(noun: "Token", people: People) -> list["Token"]:
    """The persons named beside a noun that tells who they are, over 'the brothers' between."""
    if is_both(noun):
        return _the_two(noun, people)
    if is_them(noun):
        return _those_named(noun, people)
    is_title = noun.pos_ == "PROPN" and noun.lemma_.lower() in person_nouns()  # "the Emir, Odas,"
    if not is_title and noun.pos_ not in {"NOUN", "ADJ"}:  # "the younger, Odas,"
        return []
    for beside in (c for c in noun.children if c.dep_ == "appos" and c.i > noun.i):
        if people.is_named(beside):
            return [t for t in (beside, *beside.conjuncts) if people.is_named(t)]
        if beside.pos_ == "NOUN" and noun.tag_ == "NNS":
            return members(beside, people)
    return []


def is_both(word: "Token") -> bool:
    """'Both were arrested', 'both men were', and not 'both of the towns'."""
    if word.dep_ not in {"nsubj", "nsubjpass", "dobj"}:
        return False
    if are_people(word) and not any(c.dep_ == "appos" for c in word.children):
        return any(
            c.lower_ == "both" and c.dep_ in {"det", "preconj", "predet"} for c in word.children
        )
    return word.lower_ == "both" and not list(word.children)


def is_them(word: "Token") -> bool:
    """'They were shot', 'and shot them'."""
    return word.lower_ in {"they", "them"} and word.dep_ in {"nsubj", "nsubjpass", "dobj"}


def _those_named(them: "Token", people: People) -> list["Token"]:
    """The several persons named together before in the sentence, or else in the one before it; of two
    such groups, or beside others to whom it was done, neither."""
    here = sentence_of(them)
    before = sentence_of(them.doc[here.start - 1]).start if here.start else here.start
    for words in (them.doc[here.start : them.i], them.doc[before : here.start]):
        groups = [g for t in words if len(g := _named_together(t, people)) > 1]
        done_to = [t for t in words if t.dep_ in {"dobj", "nsubjpass"} and are_people(t)]
        if groups or done_to:
            is_one = len(groups) == 1 and not any(not members(t, people) for t in done_to)
            return groups[0] if is_one else []
    return []


def _named_together(first: "Token", people: People) -> list["Token"]:
    """'Odas and Sol', 'his sons, Odas and Sol', 'Odas and his son'."""
    if first.tag_ == "NNS":
        return members(first, people)
    is_first = first.dep_ not in {"conj", "appos", "poss", "pobj", "compound"}
    if not is_first or not people.is_named(first) or people.head_of(first) != first:
        return []
    group = [first, *first.conjuncts]
    return group if all(is_person(t, people) for t in group) else []


def _the_two(both: "Token", people: People) -> list["Token"]:
    """The two persons told of before in the sentence, or else in the one before it; no third."""
    here = sentence_of(both)
    before = sentence_of(both.doc[here.start - 1]).start if here.start else here.start
    for words in (both.doc[here.start : both.i], both.doc[before : here.start]):
        found = [t for t in words if _is_figure(t, people)]
        if found:
            return found if len(found) == 2 else []
    return []


def _is_figure(word: "Token", people: People) -> bool:
    """A person of whom a clause tells something: no owner, no second word for the same one."""
    if word.dep_ == "poss" or word.tag_ == "PRP$" or word.pos_ == "PRON":
        return False
    is_head = people.is_named(word) and people.head_of(word) == word
    is_beside = word.dep_ == "appos" or (is_head and people.name_before(word) is not None)
    return word.dep_ in _FIGURES and not is_beside and (is_head or is_person(word, people))


def each_of(word: "Token", people: People) -> list["Token"]:
    """A noun for several by its named members; any other word alone."""
    is_several = word.tag_ == "NNS" or is_both(word) or is_them(word)
    found = members(word, people) if is_several else []
    return found if len(found) > 1 else [word]


@cache
def person_nouns() -> frozenset[str]:
    """What one person may be called: kin, offices, trades, the sexes, ages, and so on."""
    table = read_shipped("callings.toml")
    kinds = load_event_types()
    bodies = {*table["bodies"], *table["many"]}
    singles = {word for row in table["same"] for word in row if word not in bodies}
    told = (n for name in ("kinship", "office", "occupation") for n in kinds[name].nouns)
    return frozenset({*table["anyone"], *told, *singles, *load_fate_words().people})


def mention_of(person: "Token", people: People) -> Mention:
    if people.is_named(person):
        return people.mention(people.head_of(person))
    if person.tag_ in {"PRP", "PRP$", "WP"}:
        return Mention(Span(person.idx, person.idx + len(person)), "person", person.text)
    beside = next(iter(members(person, people)), None)
    return people.mention(beside) if beside is not None else base_phrase(person)


def undergoing(verb: "Token", people: People) -> "Token | None":
    """To whom it is done: the passive subject, also of a verb joined to it; the object."""
    subject = child_of(verb, "nsubjpass")
    governor = verb
    is_passive = child_of(verb, "auxpass") is not None
    while subject is None and governor.dep_ == "conj" and governor.head.pos_ == "VERB":
        if not (governor.tag_ == "VBN" or is_passive or child_of(governor, "dobj") is None):
            break
        if child_of(governor, "nsubj") is not None:
            break
        is_passive = is_passive or child_of(governor.head, "auxpass") is not None
        governor = governor.head
        subject = child_of(governor, "nsubjpass", *(["nsubj"] if child_of(verb, "auxpass") else []))
    if subject is None and governor.dep_ == "acl" and governor.tag_ == "VBN":
        subject = _whose_age(governor.head)
    if subject is None and _is_bare_aside(governor):
        subject = subject_of(governor.head)
    if subject is None and is_set_off(governor):
        subject = child_of(governor, "nsubj")  # "Odas, captured in May, was freed"
    if subject is None and verb.dep_ == "ccomp" and verb.tag_ == "VBN" and not _has_aux(verb):
        subject = child_of(verb, "nsubj")  # "saw the deputy led away"
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    if subject is not None:
        subject = _who_is(subject, people)
        return subject if befalls(subject, people) else None
    return _object_of(verb, people)


def is_set_off(verb: "Token") -> bool:
    """A participle between commas that the parse takes for the sentence's verb, and that for one
    joined to it."""
    subject = child_of(verb, "nsubj")
    if verb.tag_ not in {"VBD", "VBN"} or subject is None or child_of(verb, "dobj") is not None:
        return False
    before = verb.nbor(-1) if verb.i else verb
    is_after = before.text == "," and before.i - 1 == max(
        t.i for t in subject.subtree if t.text != ","
    )
    later = (c for c in verb.children if c.dep_ == "conj" and c.pos_ in {"VERB", "AUX"})
    return (
        is_after
        and not _has_aux(verb)
        and any(c.left_edge.nbor(-1).text == "," or c.nbor(-1).text == "," for c in later)
    )


def _whose_age(host: "Token") -> "Token":
    """The girl of 'a girl of fourteen held with her'."""
    of = host.head
    is_age = host.like_num and host.dep_ == "pobj" and of.lower_ == "of"
    return of.head if is_age else host


def _has_aux(verb: "Token") -> bool:
    return child_of(verb, "aux", "auxpass") is not None


def _who_is(subject: "Token", people: People) -> "Token":
    """The one named in words whose head is none: 'one of whom, Odas,', 'Karim Odas, alias Toro,'."""
    if people.is_named(subject):
        return subject
    if subject.tag_ == "NNS" and not people.is_named(subject):
        one = next((c for c in subject.children if c.lower_ == "one" and c.dep_ == "appos"), None)
        subject = one if one is not None and object_after(one, "of") is not None else subject
    if subject.lower_ == "one":
        of = next((c for c in subject.children if c.dep_ == "prep" and c.lower_ == "of"), None)
        inner = child_of(of, "pobj") if of is not None else None
        beside = (c for t in (subject, inner) if t is not None for c in t.children)
        return next((c for c in beside if c.dep_ == "appos" and people.is_named(c)), subject)
    named = people.name_at(subject.left_edge) if subject.lower_ == "alias" else None
    return people.head_of(subject.left_edge) if named is not None else subject


def _is_bare_aside(verb: "Token") -> bool:
    """'The father, though hit twice, carried him', 'captured in May, he was tried'."""
    is_bare = verb.tag_ == "VBN" and child_of(verb, "aux", "auxpass", "dobj") is None
    return is_bare and verb.dep_ == "advcl" and verb.head.pos_ == "VERB"


def _object_of(verb: "Token", people: People) -> "Token | None":
    thing = child_of(verb, "dobj")
    if thing is not None and thing.lower_ == "whom" and verb.dep_ == "relcl":
        return verb.head if is_person(verb.head, people) else None
    if thing is None:
        thing = next((c for c in verb.children if c.dep_ == "ccomp" and people.is_named(c)), None)
    if thing is None:
        thing = _left_so(verb)
    if thing is None or not (thing.lower_ in SAID or _is_told_of(thing, verb, people)):
        return None
    return None if thing.lower_ == "her" and thing.dep_ == "poss" else thing


def _left_so(verb: "Token") -> "Token | None":
    """'Freed Odas unharmed', parsed as a clause."""
    state = child_of(verb, "ccomp")
    is_state = state is not None and load_fate_words().being.get(state.lower_) == "alive"
    return child_of(state, "nsubj") if state is not None and is_state else None


def _is_told_of(thing: "Token", verb: "Token", people: People) -> bool:
    """A name, or one person by his description: 'shot the headman', but whom one meets is many."""
    if people.is_named(thing):
        return True
    words, limb = load_fate_words(), thing.lemma_.lower()
    if (
        verb.lemma_.lower() in load_fate_lists().loose
        or child_of(verb, "oprd", "acomp") is not None
    ):
        return False  # "saw the doctor", "held the officer responsible"
    if limb in words.wounds | load_fate_lists().vitals:
        return False  # "holding his head": a limb, and of nobody the chief
    return befalls(thing, people)


def doing(verb: "Token", people: People) -> "Token | None":
    """The one person, or the named several, of whom the verb tells it."""
    subject = subject_of(verb) or speaker_of(verb) or _subject_before(verb)
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (verb, *verb.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    subject = _who_is(subject, people) if subject is not None else None
    return subject if subject is not None and befalls(subject, people) else None


def _subject_before(verb: "Token") -> "Token | None":
    """'Was reported missing but turned up at a clinic'."""
    governor = verb
    while governor.dep_ == "conj" and governor.head.pos_ in {"VERB", "AUX"}:
        governor = governor.head
        if (subject := subject_of(governor)) is not None:
            return subject
    return None


def befalls(word: "Token", people: People) -> bool:
    return is_person(word, people) or len(members(word, people)) > 1


def named_among(word: "Token", people: People) -> Iterator["Token"]:
    """Of a noun for several those whom the text names beside it."""
    if word.tag_ == "NNS":
        yield from members(word, people)
