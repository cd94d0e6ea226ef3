"""Names of places in, places on earth out."""
