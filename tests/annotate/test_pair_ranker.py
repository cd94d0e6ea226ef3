"""The form of the rankers of participants, places and times: one hidden layer."""

import numpy as np
import pytest

from sayso.annotate.role.pair_ranker import PairRanker, View, load_ranker


def test_features_it_does_not_know_change_nothing():
    zeros = np.zeros((2, 3), np.float32)
    ranker = PairRanker(
        {"near": 0}, np.array([[1, 0, 0]], np.float32), zeros, zeros, zeros, zeros,
        np.zeros(3, np.float32), np.array([[0, 2], [0, 0], [0, 0]], np.float32), np.zeros(2), ("none", "actor"),
    )  # fmt: skip
    view = View({0: 0, 5: 1}, {5: 0}, np.zeros((2, 2), np.float32), zeros)

    known, unknown = ranker.rank(view, 0, [5, 5], [["near"], ["never seen"]])

    assert known[1] > 0.8
    assert unknown.tolist() == pytest.approx([0.5, 0.5])


@pytest.mark.parametrize("name", ["roles", "roles_again", "settings"])
def test_the_rankers_that_ship_fit_together(name):
    ranker = load_ranker(name)

    assert ranker.by_feature.shape == (len(ranker.features), len(ranker.hidden))
    assert ranker.out.shape == (len(ranker.hidden), len(ranker.labels))
    assert ranker.labels[0] == "none"
