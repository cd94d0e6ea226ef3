"""The words of time in, the patterns that the {names} in `data/time_forms.toml` stand for out."""

import re

from sayso.annotate.time.spelled import hour_in_words, year_in_words
from sayso.annotate.time.words import TimeWords, any_of

# The name of a piece, and what it always holds: a form with that piece is tried only nearby.
_CORES = {
    "month": "month", "year": r"(?<![0-9])(?:(?:1[0-9]|20)[0-9]{2}|2100)(?![0-9])", "weekday": "weekday",
    "season": "season", "part": "part", "unit": "unit", "units": "unit", "units_alone": "unit",
    "hour": "[0-9]", "minute": "[0-9]", "day": "[0-9]", "numbered_day": "[0-9]",
    "tens_of_years": "[0-9]0['’]?s", "number_th": "centur", "ordinal": "quarter",
}  # fmt: skip
_OPTIONAL = re.compile(r"\((?!\?)[^()]*\)\?|\((?!\?)[^()]*\|[^()]*\)")

_GROUP = re.compile(r"\((?:[^()\\]|\\.)*\)")


def core_of(words: str, after: str, names: dict[str, str]) -> str | None:
    """A pattern for something short that a form's words, or what follows them, always hold; None: it
    may be anything."""
    form = words + after
    while (bare := _OPTIONAL.sub("", form)) != form:
        form = bare
    held = (core for name, core in _CORES.items() if f"{{{name}}}" in form)
    core = next(held, None)
    return names.get(f"any_{core}", core) if core is not None else _word_held(words)


def _word_held(words: str) -> str | None:
    """The longest plain word that stands in no group and may not be left out."""
    bare = words
    while (less := _GROUP.sub("|", bare)) != bare:
        bare = less
    held = re.findall(r"[a-z]{3,}", re.sub(r"\\.|\{\w+\}|\[[^\]]*\]|[a-z][?*]", "|", bare))
    return max((word for word in held if word != "the"), key=len, default=None)


def _lists_of_names(words: TimeWords) -> dict[str, str]:
    """The pieces that are any word of one list."""
    return {
        "weekday": any_of(words.weekdays),
        "season": any_of(words.seasons),
        "step": any_of(words.steps),
        "told": any_of(words.told_steps),
        "unit": any_of(words.units),
        "ordinal": any_of(words.ordinals),
        "feast": any_of(words.feasts),
        "moving_feast": any_of(words.moving_feasts),
        "solar_month": any_of(words.solar_months),
        "decade_name": any_of(words.decades),
        "zone": any_of(words.zones),
        "hour_name": any_of(words.hours),
        "regular": any_of(words.regular),
        "reference": any_of(words.references),
        "story_reference": any_of(words.story_references),
        "newspaper": any_of(words.lists["newspapers"]),
    }


def name_fragments(words: TimeWords) -> dict[str, str]:
    """The pattern that each {name} of a form stands for."""
    lists = {name: any_of(listed) for name, listed in words.lists.items()}
    full = [month for month in words.months if len(month) > 4 or month in {"june", "july", "may"}]
    short = [month for month in words.months if month not in full]
    month = rf"(?:{any_of(full)}|{any_of(short)}\b\.?)"
    plain = any_of(number for number in words.numbers if number not in {"a", "an"})
    number = rf"(?:(?!million|billion){plain}(?:[\s-]{plain}){{0,2}}|a\s(?:hundred|dozen|million|billion)|an?)"
    day = rf"(?:[0-3]?[0-9](?:st|nd|rd|th)?|{any_of(words.ordinals)})"
    exact = rf"(?:[0-9][0-9,.]*(?:[\s-]1/2|\s?½|\s(?:million|billion))?|{number}(?:[\s-]and[\s-](?:a[\s-])?half)?)"
    amount = rf"(?:{exact}|{lists['vague']})"
    edge = rf"(?:{lists['near']}[\s-]|mid)"
    number_th = rf"(?:[0-9]{{1,2}}(?:st|nd|rd|th)|{any_of(words.ordinals)})"
    named = _lists_of_names(words) | {
        "month": month,
        "month_number": "[01][0-9]",
        "day": day,
        "numbered_day": "[0-3]?[0-9](?:st|nd|rd|th)",
        "year": "(?:1[0-9]{3}|20[0-9]{2}|2100)",
        "part": rf"{any_of(words.parts)}s?",
        "amount": amount,
        "hour": "[0-2]?[0-9]",
        "two_digit_hour": "[0-2][0-9]",
        "minute": "[0-5][0-9]",
        "second": "[0-5][0-9]",
        "half": r"(?:[ap]\.\s?m\b\.?|[ap]\s?m\b)",
        "hour_in_words": hour_in_words(words.numbers),
        "year_in_words": year_in_words(words.numbers),
        "number_th": number_th,
        "era": "(?:AD|A[.]D[.]|BCE|BC|B[.]C[.]|CE)",
    }
    return {name: f"(?P<{name}>{pattern})" for name, pattern in named.items()} | {
        "any_month": month,
        "any_day": day,
        "any_weekday": any_of(words.weekdays),
        "weekday_name": rf"(?P<weekday_name>{any_of(words.weekdays)}|{any_of(words.short_weekdays)}\.?)",
        "any_season": any_of(words.seasons),
        "any_ordinal": any_of(words.ordinals),
        "number_th_bare": number_th,
        "any_part": any_of(words.parts),
        "any_unit": any_of(words.units),
        "tens_of_years": r"(?P<tens>1[0-9]|20)?['’]?(?P<decade>[0-9])0['’]?s",
        "any_year": "(?:1[0-9]{3}|20[0-9]{2})",
        "smaller_amount": rf"(?P<smaller_amount>{exact})",
        "smaller_units": r"(?P<smaller_unit>month|week|day|hour|minute|second)s?",
        "number": number,
        "exact": exact,
        "edge": edge,
        "near": f"{edge}?",
        "about": rf"(?:{lists['about']}\s)?",
        "stretch": rf"(?P<stretch>{lists['stretch']})",
        "counted": lists["counted"],
        "vague": lists["vague"],
        "kind_of_unit": lists["kind_of_unit"],
        "units": rf"(?P<unit>{any_of(words.units)})s?",
        "units_alone": rf"(?P<unit>{any_of(words.units)})(?:s|(?<=ies))",
        "any_units": rf"{any_of(words.units)}s",
        "era_after": "(?P<after_era>AD|A[.]D[.]?|BCE|BC|B[.]C[.]?|CE)",
        "to": r"(?:\s?[-–—/]\s?|\s(?:to|and|or|until|till|through)\s)",
    }
