"""Time expressions: where they stand, and which days they mean."""
