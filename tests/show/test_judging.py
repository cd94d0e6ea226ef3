"""What people lay beside a ledger by commands, and what the commands then tell of it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sayso.ledger.store import open_ledger
from sayso.types import Event, Interval, Role, Span
from tests.ledger.make_reports import day, make_claim, make_report
from tests.weigh.made_claims import ARMY, COUNCIL, KAREZ, SHOPKEEPER, STAFF

WORDS = "the pass was in the hands of the Upland army"
PARTIES = """
[upland_staff]
names = ["Upland General Staff"]
side = "upland"

[lowland_council]
names = ["Lowland Council"]
side = "lowland"
"""
EVENTS = """\
event_id,id,date_start,city,geo_precision,deaths_best,deaths_low,deaths_high,source
E1,r1,2031-03-05,Karez,3,4,4,4,Harbour Post (2031-03-06) Four dead
E1,r2,2031-03-05,Karez,6,9,7,9,Lantern (2031-03-07) Nine dead
E2,r3,2031-03-08,Karez,3,1,1,1,Harbour Post (2031-03-09) One dead
"""


def tell(number, source, **fields):
    """The claim of a source, of the day of that number, that an army holds a pass."""
    report = make_report(
        number,
        text=f"It was said that {WORDS}.",
        published_at=day(number),
        outlet=f"Paper {number}",
    )
    event = Event("territory_control", Span(10, 16), (Role("holder", ARMY),))
    return report, (make_claim(report, WORDS, event=event, place=KAREZ, chain=(source,), **fields),)


ITEMS = tell(1, STAFF), tell(2, COUNCIL, stance="denies"), tell(3, SHOPKEEPER)
TAKEN, DENIED, SEEN = (item[1][0].id for item in ITEMS)


@pytest.fixture
def folder(tmp_path):
    with open_ledger(tmp_path / "sayso.sqlite") as ledger:
        ledger.append_many(ITEMS, recorded_at="2031-06-01T08:00:00Z")
    (tmp_path / "parties.toml").write_text(PARTIES, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sayso.show.cli", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)


def sayso(folder: Path, *words: str) -> str:
    done = run(folder, *words)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def look(folder: Path, *words: str) -> str:
    return sayso(folder, *words, "--parties", "parties.toml")


def status_of(folder: Path, *words: str) -> str:
    shown = json.loads(look(folder, "claim", TAKEN, "--json", *words))
    return shown["dossier"]["answers"][0]["standing"]["status"]


def judge(folder: Path, *words: str) -> str:
    """The id of the judgement."""
    return sayso(folder, "judge", *words, "--by", "Nadia Vey", "--why", "Read it again").strip()


# --- what can be asked of one matter ---


def test_why_is_told_in_one_sentence_and_a_line_for_each(folder):
    shown = look(folder, "claim", TAKEN, "--why")

    assert "    why: corroborated, denied by the accused, 2 origins: " in shown
    assert (
        f"      - Ines Koll (assert): knows (was there or acted, no party); claims {SEEN}" in shown
    )
    assert "why:" not in look(folder, "claim", TAKEN)


def test_history_is_told_as_changes_in_order(folder):
    shown = look(folder, "claim", TAKEN, "--history")
    told = shown.partition("how it came to stand so:\n")[2].splitlines()[:3]

    assert [line.strip().split(",")[0] for line in told] == [
        "1 May 2031",
        "2 May 2031",
        "3 May 2031",
    ]
    assert told[1].endswith("one side (1) -> disputed (1)")


def test_history_as_of_a_time_ends_there(folder):
    shown = look(folder, "claim", TAKEN, "--history", "--as-of", "2031-05-02")

    assert "2 May 2031, end of day" in shown
    assert "3 May 2031" not in shown


@pytest.mark.parametrize(
    ("supposition", "told"),
    [
        ("Ines Koll is a party of upland", "denied by the accused (2) -> disputed (1 to 2)"),
        ("Ines Koll is run by Upland General Staff", "denied by the accused (2) -> disputed (1 to 2)"),
        ("Upland General Staff is a party of upland", "nothing"),
    ],
)  # fmt: skip
def test_what_if_tells_only_what_would_change(folder, supposition, told):
    shown = look(folder, "claim", TAKEN, "--what-if", supposition)

    assert shown.partition("what would change:\n")[2].splitlines()[0].endswith(told)


def test_all_of_it_is_there_as_data(folder):
    found = json.loads(
        look(
            folder, "claim", TAKEN, "--json", "--why", "--history",
            "--what-if", "Ines Koll is a party of upland",
        )
    )  # fmt: skip

    assert set(found) == {"dossier", "reasons", "history", "what_if", "judgements", "links"}
    assert [c["after"]["status"] for c in found["history"]] == [
        "one_side", "disputed", "corroborated_denied",
    ]  # fmt: skip
    assert found["what_if"]["answers"][0]["standing"]["status"] == "disputed"


# --- differences ---


def test_diff_tells_what_stands_differently_since(folder):
    shown = look(folder, "diff", "--since", "2031-05-02").splitlines()

    assert shown[0].startswith("3 May 2031, end of day: Ines Koll")
    assert shown[0].endswith("disputed (1) -> corroborated, denied by the accused (2)")
    assert len(shown) == 2
    assert shown[-1].startswith("1 change")


def test_diff_takes_a_full_time_and_an_end(folder):
    words = ("diff", "--since", "2031-05-01T12:00:00Z", "--as-of", "2031-05-02", "--json")
    (change,) = json.loads(look(folder, *words))

    assert (change["before"], change["after"]["status"]) == (None, "disputed")


def test_diff_since_now_tells_nothing(folder):
    assert look(folder, "diff", "--since", "2031-05-09") == "0 changes, and 0 new statements\n"


# --- judgements ---


def test_a_misread_claim_is_set_aside_until_that_is_taken_back(folder):
    made = judge(folder, DENIED, "--as", "misread")
    assert status_of(folder) == "corroborated"
    assert "judged by Nadia Vey, " in look(folder, "claim", TAKEN)

    sayso(folder, "judge", "--take-back", made, "--by", "Tomas Rehn", "--why", "It is right")
    assert status_of(folder) == "corroborated_denied"
    assert "judged by" not in look(folder, "claim", TAKEN)


def test_two_claims_can_be_judged_of_different_matters(folder):
    judge(folder, SEEN, "--as", "different", "--other", TAKEN)

    assert status_of(folder) == "disputed"


def test_a_persons_own_status_is_shown_with_name_and_reason_and_moves_nothing(folder):
    judge(folder, TAKEN, "--as", "status", "--value", "likely")

    assert status_of(folder) == "corroborated_denied"
    last = look(folder, "claim", TAKEN).splitlines()[-1]
    assert last.startswith("judged by Nadia Vey, 2")
    assert last.endswith(f": {TAKEN} status (likely): Read it again")


def test_judgements_are_listed_with_those_taken_back(folder):
    made = judge(folder, DENIED, "--as", "misread")
    back = sayso(
        folder, "judge", "--take-back", made, "--by", "Tomas Rehn", "--why", "Right"
    ).strip()

    listed = sayso(folder, "judge").splitlines()
    assert sorted(line.split()[0] for line in listed) == sorted([made, back])
    assert any(
        f"Tomas Rehn: {DENIED} misread (takes back {made}): Right" in line for line in listed
    )
    assert {one["id"] for one in json.loads(sayso(folder, "judge", "--json"))} == {made, back}


# --- withdrawals ---


def test_a_withdrawn_report_stops_counting_on_its_day(folder):
    report = ITEMS[1][0].id
    assert (
        sayso(folder, "withdraw", report, "--at", "2031-05-06") == f"{report} noted as withdrawn\n"
    )

    assert status_of(folder) == "corroborated"
    assert status_of(folder, "--as-of", "2031-05-05") == "corroborated_denied"
    assert f"report withdrawn: {report}" in look(folder, "claim", TAKEN, "--history")


def test_a_withdrawal_is_noted_once(folder):
    words = ("withdraw", ITEMS[1][0].id, "--at", "2031-05-06T12:00Z")
    sayso(folder, *words)

    assert sayso(folder, *words).endswith(" was noted so already\n")


def test_a_withdrawal_may_name_what_replaces_it(folder):
    old, _, new = (report.id for report, _ in ITEMS)
    assert sayso(folder, "withdraw", old, "--at", "2031-05-06", "--replaced-by", new) == (
        f"{old} noted as replaced_by\n"
    )
    with open_ledger(folder / "sayso.sqlite") as ledger:
        (notice,) = ledger.notices()
    assert (notice.by, notice.at) == (new, Interval("2031-05-06T00:00:00Z", "2031-05-06T23:59:59Z"))


# --- rules ---


def test_rules_tells_where_the_rules_part(folder):
    (folder / "events.csv").write_text(EVENTS, encoding="utf-8")
    shown = sayso(folder, "rules", "events.csv", "-o", "rules.csv").splitlines()

    assert shown[0] == "events: 2"
    assert shown[1].strip() == "rules give different deaths: 50.0%; 2.50 apart on average"
    rows = (folder / "rules.csv").read_text("utf-8").splitlines()
    assert [row.split(",")[0] for row in rows] == ["event", "E1", "E2"]


# --- mistakes ---


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["judge", TAKEN, "--as", "misread"], "a judgement needs --by NAME and --why TEXT"),
        (["judge", TAKEN, "--by", "N", "--why", "w"], "--as misread, same, different or status"),
        (["judge", TAKEN, "--as", "same", "--by", "N", "--why", "w"], "name it in `other`"),
        (["judge", TAKEN, "--as", "status", "--by", "N", "--why", "w"], "give it in `value`"),
        (["judge", TAKEN, "--as", "misread", "--by", " ", "--why", "w"], "does not say by whom"),
        (
            ["judge", TAKEN, "--as", "same", "--other", TAKEN, "--by", "N", "--why", "w"],
            "with itself; name another",
        ),
        (["judge", "0123", "--as", "misread", "--by", "N", "--why", "w"], "0123: no claim of this id"),
        (["judge", "--take-back", "0123", "--by", "N", "--why", "w"], "0123: no judgement of this id"),
        (["withdraw", "0123", "--at", "2031-05-06"], "0123: no report of this id"),
        (["withdraw", ITEMS[0][0].id, "--at", "soon"], "soon: not a date; write 2031-03-05"),
        (["diff", "--since", "lately"], "lately: not a date; write 2031-03-05"),
        (["claim", "0123", "--why"], "0123: no claim of this id is in the ledger"),
        (["claim", SEEN, "--as-of", "2031-05-01"], "no claim of this id is in the ledger as of"),
        (["claim", TAKEN, "--what-if", "Nobody Known is a party of upland"], "nobody of this name speaks"),
        (["claim", TAKEN, "--what-if", "perhaps"], 'perhaps: not understood; write "NAME is a party of SIDE"'),
        (["diff", "--since", "2031-05-01", "--ledger", "none.sqlite"], "none.sqlite: no ledger there"),
        (["judge", "--ledger", "none.sqlite"], "none.sqlite: no ledger there"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_clear_line(folder, words, told):
    done = run(folder, *words)

    assert done.returncode == 2
    assert told in done.stderr
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert not (folder / "none.sqlite").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [(None, "events.csv"), ("a,b\n1,2\n", "event_id"), ("", "events.csv")],
)
def test_event_reports_that_cannot_be_read_are_told_in_one_line(folder, text, told):
    if text is not None:
        (folder / "events.csv").write_text(text, encoding="utf-8")
    done = run(folder, "rules", "events.csv")

    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_judgement_that_was_refused_is_not_kept(folder):
    run(folder, "judge", TAKEN, "--as", "status", "--by", "N", "--why", "w")

    assert sayso(folder, "judge") == ""
