"""A claim and a person of it in; whether it tells that the person is a minor out."""

import re
from functools import cache

from sayso.types import Claim
from sayso.weigh.privacy_words import load_privacy_words

OF_AGE = 18


def is_told_minor(entity: str, claim: Claim) -> bool:
    """Whether a claim tells that a person is under 18: by an age, or by what it calls the person."""
    names = names_of(entity, claim)
    if any(_head_of(name) in load_privacy_words().minors for name in names):
        return True
    if claim.event.type == "age" and _holds(entity, claim):
        age = _number(_trigger_of(claim))
        if age is not None and age < OF_AGE:
            return True
    return any(_tells_minor(name, claim.words) for name in names if name[:1].isupper())


def _head_of(description: str) -> str:
    """'The boy' -> 'boy', 'the girl in the ward' -> 'girl'."""
    first = re.split(r" (?:of|in|from|at|with|who)\b", description.casefold())[0]
    return first.split()[-1] if first.split() else ""


def _trigger_of(claim: Claim) -> str:
    """The words of the event, where the claim quotes them in one piece."""
    trigger = claim.event.trigger
    if len(claim.quote) != 1 or not claim.quote[0].covers(trigger):
        return ""
    start = claim.quote[0].start
    return claim.words[trigger.start - start : trigger.stop - start]


def _number(words: str) -> int | None:
    found = re.search(r"\d{1,3}", words)
    if found:
        return int(found[0])
    numbers = load_privacy_words().numbers
    return next((numbers.index(w) for w in re.findall(r"\w+", words.casefold()) if w in numbers), None)  # fmt: skip


@cache
def _patterns() -> tuple[str, str, str]:
    """An age, an age with its unit, and a noun for a minor."""
    words = load_privacy_words()
    number = rf"(?:\d{{1,2}}|{'|'.join(words.numbers)})"
    unit = rf"{number}[- ](?:year|month|week|day)s?[- ]old"
    noun = rf"(?:{'|'.join(sorted(words.minors, key=len, reverse=True))})s?(?!\w|['’]s)"
    return number, unit, noun


def _tells_minor(name: str, words: str) -> bool:
    """'Tariq Senn, 9', 'the nine-year-old Tariq Senn', 'two schoolgirls, Ana and Mira Senn'."""
    number, unit, noun = _patterns()
    who = re.escape(name)
    told_so = r"(?:, (?:was )?(?:aged? )?| \((?:aged )?| (?:was|is|turned) (?:aged )?)"
    ended = r"(?=[,.;)]|$| (?:and|was|is|who|had|has|when)\b)"
    aged = rf"{who}{told_so}(?P<a>{number}){ended}"
    old = rf"(?P<b>{unit})(?:,? [\w-]+){{0,3}},? {who}"
    old_after = rf"{who},? (?:is |was )?(?:\w+ ){{0,2}}(?P<c>{unit})"
    for pattern in (aged, old, old_after):
        for found in re.finditer(pattern, words):
            age = next(filter(None, found.groups()), "")
            years = _number(age)
            if years is not None and (years < OF_AGE or re.search("month|week|day", age)):
                return True
    between = (
        r"(?:,? (?:named|called|identified as|and|son|daughter|brother|sister|[A-Z][\w'-]+)){0,6},?"
    )
    before = rf"(?i:\b{noun}){between} {who}"
    after = rf"{who}, (?:then |still )?(?:an? |the |his |her )(?:[\w-]+ ){{0,2}}(?i:{noun})"
    return re.search(before, words) is not None or re.search(after, words) is not None


def _holds(entity: str, claim: Claim) -> bool:
    return any(r.name == "holder" and r.filler.entity == entity for r in claim.event.roles)


def names_of(entity: str, claim: Claim) -> tuple[str, ...]:
    """What a claim calls the person, descriptions and pronouns too."""
    fillers = [role.filler for role in claim.event.roles if role.filler.entity == entity]
    labels = [step.label for step in claim.chain if step.entity == entity]
    words = (*(one.name for one in fillers), *(one.words for one in fillers), *labels)
    return tuple(dict.fromkeys(filter(None, words)))
