"""Events in; one number that several fates share is made one count of either, in one event.

"40 were killed, wounded or captured" tells forty of the three together, and of none how many;
so does "300 killed and wounded". What an army lost by the thousand is of that kind, too; what a firm, a
party or a town lost is not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from sayso.annotate.event.camps import is_force
from sayso.annotate.mentions import name_phrase
from sayso.annotate.number.numbers import load_counting_words
from sayso.annotate.parses import child_of, head_at, is_passive, share_sentence, subject_of
from sayso.annotate.role.doers import doer_of
from sayso.event_types import load_event_types
from sayso.types import Count, Event, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Who is killed suffers nothing after it: "killed and captured" are two lots of men, while those
# who were "captured and killed" may be the same.
_FIRST = "killed"
_RETURN = 1000  # from so many on, losses are the dead and the wounded of a muster
_ARMED = frozenset({"soldiers", "fighters"})
_MEN = frozenset({"man", "men"})  # an army's
_LOSSES = frozenset({"loss", "casualty"})
_LOSING = frozenset({"lose", "loss"})
_MOST = 20  # fates that are read as one list: no prose tells more
_JOINTS = frozenset({",", "and", "or"})
_TOLD_AS = frozenset({"VBN", "VBD", "JJ", "NN", "NNS"})


def join_fates(doc: "Doc", events: Sequence[Event]) -> list[Event]:
    """The events; each number that several fates share is counted once, in the event of the first."""
    at = {head.i: n for n, e in enumerate(events) if (head := head_at(doc, e.trigger)) is not None}
    found: list[Event | None] = list(events)
    for index, number in at.items():
        event = found[number]
        if event is None or not event.counts:
            continue
        chain = [doc[index], *islice(_joined_to(doc[index]), _MOST - 1)]
        told = tuple(c for t in chain if (c := _counted(t, at, events)) is not None)
        if len(set(told)) < 2 or not _are_shared(chain, told):
            continue
        found[number] = replace(event, counts=tuple(_of_all(c, chain, told) for c in event.counts))
        for later in chain[1:]:
            other = events[at[later.i]] if later.i in at else None
            shared = {c.span for c in event.counts}
            if other is not None and {c.span for c in other.counts} <= shared:
                found[at[later.i]] = None
    kept = [_of_side(doc, _as_return(doc, event)) for event in found if event is not None]
    return _with_losers(doc, kept)


def _with_losers(doc: "Doc", events: Sequence[Event]) -> list[Event]:
    """'Northern losses came to 300 killed and wounded': whose the 300 were, and told once."""
    heads = [head_at(doc, event.trigger) for event in events]
    found, told = list(events), set()
    for number, (event, head) in enumerate(zip(events, heads, strict=True)):
        losses = _losses_over(head) if any(len(c.categories) > 1 for c in event.counts) else None
        if losses is None or any(r.name == "group" for r in event.roles):
            continue
        loser = _loser(losses)
        told.add(losses.i)
        if loser is not None:
            group = Role("group", name_phrase(list(loser.subtree), loser))
            found[number] = replace(event, roles=(group, *event.roles))
    return [
        e for e, h in zip(found, heads, strict=True) if h is None or h.i not in told or e.counts
    ]


def _losses_over(head: "Token | None") -> "Token | None":
    """The losses that a number is told of: the subject of the verb over it."""
    for verb in head.ancestors if head is not None else ():
        subject = subject_of(verb)
        if subject is not None and subject.lemma_.lower() in _LOSSES:
            return subject
    return None


def _joined_to(word: "Token") -> Iterator["Token"]:
    """'Killed, wounded or captured': the words of fate that follow one another, by their places, since
    the parse hangs such lists on anything."""
    states, at = load_counting_words().states, word.i + 1
    while at < len(word.doc):
        joints = list(takewhile(lambda t: t.lower_ in _JOINTS, word.doc[at : at + 3]))
        later = word.doc[min(at + len(joints), len(word.doc) - 1)]
        is_fate = later.lower_ in states and later.tag_ in _TOLD_AS
        if not joints or not is_fate or not share_sentence(later, word):
            return
        yield later
        at = later.i + 1


def _counted(word: "Token", at: dict[int, int], events: Sequence[Event]) -> str | None:
    """What a fate counts: of a word that tells an event, its type's; else by the table."""
    kinds = load_event_types()
    type_ = (
        events[at[word.i]].type if word.i in at else load_counting_words().states.get(word.lower_)
    )
    return kinds[type_].counted if type_ is not None and kinds[type_].family == "fate" else None


def _are_shared(chain: Sequence["Token"], told: Sequence[str]) -> bool:
    """'Killed, wounded or captured'; 'killed and wounded', but not 'captured and shot'."""
    joints = {t.lower_ for t in chain[0].doc[chain[0].i : chain[-1].i]}
    return (
        "or" in joints
        or ("and" in joints and told[0] == _FIRST)
        or set(told) == {_FIRST, "injured"}
    )


def _of_all(count: Count, chain: Sequence["Token"], told: Sequence[str]) -> Count:
    """A number before the first or after the last word is of all; one between them of the first."""
    is_before = count.span.stop <= chain[0].idx + len(chain[0])
    has_others = (
        is_before and child_of(chain[-1], "dobj") is not None
    )  # "killed and wounded others"
    is_outside = (is_before and not has_others) or count.span.start > chain[-1].idx
    return replace(count, categories=tuple(dict.fromkeys(told))) if is_outside else count


def _as_return(doc: "Doc", event: Event) -> Event:
    """'The army lost about 20,000 men': killed and wounded, and whose they were."""
    head = head_at(doc, event.trigger) if event.type == "killed" else None
    if head is None or head.lemma_.lower() not in _LOSING or not any(map(_is_muster, event.counts)):
        return event
    loser = _loser(head)
    if not _is_side(loser, head):
        return event
    counts = tuple(
        replace(c, categories=("killed", "injured")) if _is_muster(c) else c for c in event.counts
    )
    roles = event.roles
    if loser is not None and all(r.name != "group" for r in roles):
        roles = (Role("group", name_phrase(list(loser.subtree), loser)), *roles)
    return replace(event, counts=counts, roles=roles)


def _of_side(doc: "Doc", event: Event) -> Event:
    """'The militia lost its leader', 'the rebels are said to have lost Besim Rao': whose dead, and no
    deed of theirs."""
    head = head_at(doc, event.trigger) if event.type == "killed" else None
    is_losing = head is not None and head.lemma_ == "lose" and head.pos_ == "VERB"
    if head is None or not is_losing or is_passive(head):
        return event
    loser = _raised(head) or doer_of(head)
    if loser is None or not (is_force(loser) or loser.ent_type_ in _SIDES):
        return event
    side = name_phrase(list(loser.subtree), loser)
    roles = tuple(r for r in event.roles if r.filler.span != side.span)
    is_told = any(r.name == "group" for r in roles)
    return replace(event, roles=roles if is_told else (Role("group", side), *roles))


def _raised(verb: "Token") -> "Token | None":
    """'The rebels are reported to have lost': who is told of."""
    over = verb.head
    return child_of(over, "nsubjpass") if verb.dep_ == "xcomp" and is_passive(over) else None


_SIDES = frozenset({"ORG", "NORP", "GPE"})


def _is_muster(count: Count) -> bool:
    """A thousand men under arms, or more: by their name, or as the men of those who lost them."""
    is_armed = count.group in _ARMED or not _MEN.isdisjoint(count.words.lower().split())
    return is_armed and count.categories == ("killed",) and (count.high or 0) >= _RETURN


def _is_side(loser: "Token | None", head: "Token") -> bool:
    """A force, or a name that may stand for one: "the Russians", "Russian losses"; no firm or party. A
    bare "loss of 3,000 men" is a return's."""
    if loser is None:
        return head.pos_ == "NOUN"
    return is_force(loser) or loser.pos_ != "NOUN"


def _loser(head: "Token") -> "Token | None":
    """'The army lost', 'the loss of the army', 'northern losses'."""
    if head.pos_ == "VERB":
        return doer_of(head)
    owner = child_of(head, "poss")
    described = (
        c for c in head.children
        if c.dep_ in {"amod", "compound"} and (c.ent_type_ or c.text[:1].isupper())
    )  # fmt: skip
    return owner or next(described, None)
