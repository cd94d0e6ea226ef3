"""What can go wrong, one class for each thing a caller would do differently."""


class SaysoError(Exception):
    """Anything sayso raises on purpose."""


class UnreadableReport(SaysoError):
    """This one report cannot be read; the run goes on without it."""


class UnreadableTable(SaysoError):
    """A table of the user's (places, parties) has a wrong line; nothing of it is used."""


class MissingData(SaysoError):
    """A file that installation should have made is not there."""


class LedgerError(SaysoError):
    """The ledger cannot be opened or is of another kind."""


class NotInLedger(SaysoError):
    """No record of that id is known as of the time asked for."""


class FetchRefused(SaysoError):
    """A page was not fetched: its address or its site forbids it."""


class UnclearQuestion(SaysoError):
    """A place, distance or time that was asked for cannot be told; the message says how to ask."""
