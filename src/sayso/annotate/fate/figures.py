"""A word that tells a fate only in some company in, whether it stands in such company out.

'Never came home' is a loss, 'never returned to politics' is none; 'took refuge in a church' is a
flight, 'took refuge in his work' is none.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.number.counts import load_counting_words
from sayso.annotate.parses import child_of, is_negated, object_after

if TYPE_CHECKING:
    from spacy.tokens import Token

_DELAYS = frozenset({"until", "till", "before"})


def is_lost(verb: "Token", after: Sequence[str]) -> bool:
    """'Never came home', 'did not return from the patrol'; not 'never returned to politics'."""
    is_home = verb.lemma_ in {"come", "return"} and after[:1] == ["home"]
    is_back = verb.lemma_ == "return" or (verb.lemma_ == "come" and after[:1] == ["back"])
    fails = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail"
    is_past = verb.tag_ in {"VBD", "VBN"} or any(c.lower_ == "did" for c in verb.children) or fails
    if not (is_past and (is_negated(verb) or fails)) or child_of(verb, "dobj", "xcomp") is not None:
        return False
    if any(t.lower_ in _DELAYS for t in verb.subtree):
        return False
    adverbs = [c for c in verb.children if c.dep_ == "advmod"]
    after_it = (c for word in (verb, *adverbs) for c in word.children if c.dep_ == "prep")
    return is_home or (is_back and all(_is_mission(c) for c in after_it))


def _is_mission(prep: "Token") -> bool:
    noun = child_of(prep, "pobj")
    return (
        prep.lower_ == "from"
        and noun is not None
        and noun.lemma_.lower() in load_fate_lists().missions
    )


def is_freed(verb: "Token", place: "Token") -> bool:
    """'Left prison', 'left the prison after nine years'; who 'left the prison' may have visited."""
    if place.lemma_ in {"custody", "captivity"}:
        return True
    if place.lemma_ not in {"prison", "jail"}:
        return False
    term = object_after(verb, "after") or object_after(place, "after")
    if term is not None and term.lemma_ in load_fate_lists().terms:
        return True
    is_after_deed = any(t.lower_ == "after" for t in verb.subtree)
    return child_of(place, "det", "poss", "amod", "compound") is None and not is_after_deed


def is_given_up_to_captors(verb: "Token") -> bool:
    """'Gave himself up', 'gave himself up to the police'; not 'gave himself up to drink'."""
    to = verb.doc[min(verb.i + 3, len(verb.doc) - 1)]  # "gave himself up to"
    if to.lower_ != "to":
        return True
    whom = child_of(to, "pobj")
    if whom is None:  # "to save his men" is why, "to drink" may be parsed so
        return to.dep_ == "aux" and child_of(to.head, "dobj") is not None
    lemma = whom.lemma_.lower()
    is_body = lemma in load_source_kinds() or lemma in load_counting_words().groups
    return is_body or whom.pos_ == "PROPN"


def is_shelter(thing: "Token") -> bool:
    """'Asylum', 'refuge in a church'; not 'refuge in his work', nor 'refuge in silence'."""
    if thing.lemma_ == "asylum":
        return True
    if thing.lemma_ not in {"refuge", "sanctuary"}:
        return False
    place = object_after(thing, "in") or object_after(thing.head, "in")
    if place is None or place.pos_ == "PROPN" or place.tag_ == "NNS":
        return True
    is_owned = child_of(place, "poss") is not None
    return place.lemma_ in load_fate_lists().shelters or (
        child_of(place, "det") is not None and not is_owned
    )


def is_out_of_field(verb: "Token") -> bool:
    """'Banished from the field': from no country or town."""
    place = object_after(verb, "from") if verb.lemma_ in {"banish", "exile"} else None
    return (
        place is not None
        and place.pos_ != "PROPN"
        and place.lemma_.lower() not in load_fate_lists().lands
    )


def is_out_of_contest(verb: "Token") -> bool:
    """'Eliminated in the first round', 'eliminated from the cup': he is only out of it."""
    if verb.lemma_ not in {"eliminate", "knock"}:
        return False
    contest = object_after(verb, "in", "at")
    is_round = contest is not None and contest.lemma_.lower() in load_fate_lists().contests
    return is_round or object_after(verb, "from") is not None


def is_out_of_office(verb: "Token") -> bool:
    """'Did not survive the vote': who does not is out of office, and lives."""
    trial = child_of(verb, "dobj") if verb.lemma_ == "survive" else None
    return trial is not None and trial.lemma_.lower() in load_fate_lists().trials


def is_won(verb: "Token") -> bool:
    """'Ran away with the election'."""
    thing = object_after(verb, "with") if verb.lemma_ == "run" else None
    return thing is not None and any(c.lower_ == "the" for c in thing.children)


def is_journey(verb: "Token") -> bool:
    """'Went on the run across the country': whoever runs so runs from nobody."""
    noun = object_after(verb, "on")
    if noun is None or noun.lemma_.lower() != "run":
        return False
    return any(c.lower_ in load_fate_lists().over for word in (noun, verb) for c in word.children)


def whose_deed(noun: "Token") -> "Token | None":
    """'His release', 'the release of Odas from jail'; not 'his release of the letters'."""
    words = load_fate_lists()
    owner, object_ = child_of(noun, "poss"), object_after(noun, "of")
    left = object_after(noun, "from")
    if owner is not None and object_ is not None:
        return owner if object_.lemma_.lower() in words.terms else None  # "his exile of nine years"
    if noun.lemma_.lower() == "release" and left is not None and left.pos_ != "PROPN":
        is_prison = (
            left.lemma_.lower() in words.prisons or left.lemma_.lower() in load_fate_words().houses
        )
        return (owner or object_) if is_prison else None
    return owner or object_


def is_taken_otherwise(verb: "Token") -> bool:
    """'Took over the firm', 'was taken by surprise', 'was taken by the papers for the soldier'."""
    if verb.lemma_ not in {"take", "carry"}:
        return False
    if verb.lemma_ == "take" and any(
        c.dep_ == "prt" and c.lower_ in {"over", "on", "up"} for c in verb.children
    ):
        return True
    by = next((child_of(c, "pobj") for c in verb.children if c.lower_ == "by"), None)
    if by is not None and by.lemma_.lower() in load_fate_lists().unawares:
        return True
    whom = object_after(verb, "for")
    is_known = whom is not None and any(c.lower_ in {"the", "a", "an"} for c in whom.children)
    return (
        is_known
        and whom is not None
        and whom.lemma_.lower() in load_source_kinds() | load_fate_words().called.keys()
    )
