"""A name in, the keys out under which it and the likes of it meet."""

from sayso.resolve.name.group_names import group_keys, group_words, is_capitals
from sayso.resolve.name.likeness import goes_before, may_be_person
from sayso.resolve.name.parts import NameParts, full_forms, read_name
from sayso.resolve.name.sounds import sound_keys
from sayso.resolve.side_words import load_side_words


def keys_held(name: str) -> frozenset[str]:
    """Under which keys a person's full name is kept; none for a single word, which alone links nobody."""
    parts = read_name(name)
    if not parts.given or not parts.surname or parts.bound:
        return frozenset()
    return _exact_keys(parts) | {f"={parts.given[0][0]} {key}" for key in _surname_keys(parts)}


def keys_sought(name: str) -> frozenset[str]:
    """Under which keys to look for a full name: only one with an initial looks for all that fit it."""
    parts = read_name(name)
    if not parts.given or not parts.surname or parts.bound:
        return frozenset()
    first = parts.given[0]
    if len(first) == 1:
        return _exact_keys(parts) | {f"={first} {key}" for key in _surname_keys(parts)}
    return _exact_keys(parts) | {f"{first[0]}. {key}" for key in _surname_keys(parts)}


def _exact_keys(parts: NameParts) -> frozenset[str]:
    firsts = {parts.given[0], *parts.given[1:2], *parts.pets}
    firsts |= {full for word in tuple(firsts) for full in full_forms(word)}
    found = {
        f"{key} {surname}"
        for word in firsts
        for key in (sound_keys(word) if len(word) > 1 else (f"{word}.",))
        for surname in _surname_keys(parts)
    }
    return frozenset({*found, *sound_keys("".join(parts.words))})


def _surname_keys(parts: NameParts) -> frozenset[str]:
    """The surname's sound; of two bound by a hyphen also the first's, and that of both as one word."""
    halves = [parts.given[-1], parts.given[-1] + parts.surname] if parts.double else []
    ends = {parts.surname, *halves, *full_forms(parts.surname)}
    ends |= {end[2:] for end in (parts.surname,) if end[:2] in {"al", "el"} and len(end) > 6}
    return frozenset(key for word in ends for key in sound_keys(word))


def short_keys(name: str) -> frozenset[str]:
    """The sound of each word that may stand alone for the name in one story, and its first letters."""
    parts, words = read_name(name), group_words(name)
    ends = {*parts.words[:1], *parts.words[-1:], *parts.pets, *words[:1], *words[-1:]}
    ends |= {full for word in parts.words[:1] for full in full_forms(word)}
    ends |= {*parts.words[-2:]} if parts.double or parts.bound else set()
    ends |= {word[3:] for word in parts.words if word.startswith("abd") and len(word) > 6}
    is_middle = len(parts.given) == 2 or (parts.given and goes_before(parts.given[0]))
    ends |= {*parts.given[1:2]} if is_middle else set()
    letters = {name.replace(".", "").lower()} if is_capitals(name) else set()
    letters |= {
        "".join(w[0] for w in words),
        "".join(w[0] for w in words if w not in load_side_words().small),
    }
    sounds = {key for word in ends for key in sound_keys(word)}
    return frozenset(sounds) | {f"{word}." for word in letters}


def name_keys_held(name: str) -> frozenset[str]:
    """Under which keys any name is kept: a group's may have been a person's, and the other way."""
    return group_keys(name) | (keys_held(name) if may_be_person(name) else frozenset())


def name_keys_sought(name: str) -> frozenset[str]:
    """Under which keys to look for the like of any name."""
    return group_keys(name) | (keys_sought(name) if may_be_person(name) else frozenset())
