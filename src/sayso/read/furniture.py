"""In: one line or paragraph by itself. Out: what job its wording gives it, or None."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.tables import read_shipped

# How many words a paragraph may have and still be judged by one such phrase. Chosen by reading
# what was labelled in real reports of 23 outlets; a plea is short, reporting mostly is not.
_FEW_WORDS = 12
_SHORT_LINE = 25
_SHORT_PARAGRAPH = 40
_PARAGRAPH = 60
_LONG_PARAGRAPH = 120

_QUOTED = re.compile(r'"[^"]*(?:"|\Z)')
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©\s*|\(c\)\s*)?\d{4}\b|©")
_NUMBER = re.compile(r"[\d.,]+k?m?")
_NOTE = re.compile(r"(?:editor'?s'? note|note to readers|note|update)\b[^a-z]")
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases of `furniture.toml`, ready to match folded words."""

    lines: frozenset[str]
    list_heads: frozenset[str]
    openings: re.Pattern[str]
    pleas: re.Pattern[str]
    to_the_reader: re.Pattern[str]
    share_words: frozenset[str]
    share_marks: frozenset[str]
    correction: re.Pattern[str]
    after_note: re.Pattern[str]


@cache
def table_of(name: str) -> dict[str, list[str]]:
    """One table of `furniture.toml`: lists of phrases by their name."""
    tables: dict[str, dict[str, list[str]]] = read_shipped("furniture.toml")
    return tables[name]


def fold(words: str) -> str:
    """Lower case, straight quotation marks, single spaces: the form phrases are matched in."""
    return " ".join(words.translate(_STRAIGHT).lower().split())


def any_of(phrases: Iterable[str]) -> str:
    """A pattern for any of the phrases as whole words; "..." stands for one to six words."""
    longest_first = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(_pattern_of(phrase) for phrase in longest_first) + ")"


def is_list_head(words: str) -> bool:
    """Whether the line is a heading such as "Read more", over links and not over reporting."""
    return fold(words).rstrip(":.…> ") in _phrases().list_heads


def is_correction(words: str) -> bool:
    """Whether the paragraph says that this report, as it was first printed, was wrong."""
    folded, phrases = fold(words), _phrases()
    if phrases.correction.match(folded):
        return True
    note = _NOTE.match(folded)
    is_short = len(folded.split()) <= _LONG_PARAGRAPH
    return bool(note and is_short and phrases.after_note.search(folded))


def is_furniture(words: str) -> bool:
    """Whether the paragraph is the page's and not the report's: pleas, share bars, notices.

    Words in quotation marks are not looked at: someone is made to say them.
    """
    if not any(character.isalnum() for character in words):
        return True
    count = len(words.split())
    if count > _LONG_PARAGRAPH:
        return False
    folded, phrases = fold(words), _phrases()
    if folded.rstrip(".:!>… ") in phrases.lines or _is_share_bar(folded):
        return True
    said = _QUOTED.sub('"', folded)
    if count <= _SHORT_LINE and phrases.openings.match(said) and not _is_sentence(said):
        return True
    if count <= _SHORT_PARAGRAPH and _COPYRIGHT.match(said):
        return True
    cues = list(phrases.pleas.finditer(said))
    if count <= _PARAGRAPH and cues and _nothing_is_told(said[: cues[0].start()]):
        return True
    beside = phrases.to_the_reader.findall(said)
    return bool(cues) and len({*beside, *(cue.group() for cue in cues)}) >= 2


def _nothing_is_told(before: str) -> bool:
    """Whether a plea begins the paragraph, but for a few words or a question to the reader."""
    return not re.search(r"[.!] ?$|[.!] ", before) and len(before.split()) <= _FEW_WORDS


def _is_sentence(folded: str) -> bool:
    return folded.endswith(".") and not folded.startswith(("click", "tap", "read"))


def _is_share_bar(folded: str) -> bool:
    words = re.findall(r"[a-z][a-z-]*|\d[\d.,]*[km]?", folded)
    if not words or len(words) > _SHORT_LINE or len(" ".join(words)) < len(folded) / 2:
        return False
    phrases = _phrases()
    known = all(word in phrases.share_words or _NUMBER.fullmatch(word) for word in words)
    return known and not phrases.share_marks.isdisjoint(words)


def _pattern_of(phrase: str) -> str:
    body = re.escape(phrase).replace(r"\.\.\.", r"(?:\S+ ){0,5}\S+")
    start = r"\b" if phrase[0].isalnum() else ""
    return start + body + (r"\b" if phrase[-1].isalnum() else "")


@cache
def _phrases() -> Phrases:
    furniture, correction = table_of("furniture"), table_of("correction")
    begins, imperatives = r'(?:(?<=^)|(?<=[.!?:;)"*•|>\]–—-] ))', any_of(furniture["imperatives"])
    return Phrases(
        lines=frozenset(furniture["lines"]),
        list_heads=frozenset(furniture["list_heads"]),
        openings=re.compile(any_of(furniture["openings"])),
        pleas=re.compile(f"{begins}{imperatives}|{any_of(furniture['pleas'])}"),
        to_the_reader=re.compile(any_of(furniture["to_the_reader"])),
        share_words=frozenset(furniture["share_words"]),
        share_marks=frozenset(furniture["share_marks"]),
        correction=re.compile(any_of(correction["openings"])),
        after_note=re.compile(any_of(correction["after_note"])),
    )
