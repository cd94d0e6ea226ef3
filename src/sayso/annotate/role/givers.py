"""Who takes part in aid in, those out who hope to get it as those whom it is for, and no givers.

"The rebels want to obtain help from the Union": the Union would give it, and the rebels would not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.parses import child_of, object_after
from sayso.annotate.role.doers import doer_of
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.speakers import can_act
from sayso.types import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

Part = tuple[Role, "Token"]


def settle_givers(trigger: Trigger, parts: Sequence[Part]) -> tuple[Part, ...]:
    """The same parts; of aid that is got or asked for, the actor is whom it comes from."""
    verb = _getting(trigger.head) if trigger.type == "aid" else None
    if verb is None:
        return tuple(parts)
    taker = doer_of(verb)
    return tuple((replace(role, name=_side(role, head, taker)), head) for role, head in parts)


def beside_aid(noun: "Token") -> Iterator["Token"]:
    """'Give help to the rebels', 'obtain help from the Union': the other side, that the verb brings."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.pos_ != "VERB":
        return
    other = object_after(verb, "to", "from") or child_of(verb, "dative")
    if other is not None and other.pos_ == "ADP":
        other = child_of(other, "pobj")
    if other is not None and can_act(other):
        yield other


def _getting(noun: "Token") -> "Token | None":
    """The verb by which aid is got: 'to get support', 'asked for help'."""
    over = noun.head
    if noun.dep_ == "pobj" and over.lower_ == "for":
        over = over.head
    elif noun.dep_ != "dobj":
        return None
    return over if over.pos_ == "VERB" and over.lemma_ in load_role_words().receiving else None


def _side(role: Role, head: "Token", taker: "Token | None") -> str:
    if role.name == "actor" and head == taker:
        return "target"
    is_from = head.dep_ == "pobj" and head.head.lower_ == "from"
    return "actor" if role.name == "target" and is_from else role.name
