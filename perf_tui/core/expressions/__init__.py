"""The form files' small language: arithmetic and judgements over Decimal; a blank gives a blank."""

from perf_tui.core.expressions.expression import Expression, blank_safety, compile_expression
from perf_tui.core.expressions.reading import ExpressionError

__all__ = ["Expression", "ExpressionError", "blank_safety", "compile_expression"]
