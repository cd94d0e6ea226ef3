"""Names and descriptions in, who is meant out."""
