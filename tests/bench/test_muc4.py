"""MUC-4's form is written for any message, and a blame is weighed by who lays it on whom."""

import json

import pytest

from bench.muc4 import ROLES, bare_people, calling, line_of, report_of, roles_of, types_of
from bench.muc4_claims import BY_AUTHORITIES, CLAIMED, FACT, STATUSES, fit, signs_of, status_of
from bench.muc4_tuning import best_of, by_parts
from sayso.annotate.event.incidents import Part, Participant
from sayso.types import Annotations, Span


def participant(role, *words, name=None, share=0.9):
    return Participant(role, tuple(Part(role, Span(0, 1), w, name, share) for w in words))


def test_what_is_oftenest_said_stands_in_the_key():
    assert calling(participant("target", "the depot", "depot", "depot")) == "depot"


def test_victims_without_a_name_are_left_out_of_the_roles():
    found = (participant("victim", "a guard"), participant("victim", "Tolan", name="Tolan"))
    assert roles_of(found)["Victim"] == [["Tolan"]]


def test_a_weapon_that_explodes_makes_a_bombing():
    told = Annotations("r", passages=())
    assert types_of((participant("weapon", "car bombs"),), told) == ["BOMBING"]
    assert types_of((participant("victim", "a guard"),), told) == ["ATTACK"]
    assert types_of((), told) == []


def test_capitals_are_read_in_lower_case_where_the_file_has_nothing_better():
    row = {"docid": "a", "text": "GUNMEN SHOT A GUARD.", "dateline": {"date": "2031-03-01"}}
    report = report_of(row)

    assert report.text == "gunmen shot a guard."
    assert report.published_at.start.startswith("2031-03-01")


@pytest.mark.model
@pytest.mark.parametrize(
    ("status", "text"),
    [
        (FACT, "Hill Front fighters attacked the depot at dawn and killed two guards."),
        (CLAIMED, "The Hill Front claimed responsibility for the attack that killed two guards."),
        (BY_AUTHORITIES, "The police accused the Hill Front of the murder of two guards."),
    ],
)
def test_the_rule_takes_the_strongest_sign(annotated, status, text):
    assert f"rule: {status}" in signs_of(["Hill Front"], text, annotated(text))


@pytest.mark.model
def test_a_claimed_attack_is_claimed_and_a_plain_one_is_a_fact(annotated):
    plain = "Hill Front fighters attacked the depot at dawn and killed two guards."
    claimed = (
        "The Hill Front admitted the killing of two guards. In a communique the Hill Front claimed"
        " responsibility for the attack."
    )
    assert status_of(["Hill Front"], plain, annotated(plain)) == FACT
    assert status_of(["Hill Front"], claimed, annotated(claimed)) == CLAIMED


def test_weights_follow_the_sign_that_tells_two_statuses_apart():
    signs = [{"any": 1.0, "admits": 1.0}, {"any": 1.0}] * 40
    weights = fit(signs, [{CLAIMED}, {FACT}] * 40)

    column = STATUSES.index(CLAIMED)
    assert weights["admits"][column] == max(weights["admits"])


@pytest.mark.model
def test_a_message_gets_a_line_with_all_that_the_scorer_reads(reader):
    text = "GUNMEN OF THE HILL FRONT SHOT JUDGE MIRA TOLAN IN KAREZ ON FRIDAY."
    blame = {"of": ["HILL FRONT"], "value": ["POSSIBLE"]}
    template = {"optional": False, "perp_org_confidence": [blame], "perp_org": []}
    row = {"docid": "a", "text": text, "templates": [template]}
    line = line_of(row, reader, gold_orgs=True)

    assert set(line) == {
        "docid", "roles", "types", "perp_claims", "victims", "places", "dates",
    }  # fmt: skip
    assert line["perp_claims"][0]["org"] == "HILL FRONT"
    assert line["perp_claims"][0]["status"] in STATUSES
    json.dumps(line)


def test_the_best_least_share_leaves_out_what_the_key_does_not_have():
    row = {"grit_extracts": {role: [] for role in ROLES.values()} | {"Weapon": [["MINE", "MINES"]]}}
    found = [participant("weapon", "a mine", share=0.42), participant("weapon", "axe", share=0.22)]

    best = {role: (least, f1) for role, least, f1 in best_of([(row, found)])}

    assert best["Weapon"] == (0.35, 1.0)


def test_every_message_is_read_by_shares_that_it_did_not_choose():
    key = {role: [] for role in ROLES.values()} | {"Weapon": [["MINE"]]}
    found = [participant("weapon", "a mine", share=0.42), participant("weapon", "axe", share=0.22)]
    read = [({"docid": f"m{number}", "grit_extracts": key}, found) for number in range(30)]

    parts = by_parts(read)

    assert parts["all"] == {"right": 30, "told": 30, "wanted": 30}
    assert 0 < parts["unread"]["wanted"] < 30


@pytest.mark.parametrize(
    ("words", "name"), [("Judge Tolan", "Tolan"), ("Judge", None), ("Kareni", None)]
)
def test_persons_are_named_by_their_names_alone(words, name):
    text = f"They shot {words} dead" if words != "Kareni" else "They shot a Kareni dead"
    start = text.index(words)

    found = [
        span.of(text)
        for span, _ in bare_people([(Span(start, start + len(words)), "person")], text)
    ]

    assert found == ([name] if name else [])
