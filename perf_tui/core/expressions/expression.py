"""Compiled expressions of the form files: their names, their results, and how they are printed."""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from perf_tui.core.expressions.building import (
    FUNCTIONS,
    Values,
    is_truth,
    number_from,
    truth_from,
)
from perf_tui.core.expressions.reading import ExpressionError, Token, tokens_of, tree_of
from perf_tui.core.expressions.spelling import spell
from perf_tui.core.numbers.rounding import ARITHMETIC


@dataclass(frozen=True, slots=True)
class Expression:
    """Arithmetic or a judgement over facts. Expressions are equal if their sources are."""

    source: str
    names: frozenset[str]
    kind: Literal["number", "truth"]
    _compute: Callable[[Values], Decimal | bool] = field(repr=False, compare=False)
    _tokens: tuple[Token, ...] = field(repr=False, compare=False)

    @property
    def in_order(self) -> tuple[str, ...]:
        """The names in the order in which they first appear."""
        texts = dict.fromkeys(token.text for token in self._tokens)
        return tuple(text for text in texts if text in self.names)

    def evaluate(self, values: Mapping[str, Decimal | None]) -> Decimal | bool | None:
        """Return the result, or None if there is none.

        There is none for a blank or missing name, for a division by 0, and from 10**41 on.
        """
        for name in self.names:
            value = values.get(name)
            if value is None or not value.is_finite():
                return None
        try:
            return self._compute(values)
        except ArithmeticError:
            return None

    def number(self, values: Mapping[str, Decimal | None]) -> Decimal | None:
        """Return the result of an arithmetic expression. Raises TypeError for a judgement."""
        result = self.evaluate(values)
        if isinstance(result, bool):
            raise TypeError(f"a judgement, not a number: {self.source}")
        return result

    def truth(self, values: Mapping[str, Decimal | None]) -> bool | None:
        """Return the result of a judgement. Raises TypeError for a number."""
        result = self.evaluate(values)
        if isinstance(result, Decimal):
            raise TypeError(f"a number, not a judgement: {self.source}")
        return result

    def spell(self, texts: Mapping[str, str]) -> str:
        """Return the expression in print: "145 ÷ 145 × 100". A name without a text stays."""
        return spell(self._tokens, texts)


def compile_expression(source: object) -> Expression:
    """Compile an expression of a form file. Raises ExpressionError, and nothing else."""
    if not isinstance(source, str):
        raise ExpressionError("不是一段文字，用引号括起来", 0)
    tokens = tokens_of(source)
    tree = tree_of(source)
    names = _names(tree)
    if is_truth(tree):
        return Expression(source, names, "truth", truth_from(tree, source), tokens)
    number = number_from(tree, source)
    return Expression(
        source, names, "number", lambda values: ARITHMETIC.plus(number(values)), tokens
    )


def blank_safety(expression: Expression) -> str | None:
    """Return why the result does not depend on what is typed, or None if it does."""
    if not expression.names:
        return "算式里没有字段，什么都没填也会有结果，至少写进一个字段"
    for node in ast.walk(tree_of(expression.source)):
        match node:
            case ast.BinOp(op=ast.Div()) if _always_zero(node.right, expression.source):
                return "算式里除以 0，填什么都没有结果，改掉除数"
            case ast.BinOp(op=ast.Mult()) if any(
                _always_zero(factor, expression.source) for factor in (node.left, node.right)
            ):
                return "算式里乘以 0，填什么结果都一样，改掉这个 0"
    return None


def _always_zero(node: ast.expr, source: str) -> bool:
    if _names(node):
        return False
    try:
        return not number_from(node, source)({})
    except ArithmeticError:
        return False


def _names(tree: ast.expr) -> frozenset[str]:
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return frozenset(named - FUNCTIONS.keys())
