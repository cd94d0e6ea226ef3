"""Trains the small encoder that ships with sayso. Never imported by the package."""
