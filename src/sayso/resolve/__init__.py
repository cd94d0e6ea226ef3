"""Annotations in, the same out with what the world adds: who, which place, which dates."""
