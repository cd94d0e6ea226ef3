"""The second role ranker learns from looks of a first that was not fitted on the passage."""

import numpy as np

from training.pair_ranker import Pair, fit, shares_by
from training.roles import FOLDS, ROLES, MarkedEvent, look_apart, with_looks


def _pair(rng, label):
    vectors = (rng.random(n).astype(np.float32) for n in (2, 4, 4))
    return Pair((f"rule {ROLES[label]}", "type killed"), *vectors, label)


def _passages(count):
    rng = np.random.default_rng(7)
    return [
        [MarkedEvent("killed", 3, 0, {1: _pair(rng, 1), 5: _pair(rng, 2), 8: _pair(rng, 0)})]
        for _ in range(count)
    ]


def test_every_word_of_every_event_is_looked_at_once():
    passages = _passages(2 * FOLDS)
    looks = look_apart(passages, epochs=1)

    assert [set(look.shares) for (look,) in looks] == [{1, 5, 8}] * len(passages)


def test_roles_that_the_type_does_not_have_get_no_share():
    passages = _passages(FOLDS)
    looks = look_apart(passages, epochs=1)

    assert all(row[ROLES.index("holder")] == 0 for (look,) in looks for row in look.shares.values())


def test_the_second_sees_what_the_first_holds_besides():
    passages = _passages(FOLDS)
    looks = look_apart(passages, epochs=1)
    (first, *_) = with_looks(passages[0], looks[0])

    assert first.features[:2] == passages[0][0].pairs[1].features
    assert any(name.startswith("first none") for name in first.features)


def test_fitted_weights_give_each_pair_a_whole_share():
    pairs = [pair for events in _passages(20) for event in events for pair in event.pairs.values()]
    shares = shares_by(fit(pairs, ROLES, epochs=1, seeds=[1, 2]), pairs)

    assert shares.shape == (len(pairs), len(ROLES))
    assert np.allclose(shares.sum(1), 1, atol=1e-5)
