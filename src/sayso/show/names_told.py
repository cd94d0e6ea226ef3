"""A claim or a sighting in; the names and places it tells out."""

from collections.abc import Iterator

from sayso.resolve.name.references import sort_of
from sayso.show.masking import parts_of_name
from sayso.types import Claim, Mention, Sighting
from sayso.weigh.privacy import PERSON, tells_kin

_NO_PERSONS = frozenset({"means", "place", "from", "to"})  # a name there is a misreading


def names_in(claim: Claim) -> Iterator[tuple[str, str]]:
    """Each person of a claim with each name it has for them; descriptions and pronouns are none."""
    for role in claim.event.roles:
        filler = role.filler
        is_person = filler.entity is not None and filler.entity.startswith(PERSON)
        if filler.entity is None or not is_person or role.name in _NO_PERSONS:
            continue
        if filler.name:
            yield filler.entity, filler.name
        if filler.kind == "person" and _is_name(filler):
            yield filler.entity, filler.words
    for step in claim.chain:
        if step.entity is not None and step.entity.startswith(PERSON) and step.naming == "named":
            yield step.entity, step.label


def names_seen(one: Sighting) -> tuple[str, ...]:
    """None of a body, and none that is but a title: 'Prince'."""
    return tuple(name for name in one.names if one.kind == "person" and parts_of_name(name))


def _is_name(filler: Mention) -> bool:
    has_capital = any(word[:1].isupper() for word in filler.words.split())
    return has_capital and sort_of(filler) is None and not tells_kin(filler.words)


def place_names(claim: Claim) -> Iterator[str]:
    if claim.place is not None:
        yield from filter(None, (claim.place.name, claim.place.words))
    yield from (r.filler.words for r in claim.event.roles if r.filler.kind == "place")
