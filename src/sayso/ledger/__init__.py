"""In: reports and their claims, appended. Out: the same, as they stood at any time."""
