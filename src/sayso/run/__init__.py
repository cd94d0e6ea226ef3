"""Many reports through the same function, on one machine."""
