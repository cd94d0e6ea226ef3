"""Which documents of a set are kept apart from training, by their ids alone."""

import hashlib

RE3D = 6  # one of so many documents of re3d is kept: there are few


def is_kept(given_id: str, *, one_in: int = 3) -> bool:
    """Whether a document is among the one in so many that training leaves out."""
    return int(hashlib.sha256(given_id.encode()).hexdigest(), 16) % one_in == 0
