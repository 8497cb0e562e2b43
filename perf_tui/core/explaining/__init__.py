"""How a score comes about: equations, deductions, what can still be reached."""
