"""A number in a parse in; what a list, a collective or a share makes of it, out.

'Killed: 12', 'a family of five', 'one in five of the dead'.
"""

from typing import TYPE_CHECKING

from sayso.annotate.number.counting_lists import load_counting_lists
from sayso.annotate.number.numbers import CountingWords, Number, load_counting_words
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.speakers import is_likely_speaker

if TYPE_CHECKING:
    from spacy.tokens import Token

_LABELLING = frozenset({":", "-", "–", "—"})
_TEN = 10  # "seven out of ten of the wounded" is a share, "12 out of 40" a number


def label_of(number: "Token", words: CountingWords) -> "Token | None":
    """'Killed: 12; wounded: 30', 'dead - 7': the word that a list puts before a bare number."""
    doc, at = number.doc, number.i
    is_bare = at + 1 == len(doc) or doc[at + 1].is_punct or doc[at + 1].is_space
    if at < 2 or not is_bare or doc[at - 1].text not in _LABELLING:
        return None
    label = doc[at - 2]
    if at > 2 and doc[at - 3].lower_ in {"and", "or"}:
        return None  # "killed and wounded: 120" is of both
    return label if label_type(label, words) is not None else None


def label_type(label: "Token", words: CountingWords) -> str | None:
    return words.states.get(label.lower_) or words.tolls.get(label.lemma_.lower())


def sized_by(number: "Token") -> "Token | None":
    """'A family of five', 'a crew of nine': the noun that stands for them."""
    noun = number.head.head
    is_of = number.dep_ == "pobj" and number.head.lower_ == "of" and noun.tag_ == "NN"
    return noun if is_of and noun.lemma_ in load_counting_lists().sized else None


def is_share(number: "Token", told: Number) -> bool:
    """The five of 'one in five of the dead', 'one out of every three'; 'no one', 'all but two'."""
    before = [t.lower_ for t in number.doc[max(0, number.i - 4) : number.i] if t.lower_ != "every"]
    is_left = before[-2:] == ["all", "but"] or (told.low == 1 and before[-1:] in (["no"], ["not"]))
    is_of_ten = before[-2:] == ["out", "of"] and told.low <= _TEN
    after = [t.lower_ for t in number.doc[number.i + 1 : number.i + 5]]
    is_of_ten |= after[:2] == ["out", "of"] and after[3:] == ["of"]  # "seven out of 10 of them"
    return is_left or is_of_ten or before[-2:] == ["one", "in"]


def is_measure(noun: "Token") -> bool:
    """'300,000 shekels', '40 tonnes': no people."""
    lemma = noun.lemma_.lower().removesuffix("s")
    return noun.pos_ in {"NOUN", "PROPN"} and lemma in load_counting_lists().units


def is_age_named(number: "Token") -> bool:
    """'Girls as young as 12', 'two brothers aged nine and 11', 'a boy of 15', 'men under 50'."""
    first = number
    while first.i > 1 and (first.nbor(-1).like_num or first.nbor(-1).lower_ in {"and", ",", "-"}):
        first = first.nbor(-1)
    if first.i and first.nbor(-1).lower_ == "aged":
        return True
    before = number.doc[max(number.i - 2, 0) : number.i]
    if [t.lower_ for t in before][-1:] == ["as"] and before[0].lower_ in {"young", "old"}:
        return True
    over = number.head.head
    is_under = number.pos_ == "NUM" and number.dep_ == "pobj" and over.pos_ == "NOUN"
    if not is_under or over.lemma_.lower() not in load_counting_words().groups:
        return False
    is_one = over.tag_ == "NN" and any(c.lower_ in {"a", "an"} for c in over.children)
    is_aged = is_one and over.lemma_ not in load_counting_lists().sized  # "a family of five"
    return number.head.lower_ in {"under", "over", "above", *(("of", "about") if is_aged else ())}


def is_of_calling(noun: "Token") -> bool:
    """'A baker', 'the driver', 'his cleaner': one person, by what he is; no 'tanker', which is a thing."""
    marks = {c.lower_ for c in noun.children if c.dep_ in {"det", "poss"}}
    is_one = noun.tag_ == "NN" and bool(marks & {"a", "an", "the", "his", "her", "their"})
    words = load_role_words()
    things = (
        words.weapons
        | words.thrown
        | words.like_places
        | words.bursting
        | load_counting_lists().no_people
    )
    return is_one and noun.lemma_ not in things and is_likely_speaker(noun)


def is_date(first: "Token", last: "Token") -> bool:
    """'March 5', '5 March', 'the 31st', '44 days', 'May 2019'."""
    doc = first.doc
    before = doc[first.i - 1] if first.i and not _is_no_day(first) else None
    after = doc[last.i + 1] if last.i + 1 < len(doc) else None
    if any(
        t is not None and t.lower_ in load_counting_lists().months and t.text != t.lower_
        for t in (before, after)
    ):
        return True
    return after is not None and after.lower_ in {"times", "per", "a.m.", "p.m.", "am", "pm"}


def _is_no_day(digits: "Token") -> bool:
    """'Since January 340 people have died': no month has so many days, and it is no year."""
    number = digits.text.replace(",", "")
    return number.isdigit() and int(number) > _MOST_DAYS and int(number) not in YEARS


_MOST_DAYS, YEARS = 31, range(1900, 2100)
