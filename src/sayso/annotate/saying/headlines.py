"""A headline in; the one reading that only headlines have ('Monitor: strike kills 12') out."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotate.mentions import load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.event_types import load_open_words
from sayso.types import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SOURCE_WORDS = 5  # more words before the colon are a sentence, not a source
LEAST = 3  # words before a source that closes the headline
COLON = frozenset({":"})
DASHES = frozenset({"-", "–", "—"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def read_headline(doc: "Doc", headline: Span) -> Reading | None:
    """'SOURCE: words', 'words: SOURCE' or 'words - SOURCE'; None for any other headline."""
    words = [t for t in doc if headline.start <= t.idx < headline.stop and not t.is_space]
    for at, token in enumerate(words):
        after = words[at + 1 :]
        if token.text in DASHES and at and not (token.whitespace_ or words[at - 1].whitespace_):
            continue  # the hyphen of "Haut-Dorim"
        if token.text in COLON and 0 < at <= SOURCE_WORDS and _may_speak(words[:at]):
            return _reading(words[:at], token, after)
        if token.text in COLON | DASHES and 0 < len(after) <= SOURCE_WORDS and at >= LEAST:
            is_source = _is_source(after, is_credit=token.text in DASHES)
            if is_source or (token.text in DASHES and at > SOURCE_WORDS):
                return _reading(after, token, words[:at])
    return None


def _reading(source: list["Token"], mark: "Token", content: list["Token"]) -> Reading | None:
    who = _who(source)
    tells = any(t.pos_ in {"VERB", "AUX"} or t.lemma_.lower() in load_open_words() for t in content)
    if who is None or not tells or any(t.pos_ in {"VERB", "AUX", "NUM"} for t in source):
        return None
    return Reading((mark,), tuple(source), who, tuple(content), "asserts")


def _who(source: Sequence["Token"]) -> "Token | None":
    """The noun for who says it: of 'the head of the port', the head."""
    nouns: list[Token] = []
    for token in source:
        if token.pos_ == "ADP" and nouns:
            break
        nouns += [token] if token.pos_ in {"NOUN", "PROPN"} else []
    return nouns[-1] if nouns else None


def _may_speak(source: Sequence["Token"]) -> bool:
    """'Dalan blast:', 'War in Karvia:', 'Omra:', 'Omra road:' and 'Analysis:' say what it is about."""
    who = _who(source)
    if who is None or any(t.pos_ in {"VERB", "AUX", "NUM"} for t in source):
        return False
    if _is_someone(who):
        return True
    is_place = who.ent_type_ in _PLACES or all(t.ent_type_ in _PLACES for t in source)
    lemma = who.lemma_.lower()
    is_place = is_place or lemma in load_role_words().like_places
    is_matter = lemma in load_open_words() or lemma in load_saying_words().headings
    return not is_place and not is_matter


def _is_source(source: Sequence["Token"], *, is_credit: bool) -> bool:
    """'..: police', '..: Odas'; a name behind a dash may be that of the newspaper."""
    who = _who(source)
    if who is None or any(t.pos_ in {"VERB", "AUX", "NUM", "ADV"} for t in source):
        return False
    return _is_someone(who) or (not is_credit and who.pos_ == "PROPN" and _may_speak(source))


def _is_someone(noun: "Token") -> bool:
    lemma = noun.lemma_.lower()
    return lemma in load_source_kinds() or lemma in load_naming_words().groups
