"""What must always hold of a reading (DESIGN.md section 5), whatever the report says."""

import hashlib
import json
import random
import socket
import subprocess
import sys
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from sayso.flow import read_claims, understand
from sayso.resolve.name.folding import fold_name
from sayso.run.local import load_reader, read_all
from sayso.show.wording import STATUSES
from sayso.types import Claim, Mention, Place, Source, Span, When
from sayso.weigh.assertions import Status
from sayso.weigh.questions import Parties
from sayso.weigh.voices import name_group
from sayso.weigh.weigher import weigh

SENTENCES = (
    "The Upland army denied that it had shelled the market in Dalan.",
    "Colonel Besim Rao said on Friday that his soldiers had taken the bridge near Karez.",
    "“We hold the pass,” General Karim Odas told Reuters. “They [the rebels] ran.”",
    "At least 12 people were killed and dozens of civilians hurt in Tolvesh on Monday, doctors said.",
    "Odas, a nephew of Marit Sol, may have gone to Tolvesh.",
    "A military source said the raid killed 31 people, including nine children.",
    "The River Monitor, citing residents, reported two days ago that 1,200 people had fled Karez.",
    "The envoy condemned the raid that killed 58 people and called for a ceasefire.",
    '"The town is ours, said a man who gave no name.',
    "Photos posted on social media showed José Núñez’s house burning in Kares.",
    "The whereabouts of Marit Sol are unclear; she was last seen in 2019.",
    "DALAN, 3 March (Meridian) - Warplanes bombed the hospital.",
)
ODDITIES = (
    "", "", "\u200f", "\u202b", "\0", "🔥", "e\u0301", "\u00a0", "\ufeff", "’", "“", "\u2028", "👩‍⚕️", "[", "\t",
)  # fmt: skip
JOINTS = (" ", "  ", "\n", "\r\n", "\n\n", "\r\n\r\n", "\u2029", "\0 ", " \u200e")
REPORTS = tuple(" ".join(SENTENCES[start : start + 4]) for start in range(0, len(SENTENCES), 2))


def garble(sentence, oddity, place):
    """The sentence with something odd between two of its words."""
    words = sentence.split(" ")
    at = place % len(words)
    return " ".join([*words[:at], oddity + words[at], *words[at + 1 :]])


texts = st.lists(
    st.tuples(
        st.builds(
            garble, st.sampled_from(SENTENCES), st.sampled_from(ODDITIES), st.integers(0, 30)
        ),
        st.sampled_from(JOINTS),
    ),
    min_size=1,
    max_size=4,
).map(lambda pieces: "".join(sentence + joint for sentence, joint in pieces))
of_texts = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def parts_of(thing):
    """A record and every record in it."""
    if is_dataclass(thing):
        yield thing
        for field in fields(thing):
            yield from parts_of(getattr(thing, field.name))
    elif isinstance(thing, tuple):
        for one in thing:
            yield from parts_of(one)


def all_parts(kind, *things):
    return [part for thing in things for part in parts_of(thing) if isinstance(part, kind)]


def digest(claims):
    return hashlib.sha256(repr(tuple(claims)).encode()).hexdigest()


@pytest.fixture(scope="session")
def known_names(setup, world):
    """The register's names and people, and the names of the user's places, as one text."""
    parties = world.register.parties.values()
    names = [name for one in parties for name in (one.name, *one.names, *one.people)]
    return " / ".join(names)


# 1. Every quotation stored is there, to the character.


@pytest.mark.model
@of_texts
@given(texts)
def test_the_text_of_a_report_is_kept_character_for_character(read, text):
    assert read(text).text == text


@pytest.mark.model
@of_texts
@given(texts)
@example("“We hold the pass,” \u202bGeneral Karim Odas told Reuters. “They [the rebels] ran.” ")
def test_everything_that_is_quoted_stands_in_the_text_where_it_is_said_to(read, reader, text):
    found = understand(read(text), reader)
    claims = read_claims(read(text), reader)
    quoting = [
        part for part in (*parts_of(found), *(p for c in claims for p in parts_of(c)))
        if hasattr(part, "span") and hasattr(part, "words")
    ]  # fmt: skip

    assert all(part.span.of(text) == part.words for part in quoting)
    assert all(0 <= s.start < s.stop <= len(text) for s in all_parts(Span, found, *claims))


@pytest.mark.model
@of_texts
@given(texts)
def test_the_words_of_a_claim_are_its_quoted_spans(read, reader, text):
    for claim in read_claims(read(text), reader):
        assert claim.quote
        assert claim.words == " … ".join(text[s.start : s.stop] for s in claim.quote)


@pytest.mark.model
@of_texts
@given(texts)
def test_indexes_point_to_what_there_is(read, reader, text):
    found = understand(read(text), reader)

    for event in found.events:
        assert event.place is None or 0 <= event.place < len(found.places)
        assert event.when is None or 0 <= event.when < len(found.times)
    for number, said in enumerate(found.attributions):
        assert said.inside is None or 0 <= said.inside < len(found.attributions)
        assert said.inside != number
        assert said.said_at is None or 0 <= said.said_at < len(found.times)


# 2. No name is shown that nobody printed.


@pytest.mark.model
@of_texts
@given(texts)
def test_names_are_the_reports_the_registers_or_the_gazetteers(
    read, reader, known_names, gazetteer, text
):
    printed = fold_name(f"{text} / {known_names}")
    claims = read_claims(read(text), reader)

    for mention in all_parts(Mention, *claims):
        assert mention.name is None or fold_name(mention.name) in printed
    for step in all_parts(Source, *claims):
        assert fold_name(step.label) in printed
    for place in all_parts(Place, *claims):
        assert place.name is None or any(
            row.id == place.geonameid for row in gazetteer.named(place.name)
        )


# 4. No verdict.


@pytest.mark.parametrize(
    "verdict", ["true", "false", "fake", "confirmed", "verified", "debunked", "hoax", "lie"]
)
def test_no_status_is_a_verdict(verdict):
    shown = [word for status in STATUSES.values() for word in status.word.lower().split()]
    assert verdict not in {*get_args(Status), *shown}


# 5. What is missing stays missing.

UNDATED = "Gunmen killed a guard on Monday. The mayor said that 12 people were killed yesterday."


@pytest.mark.model
def test_an_undated_report_gives_undated_claims(claims_in):
    claims = claims_in(UNDATED)

    assert len(claims) >= 2
    assert {claim.published_at for claim in claims} == {None}
    assert {when.interval for when in all_parts(When, *claims)} == {None}


@pytest.mark.model
def test_an_event_without_a_place_has_none_and_not_the_outlets_town(claims_in):
    claims = claims_in(UNDATED, outlet="Tolvesh Herald")
    assert claims and {claim.place for claim in claims} == {None}


@pytest.mark.model
@pytest.mark.parametrize("published_at", [None, "2031-05-06"])
def test_nothing_that_comes_out_carries_todays_date(claims_in, published_at):
    claims = claims_in(" ".join([UNDATED, *SENTENCES]), published_at=published_at)
    shown = repr((claims, weigh(claims, Parties())))
    around = [datetime.now(UTC) + timedelta(days=days) for days in (-1, 0, 1)]

    assert not any(f"{day:%Y-%m-%d}" in shown for day in around)


@pytest.mark.model
def test_an_invented_place_outside_the_tables_is_not_put_on_the_map(claims_in):
    claims = claims_in("Gunmen killed a guard in the village of Ostravelle Minor.")
    assert {(place.name, place.latitude) for place in all_parts(Place, *claims)} <= {(None, None)}


# 7. The same report gives the same claims, whenever, wherever and after whatever it is read.

SECOND_PROCESS = """
import hashlib, json, sys
from pathlib import Path
from sayso.flow import read_claims
from sayso.read.dates import parse_published
from sayso.read.reports import About, make_report
from sayso.run.local import Setup, load_reader
places, parties = map(Path, sys.argv[1:3])
reader = load_reader(Setup((places,), (parties,)))
about = About(dates=(parse_published("2031-05-06"),), outlet="Harbour Post")
reports = [make_report(text, about, raw_digest="", reader="test") for text in json.load(sys.stdin)]
for report in reports:
    print(hashlib.sha256(repr(tuple(read_claims(report, reader))).encode()).hexdigest())
"""


@pytest.fixture(scope="session")
def reports(read):
    return [read(text, published_at="2031-05-06", outlet="Harbour Post") for text in REPORTS]


@pytest.fixture(scope="session")
def alone(reports, reader):
    """The digest of each report's claims, by report."""
    return {report.id: digest(read_claims(report, reader)) for report in reports}


@pytest.mark.model
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_was_read_before_changes_no_claim(reports, reader, alone, seed):
    shuffled = [*reports, *reports]
    random.Random(seed).shuffle(shuffled)
    found = [(report.id, digest(read_claims(report, reader))) for report in shuffled]

    assert found == [(report.id, alone[report.id]) for report in shuffled]


@pytest.mark.model
def test_two_processes_read_as_one(reports, setup, alone):
    found = {report.id: digest(claims) for report, claims, _ in read_all(reports, setup, jobs=2)}
    assert found == alone


@pytest.mark.model
@pytest.mark.parametrize("hash_seed", ["1", "4242"])
def test_a_second_process_with_other_hashes_reads_the_same(reports, setup, alone, hash_seed):
    tables = [str(path) for path in (*setup.places, *setup.parties)]
    done = subprocess.run(
        [sys.executable, "-c", SECOND_PROCESS, *tables],
        input=json.dumps(REPORTS),
        env={"PYTHONHASHSEED": hash_seed, "TZ": "Pacific/Auckland", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == [alone[report.id] for report in reports]


@pytest.mark.model
def test_claims_differ_where_reports_do(alone):
    assert len(set(alone.values())) == len(REPORTS)


# 8. Offline means offline, and importing costs nothing.

WATCHED = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
{imports}
code = (".py", ".pyc", ".so")
print([path for path in opened if not path.endswith(code) and not path.isdigit()])
print(sorted({{"spacy", "torch", "onnxruntime", "sqlalchemy", "trafilatura"}} & set(sys.modules)))
"""
SOURCE = Path(__file__).parents[1] / "src" / "sayso"
READING = sorted(
    ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
    for room in ("annotate", "resolve", "weigh", "run")
    for path in (SOURCE / room).rglob("[!_]*.py")
)


@pytest.mark.parametrize(
    "modules",
    [["sayso"], ["sayso.types", "sayso.flow", "sayso.claims", "sayso.models", *READING]],
    ids=["sayso", "rooms"],
)
def test_importing_opens_no_file_and_loads_no_model(modules):
    code = WATCHED.format(imports="\n".join(f"import {module}" for module in modules))
    done = subprocess.run(
        [sys.executable, "-B", "-c", code], capture_output=True, text=True, check=True, env={}
    )
    assert done.stdout.splitlines() == ["[]", "[]"]


@pytest.mark.model
def test_reading_and_weighing_want_no_network(reports, setup, alone, monkeypatch):
    def cut(*args, **more):
        raise OSError("the network is cut")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, cut)
    monkeypatch.setattr(socket, "getaddrinfo", cut)
    reader = load_reader(setup)
    claims = {report.id: read_claims(report, reader) for report in reports}

    assert {id_: digest(found) for id_, found in claims.items()} == alone
    assert weigh([claim for found in claims.values() for claim in found], Parties())


# 12. Nobody unnamed is the same person in two reports.

UNNAMED = (
    "A military source said that warplanes bombed the market in Dalan on Monday.",
    "Two officials, who asked not to be named, said that warplanes bombed the market in Dalan.",
    "A doctor said that warplanes bombed the market in Dalan on Monday.",
    "Residents said that warplanes bombed the market in Dalan on Monday.",
    "A man calling himself Falcon said that warplanes bombed the market in Dalan on Monday.",
)


def unnamed_steps(claims: tuple[Claim, ...]):
    return [step for claim in claims for step in claim.chain if step.naming != "named"]


@pytest.mark.model
@pytest.mark.parametrize("text", UNNAMED)
def test_an_unnamed_source_is_no_entity(claims_in, text):
    steps = unnamed_steps(claims_in(text))
    assert steps and {step.entity for step in steps} == {None}


@pytest.mark.model
@pytest.mark.parametrize("text", UNNAMED)
def test_unnamed_sources_of_two_outlets_are_two_groups(claims_in, text):
    one, other = (
        claims_in(text, outlet=outlet, published_at="2031-05-06")
        for outlet in ("Harbour Post", "Gazette")
    )
    standings = [
        answer.standing
        for dossier in weigh([*one, *other], Parties())
        for answer in dossier.answers
        if answer.proposition.question == "happened"
    ]

    assert standings
    for standing in standings:
        groups = {*standing.asserting, *(group for _, group in standing.positions)}
        assert len(groups) == 2
        assert all(group.endswith(("/Harbour Post", "/Gazette")) for group in groups)


@given(st.text(min_size=1, max_size=12), st.sampled_from(["unnamed", "pseudonym"]))
def test_one_label_in_two_outlets_is_never_one_group(label, naming):
    from sayso.weigh.assertions import Assertion, Voice

    source = Voice(label, "unknown", naming)
    groups = {
        name_group(Assertion("a", "r", Voice(outlet, "outlet"), "p", "assert", chain=(source,)))
        for outlet in ("Harbour Post", "Gazette")
    }
    assert len(groups) == 2


# 13. A denial alone asserts nothing.


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The Upland army denied that it had shelled the market in Dalan.",
        "The Upland army denied the attack on Dalan.",
        "The Upland army did not shell the market in Dalan, Colonel Besim Rao said.",
        "The Lowland Council denied that Anton Vesk was killed.",
    ],
)
def test_a_lone_denial_is_denied_and_nobody_asserts_it(claims_in, text):
    claims = claims_in(text, outlet="Harbour Post", published_at="2031-05-06")
    standings = [a.standing for d in weigh(claims, Parties()) for a in d.answers]

    assert standings
    for standing in standings:
        assert (standing.status, standing.asserting, standing.origins_high) == ("denied", (), 0)
        assert not any(side == "for" for side, _ in standing.positions)


@pytest.mark.model
def test_the_same_words_asserted_are_not_denied(claims_in):
    claims = claims_in("The River Monitor said that the Upland army shelled the market in Dalan.")
    undenied = [replace(claim, published_at=None) for claim in claims]
    statuses = {a.standing.status for d in weigh(undenied, Parties()) for a in d.answers}
    assert statuses and "denied" not in statuses
