"""A text in, the places where it may tell a time out: `data/time_forms.toml` tried everywhere."""

import re
from dataclasses import dataclass
from functools import cache

from sayso.annotate.time.fragments import core_of, name_fragments
from sayso.annotate.time.words import load_time_words
from sayso.tables import read_shipped
from sayso.types import Span

_LOOK_BACK = 40  # characters; longer than anything a form asks to stand in front
# What of a pattern is no letter that it asks for: escapes and the names of its pieces.
_UNREAD = re.compile(r"\\.|\(\?P[<=]\w+[>)]")
_CAPITAL = re.compile(r"[A-Z]|\(\?-i:")
_AROUND = 80  # characters on either side of its core in which a form begins and ends


@dataclass(frozen=True, slots=True)
class Form:
    """One way to put a time, and the kind of reader that understands it.

    core:     something short that it always holds; None: it is tried everywhere
    is_cased: it tells capitals from small letters; others are tried on the text in small letters,
              which costs half
    """

    kind: str
    core: re.Pattern[str] | None
    pattern: re.Pattern[str]
    before: re.Pattern[str] | None
    is_cased: bool


@dataclass(frozen=True, slots=True)
class Told:
    """Words that may tell a time: `given` has the named pieces in small letters."""

    kind: str
    span: Span
    given: dict[str, str]
    text: str

    @property
    def words(self) -> str:
        return self.span.of(self.text)

    def before(self, length: int) -> str:
        return self.text[max(0, self.span.start - length) : self.span.start]

    def after(self, length: int) -> str:
        return self.text[self.span.stop : self.span.stop + length]


def find_told(text: str) -> list[Told]:
    """Every place where a form fits, in text order.

    Where two begin together the longer comes first, and then the one that tells more.
    """
    near: dict[re.Pattern[str] | None, list[tuple[int, int]]] = {None: [(0, len(text))]}
    found: list[Told] = []
    small = _in_small_letters(text)
    for form in load_forms():
        if form.core not in near:
            near[form.core] = _around_each(form.core, small)
        here = text if form.is_cased else small
        for start, stop in near[form.core]:
            found += [
                Told(form.kind, Span(*match.span()), _pieces(match), text)
                for match in form.pattern.finditer(here, start, stop)
                if form.before is None
                or form.before.search(here[max(0, match.start() - _LOOK_BACK) : match.start()])
            ]
    return sorted(
        (told for told in found if not _is_after_hyphen(told)),
        key=lambda told: (told.span.start, -told.span.stop, -len(told.given)),
    )


def _in_small_letters(text: str) -> str:
    """As long as the text: the few letters that two small ones stand for stay."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower()[0] for c in text)


def _around_each(core: re.Pattern[str] | None, text: str) -> list[tuple[int, int]]:
    """The stretches of the text around each core, those that meet taken together."""
    stretches: list[tuple[int, int]] = []
    for match in core.finditer(text) if core is not None else ():
        start, stop = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, stop))
    return stretches


def _is_after_hyphen(told: Told) -> bool:
    """'mid' in 'pyra-mid'; but not '2 June' in '28 May-2 June'."""
    return told.words[0].islower() and re.search(r"[A-Za-z][-‐]$", told.before(2)) is not None


def _pieces(match: re.Match[str]) -> dict[str, str]:
    return {
        name: re.sub(r"\s+", " ", words.lower())
        for name, words in match.groupdict().items()
        if words
    }


@cache
def load_forms() -> tuple[Form, ...]:
    """The forms as shipped, compiled once a process."""
    names = name_fragments(load_time_words())
    return tuple(_make_form(row, names) for row in read_shipped("time_forms.toml")["forms"])


def _make_form(row: dict[str, str], names: dict[str, str]) -> Form:
    core = core_of(row["words"], row.get("after", ""), names)
    whole = _spelt_out(_whole_words(row["words"]) + f"(?={row.get('after', '')})", names)
    before = _spelt_out(row["before"], names) if "before" in row else ""
    is_cased = _CAPITAL.search(_UNREAD.sub("", whole + before)) is not None
    flags = re.IGNORECASE if is_cased else re.NOFLAG
    return Form(
        row["kind"],
        re.compile(_spelt_out(core, names)) if core is not None else None,
        re.compile(whole, flags),
        re.compile(before, flags) if before else None,
        is_cased,
    )


def _whole_words(words: str) -> str:
    """Neither begun nor ended in the middle of a word."""
    return rf"(?<!\w){words}(?!\w)"


def _spelt_out(words: str, names: dict[str, str]) -> str:
    return re.sub(r"\{([a-z_]+)\}", lambda name: names[name[1]], words.replace(" ", r"\s"))
