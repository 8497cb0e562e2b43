"""How a year is scored: what a form set declares of it, and how a year may say it in words."""

from perf_tui.core.form.scheme.declared import Cap, Grade, Level, Scheme, Step, Tier

__all__ = ["Cap", "Grade", "Level", "Scheme", "Step", "Tier"]
