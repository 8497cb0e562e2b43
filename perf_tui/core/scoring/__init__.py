"""Scores by the rules of the scheme."""
