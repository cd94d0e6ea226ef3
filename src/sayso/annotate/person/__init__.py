"""What persons are: their kin, offices, bodies, ages, and where they stay."""
