"""Reports and refusals in, each report with what is read of it out, in order; on one process or several."""

import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from sayso.annotate.encoder import Encoder, make_encoder
from sayso.errors import SaysoError
from sayso.flow import Reader, read_report
from sayso.models import load_parser, load_weights
from sayso.resolve.parties import load_register
from sayso.resolve.place.gazetteer import open_gazetteer
from sayso.resolve.report import World
from sayso.types import Claim, Refusal, Report, Sighting

log = logging.getLogger(__name__)
AHEAD = 8  # reports handed out to each process before their claims are asked for

Read = tuple[Report, tuple[Claim, ...], tuple[Sighting, ...]] | Refusal


@dataclass(frozen=True, slots=True)
class Setup:
    """What a process needs to make itself a `Reader`: the user's tables."""

    places: tuple[Path, ...] = ()
    parties: tuple[Path, ...] = ()


def load_reader(setup: Setup) -> Reader:
    """The parser, encoder, gazetteer and register; about 1.5 s. raises: UnreadableTable, MissingData"""
    world = World(open_gazetteer(setup.places), load_register(setup.parties))
    return Reader(load_parser(), load_encoder(), world)


@cache
def load_encoder() -> Encoder:
    """The encoder that ships."""
    weights = load_weights()
    return make_encoder(weights.session, weights.tokenizer, weights.heads)


def read_all(items: Iterable[Report | Refusal], setup: Setup, *, jobs: int = 1) -> Iterator[Read]:
    """Each report with its claims and whom it brings up, in the order given, whatever the number of processes.

    A report that breaks its reading comes out as a refusal, and the run goes on.
    """
    if jobs > 1:
        yield from _in_processes(items, setup, jobs)
        return
    reader = load_reader(setup)
    for item in items:
        yield _read(item, reader)


def _read(item: Report | Refusal, reader: Reader) -> Read:
    if isinstance(item, Refusal):
        return item
    try:
        return item, *read_report(item, reader)
    except SaysoError as error:
        return Refusal(item.given_id or item.id, str(error))
    except Exception as error:  # one report must not end a run of thousands
        log.exception("report %s broke its reading", item.id)
        name = item.given_id or item.id
        return Refusal(
            name, f"reading broke on {type(error).__name__}: {error}; report this with the text"
        )


_reader: Reader | None = None


def _start(setup: Setup) -> None:
    global _reader
    _reader = load_reader(setup)


def _read_there(item: Report | Refusal) -> Read:
    assert _reader is not None
    return _read(item, _reader)


def _in_processes(items: Iterable[Report | Refusal], setup: Setup, jobs: int) -> Iterator[Read]:
    """Batches keep memory bounded: `map` alone would take in the whole input at once."""
    waiting = iter(items)
    with ProcessPoolExecutor(jobs, initializer=_start, initargs=(setup,)) as pool:
        while batch := list(islice(waiting, jobs * AHEAD)):
            yield from pool.map(_read_there, batch)
