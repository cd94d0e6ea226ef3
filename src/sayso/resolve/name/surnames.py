"""A short name and the full names of a report in, the one that it stands for out."""

import re
from collections.abc import Collection, Mapping, Sequence

from sayso.resolve.name.folding import fold_name
from sayso.resolve.name.parts import gender_of_name, load_name_words
from sayso.resolve.name.references import gender_told
from sayso.types import Mention, Span

_ANEW = re.compile(r", an? [a-z]")
_BROUGHT_UP = re.compile(r"\b(?:an?|another)\b[^.]{1,40}$", re.IGNORECASE)
_SOON = 120  # characters from a given name to the full one, about a sentence


def longer_name(
    key: str, full: Mapping[str, str], firsts: Mapping[str, Mention], text: str
) -> str | None:
    """The one longer name that begins so: 'Sakhi Dad' of Sakhi Dad Behbudi.

    Not one that ends so: Ahmad Karim Odas may be the son of Karim Odas. Nor one who is brought up
    later: 'Karim Odas opened a school. ... Karim Odas Sol, a sergeant, was sentenced'.
    """
    fits = [
        name for other, name in full.items()
        if other.startswith(f"{key} ") and not _comes_anew(firsts.get(key), firsts.get(other), text)
    ]  # fmt: skip
    is_one = len(fits) == 1 and not _ends_in_suffix(fits[0])
    return fits[0] if is_one else None


def _comes_anew(short: Mention | None, long: Mention | None, text: str) -> bool:
    """Whether the longer name is told after the shorter, with 'a sergeant' behind it."""
    is_later = short is not None and long is not None and long.span.start > short.span.stop
    return is_later and long is not None and _ANEW.match(text, long.span.stop) is not None


def _ends_in_suffix(name: str) -> bool:
    """'Karim Odas Jr.': the son, or the father, of whom the words before it name."""
    return fold_name(name.split()[-1].rstrip(".")) in load_name_words().suffixes


def _without_suffix(key: str) -> str:
    return key.rsplit(" ", 1)[0] if _ends_in_suffix(key) else key


def of_sex(words: str, full: Mapping[str, str]) -> Mapping[str, str]:
    """Without the names that 'Mr' or 'Mrs' rules out: 'Mr Odas' is not Yulia Odas."""
    sex = gender_told(words)
    if sex is None:
        return full
    return {key: name for key, name in full.items() if gender_of_name(name) in {None, sex}}


def by_part(part: str, full: Mapping[str, str], before: Sequence[Mention]) -> str | None:
    """The full name that a surname (or forename) stands for: the last one before it, else any.

    None where two who bear the surname were named before: of a father and his son nobody knows which.
    """
    names = [(key, _without_suffix(key).split()) for key in full]
    fits = [key for key, words in names if part in {words[-1], words[0]}]
    fits = fits or [key for key, words in names if _is_part(part.split(), words)]
    if not fits:
        return None
    told = [fold_name(m.name or "") for m in before if m.kind == "person"]
    told = [key for key in told if key in fits]
    if told:
        surnamed = [key for key in told if key.split()[-1] == part]
        return None if len(set(surnamed)) > 1 else full[told[-1]]
    # A report names the junior in full before it calls him Odas: whom it calls so earlier is another.
    fits = [key for key in fits if not _ends_in_suffix(key)]
    surnames = [key for key in fits if key.split()[-1] == part]
    return full[(surnames or fits)[0]] if fits else None


def told_in_full_soon(
    kin: Mention,
    full: Mapping[str, str],
    firsts: Mapping[str, Mention],
    relatives: Collection[Span],
    text: str,
) -> Mapping[str, str]:
    """'His brother Karim said so. Karim Odas, 40, fled': the one full name that goes on with the given name.

    Not 'a baker, Karim Odas', who is brought up there.
    relatives: the names of somebody's kin; whose kin is named in full there may be another
    """
    given = f"{fold_name(kin.words)} "
    fits = [
        key for key, first in firsts.items()
        if key.startswith(given) and key in full and first.span not in relatives
        and 0 < first.span.start - kin.span.stop < _SOON
        and _BROUGHT_UP.search(text, kin.span.stop, first.span.start) is None
    ]  # fmt: skip
    return {fits[0].split()[0]: full[fits[0]]} if len(fits) == 1 else {}


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the words stand side by side in the name, particles aside: 'Odas' in 'Karim al-Odas'."""
    if len(short) == 1 and len(short[0]) < 3:
        return False
    size = len(short)
    return size < len(long) and any(
        list(long[at : at + size]) == list(short) for at in range(len(long) - size + 1)
    )
