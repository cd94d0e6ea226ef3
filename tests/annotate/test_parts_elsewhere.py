"""What a first look at all events of a text tells of a word in one of them."""

import numpy as np

from sayso.annotate.role.elsewhere import Look, features_elsewhere

LABELS = ("none", "actor", "victim")


def look(type_, at, sentence, **shares):
    rows = {int(word[1:]): np.array(row, np.float32) for word, row in shares.items()}
    return Look(type_, at, sentence, LABELS, rows)


RAID = look("armed_clash", 2, 0, w0=(0.05, 0.9, 0.05), w5=(0.3, 0.1, 0.6))
DEATH = look("killed", 9, 1, w0=(0.55, 0.4, 0.05), w5=(0.1, 0.1, 0.8), w12=(0.7, 0.2, 0.1))
FAR = look("arrest", 90, 7, w0=(0.0, 1.0, 0.0))


def test_who_has_a_part_in_the_raid_before_is_told_with_it():
    told = set(features_elsewhere(0, DEATH, (RAID, DEATH)))

    assert "also actor of armed_clash at killed" in told
    assert "also actor before" in told
    assert "nearest also actor of armed_clash at fate" in told


def test_another_word_that_surely_fills_the_role_is_a_rival():
    told = set(features_elsewhere(12, DEATH, (RAID, DEATH)))

    assert "first actor 2" in told
    assert "rival actor 4" in told
    assert "nowhere else" in told


def test_an_event_many_sentences_away_tells_nothing():
    told = set(features_elsewhere(0, DEATH, (DEATH, FAR)))

    assert not any(name.startswith("also") for name in told)
