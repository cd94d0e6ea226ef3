"""Which documents of a set are kept apart from training, by their ids alone."""

import hashlib


def is_kept(given_id: str, *, one_in: int = 3) -> bool:
    """Whether a document is among the one in so many that training leaves out."""
    return int(hashlib.sha256(given_id.encode()).hexdigest(), 16) % one_in == 0
