"""A headline in; the one reading that only headlines have ('Monitor: strike kills 12') out."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotate.mentions import is_medium, load_source_kinds
from sayso.annotate.naming_words import load_naming_words
from sayso.annotate.role.words import load_role_words
from sayso.annotate.saying.cues import load_cues
from sayso.annotate.saying.readings import Reading
from sayso.annotate.saying.saying_words import load_saying_words
from sayso.event_types import load_open_words
from sayso.types import Passage, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SOURCE_WORDS = 5  # more words before the colon are a sentence, not a source
LINE_WORDS = 16  # more are a sentence without its stop
LEAST = 3  # words before a source that closes the headline
COLON = frozenset({":"})
DASHES = frozenset({"-", "–", "—"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def headings(text: str, passages: Sequence[Passage]) -> tuple[Span, ...]:
    """The headlines of a report; a report of one short line without a stop is one."""
    body = [p for p in passages if p.kind != "furniture"]
    if len(body) == 1 and body[0].kind == "body":
        line = body[0].span.of(text)
        is_one = "\n" not in line and len(line.split()) <= LINE_WORDS
        return (body[0].span,) if is_one and line[-1].isalnum() else ()
    return tuple(p.span for p in passages if p.kind == "headline")


def read_headline(doc: "Doc", headline: Span) -> Reading | None:
    """'SOURCE: words', 'words: SOURCE' or 'words - SOURCE'; None for any other headline."""
    words = [t for t in doc if headline.start <= t.idx < headline.stop and not t.is_space]
    for at, token in enumerate(words):
        after = words[at + 1 :]
        if token.text in DASHES and at and not (token.whitespace_ or words[at - 1].whitespace_):
            continue  # the hyphen of "Haut-Dorim"
        if token.text in COLON and 0 < at <= SOURCE_WORDS and _may_speak(words[:at]):
            return _reading(words[:at], token, _until_next(after))
        if token.text in COLON | DASHES and 0 < len(after) <= SOURCE_WORDS and at >= LEAST:
            is_source = _is_source(after, is_credit=token.text in DASHES)
            if is_source or (token.text in DASHES and at > SOURCE_WORDS):
                return _reading(after, token, words[:at])
    return None


def _until_next(words: list["Token"]) -> list["Token"]:
    """'Medic: 12 hurt - army blames rebels': up to where another begins to speak."""
    cues = load_cues().verbs
    for at, token in enumerate(words):
        behind = [t for t in words[at + 1 :] if not t.is_punct]
        is_dash = token.text in DASHES and bool(at) and bool(words[at - 1].whitespace_)
        if is_dash and any(_as_verb(t) in cues for t in behind[1:4]):
            return words[:at]
    return words


def _as_verb(word: "Token") -> str:
    """'Army blames rebels', where the tagger takes 'blames' for a noun."""
    lemma = word.lemma_.lower()
    return lemma if word.pos_ in {"VERB", "NOUN"} and word.tag_ != "VBN" else ""


def without_dash(reading: Reading, headlines: Sequence[Span]) -> Reading:
    """'12 hurt in Selm - army blames rebels': the army, of a source that goes back over a dash."""
    first = reading.source[0] if reading.source else None
    if first is None or not any(h.start <= first.idx < h.stop for h in headlines):
        return reading
    dashes = [n for n, t in enumerate(reading.source) if t.text in DASHES and t.whitespace_]
    source = reading.source[dashes[-1] + 1 :] if dashes else ()
    who = _who(source)
    if who is None or reading.cue[0].i < source[0].i:
        return reading
    return replace(reading, source=tuple(source), speaker=who, kind=None, naming=None)


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
    if is_credit and not is_medium(who):
        is_letters = len(source) == 1 and who.text.isupper() and who.pos_ == "PROPN"
        return _is_someone(who) or is_letters or all(t.ent_type_ == "PERSON" for t in source)
    return _is_someone(who) or (not is_credit and who.pos_ == "PROPN" and _may_speak(source))


def _is_someone(noun: "Token") -> bool:
    lemma = noun.lemma_.lower()
    return lemma in load_source_kinds() or lemma in load_naming_words().groups
