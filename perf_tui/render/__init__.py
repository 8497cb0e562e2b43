"""Reports: one neutral document built from an evaluation, and its writers."""
