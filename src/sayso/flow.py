"""One report in, its claims out: the rooms before the ledger, in order, and nothing else."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotate.report import annotate
from sayso.claims import make_claims
from sayso.claims.sightings import find_sightings
from sayso.resolve.report import World, resolve
from sayso.types import Annotations, Claim, Report, Sighting

if TYPE_CHECKING:
    from spacy.language import Language

    from sayso.annotate.encoder import Encoder


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading needs, loaded once: the parser, the encoder and the world."""

    nlp: "Language"
    encoder: "Encoder"
    world: World


def understand(report: Report, reader: Reader) -> Annotations:
    """What the report says, with who and where resolved."""
    return resolve(annotate(report, reader.nlp, reader.encoder), report, reader.world)


def read_report(report: Report, reader: Reader) -> tuple[tuple[Claim, ...], tuple[Sighting, ...]]:
    """The claims of one report and whom it brings up: the same in any order, in any process."""
    found = understand(report, reader)
    return make_claims(report, found), find_sightings(report, found)


def read_claims(report: Report, reader: Reader) -> tuple[Claim, ...]:
    """The claims of one report: the same whatever else is read, in any order, in any process."""
    return make_claims(report, understand(report, reader))
