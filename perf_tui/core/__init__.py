"""Forms, answers, numbers, scores and findings: pure functions over plain data."""
