"""What the programs are measured with; no part of the package."""
