"""The small language of the form files: arithmetic and judgements over Decimal.

A blank fact gives a blank result.
"""

from perf_tui.core.expressions.expression import Expression, blank_safety, compile_expression
from perf_tui.core.expressions.reading import ExpressionError

__all__ = ["Expression", "ExpressionError", "blank_safety", "compile_expression"]
