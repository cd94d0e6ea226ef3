"""A sentence with its trigger in brackets in, the trigger of its parse out."""

from typing import TYPE_CHECKING

from marking import unmark

from sayso.annotate.event.tellings import trigger_at
from sayso.annotate.event.triggers import Trigger, find_triggers

if TYPE_CHECKING:
    from spacy.language import Language


def trigger_in(marked: str, nlp: "Language", type_: str = "armed_clash") -> Trigger:
    """The rules' trigger there; where they have none, one of the type."""
    text, at = unmark(marked), marked.index("[")
    doc = nlp(text)
    ruled = {t.head.idx: t for t in find_triggers(doc)}
    word = next(t for t in doc if t.idx <= at < t.idx + len(t))
    return ruled.get(word.idx) or trigger_at(word, type_)
