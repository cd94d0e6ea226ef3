"""Sources as steps of a chain: what kind they are, whose, and how they know."""
