"""Rules on a year's answers, one module per family of rules."""
