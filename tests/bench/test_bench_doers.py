"""Who does what in a text, as features for sorting it."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from bench.doer_features import tell_doers
from bench.event_features import _pairs


def test_a_verb_is_told_with_the_kinds_of_those_beside_it() -> None:
    words = ["Army", "patrols", "seized", "a", "camp"]
    doc = Doc(
        Vocab(), words, lemmas=["army", "patrol", "seize", "a", "camp"],
        pos=["NOUN", "NOUN", "VERB", "DET", "NOUN"],
        deps=["compound", "nsubj", "ROOT", "det", "dobj"], heads=[1, 2, 2, 4, 2],
    )  # fmt: skip

    told = tell_doers(" ".join(words), list(doc))

    assert {"state", "takes", "places"} <= set(told["doing"])
    assert {"state nsubj takes", "state nsubj seize", "seize camp"} <= set(told["doer"])


def test_kinds_are_told_alone_and_two_by_two() -> None:
    assert _pairs(["b", "a", "b"]) == ["a", "b", "a+b"]
