"""The first schema: reports, their readings and claims, people in them, notices, refusals."""

from alembic import op
from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Index, Integer, UniqueConstraint

from sayso.ledger.dialect import Flag, create_word_index, type_of_text

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "reports",
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
    op.create_table(
        "readings",
        Column("report", type_of_text, ForeignKey("reports.id"), primary_key=True),
        Column("made_by", type_of_text, primary_key=True),
        Column("version", type_of_text, nullable=False),
        Column("recorded_at", type_of_text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "claims",
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
    op.create_table(
        "claim_people",
        Column("claim", Integer, ForeignKey("claims.number"), primary_key=True),
        Column("entity", type_of_text, primary_key=True),
        Column("role", type_of_text, primary_key=True),
        Column("name", type_of_text, primary_key=True),
        Column("folded", type_of_text, nullable=False),
        Index("ix_claim_people_entity", "entity", "name"),
        sqlite_strict=True,
    )
    op.create_table(
        "notices",
        Column("record", type_of_text, primary_key=True),
        Column("report", type_of_text, nullable=False),
        Column("published_start", type_of_text, nullable=False),
        Column("published_stop", type_of_text, nullable=False),
        Column("recorded_at", type_of_text, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "refused",
        Column("record", type_of_text, primary_key=True),
        Column("origin", type_of_text, nullable=False),
        Column("why", type_of_text, nullable=False),
        Column("recorded_at", type_of_text, nullable=False),
        sqlite_strict=True,
    )
    create_word_index(op.get_bind())
