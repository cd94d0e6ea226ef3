"""Rows of the event sets as examples, and their labels as numbers."""

from training.event_sets import factuality_example, muc4_example
from training.heads import FACTUALITY, THOUSAND, number_of


def test_the_longest_words_of_a_role_are_marked_first():
    text = "The Red Front burnt the depot."
    roles = {name: [] for name in ("PerpInd", "Target", "Victim", "VictimDesc", "Weapon")}
    spans = {"FRONT": [[8, 13]], "RED FRONT": [[4, 13]]}
    row = {"docid": "1", "text_truecased": text, "roles": roles | {"PerpOrg": [{"spans": spans}]}}

    first = muc4_example(row).marks["incident"][0]

    assert (first.label, first.pieces) == ("perp_org", ((4, 13),))


def test_how_sure_an_event_is_becomes_thousandths_above_the_lowest():
    row = {"id": "1", "text": "It fell .", "targets": [{"start": 1, "end": 2, "label": 2.5}]}
    (mark,) = factuality_example(row).marks["factuality"]

    assert number_of(FACTUALITY, mark.label) / THOUSAND + FACTUALITY.low == 2.5
