"""Which kind of source the words name: the head noun's before that of a word beside."""

import pytest

from sayso.resolve.source.kinds import kind_in


@pytest.mark.parametrize(
    ("words", "kind", "by_head"),
    [
        ("a doctor at an army camp", "medic", True),
        ("the captain's driver", "witness", True),
        ("images taken by two analysts", "document", True),
        ("Ana Bel, a nurse", "medic", True),
        ("the civil defence official Ana Bel", "rescuer", True),
        ("Colonel Radu Keth", "military", True),
        ("an opposition deputy", "government", True),
        ("the council's list of the dead", "document", True),
        ("Anton of the observatory", "monitor", False),
        ("the Karez Network for Human Rights", "monitor", True),
        ("western leaders", "government", True),
        ("Observatory director Rami Keth", "monitor", True),
        ("the militia chief Orrin Gate", "rebel", True),
        ("the monitoring mission's deputy head, Orrin Gate", "monitor", True),
        ("the head of the Karez clinic", "medic", True),
        ("a spokesman for the Red Cross in Karez", "aid", True),
        ("a member of a family of soldiers", "family", True),
        ("the leader of a village near the clinic", "medic", False),
        ("the national security adviser, Ana Bel", "government", True),
    ],
)
def test_the_head_noun_names_the_kind(words, kind, by_head):
    named = kind_in(words)
    assert named is not None
    assert (named.kind, named.by_head) == (kind, by_head)


@pytest.mark.parametrize("words", ["Father Dray", "the Sons of the Reed", "three people"])
def test_names_and_numbers_name_no_kind(words):
    assert kind_in(words) is None
