"""What police do in a sentence, read off its parse, and what the rest of a document adds."""

import numpy as np
import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from bench.indiapolice import NO_REST, beside_rest
from bench.police_features import tell_police


def parsed(*rows: str) -> Doc:
    """One row a word: the word, its lemma, kind, part in the sentence, and its head's number."""
    words, lemmas, kinds, parts, heads = zip(*(row.split() for row in rows), strict=True)
    return Doc(
        Vocab(), list(words), lemmas=list(lemmas), pos=list(kinds), deps=list(parts),
        heads=[int(head) for head in heads],
    )  # fmt: skip


def test_the_subject_of_a_denied_verb_is_its_doer() -> None:
    doc = parsed(
        "Constables constable NOUN nsubj 3", "did do AUX aux 3", "not not PART neg 3",
        "help help VERB ROOT 3", "anyone anyone PRON dobj 3",
    )  # fmt: skip

    deeds = tell_police(["Constables did not help anyone"], doc)[0]["deed"]

    assert "police nsubj not help" in deeds
    assert "police nsubj does not" in deeds


def test_a_verb_joined_to_another_has_its_doer() -> None:
    doc = parsed(
        "They they PRON nsubj 1", "came come VERB ROOT 1", "and and CCONJ cc 1",
        "fired fire VERB conj 1",
    )  # fmt: skip

    assert "pronoun nsubj fire" in tell_police(["They came and fired"], doc)[0]["deed"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("police fired", "force after near"),
        ("fired at police", "force before near"),
        ("they fired", "force alone"),
    ],
)
def test_words_of_force_are_told_by_their_side_of_the_police(line: str, told: str) -> None:
    doc = Doc(Vocab(), line.split())

    assert told in tell_police([line], doc)[0]["near"]


def test_police_of_the_sentence_before_are_told_with_the_kinds_of_this_one() -> None:
    lines = ["police came", "they fired"]
    doc = Doc(Vocab(), ["police", "came", "\n", "they", "fired"], spaces=[True, False, False, True, False])  # fmt: skip

    assert "before police+force" in tell_police(lines, doc)[1]["police_kind"]


def test_a_sentence_sees_the_highest_score_of_the_others_of_its_document() -> None:
    scores = np.array([[2.0], [0.5], [0.3]])

    found = beside_rest(scores, [0, 0, 1])

    assert found.tolist() == [[2.0, 0.5], [0.5, 2.0], [0.3, NO_REST]]
