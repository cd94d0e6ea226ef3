"""What became of single persons."""
