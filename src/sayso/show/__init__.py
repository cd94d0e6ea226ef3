"""Dossiers in; screens, files and HTTP out: the reader's eyes."""
