"""A mention in, whose side it is of by the register out: a body, one of its people, or its forces."""

from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.names import bare_name
from sayso.resolve.parties import Party, Register
from sayso.types import Mention


def side_of(mention: Mention, register: Register) -> str | None:
    """The side of 'Colonel Vesk', of 'the lowland council', of 'two northern tanks'; None: not known."""
    party = party_of(mention, register)
    return party.side if party is not None else None


def party_of(mention: Mention, register: Register) -> Party | None:
    """The organisation by which the register tells its side; None: it tells of none."""
    known = register.parties.get((mention.entity or "").removeprefix("group/"))
    if known is not None:
        return known
    if mention.kind == "person":
        bare = fold_name(mention.name or mention.words)
        names = register.people.values()
        return next(
            (register.speaker_for(n) for n in names if fold_name(bare_name(n)) == bare), None
        )
    words = fold_name(mention.words).split()
    if len(words) == 1 and (party := _of_adjective(words[0], register)) is not None:
        return party
    tails = (" ".join(words[at:]) for at in range(len(words)))
    found = (register.party_of(tail) or register.party_of_forces(tail) for tail in tails)
    return next((party for party in found if party is not None), None)


def _of_adjective(word: str, register: Register) -> Party | None:
    """'Northern' of 'northern losses', where all bodies so called are of one side: one of them."""
    found = {
        party.side: party
        for name, id_ in register.by_name.items()
        if name.split()[0] == word and len(name.split()) > 1
        and (party := register.parties[id_]).side is not None
    }  # fmt: skip
    return next(iter(found.values())) if len(found) == 1 else None
