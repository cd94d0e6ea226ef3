"""The encoder's answers in, how sure the text makes one that each event happened out."""

from collections.abc import Iterable, Iterator

from sayso.annotate.decoding import Answers, word_outputs
from sayso.types import Span

LOWEST, HIGHEST = -3.0, 3.0  # certainly not; certainly


def find_factuality(answers: Answers, triggers: Iterable[Span]) -> Iterator[float]:
    """One number from -3 (certainly did not happen) to 3 (certainly did) for each trigger.

    Read at the trigger's first word; 0.0 where no word stands.
    source: the scale of Sauri and Pustejovsky 2009, as made numbers by Stanovsky et al. 2017
    """
    numbers = word_outputs(answers, "factuality")
    for trigger in triggers:
        words = answers.pieces.words_of(trigger.start, trigger.stop)
        read = float(numbers[words.start, 0]) if len(words) else 0.0
        yield min(HIGHEST, max(LOWEST, read))
