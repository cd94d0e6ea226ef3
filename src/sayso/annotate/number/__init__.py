"""How many, in which words, of whom, and of which event."""
