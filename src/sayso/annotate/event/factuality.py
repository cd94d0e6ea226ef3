"""The encoder's answers and a parse in, how sure the text makes one that each event happened out."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sayso.annotate.decoding import Answers, word_outputs
from sayso.annotate.event.embedded import embedded_factuality, is_embedded, load_embedding
from sayso.annotate.parses import head_at
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

LOWEST, HIGHEST = -3.0, 3.0  # certainly not; certainly


def find_factuality(answers: Answers, doc: "Doc", triggers: Iterable[Span]) -> Iterator[float]:
    """One number from -3 (certainly did not happen) to 3 (certainly did) for each trigger.

    Read at the trigger's first word; 0.0 where no word stands. Inside the clause of a verb that is
    denied, asked or supposed, it is the mean of what the encoder and the words above it say.
    source: the scale of Sauri and Pustejovsky 2009, as made numbers by Stanovsky et al. 2017
    """
    numbers, fitted = word_outputs(answers, "factuality"), load_embedding()
    for trigger in triggers:
        words = answers.pieces.words_of(trigger.start, trigger.stop)
        read = float(numbers[words.start, 0]) if len(words) else 0.0
        head = head_at(doc, trigger)
        if head is not None and is_embedded(head):
            read = (read + embedded_factuality(head, fitted)) / 2
        yield min(HIGHEST, max(LOWEST, read))
