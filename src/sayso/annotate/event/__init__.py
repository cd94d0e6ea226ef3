"""Which words tell an event, of which type, how sure, and where and when it is set."""
