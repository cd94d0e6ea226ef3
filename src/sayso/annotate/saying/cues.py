"""The cue table: `data/cues.toml` in, one row for each verb or noun of saying out."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso.tables import read_shipped
from sayso.types import Basis, Stance


@dataclass(frozen=True, slots=True)
class Cue:
    """What a word of saying, thinking or wanting does.

    takes: its complements (clause, infinitive, quote, noun, of, for, as, object_infinitive)
    knows: the basis that the word itself gives its speaker, if any
    """

    stance: Stance
    takes: frozenset[str]
    knows: Basis | None = None


@dataclass(frozen=True, slots=True)
class CueTable:
    """phrases: what several words do together; falsehoods: words for what is not so."""

    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, Cue]
    phrases: tuple[tuple[re.Pattern[str], Stance], ...] = ()
    falsehoods: frozenset[str] = frozenset()

    def stance_of_phrase(self, words: str) -> Stance | None:
        """The stance of the first phrase that stands in the words (lower case), if any."""
        return next((stance for form, stance in self.phrases if form.search(words)), None)


@cache
def load_cues() -> CueTable:
    """The table as shipped; read once a process."""
    rows: dict[str, list[dict[str, Any]]] = read_shipped("cues.toml")
    verbs: dict[str, tuple[Cue, ...]] = {}
    for row in rows["verbs"]:
        cue = Cue(row["stance"], frozenset(row["takes"]), row.get("knows"))
        for lemma in row["lemmas"]:
            verbs[lemma] = (*verbs.get(lemma, ()), cue)
    nouns: dict[str, Cue] = {}
    for row in rows["nouns"]:
        takes = frozenset({"clause", "of"} if row.get("of") else {"clause"})
        for lemma in row["lemmas"]:
            nouns.setdefault(lemma, Cue(row["stance"], takes, row.get("knows")))
    phrases = ((form, row["stance"]) for row in rows["phrases"] for form in row["forms"])
    return CueTable(
        verbs,
        nouns,
        tuple((re.compile(rf"\b(?:{form})\b"), stance) for form, stance in phrases),
        frozenset(word for row in rows["falsehoods"] for word in row["words"]),
    )
