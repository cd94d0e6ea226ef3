"""A verb of a parsed text in, what it says became of single persons out: 'was beaten', 'drowned'."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.event.camps import is_force
from sayso.annotate.fate.figures import (
    is_freed,
    is_given_up_to_captors,
    is_journey,
    is_lost,
    is_out_of_contest,
    is_out_of_field,
    is_shelter,
    is_taken_otherwise,
    is_won,
)
from sayso.annotate.fate.persons import are_people, doing, is_person, undergoing
from sayso.annotate.fate.phrases import is_brought_in, let_go, unheard_of, unknown
from sayso.annotate.fate.returns import (
    is_back_from_prison,
    is_serving,
    is_unhurt_escape,
    never_came,
)
from sayso.annotate.fate.turns import turn_done, turn_undergone
from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import (
    child_of,
    is_infinitive,
    is_negated,
    object_after,
    sentence_of,
    subject_of,
)
from sayso.annotate.person.described import People
from sayso.event_types import load_event_types, load_words

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 4  # tokens after a verb in which the word that it needs may stand
_FAR = 7  # the same for several words, which may stand after whom it befell
_PERFECT = frozenset({"have", "has", "had"})
_GIVING_UP = {("give", "up"), ("turn", "in"), ("hand", "in")}
_ARMS = frozenset({"arm", "weapon", "arms"})
_HOLDING = frozenset({"capture", "arrest", "custody"})
_TERMS = frozenset({"term", "time"})

Found = tuple[str, "Token", "Token"]  # the type, the word that tells it, whom it befell


def of_verb(verb: "Token", people: People) -> Iterator[Found]:
    """What the verb itself tells, by the words after it, of whom it is done to or who does it."""
    words, lemma = load_fate_words(), verb.lemma_.lower()
    gone = let_go(verb)
    if gone is not None and (is_person(gone, people) or are_people(gone)):
        yield "released", verb, gone
    stop = min(verb.i + 1 + _NEAR, sentence_of(verb).stop)
    after = [t.lower_ for t in verb.doc[verb.i + 1 : stop]]
    undergone, unheard = undergoing(verb, people), unheard_of(verb, people) or unknown(verb, people)
    yield from _at_the_cost(verb, people)
    if unheard is not None:
        yield "missing", verb, unheard
    elif undergone is not None and is_brought_in(verb):
        yield "hospitalised", verb, undergone
    elif "to death" in " ".join(after):
        subject = undergone or doing(verb, people)
        if lemma in words.to_death and subject is not None:
            yield words.to_death[lemma], verb, subject
    elif undergone is not None:
        type_ = _done_to(verb, after)
        if type_ is not None:
            yield type_, verb, undergone
        elif verb.dep_ == "conj" and verb.tag_ == "VBD":  # "was given for dead but turned up"
            yield from ((type_, verb, undergone) for type_ in _done_by(verb, after, people))
    else:
        yield from _seen_doing(verb, people)
        subject = doing(verb, people)
        if subject is not None:
            yield from ((type_, verb, subject) for type_ in _done_by(verb, after, people))


def _done_to(verb: "Token", after: Sequence[str]) -> str | None:
    words, lemma = load_fate_words(), verb.lemma_.lower()
    if is_only_wounded(verb):
        return "injured"
    turned = turn_undergone(verb)
    if turned is not None:
        return turned
    if lemma == "let" and "go" in after[:3]:
        return "released"
    given = child_of(verb, "dobj") if lemma in {"grant", "give"} else None
    if given is not None and is_shelter(given):
        return "fled"
    if given is not None and given.lemma_ == "shock":
        return "tortured" if any(c.lower_ == "electric" for c in given.children) else None
    if lemma == "find" and _is_unfound(verb, after):
        return "missing"
    if lemma == "find":
        return next((words.found[word] for word in after[:2] if word in words.found), None)
    if is_taken_in(verb):
        return "detained"
    if is_back_from_prison(verb):
        return "released"
    if lemma not in words.undergone:
        return None
    needed = words.undergone_with.get(lemma)
    beside = {*after, *(c.lower_ for c in verb.children if c.dep_ in {"prep", "prt", "agent"})}
    is_held = lemma == "hold" and child_of(verb, "dobj") is not None
    is_held = is_held or _is_taken_by_force(verb)
    if needed is not None and not (is_held or _has_any(needed, beside, verb) or _is_owned_up(verb)):
        return None
    if lemma == "see" and is_unseen(verb, beside):
        return "missing"
    if is_out_of_field(verb) or is_out_of_contest(verb) or is_taken_otherwise(verb):
        return None
    if lemma == "take" and beside & {"prisoner", "captive", "alive"}:
        return "captured"
    return words.undergone[lemma]


def is_taken_in(verb: "Token") -> bool:
    """'Taken to the barracks', 'driven to a police station', 'hauled in for questioning'."""
    lists = load_fate_lists()
    if verb.lemma_.lower() not in lists.handling:
        return False
    house = object_after(verb, "to", "into")
    if house is not None and house.lemma_.lower() in {"station", "post", "headquarters"}:
        return any(c.lower_ == "police" for c in house.children)
    near = {t.lower_ for t in verb.doc[verb.i + 1 : verb.i + 1 + _FAR]}
    is_asked = "for" in near and bool(near & {"questioning", "interrogation"})
    return is_asked or (house is not None and house.lemma_.lower() in lists.stations)


def _is_taken_by_force(verb: "Token") -> bool:
    """'The rebels took her husband', and nowhere that one goes with them, nor for what he is not."""
    by = subject_of(verb) if verb.lemma_ == "take" else None
    whom = child_of(verb, "dobj")
    is_bare = not any(c.dep_ in {"prt", "xcomp", "oprd", "dative"} for c in verb.children)
    is_bare = is_bare and object_after(verb, "to", "into", "for", "as", "through", "on") is None
    return by is not None and whom is not None and whom.tag_ != "NNS" and is_bare and _is_band(by)


def _is_band(word: "Token") -> bool:
    """Armed men by the word, or a body by a name in the plural or of its own."""
    return is_force(word) or word.tag_ == "NNPS" or word.ent_type_ in {"ORG", "NORP"}


def _has_any(needed: Sequence[str], beside: Collection[str], verb: "Token") -> bool:
    """Whether one of the words stands by the verb, or several of them together after it."""
    if not set(needed).isdisjoint(beside):
        return True
    stop = min(verb.i + 1 + _FAR, sentence_of(verb).stop)
    after = ("his" if t.tag_ == "PRP$" else t.lower_ for t in verb.doc[verb.i + 1 : stop])
    text = f" {' '.join(after)} "
    return any(f" {words} " in text for words in needed if " " in words)


def _is_owned_up(verb: "Token") -> bool:
    """'Denies having taken him', 'admitted taking her'."""
    thing = child_of(verb, "dobj")
    is_one = thing is not None and (thing.lower_ in {"him", "her"} or thing.ent_type_ == "PERSON")
    return (
        verb.lemma_ == "take"
        and verb.dep_ in {"xcomp", "ccomp"}
        and verb.head.lemma_ in load_fate_lists().owning_up
        and is_one
    )


def is_unseen(verb: "Token", beside: set[str]) -> bool:
    """'Has not been seen since', 'nobody has seen her since May', 'was never seen again'."""
    subject = subject_of(verb)
    nobody = subject is not None and bool(
        {subject.lower_, *(c.lower_ for c in subject.children)} & load_grammar_words().no_one
    )
    is_over = "again" in beside or ("since" in beside and _is_perfect(verb))
    return is_over and (nobody or is_negated(verb))


def _is_unfound(verb: "Token", after: Sequence[str]) -> bool:
    """'Has not been found'; not 'found guilty', nor 'the body has not been found'."""
    whom = child_of(verb, "nsubjpass", "dobj")
    is_body = whom is not None and whom.lemma_.lower() in load_fate_lists().bodies
    is_ruling = after[:1] == ["guilty"]
    return is_negated(verb) and _is_perfect(verb) and not is_body and not is_ruling


def _is_perfect(verb: "Token") -> bool:
    return any(c.lower_ in _PERFECT for c in verb.children if c.dep_ == "aux")


def _done_by(verb: "Token", after: Sequence[str], people: People) -> Iterator[str]:
    words, lemma = load_fate_words(), verb.lemma_.lower()
    thing = child_of(verb, "dobj")
    turned = turn_done(verb)
    if turned is not None:
        yield turned
        return
    if _has_lived(verb):
        yield "alive"
    if is_lost(verb, after) or never_came(verb):
        yield "missing"
    if is_back_from_prison(verb):
        yield "released"
    if is_unhurt_escape(verb):
        yield "alive"
    if (
        lemma == "survive"
        and is_negated(verb)
        and not (thing is not None and is_person(thing, people))
    ):
        yield "died"
        return
    if lemma == "do" and is_negated(verb) and verb.dep_ == "conj" and verb.head.lemma_ == "survive":
        yield "died"  # "he survived, but his driver did not"
    if lemma == "fight" and after[:1] == ["for"] and "life" in after[1:3]:
        yield "injured"
    if lemma == "fall" and after[:1] == ["into"] and "hands" in after:
        yield "captured"
    if thing is not None:
        yield from _done_to_thing(verb, thing, after)
        is_cell = lemma == "share" and thing.lemma_ == "cell"
        is_sentence = lemma == "serve" and thing.lemma_ == "sentence" and not _is_the(thing)
        is_sentence = is_sentence or is_cell
        if is_sentence or is_serving(verb, thing):
            yield "detained"
        if lemma != "survive" and not (lemma == "serve" and thing.lemma_ in _TERMS):
            return
    if lemma in words.done and not (lemma == "survive" and child_of(verb, "agent") is not None):
        if is_won(verb) or is_journey(verb):
            return
        needed = words.done_with.get(lemma)
        text = " ".join(after)
        if needed is None or any(text.startswith(word) for word in needed):
            yield words.done[lemma]


def _has_lived(verb: "Token") -> bool:
    """'Swallowed poison, and lived.': with no word of where, how or for what."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    is_last = after is None or after.text in {".", ";", ","}
    return verb.lemma_ == "live" and verb.tag_ == "VBD" and is_last and not _is_asked(verb)


def _is_asked(verb: "Token") -> bool:
    """'The house where he lived'."""
    return verb.dep_ in {"relcl", "advcl", "acl"} or any(c.tag_ == "WRB" for c in verb.children)


def _is_the(noun: "Token") -> bool:
    return any(c.lower_ == "the" for c in noun.children)


def _is_deadly(thing: "Token | None", people: People) -> bool:
    """What one dies of who does not survive it: nobody whom one outlives."""
    return thing is None or not is_person(thing, people)


def _done_to_thing(verb: "Token", thing: "Token", after: Sequence[str]) -> Iterator[str]:
    """'Surrendered himself', 'laid down his arms', 'took refuge': what the object makes of the verb."""
    words, lemma = load_fate_words(), verb.lemma_.lower()
    is_himself = thing.lower_ in {"himself", "herself"}
    if is_himself and lemma in words.to_himself:
        yield words.to_himself[lemma]
    if is_himself and (lemma, *after[1:2]) in _GIVING_UP and is_given_up_to_captors(verb):
        yield "captured"
    for verbs, makes, type_ in _WITH_OBJECT:
        if lemma in verbs and makes(verb, thing, after):
            yield type_


# A verb, what its object must be, and what it then tells of its subject.
_WITH_OBJECT: tuple[
    tuple[frozenset[str], Callable[["Token", "Token", Sequence[str]], bool], str], ...
] = (
    (frozenset({"lay"}), lambda _, thing, after: thing.lemma_ in _ARMS and "down" in after, "captured"),
    (frozenset({"escape"}), lambda _, thing, __: thing.lemma_ in load_fate_lists().escaped, "alive"),
    (frozenset({"face"}), lambda verb, thing, _: _is_squad(thing) and verb.tag_ == "VBD", "executed"),
    (frozenset({"seek", "take", "find"}), lambda _, thing, __: is_shelter(thing), "fled"),
    (frozenset({"leave", "exit", "quit"}), lambda verb, thing, _: is_freed(verb, thing), "released"),
    (frozenset({"take"}), lambda _, thing, __: _is_own_life(thing), "died"),
    (frozenset({"leave"}), lambda _, thing, __: thing.lemma_ == "country", "fled"),
    (frozenset({"cross"}), lambda verb, thing, _: _is_border(thing) and not _is_errand(verb), "fled"),
    (frozenset({"regain"}), lambda verb, thing, _: thing.lemma_ == "consciousness" and is_negated(verb), "died"),
    (frozenset({"regain"}), lambda verb, thing, _: thing.lemma_ == "consciousness" and not is_negated(verb), "alive"),
    (frozenset({"regain", "recover"}), lambda _, thing, __: thing.lemma_ in {"freedom", "liberty"}, "released"),
    (frozenset({"evade", "escape", "elude"}), lambda _, thing, __: thing.lemma_ in _HOLDING, "fled"),
    (frozenset({"lose"}), lambda _, thing, __: thing.lemma_.lower() in load_fate_words().parts, "injured"),
)  # fmt: skip


def _at_the_cost(verb: "Token", people: People) -> Iterator[Found]:
    """'The raid cost Odas his life', 'a drone took out Odas', 'killed with him was Odas'."""
    lemma, thing = verb.lemma_.lower(), child_of(verb, "dobj")
    whom = child_of(verb, "dative") if lemma == "cost" else None
    if whom is not None and thing is not None and _is_own_life(thing) and is_person(whom, people):
        yield "killed", verb, whom
    if lemma in {"end", "claim", "take", "cut"} and thing is not None and thing.lemma_ == "life":
        whom = object_after(thing, "of")
        if whom is not None and is_person(whom, people):
            yield "killed", verb, whom
    is_out = lemma == "take" and any(c.lower_ == "out" and c.dep_ == "prt" for c in verb.children)
    by = subject_of(verb) if is_out else None
    if by is not None and thing is not None and people.is_named(thing):
        told = load_words().nouns.get(by.lemma_.lower())
        if told is not None and load_event_types()[told].family == "attack":
            yield "killed", verb, thing


def _is_border(thing: "Token") -> bool:
    return thing.lemma_ in {"border", "frontier"}


def _is_squad(thing: "Token") -> bool:
    """'Faced a firing squad'."""
    return thing.lemma_ == "squad" and any(c.lower_ == "firing" for c in thing.children)


def _is_errand(verb: "Token") -> bool:
    """'Crossed the border to sign the treaty', 'crosses it every day': nobody flees so."""
    is_meant = any(c.dep_ in {"advcl", "xcomp"} and is_infinitive(c) for c in verb.children)
    return is_meant or verb.tag_ in {"VBZ", "VBP"} or object_after(verb, "for", "with") is not None


def _is_own_life(thing: "Token") -> bool:
    return thing.lemma_ == "life" and child_of(thing, "poss") is not None


def _seen_doing(verb: "Token", people: People) -> Iterator[Found]:
    """'Saw Odas go below', 'found Odas clinging to a buoy': who does something is alive."""
    words = load_fate_lists()
    if verb.lemma_ not in words.sensing or is_negated(verb):
        return
    done = next((c for c in verb.children if c.dep_ == "ccomp" and c.tag_ in {"VB", "VBG"}), None)
    subject = child_of(done, "nsubj") if done is not None else None
    if done is None or subject is None or done.lemma_ in words.fatal | {"lie", "be"}:
        return
    if is_person(subject, people) and not any(c.dep_ in {"mark", "aux"} for c in done.children):
        yield "alive", verb, subject


def is_only_wounded(verb: "Token") -> bool:
    """'Shot in the thigh', 'shot and died on the way'; not 'shot in the head', nor 'shot dead'."""
    wounds = load_fate_words().wounds
    inner = [
        child_of(c, "pobj")
        for c in verb.children
        if c.dep_ == "prep" and c.lower_ in {"in", "through"}
    ]
    is_dead = any(c.lower_ == "dead" for c in verb.children)
    dies_later = any(c.dep_ == "conj" and c.lemma_ == "die" for c in verb.children)
    parts = {noun.lemma_.lower() for noun in inner if noun is not None}
    is_saved = parts <= load_fate_lists().vitals and bool(parts) and _is_brought_on(verb)
    is_saved = is_saved or any(c.dep_ == "conj" and _is_in_care(c) for c in verb.children)
    return (
        verb.lemma_ == "shoot" and not is_dead and (dies_later or bool(parts & wounds) or is_saved)
    )


def _is_brought_on(verb: "Token") -> bool:
    """'Shot through the lung and flown to the clinic'."""
    words = load_fate_lists()
    after = [c for c in verb.children if c.dep_ == "conj"]
    return any(c.lemma_.lower() in words.brought_on or _is_in_care(c) for c in after)


def _is_in_care(verb: "Token") -> bool:
    """'And is in intensive care', 'and is still in hospital'."""
    where = object_after(verb, "in", "on") if verb.lemma_ in {"be", "remain", "lie"} else None
    if where is None:
        return False
    own = [c.lower_ for c in where.children if c.dep_ in {"amod", "compound"}]
    told = load_fate_words().where.get(f"in {' '.join([*own, where.lower_])}")
    return told in {"hospitalised", "injured"} or where.lemma_.lower() in load_fate_words().houses
