"""Several fits of one ranker side by side say the mean of what each says."""

import numpy as np

from training.pair_ranker import Pair, fit


def _scores(made, pair):
    rows = sum(
        (made["by_feature"][n] for n, name in enumerate(made["features"]) if name in pair.features),
        np.zeros(made["hidden"].shape, np.float32),
    )
    word = np.concatenate([pair.seen, (pair.vector - made["middle"]) / made["spread"]])
    told = (pair.trigger - made["middle"]) / made["spread"]
    hidden = rows + word @ made["by_word"] + told @ made["by_trigger"] + made["hidden"]
    return np.maximum(hidden, 0) @ made["out"] + made["out_at"]


def test_two_seeds_say_the_mean_of_what_each_says():
    rng = np.random.default_rng(5)
    pairs = [
        Pair(
            (f"way {n % 3}", "type killed"),
            rng.random(2).astype(np.float32),
            rng.random(4).astype(np.float32),
            rng.random(4).astype(np.float32),
            n % 2,
        )
        for n in range(40)
    ]
    first, second, both = (
        fit(pairs, ("none", "victim"), epochs=1, seeds=seeds) for seeds in ((1,), (2,), (1, 2))
    )
    mean = (_scores(first, pairs[0]) + _scores(second, pairs[0])) / 2
    assert np.allclose(_scores(both, pairs[0]), mean, atol=1e-4)
    assert both["hidden"].shape == (2 * first["hidden"].shape[0],)
