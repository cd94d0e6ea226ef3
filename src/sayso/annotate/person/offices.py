"""A parsed report in, the offices, trades and memberships that it tells of persons out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.mentions import phrase_span
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.parses import (
    child_of,
    is_negated,
    object_after,
    span_of,
    subject_of,
)
from sayso.annotate.person.described import (
    HE,
    People,
    base_phrase,
    ends_as_trade,
    holders_of,
    is_told_beside,
)
from sayso.annotate.person.office_bodies import body_after, body_of, is_body_of, is_joined, is_led
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.speakers import speaker_of
from sayso.event_types import load_event_types
from sayso.tables import read_shipped
from sayso.types import Event, Mention, Role, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NAMING = frozenset({"appoint", "elect", "name"})  # "was appointed governor of Hask"


_HEADING = frozenset({"executive", "commanding", "presiding"})  # "the executive officer"
_OWN = frozenset({"his", "her", "my", "our", "your"})


def find_offices(doc: "Doc", mentions: Sequence[Mention]) -> Iterator[Event]:
    """Offices, occupations and memberships; what somebody is no longer is background."""
    people = People(doc, mentions)
    for token in doc:
        if token.lower_ == "part":
            yield from _of_part(token, people)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield from _of_noun(token, people)
        elif token.pos_ in {"VERB", "AUX"}:
            yield from _of_verb(token, people)
    yield from _of_units(people)


def _of_noun(noun: "Token", people: People) -> Iterator[Event]:
    type_ = _type_of(noun, people)
    if type_ is None:
        return
    for person in holders_of(noun, people) or _titled(noun, people):
        event = _state(type_, noun, person, people)
        if event is not None:
            yield event


def _of_part(noun: "Token", people: People) -> Iterator[Event]:
    """'The squadron is part of the 9th Group', 'works as part of it': a body in a greater one."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "as" else noun.head
    is_said = noun.dep_ == "attr" or above is not noun.head
    holder, body = (subject_of(above) if is_said else None), body_after(noun)
    if holder is None or body is None or is_negated(above):
        return
    bodies = people.bodies()
    if all(any(m.span.start <= t.idx < m.span.stop for m in bodies) for t in (holder, body)):
        roles = Role("holder", people.mention(holder)), Role("group", people.mention(body))
        yield Event("membership", span_of([noun]), roles)


def _titled(noun: "Token", people: People) -> list["Token"]:
    """'Secretary of State Lena Hart': the title hangs on the name over its own 'of'."""
    is_before = noun.dep_ == "nmod" and noun.i < noun.head.i and people.is_named(noun.head)
    is_of = any(c.dep_ == "prep" and c.lower_ == "of" for c in noun.children)
    return [people.head_of(noun.head)] if is_before and is_of else []


def _type_of(noun: "Token", people: People) -> str | None:
    words = load_naming_words()
    lemma = noun.lemma_.lower()
    types = load_event_types()
    if noun.text.istitle() and noun.dep_ in {"compound", "nmod"} and _are_many(noun.head):
        return None
    if lemma == "command" and noun.i > 3 and noun.doc[noun.i - 4].lower_ == "second":
        return "office"
    if lemma in words.by_body and not _is_rank(noun, people) and not _is_of_body(noun):
        return "occupation"
    if lemma in types["office"].nouns:
        return None if _is_rank(noun, people) else "office"
    if lemma in words.members and _is_of_some(noun, people):
        return "office" if _is_parliament(noun) else "membership"
    if lemma in types["occupation"].nouns or _may_be_trade(noun, people):
        return "occupation"
    return None


def _is_of_some(noun: "Token", people: People) -> bool:
    """'A grenadier of the 9th Regiment', 'one of its fighters'; not 'a grenadier with a bandaged arm'."""
    body = body_of(noun, people)
    if body is None or body.pos_ != "NOUN" or noun.lemma_ == "member":
        return body is not None
    with_ = body.dep_ == "pobj" and body.head.lower_ == "with"
    return not with_ or is_joined(body, people)


def _are_many(name: "Token") -> bool:
    """'The Guard Lancers': a body, of which nobody is the guard."""
    return name.text.endswith("s") and any(c.lower_ == "the" for c in name.children)


def _is_of_body(noun: "Token") -> bool:
    """'An editor of the Courier', 'the Karez judge'."""
    words = load_naming_words()
    before = any(
        t.ent_type_ in {"ORG", "GPE"} or t.lemma_.lower() in words.groups
        for c in noun.children
        if c.dep_ in {"compound", "nmod"}
        for t in c.subtree
    )
    before = before or any(c.lemma_.lower() in words.places | _HEADING for c in noun.children)
    owner = child_of(noun, "poss")
    of_somebody = {"his", "her", "my", "our", "your"}
    is_owned = owner is not None and owner.lower_ not in of_somebody
    return before or body_after(noun) is not None or is_owned


def _is_rank(noun: "Token", people: People) -> bool:
    """'Captain Odas', 'Petty Officer Sol': a form of address, of no body."""
    is_before = noun.dep_ in {"compound", "nmod"} or people.name_after(noun, through_comma=False)
    return bool(is_before) and noun.lemma_.lower() in load_naming_words().ranks and (
        noun.text.istitle() or noun.lemma_.lower() not in {"officer", "commander", "chief"}
    )  # fmt: skip


def _is_parliament(noun: "Token") -> bool:
    of = body_after(noun)
    return of is not None and of.lemma_.lower() in {
        "parliament",
        "assembly",
        "senate",
        "congress",
        "cabinet",
    }


def _may_be_trade(noun: "Token", people: People) -> bool:
    """'Taras Uhl, a boxer', 'the botanist Alma Reyes': a word for who does something."""
    naming_words = load_naming_words()
    lemma = noun.lemma_.lower()
    if noun.tag_ != "NN" or not noun.is_alpha or noun.ent_type_ or people.is_named(noun):
        return False
    words = load_role_words()
    is_other = (
        lemma in words.no_callings | naming_words.no_trades | words.weapons
        or lemma in naming_words.groups
    )
    kin = load_event_types()["kinship"].nouns
    is_other = is_other or lemma in _things()
    return (
        not is_other
        and lemma not in kin
        and lemma not in naming_words.members
        and ends_as_trade(noun)
    )


@cache
def _things() -> frozenset[str]:
    """Nouns of documents and buildings, some of which end as trades do: 'a letter', 'the register'."""
    table = read_shipped("references.toml")
    return frozenset(table["things"]["nouns"])


def _state(type_: str, noun: "Token", person: "Token", people: People) -> Event | None:
    group = body_of(noun, people) if type_ != "occupation" or noun.lemma_ == "spokesman" else None
    if type_ == "membership" and group is not None and group.lower_ in _OWN:
        return None  # "his comrade" is in no body that is told
    roles = [Role("holder", people.mention(person, noun))]
    if group is not None and group != person:
        named = people.mention(group, noun)
        if not named.span.meets(roles[0].filler.span):
            roles.append(Role("group", named))
    former = any(
        c.lower_ in load_naming_words().former
        for c in noun.children
        if c.dep_ in {"amod", "advmod", "compound", "nmod"}
    )
    former = former or (noun.i > 1 and noun.nbor(-1).text == "-" and noun.nbor(-2).lower_ == "ex")
    if type_ == "membership" and len(roles) < 2:
        return None
    is_past = former or noun.lemma_.lower() in {"deserter", "defector"}
    event = Event(type_, phrase_span(noun), tuple(roles), background=is_past)
    return replace(event, presupposed=is_told_beside(noun))


def _of_verb(verb: "Token", people: People) -> Iterator[Event]:
    words = load_naming_words()
    lemma = verb.lemma_.lower()
    if lemma in words.leading:
        yield from _led(verb, people)
    if lemma in _NAMING or lemma in words.serving:
        yield from _served(verb, people)
    if lemma in words.joining or lemma in words.leaving:
        yield from _joined(verb, people)


def _person_doing(verb: "Token", people: People, *, passive: bool = False) -> "Token | None":
    subject = child_of(verb, "nsubjpass") if passive else speaker_of(verb)
    if subject is None and verb.dep_ in {"advcl", "pcomp", "acl"} and verb.tag_ == "VBG":
        above = next((t for t in verb.ancestors if subject_of(t) is not None), None)
        subject = subject_of(above) if above is not None else None
    if subject is not None and subject.lower_ == "who":
        subject = verb.head
    if subject is None or people.is_named(subject) or subject.lower_ in HE:
        return subject
    beside = holders_of(subject, people) if subject.pos_ == "NOUN" else []
    return beside[0] if beside else subject if _is_the_one(subject) else None


def _is_the_one(noun: "Token") -> bool:
    """'The cleric', who led: somebody told of before."""
    is_one = noun.tag_ == "NN" and any(c.lower_ == "the" for c in noun.children)
    types = load_event_types()
    return is_one and any(noun.lemma_.lower() in types[n].nouns for n in ("office", "occupation"))


def _holder(person: "Token", people: People) -> Mention:
    is_described = person.pos_ == "NOUN" and not people.is_named(person)
    return base_phrase(person) if is_described else people.mention(person)


def _led(verb: "Token", people: People) -> Iterator[Event]:
    """'who commands the river batteries', 'the Front, which he led for six years'."""
    if verb.tag_ == "VBN" and (by := child_of(verb, "agent")) is not None:
        yield from _led_by(verb, child_of(by, "pobj"), people)
        return
    person = _person_doing(verb, people)
    body = child_of(verb, "dobj")
    if body is not None and body.lower_ in {"which", "that", "whom"} and verb.dep_ == "relcl":
        body = verb.head
    if person is None or body is None or not is_led(body, people):
        return
    former = verb.tag_ == "VBD" or any(c.lower_ == "had" for c in verb.children)
    roles = (Role("holder", _holder(person, people)), Role("group", people.mention(body)))
    yield Event("office", span_of([verb]), roles, background=former)


def _led_by(verb: "Token", leader: "Token | None", people: People) -> Iterator[Event]:
    """'The column, led by Odas', 'the depot is run by a retired major, Odas'."""
    body = child_of(verb, "nsubjpass") or (verb.head if verb.dep_ in {"acl", "relcl"} else None)
    if body is not None and body.lower_ in {"which", "that"} and verb.dep_ == "relcl":
        body = verb.head
    if leader is None or body is None or not is_led(body, people):
        return
    named = [leader] if people.is_named(leader) else holders_of(leader, people)[:1]
    auxes = [c.lower_ for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    former = bool({"was", "were", "had"} & set(auxes))
    for person in named:
        roles = (Role("holder", _holder(person, people)), Role("group", people.mention(body)))
        yield Event("office", span_of([verb]), roles, background=former)


def _served(verb: "Token", people: People) -> Iterator[Event]:
    """'was appointed governor of Hask', 'served as governor', 'works as a cook'."""
    is_named = verb.lemma_.lower() in _NAMING
    person = _person_doing(verb, people, passive=is_named)
    if is_named and child_of(verb, "nsubjpass") is None:
        person = _named_to(verb, people)
    prep = next((c for c in verb.children if c.dep_ == "prep" and c.lower_ == "as"), None)
    noun = child_of(prep, "pobj") if prep is not None else None
    if noun is None and is_named:
        noun = child_of(verb, "oprd", "attr") or child_of(verb, "dobj")
    type_ = _type_of(noun, people) if noun is not None else None
    if person is None or noun is None or type_ is None:
        return
    event = _state(type_, noun, person, people)
    if event is not None:
        former = verb.lemma_ == "resign" or (verb.lemma_ == "serve" and verb.tag_ == "VBD")
        holder = event.roles[0].filler.span
        if event.trigger.covers(holder):  # the parse takes "Odas commander" for one phrase
            if holder.stop + 1 >= event.trigger.stop:
                return  # "the Committee to Re-Elect the President": no words are left for the office
            event = replace(event, trigger=Span(holder.stop + 1, event.trigger.stop))
        yield replace(event, background=event.background or former, presupposed=False)


def _named_to(verb: "Token", people: People) -> "Token | None":
    """'appointed Karim Odas commander of the Front': the name before the office, parsed as its part."""
    noun = child_of(verb, "oprd", "dobj")
    parts = [c for c in noun.children if c.dep_ in {"compound", "nmod"}] if noun is not None else []
    whom = child_of(verb, "dobj")
    named = next((t for t in (*parts, whom) if t is not None and people.is_named(t)), None)
    return people.head_of(named) if named is not None else None


def _joined(verb: "Token", people: People) -> Iterator[Event]:
    """'joined the Front', 'fought for it', 'defected from the army', 'was expelled from the party'."""
    naming_words = load_naming_words()
    words = load_grammar_words()
    lemma = verb.lemma_.lower()
    person = _person_doing(verb, people) or _person_doing(verb, people, passive=True)
    if person is None:
        return
    preps = {
        c.lower_: child_of(c, "pobj") for c in verb.children if c.dep_ == "prep" and c.lower_ in words.bodies | {"on"}
    }  # fmt: skip
    if lemma in {"join", "leave", "quit", "desert"}:
        body = child_of(verb, "dobj") or (preps.get("from") if lemma == "desert" else None)
    elif lemma in naming_words.leaving:
        body = preps.get("from")
    else:
        body = next(
            (preps[p] for p in ("for", "with", "in", "to") if preps.get(p) is not None), None
        )
    if lemma == "recruit":
        by = child_of(verb, "agent")
        body = child_of(by, "pobj") if by is not None else preps.get("to")
    staff = preps.get("on")
    if staff is not None and staff.lemma_.lower() in {"staff", "council", "board"}:
        body = object_after(staff, "of") or body
    if body is not None and body.tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        body = verb.head  # "the Front, to which he had belonged"
    is_fit = is_body_of if lemma in {"join", "enlist", "belong"} else _is_joined_nobody
    if body is None or not is_fit(body, people):
        return
    roles = (Role("holder", _holder(person, people)), Role("group", people.mention(body)))
    yield Event("membership", span_of([verb]), roles, background=lemma in naming_words.leaving)


def _is_force(body: "Token") -> bool:
    """'The mountain gendarmerie': which one is told."""
    words = load_naming_words()
    is_told = any(c.dep_ in {"amod", "compound"} for c in body.children)
    return is_told and body.lemma_.lower() in words.groups | words.bands


def _heading(name: "Token") -> "Token | None":
    """The title of 'Commander Odas of the Red Front', who has it, and is not only one of it."""
    before = (c for c in name.children if c.dep_ in {"compound", "nmod"})
    return next((c for c in before if c.lower_ in _HEADS), None)


_HEADS = frozenset({"commander", "chief", "leader", "emir", "governor", "chairman", "president"})


def _is_joined_nobody(body: "Token", people: People) -> bool:
    """A body, and nobody by his name."""
    return is_joined(body, people) and not people.is_named(body)


def _of_units(people: People) -> Iterator[Event]:
    """'Sergeant Juma Kapem of the Lake Levies': a man of that unit."""
    for body in people.bodies():
        found = people.doc.char_span(body.span.start, body.span.stop, alignment_mode="expand")
        if found is None or found.root.dep_ != "pobj":
            continue
        prep = found.root.head
        is_of = (
            prep.lower_ == "of"
            and people.is_named(prep.head)
            and prep.nbor(-1) in prep.head.subtree
        )
        is_unit = any(c.isupper() for c in body.words) or _is_force(found.root)
        if is_of and is_unit:
            roles = (Role("holder", people.mention(prep.head, found.root)), Role("group", body))
            head = _heading(prep.head)
            type_, word = ("office", head) if head is not None else ("membership", prep)
            yield Event(type_, span_of([word]), roles, presupposed=True)
