"""What reports tell around a person's name in; whether it makes a witness or a detainee of them out.

Nothing here looks at who speaks: that is `weigh/privacy.py`'s. A report may call somebody a witness
who says nothing in it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from sayso.types import Claim
from sayso.weigh.minors import names_of
from sayso.weigh.privacy_words import load_privacy_words

_NAME = "\ue000"  # stands for the name in what is looked at; of private use, so in no text
_BEFORE, _AFTER = 60, 160  # characters to either side of a name
_LEAST = 3  # letters of a surname that is looked for alone


FindText = Callable[[str], str]


def is_told_witness(
    entity: str, claims: Iterable[Claim], find_text: FindText | None = None
) -> bool:
    """Whether a report calls a person a witness, or says that the person saw it or testifies.

    find_text: the text of a report by its id; None: only the claims' own words are looked at
    """
    return _is_told(
        entity, claims, find_text, (*_called(load_privacy_words().witnesses), *_seeing())
    )


def is_told_detainee(
    entity: str, claims: Iterable[Claim], find_text: FindText | None = None
) -> bool:
    """Whether a report calls a person a detainee, a prisoner, a hostage; now or formerly."""
    return _is_told(entity, claims, find_text, _called(load_privacy_words().detainees))


def _is_told(
    entity: str,
    claims: Iterable[Claim],
    find_text: FindText | None,
    patterns: Iterable[re.Pattern[str]],
) -> bool:
    names: dict[str, set[str]] = defaultdict(set)
    words: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        names[claim.report] |= {name for name in names_of(entity, claim) if name[:1].isupper()}
        words[claim.report].append(claim.words)
    return any(
        any(pattern.search(near) for pattern in patterns)
        for report, found in names.items()
        for text in (words[report] if find_text is None else [find_text(report)])
        for near in _around(found, text)
    )


def _around(names: Iterable[str], text: str) -> Iterator[str]:
    """What stands around each name, and around its surname alone, with a sign for it."""
    for name in sorted(set(names)):
        last = name.split()[-1]
        forms = [re.escape(name)]
        if last != name and len(last) >= _LEAST and last[0].isupper():
            forms.append(rf"(?:(?<=^)|(?<=[.,;:!?\n\"“”(] )|(?<= and )|(?<=\n)){re.escape(last)}")
        for found in re.finditer(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", text):
            before = text[max(found.start() - _BEFORE, 0) : found.start()]
            yield f"{before}{_NAME}{text[found.end() : found.end() + _AFTER]}"


_MORE = r"(?:,? and (?:[A-Z][\w'’-]+ ?){1,3})?(?:,? \(?(?:aged )?\d{1,3}\)?)?"
_IS = (
    r"(?:who (?:is|was|were) |(?:is|was|were) )?(?:(?:said to be|described as|listed as|called) )?"
)
_ONE = r"(?:an? |the |one of the |one of |two |both |another )?"
_ONE += r"(?:(?!(?:for|of|to|with|by|from|and|in|at|on|about|against)\b)[\w'’-]+ ){0,3}?"
_HAS = r"(?:(?:had|has|have|also|later|then|reportedly|allegedly|personally|himself|herself) ){0,2}"


@cache
def _called(nouns: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """'Odas, a witness to', 'Odas was one of the witnesses', 'witnesses Rell and Odas'."""
    noun = rf"(?i:{_any(nouns)})(?:s|es)?\b"
    return (
        re.compile(rf"{_NAME}{_MORE},? {_IS}{_ONE}{noun}"),
        re.compile(
            rf"\b{noun}(?:[,:]| named| called| identified as| like)? "
            rf"(?:[A-Z][\w.'’-]+,? (?:and )?){{0,4}}{_NAME}"
        ),
    )


@cache
def _seeing() -> tuple[re.Pattern[str], ...]:
    """'Odas, who saw', 'Odas, a baker, who testified', 'Odas ran. He had seen', 'Odas testified'."""
    saw = rf"{_HAS}(?:{_any(load_privacy_words().saw)})\b(?! (?:action|combat|service))"
    told = (
        rf"{_NAME}{_MORE},?(?: [^.,;!?\n]{{1,60}},?)? (?:who|and) {saw}",
        rf"{_NAME}{_MORE},? {saw}",
        rf"{_NAME}[^.!?\n]{{0,100}}[.!?] (?:He|She|They) {saw}",
    )
    return tuple(map(re.compile, told))


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))
