"""A parsed report in, who is whose kin out: both ends, named or only described."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import child_of, head_at, object_after, sentence_of, span_of, subject_of
from sayso.annotate.person.described import BEING, HE, People, base_phrase, told_through
from sayso.annotate.person.kin_owners import (
    is_in_life,
    is_saying,
    left_behind,
    named_siblings,
    owner_of_first,
    owner_spoken_of,
    owner_told_of,
    whose_kin,
)
from sayso.annotate.person.kin_ranks import taken_singly
from sayso.event_types import load_event_types
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NEAR_CHARACTERS = 300  # about two sentences
_GENERAL = frozenset({"family", "relative", "kinsman"})  # they want a person for an owner


def find_kin(doc: "Doc", mentions: Sequence[Mention]) -> Iterator[Event]:
    """One event for each person and noun; `kin` is whose son, widow or cousin he is."""
    people = People(doc, mentions)
    nouns = frozenset(load_event_types()["kinship"].nouns) | _GENERAL
    told: list[Event] = []
    for token in doc:
        words = _kin_words(token, nouns)
        if words:
            told += _of_both(words, people, told) or _of_noun(words, people)
        elif token.lower_ in {"married", "engaged"}:
            told += _of_marriage(token, people)
    yield from told
    for noun, person, of in taken_singly(told, people):
        yield _kinship([noun], person, [of])


def _of_both(words: list["Token"], people: People, told: Sequence[Event]) -> list[Event]:
    """'Their father' of two told to be brothers just before, 'their only son' of man and wife."""
    noun, doc = words[0], people.doc
    owner = child_of(noun, "poss")
    pairs = _who_share(noun.lemma_.lower())
    if owner is None or owner.lower_ != "their" or pairs is None:
        return []
    near = (e for e in reversed(told) if 0 < noun.idx - e.trigger.stop < _NEAR_CHARACTERS)
    pair = next((e for e in near if _noun_at(doc, e) in pairs), None)
    kin = [role.filler for role in pair.roles] if pair is not None else named_siblings(noun, people)
    if not kin:
        return []
    persons = [people.mention(t, noun) for t in _persons(noun, people)]
    return [_kinship(words, person, kin) for person in persons or [base_phrase(noun, words)]]


def _who_share(noun: str) -> frozenset[str] | None:
    """What two are to each other whose 'their' stands before the noun; None: it may be of anybody."""
    words = load_naming_words()
    if noun in words.elders:
        return words.siblings
    return words.spouses if noun in words.children else None


def _noun_at(doc: "Doc", event: Event) -> str:
    word = head_at(doc, event.trigger)
    return word.lemma_.lower() if word is not None else ""


def _kin_words(noun: "Token", nouns: frozenset[str]) -> list["Token"]:
    """The tokens of a word for kin, 'brother-in-law' and 'half-sister' whole; none: it is no such word."""
    if noun.pos_ in {"VERB", "AUX", "ADV", "PUNCT", "SPACE"} or noun.lower_ == "families":
        return []
    lemma = noun.lemma_.lower()
    if lemma not in nouns and noun.lower_ not in nouns:
        return []
    words, doc = [noun], noun.doc
    if noun.i + 4 < len(doc) and doc[noun.i + 1 : noun.i + 5].text.lower().startswith("-in-law"):
        words += list(doc[noun.i + 1 : noun.i + 5])
    if noun.i > 1 and noun.nbor(-1).text == "-":
        if noun.nbor(-2).lower_ not in {"half", "step", "great", "ex", "co", "twin"}:
            return []
        words = [noun.nbor(-2), noun.nbor(-1), *words]
    return [] if _is_title(noun) else words


def _is_title(noun: "Token") -> bool:
    """'Sister Maud' is a nun, and 'sister city' no kin."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if noun.text.istitle() and not noun.is_sent_start and noun.pos_ == "PROPN":
        return True
    if after is None:
        return False
    if noun.text.istitle() and after.text.istitle() and child_of(noun, "poss", "det") is None:
        return True
    is_before = noun.dep_ in {"compound", "nmod", "amod"} and noun.head == after
    return is_before and after.pos_ == "NOUN" and not after.ent_type_


def _of_noun(words: list["Token"], people: People) -> Iterator[Event]:
    noun = next(
        t for t in words if t.text.isalpha() and t.lower_ not in {"half", "step", "ex", "great"}
    )
    if any(c.lower_ in load_grammar_words().no_kin for c in noun.children if c.dep_ == "det"):
        return
    owners = _owners(noun, people, words)
    if noun.lemma_.lower() == "partner" and not is_in_life(noun, owners, people):
        return
    named = _persons(noun, people)
    named = [t for t in named if people.head_of(t) not in [people.head_of(o) for o in owners]]
    if not owners:
        if noun.lemma_.lower() in load_naming_words().siblings:
            for other in named[1:]:
                yield _kinship(words, people.mention(named[0]), [people.mention(other)])
        return
    if noun.lemma_.lower() in _GENERAL and not any(_is_somebody(o, people) for o in owners):
        return
    kin = [_owner_mention(owner, noun, people) for owner in owners]
    persons = [_mention_of(t, noun, people) for t in named] or [base_phrase(noun, words)]
    for person in persons:
        others = [k for k in kin if not k.span.meets(person.span) or person.span.covers(k.span)]
        if others:
            yield _kinship(words, person, others)


def _kinship(words: Sequence["Token"], person: Mention, kin: Sequence[Mention]) -> Event:
    roles = (Role("person", person), *(Role("kin", one) for one in kin))
    return Event("kinship", span_of(words), roles)


def _mention_of(word: "Token", noun: "Token", people: People) -> Mention:
    return base_phrase(word) if _is_called(word) else people.mention(word, noun)


def _is_called(word: "Token") -> bool:
    """'The commander', who is a nephew of the emir: one person by what he is."""
    is_one = word.tag_ == "NN" and any(c.lower_ == "the" for c in word.children)
    types = load_event_types()
    nouns = (types[n].nouns for n in ("office", "occupation"))
    return is_one and any(
        word.lemma_.lower() in told for told in (*nouns, load_naming_words().people)
    )


def _owner_mention(owner: "Token", noun: "Token", people: People) -> Mention:
    named = people.name_at(owner)
    if named is not None:
        return named
    if owner.pos_ == "PRON" or owner.tag_ == "PRP$":
        described = whose_kin(owner, noun, people)
        if described is not None:
            return base_phrase(described)
        return Mention(span_of([owner]), "person", owner.text)
    beside = next((c for c in owner.children if c.dep_ == "appos" and people.is_named(c)), None)
    if beside is not None:
        return people.mention(beside, noun)
    return base_phrase(owner)


def _owners(noun: "Token", people: People, words: Sequence["Token"]) -> list["Token"]:
    """Whose kin: 'his', 'Odas's', 'of Odas', 'whose'; of whom else the sentence tells it."""
    holder = noun.head if noun.dep_ in {"compound", "nmod", "amod"} else noun
    for word in (noun, holder, *words):  # the parse may part "ex-husband"
        owner = child_of(word, "poss")
        if owner is not None and owner.i < noun.i:
            return [o for o in [_whose(owner, people)] if o is not None]
    before = noun.left_edge if noun.left_edge.tag_ == "PRP$" else None
    if before is not None:
        return [before]
    for prep in noun.children:
        if prep.dep_ == "prep" and prep.lower_ in {"of", "to"} and prep.i > noun.i:
            inner = child_of(prep, "pobj")
            told = [inner, *_conjoined(inner)] if inner is not None else []
            told = [people.name_after(t, through_comma=False) or t for t in told]
            is_one = prep.lower_ == "of" and noun.tag_ == "NN"
            return [
                t for t in told if _is_somebody(t, people, owned=is_one) or _are_counted(t, noun)
            ]
    with_first = owner_of_first(noun)
    owner = _whose(with_first, people) if with_first is not None else None
    return left_behind(noun) or ([owner] if owner is not None else _spoken_of(noun, people))


def _are_counted(word: "Token", noun: "Token") -> bool:
    """'The father of two brothers'."""
    if noun.lemma_.lower() not in load_naming_words().parents or child_of(word, "nummod") is None:
        return False
    kin = load_event_types()["kinship"].nouns
    return word.tag_ == "NNS" and word.lemma_.lower() in {*kin, "girl", "boy"}


def _spoken_of(noun: "Token", people: People) -> list["Token"]:
    owner = owner_spoken_of(noun, people) or owner_told_of(noun, people)
    return [owner] if owner is not None else []


def _conjoined(word: "Token") -> list["Token"]:
    found = []
    for child in word.children:
        if child.dep_ == "conj":
            found += [child, *_conjoined(child)]
    return found


def _whose(owner: "Token", people: People) -> "Token | None":
    if owner.lower_ in {"its", "their"}:
        return None
    if owner.lower_ != "whose":
        return (
            owner
            if owner.pos_ == "PRON" or owner.tag_ == "PRP$" or _is_somebody(owner, people)
            else None
        )
    at = owner.i - 1
    while at > sentence_of(owner).start and owner.doc[at].is_punct:
        at -= 1
    if people.is_named(owner.doc[at]):
        return people.head_of(owner.doc[at])
    clause = next((t for t in owner.ancestors if t.dep_ == "relcl"), None)
    return clause.head if clause is not None else None


def _is_somebody(word: "Token", people: People, *, owned: bool = False) -> bool:
    """A name, a pronoun for one person, or what one person is called; no place, no number.

    owned: 'Lamrani's widow' too, whatever the parse takes for a name in it
    """
    if people.is_named(word) or word.lower_ in HE | {"him", "her"}:
        return True
    if owned and word.ent_type_ in {"GPE", "ORG"} and word.pos_ == "PROPN":
        return True  # a name of which the parse makes a place: nobody is married to one
    if word.ent_type_ or word.pos_ not in {"NOUN", "PROPN"} or word.like_num:
        return False
    if word.tag_ not in {"NN", "NNP"}:
        return False
    is_called = any(c.dep_ in {"det", "poss"} for c in word.children)
    return is_called or any(c.dep_ == "appos" and people.is_named(c) for c in word.children)


def _persons(noun: "Token", people: People) -> list["Token"]:
    """Who it is: the name beside it, or of whom it is said; nobody where it stands for itself."""
    if _speaks_after(noun):
        return []
    after = _named_after(noun, people)
    if after is not None:
        return [after, *(t for t in _conjoined(after) if people.is_named(t) and noun.tag_ == "NNS")]
    after = _named_after_owner(noun, people)
    if after is not None:
        return [after, *(t for t in _conjoined(after) if people.is_named(t) and noun.tag_ == "NNS")]
    if noun.dep_ == "appos":
        head = noun.head
        if people.is_named(head):
            return [head, *(t for t in head.conjuncts if people.is_named(t) and noun.tag_ == "NNS")]
        if _is_called(head) and head.i < noun.i:
            return [head]
    before = people.name_before(noun)
    if before is not None and noun.dep_ in {
        "appos",
        "conj",
        "dobj",
        "npadvmod",
        "dep",
        "ROOT",
        "attr",
    }:
        return [before]
    if noun.dep_ == "attr" and noun.head.lemma_ in BEING:
        subject = subject_of(noun.head)
        if subject is not None and subject.lower_ == "who":
            subject = noun.head.head if noun.head.dep_ == "relcl" else None
        if subject is not None and (
            people.is_named(subject) or subject.lower_ in HE or _is_called(subject)
        ):
            others = subject.conjuncts if noun.tag_ == "NNS" else ()
            return sorted([subject, *(t for t in others if people.is_named(t))])
    if noun.dep_ == "conj" and noun.head.dep_ in {"appos", "attr"} and noun.head.pos_ == "NOUN":
        return _persons(noun.head, people)
    return []


def _speaks_after(noun: "Token") -> bool:
    """'Has joined the Front, his brother confirmed': who says it is nobody named before."""
    after = noun.nbor() if noun.i + 1 < len(noun.doc) else None
    if noun.dep_ != "appos" or after is None or after.tag_ not in {"VBD", "VBN"}:
        return False
    return after.head == noun and is_saying(after)


def _named_after(noun: "Token", people: People) -> "Token | None":
    after = people.name_set_after(noun)
    if after is not None or people.name_after(noun) is not None:
        return after
    named = (c for c in noun.children if c.dep_ == "appos" and people.is_named(c))
    return next(named, None) or told_through(noun, people)


def _named_after_owner(noun: "Token", people: People) -> "Token | None":
    """'A nephew of General Odas, Karim Sol, was freed': Sol is the nephew."""
    owner = object_after(noun, "of")
    whole = people.name_at(owner) if owner is not None else None
    told = people.doc.char_span(whole.span.start, whole.span.stop) if whole is not None else None
    if told is None or noun.dep_ not in {"nsubj", "nsubjpass", "agent", "pobj", "dobj", "ROOT"}:
        return None
    return people.name_set_after(told[-1])


def _of_marriage(word: "Token", people: People) -> Iterator[Event]:
    """'Odas is married to Sol', 'Odas married a niece of Sol', 'Odas and Sol were married'."""
    subject = _who_married(word)
    to = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "to"), None)
    other = child_of(to, "pobj") if to is not None else child_of(word, "dobj")
    if to is None and other is None and subject is not None and word.lower_ == "married":
        other = next((t for t in subject.conjuncts if t.pos_ == "PROPN"), None)
    if subject is None or other is None or not _is_somebody(other, people, owned=True):
        return
    if word.lower_ == "engaged" and not (to is not None and people.is_named(other)):
        return  # "engaged the rebels in battle"
    if subject.lemma_.lower() in load_naming_words().groups and not people.is_named(subject):
        return
    if not (_is_somebody(subject, people) or subject.pos_ == "PROPN"):
        return
    kin = people.mention(other, subject) if people.is_named(other) else base_phrase(other)
    is_called = subject.pos_ == "NOUN" and not people.is_named(subject)
    person = base_phrase(subject) if is_called else people.mention(subject, other)
    yield _kinship([word], person, [kin])


def _who_married(word: "Token") -> "Token | None":
    """Its subject, or that of the verb that it hangs on: 'made his name and is married to her'."""
    over = word
    while subject_of(over) is None and over.dep_ in {"acomp", "xcomp", "conj"}:
        over = over.head
    subject = subject_of(over)
    if subject is not None and subject.lower_ == "who":
        clause = next((t for t in (word, *word.ancestors) if t.dep_ == "relcl"), None)
        subject = clause.head if clause is not None else None
    return subject
