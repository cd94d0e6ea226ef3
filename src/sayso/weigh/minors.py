"""What is told of a person in; whether the person is told to be a minor out."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import takewhile

from sayso.tables import read_shipped
from sayso.types import Claim
from sayso.weigh.privacy_words import load_privacy_words
from sayso.weigh.trigger_words import quoted_trigger

OF_AGE = 18
_HUNDRED = 100
_NAME = "\ue000"  # stands for the name in what is looked at; of private use, so in no text
_NEAR = 80  # characters to either side of a name
_TOLD = r"(?:, (?:was )?(?:aged? )?| \((?:aged )?| (?:was|is|turned) (?:aged )?)"
_ENDED = r"(?=[,.;)]|$| (?:and|was|is|who|had|has|when)\b)"
_BETWEEN = (
    r"(?:,? (?:named|called|identified as|and|son|daughter|brother|sister|[A-Z][\w'-]+)){0,6},?"
)


def is_told_minor(
    entity: str, claims: Iterable[Claim], find_text: Callable[[str], str] | None = None
) -> bool:
    """Whether a person is told to be under 18: by an age, or by what the person is called.

    find_text: the text of a report by its id; None: only the claims' own words are looked at
    """
    names: dict[str, set[str]] = defaultdict(set)
    words: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if _is_of_minor(entity, claim):
            return True
        names[claim.report] |= set(names_of(entity, claim))
        words[claim.report].append(claim.words)
    for report, found in names.items():
        texts = words[report] if find_text is None else [find_text(report)]
        named = [name for name in found if name[:1].isupper()]
        if any(
            _tells_minor(near) for text in texts for name in named for near in _near(name, text)
        ):
            return True
    return False


def names_of(entity: str, claim: Claim) -> tuple[str, ...]:
    """What a claim calls the person, descriptions and pronouns too."""
    fillers = [role.filler for role in claim.event.roles if role.filler.entity == entity]
    labels = [step.label for step in claim.chain if step.entity == entity]
    words = (*(one.name for one in fillers), *(one.words for one in fillers), *labels)
    return tuple(dict.fromkeys(filter(None, words)))


def _is_of_minor(entity: str, claim: Claim) -> bool:
    """By its own age, or by what it calls the person."""
    if any(_head_of(name) in load_privacy_words().minors for name in names_of(entity, claim)):
        return True
    if claim.event.type != "age" or not _holds(entity, claim):
        return False
    age = age_told(claim)
    return age is not None and age < OF_AGE


def _holds(entity: str, claim: Claim) -> bool:
    return any(r.name == "holder" and r.filler.entity == entity for r in claim.event.roles)


def _head_of(description: str) -> str:
    """'The boy' -> 'boy', 'the girl in the ward' -> 'girl'."""
    first = re.split(r" (?:of|in|from|at|with|who)\b", description.casefold())[0]
    return first.split()[-1] if first.split() else ""


def age_told(claim: Claim) -> int | None:
    """The years of a claim of age; None: they cannot be read."""
    return _number(quoted_trigger(claim))


def _number(words: str) -> int | None:
    found = re.search(r"\d{1,3}", words)
    if found:
        return int(found[0])
    numbers = _spelt()
    spelt = list(takewhile(numbers.__contains__, re.findall(r"[a-z]+", words.casefold())))
    return sum(numbers[word] for word in spelt) if spelt else None


@cache
def _spelt() -> Mapping[str, int]:
    """Number words up to ninety: 'eighty-one' is eighty and one, and no child of one."""
    words: Mapping[str, int] = read_shipped("counting.toml")["words"]
    return {word: value for word, value in words.items() if value < _HUNDRED}


def _near(name: str, text: str) -> Iterator[str]:
    """What stands around a name, each time it is there, with a sign for it."""
    at = text.find(name)
    while at >= 0:
        stop = at + len(name)
        before, after = text[max(at - _NEAR, 0) : at], text[stop : stop + _NEAR]
        yield f"{before}{_NAME}{after}"
        at = text.find(name, stop)


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]]:
    """Those that tell an age, and those that tell a minor by a noun."""
    words = load_privacy_words()
    number = rf"(?:\d{{1,2}}|{'|'.join(words.numbers)})"
    unit = rf"({number}[- ](?:year|month|week|day)s?[- ]old)"
    noun = rf"(?:{'|'.join(sorted(words.minors, key=len, reverse=True))})s?(?!\w|['’]s)"
    aged = (
        rf"{_NAME}{_TOLD}({number}){_ENDED}",
        rf"{unit}(?:,? [\w-]+){{0,3}},? {_NAME}",
        rf"{_NAME},? (?:is |was )?(?:\w+ ){{0,2}}{unit}",
    )
    called = (
        rf"(?i:\b{noun}){_BETWEEN} {_NAME}",
        rf"{_NAME}, (?:then |still )?(?:an? |the |his |her )(?:[\w-]+ ){{0,2}}(?i:{noun})",
    )
    return tuple(map(re.compile, aged)), tuple(map(re.compile, called))


def _tells_minor(near: str) -> bool:
    """'Tariq Senn, 9', 'the nine-year-old Tariq Senn', 'two schoolgirls, Ana and Mira Senn'."""
    aged, called = _patterns()
    ages = (found[1] for pattern in aged for found in pattern.finditer(near))
    if any(_is_under_age(age) for age in ages):
        return True
    return any(pattern.search(near) for pattern in called)


def _is_under_age(age: str) -> bool:
    years = _number(age)
    return years is not None and (years < OF_AGE or re.search("month|week|day", age) is not None)
