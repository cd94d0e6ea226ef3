"""Events that the table found in, each sign of life told of the one whom its word is said of out.

'Odas escaped unhurt when gunmen fired, but his nephew was hit': it is Odas who lives.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.fate.persons import doing, mention_of, undergoing
from sayso.annotate.fate.returns import found_so, is_unhurt_escape
from sayso.annotate.parses import head_at
from sayso.annotate.person.described import People
from sayso.types import Event, Mention, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def place_living(
    doc: "Doc", mentions: Sequence[Mention], events: Sequence[Event]
) -> tuple[Event, ...]:
    people = People(doc, mentions)
    return tuple(_placed(e, people) if e.type == "alive" else _with_host(e, people) for e in events)


def _with_host(event: Event, people: People) -> Event:
    """'A girl held with her': the girl is held, as she is."""
    word = head_at(people.doc, event.trigger)
    victims = [r for r in event.roles if r.name == "victim"]
    if word is None or not victims or word.dep_ != "acl" or word.tag_ != "VBN":
        return event
    beside = next((c for c in word.children if c.dep_ == "prep" and c.lower_ == "with"), None)
    company = {t.idx for t in beside.subtree} if beside is not None else set()
    host = undergoing(word, people)
    if host is None or any(v.filler.span.start not in company for v in victims):
        return event
    return replace(event, roles=(Role("victim", mention_of(host, people)), *event.roles))


def _placed(event: Event, people: People) -> Event:
    word = head_at(people.doc, event.trigger)
    person = _said_of(word, people) if word is not None else None
    if person is None:
        return event
    own = {t.i for t in person.subtree}
    victims = [r for r in event.roles if r.name == "victim"]
    heads = {r.filler.span: head_at(people.doc, r.filler.span) for r in victims}
    right = [r for r in victims if (h := heads[r.filler.span]) is not None and h.i in own]
    if len(right) == len(victims) and victims:
        return event
    told = right or [Role("victim", mention_of(person, people))]
    others = [r for r in event.roles if r.name != "victim"]
    return replace(event, roles=(*told, *others))


def _said_of(word: "Token", people: People) -> "Token | None":
    found = found_so(word)
    if found is not None:
        return undergoing(found, people)
    return doing(word.head, people) if is_unhurt_escape(word.head) else None
