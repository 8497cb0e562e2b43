"""Computes printed equations anew, in fractions, from nothing but what is printed."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import floor

REMARK = re.compile(r"（[^）]*）|，.*|已得 ")
LEFT = re.compile(r"(-?\d+(?:\.(\d+))?)\D*")
OPERATORS: dict[type[ast.operator], Callable[[Fraction, Fraction], Fraction]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def holds(equation: str) -> bool:
    """Whether the right side gives the left one, half-up to the decimals that stand there."""
    left, right = REMARK.sub("", equation).split(" = ")
    result = LEFT.fullmatch(left)
    assert result, equation
    return half_up(compute(right), len(result[2] or "")) == Decimal(result[1])


def compute(text: str) -> Fraction:
    """The exact value of "10 × 3 ÷ 7" and the like."""
    signs = text.replace("×", "*").replace("÷", "/").replace("%", " / 100")
    return _value(ast.parse(signs, mode="eval").body, signs)


def half_up(value: Fraction, places: int = 2) -> Decimal:
    """Half away from zero, without any decimal arithmetic."""
    step: int = 10**places
    whole = floor(abs(value) * step + Fraction(1, 2))
    return Decimal(whole if value >= 0 else -whole) / Decimal(step)


def _value(node: ast.expr, text: str) -> Fraction:
    match node:
        case ast.BinOp():
            return OPERATORS[type(node.op)](_value(node.left, text), _value(node.right, text))
        case ast.UnaryOp(op=ast.USub()):
            return -_value(node.operand, text)
        case _:
            return Fraction(text[node.col_offset : node.end_col_offset])
