"""Reports: one neutral document built from a standing, and its writers."""
