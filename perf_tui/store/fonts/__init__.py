"""The fonts that a report wants, and those that this machine has."""
