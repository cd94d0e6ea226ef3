"""Whom a report brings up, beside what it claims."""

from alembic import op
from sqlalchemy import Column, ForeignKeyConstraint, Index

from sayso.ledger.dialect import type_of_text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "sightings",
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
