"""sayso: a ledger of claims from conflict reporting. Importing it loads nothing."""

__version__ = "0.1.0"
