"""In: an open connection in a transaction, from `opening.py`. Out: the schema, upgraded on it."""

from alembic import context

from sayso.ledger.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
