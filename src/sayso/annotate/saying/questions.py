"""A word in, whether its sentence asks if it was so, out: 'Did the army shell the port?'."""

from typing import TYPE_CHECKING

from sayso.annotate.grammar_words import load_grammar_words
from sayso.annotate.parses import SUBJECTS, sentence_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_asked_if(word: "Token") -> bool:
    """'Did they shell it?', 'Was he killed?'; 'Who killed him?' and 'Why did they?' take it for true."""
    at = sentence_of(word)
    sentence = word.doc[at.start : at.stop]
    openings = load_grammar_words().openings
    words = [t for t in sentence if not t.is_punct and not t.is_space and t.lower_ not in openings]
    root = _main_verb(word)
    marks = [t for t in sentence if t.text == "?" and t.i > word.i]
    if not words or not marks or root is None:
        return False
    first = next((t for t in words if t == root or t.head == root), words[0])
    before = {t.lower_ for t in words if t.i < first.i}
    asking = load_grammar_words().questions
    if first.dep_ not in {"aux", "auxpass"} and first.lemma_ not in {"be", "do"}:
        return False
    after = next((c for c in root.children if c.dep_ in SUBJECTS), None)
    is_turned = after is not None and after.i > first.i
    return is_turned and not before & asking


def _main_verb(word: "Token") -> "Token | None":
    """The verb of the main clause, where the word is it or is joined to it; of 'Was he killed?' the parse
    hangs the participle on him."""
    while word.dep_ in {"conj", "xcomp"} and word.head.pos_ in {"VERB", "AUX"}:
        word = word.head
    if word.dep_ == "ROOT" or word.head == word:
        return word
    if word.dep_ == "compound" and word.head.head.lemma_ == "do":
        return word.head.head  # "Did the army bomb Karez hospital?", read as a hospital of bombs
    over = word.head
    is_hung = word.dep_ in {"acl", "ccomp"} and word.tag_ in {"VBN", "VBG"}
    subject = over if over.dep_ in SUBJECTS else None
    if is_hung and subject is not None and _is_form_of_be(subject.head):
        return subject.head if subject.head.i < subject.i else None
    return None


def _is_form_of_be(word: "Token") -> bool:
    return word.lemma_ == "be"
