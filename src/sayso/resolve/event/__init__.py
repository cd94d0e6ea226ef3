"""Events with what the rest of the report adds: a day, whose deed, who was taken."""
