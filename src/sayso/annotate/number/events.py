"""Counts and triggers in; which number belongs to which event, and the events that only a number
with a word beside it tells of ("80 Hurt, 3 Dead in Harbour Blaze"), out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.event.triggers import Trigger
from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.number.company import label_of, label_type
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.counts import CountedNoun, taken_by
from sayso.annotate.number.numbers import CountingWords, load_counting_words
from sayso.annotate.number.tolls import toll_noun, toll_type
from sayso.annotate.parses import child_of, sentence_of, share_sentence
from sayso.annotate.role.participants import heads_in
from sayso.annotate.role.words import load_role_words
from sayso.event_types import EventType
from sayso.types import Count, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEAR = 5  # words that may stand between a number and its word: "12 people were also reported hurt"
_BETWEEN = frozenset({"AUX", "ADV", "PART"})
_HARM = frozenset(
    {"death", "injury", "fatality", "martyr"}
)  # "three injuries": told by their own noun
_LABEL = 4  # words of "killed and wounded:"
_EITHER = frozenset({"casualty"})


def find_numbered(counts: Sequence[CountedNoun], known: Sequence[Trigger]) -> tuple[Trigger, ...]:
    """A trigger for each word that makes a number a toll and that no trigger stands on."""
    words = load_counting_words()
    taken = {t.i for trigger in known for t in trigger.words}
    found: list[Trigger] = []
    for counted in counts:
        beside = word_beside(counted, words)
        if beside is not None and beside[0].i not in taken:
            taken.add(beside[0].i)
            token, type_ = beside
            found.append(Trigger(type_, token, (token,), _verb_over(token)))
    return tuple(found)


def find_toll_words(counts: Sequence[CountedNoun]) -> set[int]:
    """Indexes of the words by which numbers are tolls: 'trapped' in 'forty miners are trapped'."""
    words = load_counting_words()
    beside = (word_beside(counted, words) for counted in counts)
    return {found[0].i for found in beside if found is not None}


def _verb_over(word: "Token") -> "Token":
    """The verb the word hangs on; where none does, the word itself."""
    over = next((t for t in word.ancestors if t.pos_ in {"VERB", "AUX"}), word)
    return word if word.pos_ == "VERB" else over


def word_beside(counted: CountedNoun, words: CountingWords) -> tuple["Token", str] | None:
    """The word by which a number is a toll, and the type of event it tells of."""
    if counted.count.op == "none":
        noun = counted.noun
        return (noun, "killed") if noun.lemma_.lower() in _EITHER else None
    return (
        _label_of(counted, words)
        or _state_of(counted, words)
        or _taker_of(counted, words)
        or _toll_of(counted, words)
    )


def _label_of(counted: CountedNoun, words: CountingWords) -> tuple["Token", str] | None:
    label = label_of(counted.noun, words)
    type_ = label_type(label, words) if label is not None else None
    return (label, type_) if label is not None and type_ is not None else None


def _state_of(counted: CountedNoun, words: CountingWords) -> tuple["Token", str] | None:
    """'12 dead', '80 were hurt', '30 of the 80 wounded'."""
    doc = counted.noun.doc
    last = doc[counted.tokens[1]]
    if last.like_num and counted.count.scope == "part" and counted.tokens[1] > counted.tokens[0]:
        return None  # "30 of the 80 wounded": the 80 are wounded
    if last.lower_ in words.states and counted.tokens[1] > counted.tokens[0]:
        return None if _dies_later(last, words) else (last, words.states[last.lower_])
    for token in doc[last.i + 1 : last.i + 1 + _NEAR]:
        if token.is_sent_start:
            return None
        if token.lower_ in words.states and not _has_object(token):
            return token, words.states[token.lower_]
        if token.pos_ not in _BETWEEN and token.lower_ not in load_counting_lists().between:
            return None
    return None


def _dies_later(state: "Token", words: CountingWords) -> bool:
    """'Four of the wounded died': four died, and of how many wounded is not told."""
    is_whole = state.i > 1 and [t.lower_ for t in state.doc[state.i - 2 : state.i]] == ["of", "the"]
    over = next((t for t in state.ancestors if t.pos_ == "VERB"), None)
    meant = words.states.get(over.lower_) if over is not None and over.i > state.i else None
    return is_whole and meant == "killed" and words.states[state.lower_] != "killed"


def _far_state(counted: CountedNoun, words: CountingWords) -> "Token | None":
    """'14 civilians from two families, including four women, were killed': across what comes between."""
    counting_lists = load_counting_lists()
    doc, count = counted.noun.doc, counted.count
    if not counted.is_known or count.scope != "total" or count.op == "none":
        return None
    if counted.noun.dep_ in {"dobj", "nsubj", "nsubjpass"} and counted.noun.head.pos_ == "VERB":
        return None  # the parse knows whose it is
    seen_be = False
    for token in doc[counted.tokens[1] + 1 : sentence_of(counted.noun).stop]:
        seen_be = seen_be or token.lemma_ in {"be", "die"}
        if seen_be and token.lower_ in words.states:
            return token
        if token.pos_ == "VERB" and token.lower_ not in {
            "including",
            *counting_lists.between,
        }:
            return None
        if (
            seen_be
            and token.pos_ not in {"AUX", "ADV", "PART"}
            and token.lower_ not in counting_lists.between
        ):
            return None
    return None


def _has_object(verb: "Token") -> bool:
    """'Three gunmen killed 12': the number before does not tell the toll."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else None
    is_number = after is not None and after.like_num and after.head != verb.head
    return is_number or any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children)


def _taker_of(counted: CountedNoun, words: CountingWords) -> tuple["Token", str] | None:
    """'killing 10', 'Kills 10', 'wounding another 70'."""
    first = counted.tokens[0]
    before = counted.noun.doc[first - 1] if first else None
    if before is None or counted.noun.doc[first].is_sent_start:
        return None
    type_ = taken_by(before, words)
    is_of_things = before.lemma_ == "lose" and not counted.is_known  # "lost six matches"
    return (before, type_) if type_ is not None and not is_of_things else None


def _toll_of(counted: CountedNoun, words: CountingWords) -> tuple["Token", str] | None:
    is_own = counted.noun.tag_ == "NNS" and counted.noun.lemma_ in _HARM and counted.is_known
    noun = counted.noun if is_own else toll_noun(counted.noun, words)
    if noun is None:
        return None
    type_ = toll_type(noun, words)
    return (noun, type_) if type_ is not None else None


def without_others_figures(
    trigger: Trigger, parts: Sequence[tuple[Role, "Token"]], counts: Sequence[CountedNoun]
) -> tuple[tuple[Role, "Token"], ...]:
    """Of '8 killed, 21 hurt' and 'dozens died and hundreds were hurt' to each word its own figure,
    and not the other's as well."""
    if not any(role.name == "victim" for role, _ in parts):
        return tuple(parts)
    words = load_counting_words()
    formers = {c.noun.i for c in counts if c.former}
    if _has_own_many(trigger.head):
        return tuple(p for p in parts if p[0].name != "victim" or p[1].i > trigger.head.i - 3)
    parts = [p for p in parts if p[0].name != "victim" or p[1].i not in formers]
    beside = {c.noun.i: word[0] for c in counts if (word := word_beside(c, words)) is not None}
    beside |= {c.noun.i: word[0] for c in counts if (word := _before_part(c, words)) is not None}
    parts = [p for p in parts if p[0].name != "victim" or not _is_end(p[1], counts)]
    others = {at for at, word in beside.items() if word not in trigger.words}
    nouns = [c.noun for c in counts]
    if any(_is_filling(n) and n.head in trigger.words for n in nouns):
        others |= {n.i for n in nouns if _is_filling(n) and n.head not in trigger.words}
    own = [head for role, head in parts if role.name == "victim" and head.i not in others]
    figured = {*beside.values(), *(c.noun for c in counts if c.count.op == "none")}
    if not own and figured.isdisjoint(trigger.words):
        return tuple(parts)
    return tuple(p for p in parts if p[0].name != "victim" or p[1].i not in others)


def _is_end(number: "Token", counts: Sequence[CountedNoun]) -> bool:
    """'Between nine and 12 people', 'at least 10 and perhaps 16 men': one figure, and not two lots."""
    return number.pos_ == "NUM" and any(
        c.tokens[0] <= number.i < c.noun.i and c.count.low != c.count.high for c in counts
    )


def _has_own_many(word: "Token") -> bool:
    """'Three died and many more injured': others than the three."""
    before = [t.lower_ for t in word.doc[max(0, word.i - 2) : word.i]]
    return word.dep_ == "conj" and before in (["many", "more"], ["many", "others"])


def _is_filling(noun: "Token") -> bool:
    """Whether the parse makes the noun somebody of a verb."""
    return noun.dep_ in {"nsubj", "nsubjpass", "dobj"} and noun.head.pos_ == "VERB"


def counts_of(
    trigger: Trigger,
    kind: EventType,
    parts: Sequence[tuple[Role, "Token"]],
    counts: Sequence[CountedNoun],
) -> tuple[Count, ...]:
    """The numbers under the event's victims or beside its word, counted as what the type counts."""
    if not kind.counted:
        return ()
    words = load_counting_words()
    is_fate = "victim" in kind.roles
    under = heads_in(trigger, [p for p in parts if not is_fate or p[0].name == "victim"])
    found = [
        replace(counted.count, categories=_categories(counted, kind))
        for counted in counts
        if share_sentence(counted.noun, trigger.head)
        and (counted.is_known or is_fate)
        and not counted.former
        and not (kind.counted == "killed" and counted.noun.lemma_ == "survivor")
        and _is_of(counted, trigger, under, words)
    ]
    return tuple(sorted(found, key=lambda c: (c.scope != "total", c.span)))


def _categories(counted: CountedNoun, kind: EventType) -> tuple[str, ...]:
    """'No casualties': neither killed nor injured; 'killed and wounded: 120': either."""
    states = load_counting_words().states
    first = counted.tokens[0]
    before = counted.noun.doc[max(0, first - _LABEL) : first]
    listed = {states[t.lower_] for t in before if t.lower_ in states}
    is_label = (
        len(before) == _LABEL and before[-1].text == ":" and before[-3].lower_ in {"and", "or"}
    )
    if is_label and listed == {"killed", "injured"}:
        return ("killed", "injured")
    return ("killed", "injured") if counted.noun.lemma_.lower() in _EITHER else (kind.counted,)


def _is_of(counted: CountedNoun, trigger: Trigger, under: set[int], words: CountingWords) -> bool:
    beside = _label_of(counted, words) or _state_of(counted, words)
    beside = beside or _toll_of(counted, words) or _before_part(counted, words)
    if is_whole(counted):
        return beside is not None and _is_close(counted, beside[0]) and beside[0] in trigger.words
    if beside is not None:
        return beside[0] in trigger.words
    taker = _taker_of(counted, words)
    if taker is not None and (taker[0] in trigger.words or taker[0].i < trigger.head.i):
        return taker[0] in trigger.words  # a verb before it may share it: "captured or killed 9"
    far = _far_state(counted, words)
    if far is not None:
        return far in trigger.words
    own = trigger.words[1:]  # "claimed nine lives"; of "lost nine lives" the nine are the victims
    if {counted.noun.i, counted.tokens[0]} & under:
        return True
    if any(t == counted.noun or t.is_ancestor(counted.noun) for t in own):
        return True
    return trigger.head.pos_ == "NOUN" and _belongs_to_noun(counted.noun, trigger)


def _is_close(counted: CountedNoun, word: "Token") -> bool:
    """'30 of the 80 wounded', but not 'two of the 12 soldiers died', 'four of one family died'."""
    is_fate = word.lower_ in {"died", "perished"} or counted.count.group == "families"
    return word.i <= counted.tokens[1] + 1 and not is_fate


def _before_part(counted: CountedNoun, words: CountingWords) -> tuple["Token", str] | None:
    """'100 were hurt, 12 of them badly', 'killed 14, among them five': a part of what stands before."""
    doc, first = counted.noun.doc, counted.tokens[0]
    near = {t.lower_ for t in doc[max(first - 2, 0) : counted.tokens[1] + 1]}
    if counted.count.scope != "part" or not near & {"them", "whom"}:
        return None
    is_filling = counted.noun.dep_ in {"dobj", "nsubjpass"}
    for token in reversed(doc[sentence_of(counted.noun).start : first]):
        type_ = words.states.get(token.lower_) or words.taking.get(token.lemma_.lower())
        if is_filling and counted.noun.head.i >= token.i:
            return None  # "killed 12; a court jailed three of them"
        if type_ is not None:
            return token, type_
    return None


def is_whole(counted: CountedNoun) -> bool:
    """'one of the 80', 'four members of two families': what another number is taken from."""
    words = load_grammar_words()
    first = counted.noun.doc[counted.tokens[0]]
    if not first.i or first.is_sent_start:
        return False
    before = first.nbor(-1)
    over = before.head
    if before.lower_ == "of" and before.i < over.i and over.pos_ in {"VERB", "AUX"}:
        return True  # "of 300 prisoners, 40 survived"
    if before.lower_ != "of":
        return first.lower_ in words.of_whole and first.nbor(-1).lower_ == "of"
    return over.like_num or first.lower_ in words.of_whole or counted.count.group == "families"


def _is_one_mans(noun: "Token") -> bool:
    """'Two men were jailed over the death of Odas': the two did not die."""
    of = next((c for c in noun.children if c.dep_ == "prep" and c.lower_ == "of"), None)
    whose = child_of(of, "pobj") if of is not None else child_of(noun, "poss")
    return whose is not None and whose.ent_type_ == "PERSON"


def _only_tells(noun: "Token", deed: "Token") -> bool:
    """'Three described the death of Odas': the three are alive; 'four met their deaths' are not."""
    verb = deed.head
    is_undergone = verb.lemma_ in load_role_words().undergoing or child_of(deed, "poss") is not None
    is_teller = noun.dep_ == "nsubj" and noun.head == verb
    return is_teller and deed.dep_ == "dobj" and not is_undergone


def _belongs_to_noun(noun: "Token", trigger: Trigger) -> bool:
    """'The death of 44', 'the death toll rose to 44': under the noun, or under its verb."""
    if trigger.head.is_ancestor(noun):
        return True
    verb = trigger.verb
    if trigger.head.dep_ == "pobj" and noun.i < trigger.head.i and _is_one_mans(trigger.head):
        return False
    if _only_tells(noun, trigger.head):
        return False
    if verb is not None and trigger.type in {"killed", "died"} and verb.is_ancestor(noun):
        return True
    put = trigger.head.head  # "put the loss at 400 men"
    is_put = trigger.head.dep_ == "dobj" and put.lemma_ in load_counting_lists().putting
    return is_put and noun.dep_ == "pobj" and noun.head.lower_ == "at" and noun.head.head == put
