"""Dossiers in, web pages out: rendered here, complete without scripts."""
