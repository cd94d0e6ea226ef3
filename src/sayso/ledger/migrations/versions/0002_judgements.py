"""What people hold of claims, beside the claims."""

from alembic import op
from sqlalchemy import Column, ForeignKey

from sayso.ledger.dialect import type_of_text

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "judgements",
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
