"""A parsed report in, the numbers of people it gives out: how many, in which words, of whom."""

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.annotate.number.company import (
    YEARS,
    is_age_named,
    is_date,
    is_measure,
    is_of_calling,
    is_share,
    label_of,
    sized_by,
)
from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.numbers import (
    CountingWords,
    Number,
    find_numbers,
    load_counting_words,
    reach,
)
from sayso.annotate.number.scopes import is_part
from sayso.annotate.number.tolls import is_toll
from sayso.annotate.parses import child_of, entity_around, share_sentence, text_at, text_of
from sayso.types import Count, Scope, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Words

__all__ = ["CountedNoun", "find_counts", "load_counting_words", "reach"]

_BARE_PLACES = frozenset(
    {"nsubjpass", "nsubj", "dobj", "pobj", "attr", "appos", "npadvmod", "conj"}
)
_INSIDE = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM", "PUNCT", "PART", "DET"})
_MEASURES = frozenset({"QUANTITY", "PERCENT", "MONEY", "ORDINAL", "TIME"})
_NEW_PHRASE = frozenset({"WP", "WP$", "WDT"})  # "a boy of 15 whose mother"
_REACH = 4  # words between a number and its noun, where the parse does not join them


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A count with the noun it counts, before an event has taken it up.

    noun:     the noun, or the number itself where it stands alone
    is_known: the words say that people are counted; else only an event that befalls people may
              take it ("killed six Turks")
    tokens:   from the first to the last token of the count, for the words beside it
    former:   what a toll was before it changed
    """

    noun: "Token"
    count: Count
    is_known: bool = True
    tokens: tuple[int, int] = (0, 0)
    former: bool = False


def find_counts(doc: "Doc") -> tuple[CountedNoun, ...]:
    """Every number or vague word that counts people, or may do so, in text order."""
    words = load_counting_words()
    found = [c for n in find_numbers(text_of(doc)) if (c := _counted(doc, n, words)) is not None]
    found += [c for token in doc if (c := _none_of(token, words)) is not None]
    return tuple(_added_up(doc, sorted(_once(found), key=lambda c: c.tokens), words))


def _once(found: list[CountedNoun]) -> list[CountedNoun]:
    """Of two counts of one noun, the longer."""
    by_noun: dict[int, CountedNoun] = {}
    for counted in found:
        known = by_noun.get(counted.noun.i)
        if known is None or len(counted.count.words) > len(known.count.words):
            by_noun[counted.noun.i] = counted
    return list(by_noun.values())


def _counted(doc: "Doc", number: Number, words: CountingWords) -> CountedNoun | None:
    phrase = doc.char_span(number.span.start, number.span.stop, alignment_mode="expand")
    digits = doc.char_span(number.digits.start, number.digits.stop, alignment_mode="expand")
    if phrase is None or digits is None or is_date(digits[0], digits[-1]):
        return None
    if is_share(digits[0], number):
        return None
    if len(digits) == 1 and label_of(digits[0], words) is not None:
        return _make(number, digits[0], digits[0])
    noun = _noun_of(digits.root, digits[-1])
    if noun is None:
        return _alone(number, digits.root, words)
    group = _group_of(noun, words)
    is_thing = lemma_of(noun) in words.things or is_measure(noun)
    if is_thing or noun.ent_type_ in _MEASURES or _is_age(noun):
        return None
    is_known = group is not None or noun.lower_ in words.states
    is_year = number.low in YEARS and number.op == "exact"
    if is_year and (not is_known or _is_year(digits, noun)):
        return None  # "the 2003 quake", "the 1983 death"
    last = noun if noun.i > digits[-1].i else digits[-1]
    counts = digits.root if _has_of(digits[-1], noun) else noun
    return _make(number, counts, last, group or "people", is_known=is_known)


def _make(
    number: Number, noun: "Token", last: "Token", group: str = "people", *, is_known: bool = True
) -> CountedNoun:
    doc = noun.doc
    span = Span(number.span.start, max(number.span.stop, last.idx + len(last)))
    first, final = _ends(doc, span)
    scope: Scope = "part" if is_part(noun, first, final) else "total"
    said = doc[first.i : final.i + 1].text[span.start - first.idx : span.stop - first.idx]
    count = Count(number.low, number.high, number.op, (), group, scope, said, span, number.word)
    return CountedNoun(noun, count, is_known, (first.i, final.i), number.former)


def _ends(doc: "Doc", span: Span) -> tuple["Token", "Token"]:
    inside = list(doc.char_span(span.start, span.stop, alignment_mode="expand") or ())
    return inside[0], inside[-1]


def _noun_of(number: "Token", last: "Token") -> "Token | None":
    """The noun counted: the parse's, that of 'of', or the first known one close behind."""
    of = last.nbor(1) if last.i + 1 < len(last.doc) else None
    of = last if last.lower_ == "of" else of
    if of is not None and of.lower_ == "of":
        counted = child_of(of, "pobj") or next((t for t in of.subtree if t.i > of.i), None)
        return counted if counted is not None and share_sentence(counted, last) else None
    head = number
    while head.dep_ in {"nummod", "quantmod", "amod", "compound", "nmod", "advmod"}:
        if head.head.i <= last.i or head.head.pos_ not in {"NOUN", "PROPN", "ADJ"}:
            break
        head = head.head
    if head.i > last.i:
        return head
    return _noun_behind(last)


def _noun_behind(last: "Token") -> "Token | None":
    words = load_counting_words()
    for token in last.doc[last.i + 1 : last.i + 1 + _REACH]:
        if (
            not share_sentence(token, last)
            or token.pos_ not in _INSIDE
            or token.text in {",", ";", ":"}
            or token.tag_ in _NEW_PHRASE
            or _is_doing(token, last)
        ):
            return None
        if lemma_of(token) in words.groups and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
            return token
    return None


def _is_doing(word: "Token", number: "Token") -> bool:
    """'Three described the death of Odas': the three described it, and are not the dead."""
    return word.pos_ == "VERB" and any(
        c.dep_ in {"nsubj", "nsubjpass"} and c.i <= number.i for c in word.children
    )


def lemma_of(noun: "Token") -> str:
    """The noun's lemma, small; of a plural that a headline's capital makes a name, too."""
    lemma = str(noun.lemma_).lower()
    return lemma.removesuffix("s") if noun.pos_ == "PROPN" else lemma


def _has_of(last: "Token", noun: "Token") -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.i in {last.i, last.i + 1}


def _group_of(noun: "Token", words: CountingWords) -> str | None:
    """'civilian members', 'women': a word before the noun may say more than the noun."""
    group = words.groups.get(lemma_of(noun))
    if group != "people":
        return group
    said = (
        words.groups.get(c.lemma_.lower()) for c in noun.lefts if c.dep_ in {"amod", "compound"}
    )
    return next((g for g in said if g is not None and g not in {"people", "families"}), group)


def _is_year(digits: "Words", noun: "Token") -> bool:
    """'The 1983 death', 'in 2001 elders of both towns met'."""
    before = digits[0].nbor(-1).lower_ if digits[0].i else ""
    return "," not in digits.text and (noun.tag_ == "NN" or before in {"in", "since", "until"})


def _is_age(noun: "Token") -> bool:
    """'24 years old', 'aged 24', '(24)'."""
    return noun.lemma_.lower() in {"year-old", "old"}


def _alone(number: Number, token: "Token", words: CountingWords) -> CountedNoun | None:
    """'Twelve were killed', 'killed at least 12', 'dozens were killed', 'the toll rose to 44'."""
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    before = doc[token.i - 1] if token.i else None
    if before is not None and before.text in {"(", "[", "#", "No", "aged"}:
        return None
    if is_age_named(token):
        return None
    sized = sized_by(token)
    if sized is not None:
        return _make(number, sized, token)
    if number.op == "exact" and _is_year_or_age(number, token, before, after):
        return None
    if token.ent_type_ in _MEASURES or _has_unit(token) or number.op == "none":
        return None
    if after is not None and after.lower_ in words.states:
        return _make(number, token, token)
    if before is not None and taken_by(before, words):
        return _make(number, token, token)
    if token.dep_ not in _BARE_PLACES or (token.dep_ == "nummod" and token.head.i < token.i):
        return None
    if token.dep_ in {"pobj", "npadvmod", "attr"} and not is_toll(token, words):
        return None
    return _make(number, token, token)


def _is_year_or_age(
    number: Number, token: "Token", before: "Token | None", after: "Token | None"
) -> bool:
    """'in 1988'; 'the driver, 34, said'."""
    if number.low in YEARS and "," not in token.text:
        return True
    return before is not None and before.text == "," and (after is None or after.text in {",", "."})


def taken_by(before: "Token", words: CountingWords) -> str | None:
    """The type of event that a verb before a bare number tells of; None: it is none of them.

    'Kills 10', in a headline, may be taken for a noun by the parse.
    """
    forms = (before.lemma_.lower(), before.lower_.removesuffix("s"))
    return next((words.taking[form] for form in forms if form in words.taking), None)


def _has_unit(number: "Token") -> bool:
    """'44 days', 'the 31st': a date or a measure, not people."""
    if number.ent_type_ == "DATE":
        first, stop = entity_around(number)
        return stop - first > 1
    return False


def _none_of(token: "Token", words: CountingWords) -> CountedNoun | None:
    """'No civilians were hurt', 'no casualties'; 'nobody' is read as negation of the event."""
    group = words.groups.get(token.lemma_.lower())
    if group is None or token.pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return None
    no = next((c for c in token.children if c.dep_ == "det" and c.lower_ == "no"), None)
    if no is None or any(c.lower_ in _REPORTED for c in token.children):
        return None  # "no reported injuries": nobody says that there were none
    span = Span(no.idx, token.idx + len(token))
    count = Count(0, 0, "none", (), group, "total", text_at(token.doc, span), span)
    return CountedNoun(token, count, True, (no.i, token.i))


_REPORTED = frozenset({"reported", "confirmed", "known", "immediate"})
_TWO = 2
_BODIES = frozenset({"body", "corpse"})
_FAR = 10  # words from one to the next; in longer lists the parse joins what the text does not


def _added_up(doc: "Doc", found: list[CountedNoun], words: CountingWords) -> list[CountedNoun]:
    """'A mother and her two children' are three people; the two children then are a part.

    Soldiers and fighters are added to their like only: a report that parts them means it.
    """
    by_noun = {c.noun.i: c for c in found}
    sums: list[CountedNoun] = []
    listed = [_coordinated(c.noun) for c in found]
    alone = (t for t in doc if t.dep_ != "conj" and t.conjuncts and _is_one(t, words))
    listed += [_coordinated(t) for t in alone]
    listed = [_from_start(chain, by_noun, words) for chain in listed]
    for chain in {chain[-1].i: chain for chain in listed}.values():
        if len(chain) > 1 and any(t.i in by_noun or _is_one(t, words) for t in chain):
            added = _sum(chain, by_noun, words)
            if added is not None:
                parted = [by_noun[t.i] for t in chain if t.i in by_noun]
                by_noun |= {c.noun.i: replace(c, count=_as_part(c.count)) for c in parted}
                sums.append(added)
    return sorted([*by_noun.values(), *sums], key=lambda c: c.tokens)


def _coordinated(noun: "Token") -> list["Token"]:
    first = noun
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN", "NUM"}:
        first = first.head
    listed = [first, *(t for t in first.conjuncts if t.i > first.i)]
    return [first.head, *listed] if len(listed) > 1 and _is_kin_beside(first) else listed


def _from_start(
    chain: list["Token"], by_noun: dict[int, CountedNoun], words: CountingWords
) -> list["Token"]:
    """'Two nurses, a driver and three children': with the nurses, whom the parse may leave apart."""
    start = _first_of(chain[0], by_noun)
    before = chain[0].doc[start - 2] if start > 1 else chain[0]
    is_listed = len(chain) > 1 and before.pos_ == "NOUN" and before.doc[start - 1].text == ","
    if not is_listed or _size(before, by_noun, words) is None:
        return chain
    return _from_start([before, *chain], by_noun, words)


def _is_kin_beside(noun: "Token") -> bool:
    """'Anton Odas, his wife and two sons', 'a woman, her two sons and a guest': they are no others
    to the parse than he and she."""
    owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in noun.children)
    is_one = noun.head.ent_type_ == "PERSON" or _is_one(noun.head, load_counting_words())
    return noun.dep_ == "appos" and owned and is_one


def _as_part(count: Count) -> Count:
    return replace(count, scope="part")


def _sum(
    chain: list["Token"], by_noun: dict[int, CountedNoun], words: CountingWords
) -> CountedNoun | None:
    sizes = [_size(token, by_noun, words) for token in chain]
    groups = {_group_in(token, by_noun, words) for token in chain}
    is_long = any(b.i - a.i > _FAR for a, b in pairwise(chain))
    is_mixed = len(groups) > 1 and not groups <= load_counting_lists().summed
    if is_long or is_mixed or any(size is None for size in sizes):
        return None
    first, doc = chain[0], chain[0].doc
    start = min(_first_of(t, by_noun) for t in chain)
    stop = max(by_noun[t.i].tokens[1] if t.i in by_noun else t.i for t in chain)
    span = Span(doc[start].idx, doc[stop].idx + len(doc[stop]))
    total = sum(size for size in sizes if size is not None)
    scope: Scope = "part" if is_part(first, doc[start], first) else "total"
    group = groups.pop() if len(groups) == 1 else "people"
    count = Count(total, total, "exact", (), group, scope, text_at(doc, span), span)
    return CountedNoun(first, count, True, (start, stop))


def _group_in(noun: "Token", by_noun: dict[int, CountedNoun], words: CountingWords) -> str:
    counted = by_noun.get(noun.i)
    group = words.groups.get(noun.lemma_.lower(), "people")
    return counted.count.group if counted is not None else group


def _first_of(noun: "Token", by_noun: dict[int, CountedNoun]) -> int:
    if noun.i in by_noun:
        return by_noun[noun.i].tokens[0]
    return min(t.i for t in (*noun.lefts, noun))


def _size(noun: "Token", by_noun: dict[int, CountedNoun], words: CountingWords) -> int | None:
    """How many one of several coordinated words counts; None: it does not say, or stands apart."""
    counted = by_noun.get(noun.i)
    if noun.lemma_.lower() in load_counting_lists().outcomes:
        return None  # "nine deaths and 14 injuries" are no 23 dead
    if counted is not None and (noun.lemma_.lower() in _BODIES or _is_bare_state(counted)):
        return None  # "23 bodies and 60 wounded"
    if counted is not None and _is_of_other(counted):
        return None  # "4,000 prisoners and 60 guns", "1,200 men and the south 900"
    if counted is not None:
        count = counted.count
        return count.low if count.op == "exact" and count.group in _addable() else None
    if noun.ent_type_ == "PERSON":
        return 1
    if noun.tag_ == "NN" and noun.lemma_ in load_counting_lists().twos:
        return None if any(c.lower_ == "of" for c in noun.children) else _TWO
    return 1 if _is_one(noun, words) or is_of_calling(noun) else None


def _is_bare_state(counted: CountedNoun) -> bool:
    """The '60' of '60 wounded': what they are stands behind."""
    after = counted.noun.doc[counted.tokens[1] + 1 : counted.tokens[1] + 2]
    states = load_counting_words().states
    return counted.noun.like_num and any(t.lower_ in states for t in after)


def _is_of_other(counted: CountedNoun) -> bool:
    """A thing, or a number with a holder of its own before it."""
    if counted.noun.like_num:
        return any(c.lower_ == "the" for c in counted.noun.children)
    return not counted.is_known


def _addable() -> frozenset[str]:
    return (load_counting_lists().summed | {"soldiers", "fighters"}) - {"families"}


def _is_one(noun: "Token", words: CountingWords) -> bool:
    """'A man', 'his wife', 'the driver', 'a Dane': one person, whom no number counts."""
    counting_lists = load_counting_lists()
    if noun.tag_ not in {"NN", "NNP"} or noun.lemma_ in counting_lists.outcomes:
        return False
    marks = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss"}} - {"no"}
    group = words.groups.get(noun.lemma_.lower())
    if noun.tag_ == "NNP" and group is None:
        return bool(marks & {"a", "an"})
    return bool(marks) and group in _addable()
