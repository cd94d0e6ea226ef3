"""The tables of a ledger, in SQLAlchemy Core: beside each record the columns it is found by."""

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    UniqueConstraint,
)

from sayso.ledger.dialect import Flag, type_of_text

# The last of migrations/versions; a test holds the two together.
REVISION = "0003"
# Alembic's table under our name: its presence tells a ledger from another program's database.
VERSION_TABLE = "sayso_schema"

metadata = MetaData()

# Of two copies of one report the first stays.
reports = Table(
    "reports",
    metadata,
    Column("id", type_of_text, primary_key=True),
    Column("given_id", type_of_text, index=True),
    Column("outlet", type_of_text),
    Column("title", type_of_text),
    Column("published_start", type_of_text),
    Column("published_stop", type_of_text),
    Column("recorded_at", type_of_text, nullable=False),
    Column("record", type_of_text, nullable=False),
    sqlite_strict=True,
)

# One report read once by one version of the rules; it may have given no claim at all.
# version: made_by in a form that sorts by its numbers, the last the newest
readings = Table(
    "readings",
    metadata,
    Column("report", type_of_text, ForeignKey("reports.id"), primary_key=True),
    Column("made_by", type_of_text, primary_key=True),
    Column("version", type_of_text, nullable=False),
    Column("recorded_at", type_of_text, nullable=False),
    sqlite_strict=True,
)

# A claim read the same by two versions has the same id in both readings, so `number` is the key.
# position: where in the text the event's word stands
claims = Table(
    "claims",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", type_of_text, nullable=False, index=True),
    Column("report", type_of_text, nullable=False),
    Column("made_by", type_of_text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("type", type_of_text, nullable=False),
    Column("stance", type_of_text, nullable=False),
    Column("own", Flag, nullable=False),
    Column("hedged", Flag, nullable=False),
    Column("place", type_of_text),
    Column("published_start", type_of_text),
    Column("published_stop", type_of_text),
    Column("recorded_at", type_of_text, nullable=False),
    Column("record", type_of_text, nullable=False),
    ForeignKeyConstraint(["report", "made_by"], ["readings.report", "readings.made_by"]),
    UniqueConstraint("report", "made_by", "id"),
    sqlite_strict=True,
)

# folded: the name's words without case and accents, a space on either side of each
claim_people = Table(
    "claim_people",
    metadata,
    Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
    Column("entity", type_of_text, primary_key=True),
    Column("role", type_of_text, primary_key=True),
    Column("name", type_of_text, primary_key=True),
    Column("folded", type_of_text, nullable=False),
    Index("ix_claim_people_entity", "entity", "name"),
    sqlite_strict=True,
)

# Whom a reading finds in its report, whether or not it claims anything of them.
# folded: all names, as in `claim_people`; empty: the report only describes the one
sightings = Table(
    "sightings",
    metadata,
    Column("report", type_of_text, primary_key=True),
    Column("made_by", type_of_text, primary_key=True),
    Column("entity", type_of_text, primary_key=True),
    Column("folded", type_of_text, nullable=False),
    Column("published_start", type_of_text),
    Column("published_stop", type_of_text),
    Column("recorded_at", type_of_text, nullable=False),
    Column("record", type_of_text, nullable=False),
    ForeignKeyConstraint(["report", "made_by"], ["readings.report", "readings.made_by"]),
    Index("ix_sightings_entity", "entity"),
    sqlite_strict=True,
)

notices = Table(
    "notices",
    metadata,
    Column("record", type_of_text, primary_key=True),
    Column("report", type_of_text, nullable=False),
    Column("published_start", type_of_text, nullable=False),
    Column("published_stop", type_of_text, nullable=False),
    Column("recorded_at", type_of_text, nullable=False),
    sqlite_strict=True,
)

refused = Table(
    "refused",
    metadata,
    Column("record", type_of_text, primary_key=True),
    Column("origin", type_of_text, nullable=False),
    Column("why", type_of_text, nullable=False),
    Column("recorded_at", type_of_text, nullable=False),
    sqlite_strict=True,
)

# judged_by: the record's `by`, a word of SQL
judgements = Table(
    "judgements",
    metadata,
    Column("id", type_of_text, primary_key=True),
    Column("claim", type_of_text, nullable=False),
    Column("says", type_of_text, nullable=False),
    Column("judged_by", type_of_text, nullable=False),
    Column("at", type_of_text, nullable=False),
    Column("withdraws", type_of_text, ForeignKey("judgements.id")),
    Column("recorded_at", type_of_text, nullable=False),
    Column("record", type_of_text, nullable=False),
    sqlite_strict=True,
)
