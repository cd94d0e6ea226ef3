"""What the parse reads in, those plain sayings of it out that the encoder passed over altogether.

'A report by the monitors, based on interviews, says guards beat them': a verb of saying with its
subject and its clause, in words of which the encoder marks nothing.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.parses import child_of, is_finite
from sayso.annotate.saying.readings import FIRST_PERSON, NOBODY, Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.annotate.saying.speakers import RELATIVE, is_likely_speaker

if TYPE_CHECKING:
    from spacy.tokens import Token


def find_passed_over(ruled: Sequence[Reading], found: Sequence[Reading]) -> Iterator[Reading]:
    """Those in whose words no other reading has any part, or only such as stand in what they say.

    'A woman who fled said neighbours who stayed told her that': the encoder may have the neighbours alone.
    """
    words = [({t.i for t in (*r.source, *r.cue, *r.content)}, r) for r in found]
    for reading in ruled:
        said = {t.i for t in reading.content}
        own = said | {t.i for t in (*reading.source, *reading.cue)}
        met = [(taken, r) for taken, r in words if own & taken]
        if _is_plain(reading) and all(taken <= said and r.source for taken, r in met):
            yield reading


def _is_plain(reading: Reading) -> bool:
    verb, speaker = reading.cue[-1], reading.speaker
    if speaker is None or speaker.dep_ != "nsubj" or speaker.head != verb or speaker.i > verb.i:
        return False
    if verb.lemma_.lower() not in load_saying_words().tags or not is_finite(verb):
        return False
    clause = child_of(verb, "ccomp")
    if clause is None or clause.i < verb.i or clause not in reading.content:
        return False
    is_told = any(is_finite(t) for t in (clause, *clause.children))
    return is_told and _is_someone(speaker)


def _is_someone(noun: "Token") -> bool:
    if noun.lower_ in NOBODY | FIRST_PERSON | RELATIVE | {"it"}:
        return False
    return is_likely_speaker(noun) or noun.lemma_.lower() in load_source_kinds()
