"""What people hold of claims, appended beside them: which stands when, and what is refused."""

import sqlite3
from dataclasses import replace
from itertools import permutations

import pytest
from alembic import command
from hypothesis import given
from hypothesis import strategies as st
from make_reports import RECORDED, make_item

from sayso.errors import NotInLedger
from sayso.ledger import dialect
from sayso.ledger.entries import add_entry, entry_of
from sayso.ledger.judgements import judgement_id
from sayso.ledger.opening import _config
from sayso.ledger.store import open_ledger
from sayso.notes import Judgement

ITEMS = (make_item(1), make_item(2))
FIRST, SECOND, THIRD = [claim.id for _, claims in ITEMS for claim in claims][:3]


def hour(number):
    return f"2031-06-10T{number:02}:00:00Z"


NINE, ELEVEN = hour(9), hour(11)


def make(claim=FIRST, says="misread", *, at=NINE, by="Nadia Vey", why="He said 1988", **of):
    made = judgement_id(claim, says, by=by, at=at, **of)
    return Judgement(made, claim, says, by, why, at, **of)


def take_back(judgement, *, at=ELEVEN, by="Tomas Rehn", **changed):
    """A withdrawal of a judgement; what is `changed` makes it a wrong one."""
    fields = {"other": judgement.other, "value": judgement.value, "withdraws": judgement.id}
    fields = {"claim": judgement.claim, "says": judgement.says, **fields, **changed}
    return make(at=at, by=by, why="The year is in the next sentence", **fields)


@pytest.fixture
def ledger(tmp_path):
    with open_ledger(tmp_path / "a.ledger") as opened:
        opened.append_many(ITEMS, recorded_at=RECORDED)
        yield opened


def fill(where, made):
    with open_ledger(where) as filled:
        filled.append_many(ITEMS, recorded_at=RECORDED)
        for number, judgement in enumerate(made):
            assert filled.judge(judgement, recorded_at=hour(12 + number))
        return filled.digest(), filled.judgements(), filled.judgements(with_withdrawn=True)


def make_first_schema(path):
    """A ledger as the schema 0001 left it, with one report, and the text of all its rows."""
    engine, config = dialect.make_engine(dialect.sqlite_url(str(path))), _config()
    with dialect.for_writing(engine).begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        add_entry(connection, entry_of(*ITEMS[0], recorded_at=RECORDED))
    engine.dispose()
    return rows_of(path)


def rows_of(path):
    with sqlite3.connect(path) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master ORDER BY name")
                  if name in {"reports", "readings", "claims", "claim_people", "judgements"}]  # fmt: skip
        rows = {name: db.execute(f"SELECT * FROM {name}").fetchall() for name in tables}
    db.close()
    return rows


@pytest.mark.parametrize(
    "judgement",
    [
        make(),
        make(says="same", other=THIRD),
        make(says="different", other=THIRD),
        make(says="status", value="disputed", why='"Neither\0side" \u200fholds\r\nit 😀'),
    ],
    ids=lambda judgement: judgement.says,
)
def test_what_is_judged_comes_back_equal_and_is_kept_once(ledger, judgement):
    assert ledger.judge(judgement, recorded_at=RECORDED)
    before = ledger.digest()

    assert not ledger.judge(judgement, recorded_at=hour(20))
    assert not ledger.judge(replace(judgement, why="Another reason"), recorded_at=RECORDED)

    assert ledger.judgements() == ledger.judgements(as_of=RECORDED, clock="recorded")
    assert ledger.judgements() == (judgement,)
    assert ledger.digest() == before
    assert ledger.counts().judgements == 1


def test_a_judgement_changes_no_claim(ledger):
    before = ledger.claims(), ledger.reports(), ledger.search("hill")
    ledger.judge(make(), recorded_at=RECORDED)
    assert (ledger.claims(), ledger.reports(), ledger.search("hill")) == before


def test_judgements_stand_from_their_time_on_either_clock(ledger):
    early, late = make(at=hour(8)), make(SECOND, at=hour(10))
    ledger.judge(late, recorded_at=hour(12))
    ledger.judge(early, recorded_at=hour(14))

    published = [ledger.judgements(as_of=hour(n)) for n in (7, 8, 9, 10)]
    recorded = [ledger.judgements(as_of=hour(n), clock="recorded") for n in (11, 12, 13, 14)]

    assert published == [(), (early,), (early,), (early, late)]
    assert recorded == [(), (late,), (late,), (early, late)]


def test_a_withdrawn_judgement_stands_until_it_is_withdrawn(ledger):
    judgement = make(at=hour(9))
    withdrawal = take_back(judgement, at=hour(11))
    ledger.judge(judgement, recorded_at=hour(12))
    ledger.judge(withdrawal, recorded_at=hour(14))

    for clock, before, after in (("published", 10, 11), ("recorded", 13, 14)):
        assert ledger.judgements(as_of=hour(before), clock=clock) == (judgement,)
        assert ledger.judgements(as_of=hour(after), clock=clock) == ()
        then = ledger.judgements(as_of=hour(before), clock=clock, with_withdrawn=True)
        assert then == (judgement,)
    assert ledger.judgements() == ()
    assert ledger.judgements(with_withdrawn=True) == (judgement, withdrawal)
    assert ledger.counts().judgements == 2


def test_a_withdrawal_takes_back_one_judgement_and_no_other_of_that_claim(ledger):
    ours, theirs = make(), make(by="Tomas Rehn")
    again = make(at=hour(13))
    for judgement in (ours, theirs, take_back(ours), again):
        ledger.judge(judgement, recorded_at=RECORDED)
    assert set(ledger.judgements()) == {theirs, again}


def test_order_of_arrival_changes_neither_digest_nor_reads(tmp_path):
    same, status = make(says="same", other=SECOND), make(SECOND, "status", value="claimed")
    one_time = make(THIRD, at=same.at)
    back = take_back(same)
    orders = [
        o for o in permutations((same, status, one_time, back)) if o.index(same) < o.index(back)
    ]

    results = {fill(tmp_path / f"{n}.ledger", order) for n, order in enumerate(orders)}

    assert len(orders) == 12
    ((_, standing, everything),) = results
    assert standing == tuple(sorted((status, one_time), key=lambda made: (made.at, made.id)))
    assert everything[-1] == back


def test_digest_tells_what_was_judged(tmp_path):
    orders = (
        (),
        (make(),),
        (make(by="T. Rehn"),),
        (make(why="Misprint"),),
        (make(), take_back(make())),
    )
    digests = {fill(tmp_path / f"{n}.ledger", made)[0] for n, made in enumerate(orders)}
    assert len(digests) == len(orders)


def test_a_first_ledger_is_upgraded_and_nothing_lost(tmp_path):
    path = tmp_path / "a.ledger"
    before = make_first_schema(path)
    assert len(before["claims"]) == 2 and "judgements" not in before

    with open_ledger(path) as ledger:
        assert (ledger.reports(), ledger.claims()) == ((ITEMS[0][0],), ITEMS[0][1])
        assert [claim.words for claim in ledger.search("took hill")] == ["took hill 1"]
        assert ledger.judgements() == ()
        assert rows_of(path) == {**before, "judgements": []}
        assert ledger.judge(make(), recorded_at=RECORDED)
    with open_ledger(path) as ledger:
        assert ledger.judgements() == (make(),)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (make(by=" "), "by whom"),
        (make(why="\n"), "does not say why"),
        (make(at="2031-06-10"), "not a UTC ISO time"),
        (make(at="2031-06-10T09:00:00+00:00"), "not a UTC ISO time"),
        (make(says="same"), "no other claim"),
        (make(says="different", other=""), "no other claim"),
        (make(says="same", other=FIRST), "with itself"),
        (make(says="status"), "without one"),
        (make(says="status", value=" "), "without one"),
        (make(says="true"), "cannot be kept"),
        (make(why="Half \ud83d"), "half of a surrogate pair"),
        (replace(make(), id=""), "has no id"),
    ],
)
def test_what_is_incomplete_is_refused_and_nothing_kept(ledger, wrong, why):
    with pytest.raises(ValueError, match=why):
        ledger.judge(wrong, recorded_at=RECORDED)
    assert ledger.judgements(with_withdrawn=True) == ()


@pytest.mark.parametrize("time", ["2031-05-04", "now", ""])
def test_a_time_that_would_not_sort_is_no_time(ledger, time):
    with pytest.raises(ValueError, match="is not a UTC ISO time"):
        ledger.judge(make(), recorded_at=time)
    with pytest.raises(ValueError, match="is not a UTC ISO time"):
        ledger.judgements(as_of=time)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (make("none"), "none: no claim"),
        (make(says="same", other="none"), "none: no claim"),
        (make(withdraws="none"), "none: no judgement"),
    ],
)
def test_what_names_something_not_in_the_ledger_is_refused(ledger, wrong, why):
    with pytest.raises(NotInLedger, match=why):
        ledger.judge(wrong, recorded_at=RECORDED)
    assert ledger.judgements(with_withdrawn=True) == ()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (take_back(take_back(make(says="same", other=THIRD))), "withdraws a withdrawal"),
        (take_back(make(says="same", other=THIRD), claim=SECOND), "which is on claim"),
        (take_back(make(says="same", other=THIRD), says="different"), "says something else"),
        (take_back(make(says="same", other=THIRD), other=SECOND), "says something else"),
        (take_back(make(says="same", other=THIRD), at=hour(8)), "was made at"),
    ],
)
def test_a_withdrawal_of_what_it_may_not_is_refused(ledger, wrong, why):
    made = make(says="same", other=THIRD)
    for judgement in (made, take_back(made)):
        ledger.judge(judgement, recorded_at=RECORDED)
    with pytest.raises(ValueError, match=why):
        ledger.judge(wrong, recorded_at=RECORDED)
    assert ledger.judgements(with_withdrawn=True) == (made, take_back(made))


def test_a_claim_that_a_newer_reading_dropped_may_still_be_judged(ledger):
    report, (first, second) = ITEMS[0]
    ledger.append(report, (replace(first, made_by="rules/0.10.0"),), recorded_at=hour(1))
    assert ledger.judge(make(second.id), recorded_at=hour(2))


@given(st.text(), st.text(), st.text(min_size=1), st.text())
def test_an_id_tells_every_field_from_the_next(claim, by, at, value):
    found = judgement_id(claim, "status", by=by, at=at, value=value)
    assert found == judgement_id(claim, "status", by=by, at=at, value=value, withdraws=None)
    assert found != judgement_id(claim, "status", by=by, at=at, value=value, withdraws="")
    assert found != judgement_id(claim, "status", by=by, at=at, other=value)
    assert found != judgement_id(claim, "status", by=by + at, at="", value=value)


def test_a_person_is_released_and_that_can_be_taken_back(ledger):
    release = make("person/karim-odas", "release", why="His sister asks")

    assert ledger.judge(release, recorded_at=RECORDED)
    assert ledger.judgements() == (release,)
    ledger.judge(take_back(release), recorded_at=RECORDED)

    assert ledger.judgements() == ()
    assert [one.by for one in ledger.judgements(with_withdrawn=True)] == ["Nadia Vey", "Tomas Rehn"]


@pytest.mark.parametrize(
    "wrong",
    [make(FIRST, "release"), make("person/karim-odas", "release", other="person/x"),
     make("person/karim-odas", "release", by=" "), make("person/nobody-here", "release")],
)  # fmt: skip
def test_a_release_is_of_one_person_of_the_ledger_and_says_by_whom(ledger, wrong):
    with pytest.raises((ValueError, NotInLedger)):
        ledger.judge(wrong, recorded_at=RECORDED)
    assert ledger.judgements() == ()
