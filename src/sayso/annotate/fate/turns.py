"""A verb in, the fate that it tells only together with words after it out.

'Was picked off by a sniper' is a death, 'was picked up by the police' an arrest: what is told stands
in the whole turn (`data/fates.toml`, the tables of turns), not in the verb.
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sayso.annotate.fate.words import load_fate_lists, load_fate_words
from sayso.annotate.parses import object_after, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_REACH = 9  # tokens after the verb in which its turn must have ended
_HIMSELF = frozenset({"himself", "herself"})
_STOPS = frozenset({";", ":", "—", "–"})


def turn_undergone(verb: "Token") -> str | None:
    """What becomes of him to whom it is done: 'was run over by a lorry'."""
    return _told_by(verb, load_fate_words().turns_undergone)


def turn_done(verb: "Token") -> str | None:
    """What becomes of him who does it: 'walked free', 'escaped with his life'."""
    return _told_by(verb, load_fate_words().turns_done)


def _told_by(verb: "Token", table: Mapping[str, Mapping[str, str]]) -> str | None:
    turns = table.get(verb.lemma_.lower())
    if turns is None or _is_by_illness(verb):
        return None
    after = f"{' '.join(_plain_words(verb))} "
    return next((type_ for words, type_ in turns.items() if f" {words} " in after), None)


def _plain_words(verb: "Token") -> Iterator[str]:
    """The words after it, with 'his' for anybody's, 'himself' for herself and '#' for a number."""
    yield ""
    for word in verb.doc[verb.i + 1 : min(verb.i + 1 + _REACH, sentence_of(verb).stop)]:
        if word.text in _STOPS or (word.pos_ == "VERB" and word.dep_ == "conj"):
            return
        if word.tag_ == "PRP$":
            yield "his"
        elif word.lower_ in _HIMSELF:
            yield "himself"
        else:
            yield "#" if word.like_num else word.lower_


def _is_by_illness(verb: "Token") -> bool:
    """'Struck down by a fever'."""
    by = object_after(verb, "by", "with") or next(
        (t for c in verb.children if c.dep_ == "agent" for t in c.children if t.dep_ == "pobj"),
        None,
    )
    return by is not None and by.lemma_.lower() in load_fate_lists().unawares
