"""Functions built from a syntax tree, of which only a whitelist of nodes is allowed.

The functions compute a number or a truth from the values of facts. They expect a finite value for
every name and raise ArithmeticError if there is no result.
"""

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import reduce
from typing import Any, Final, TypeAlias

from perf_tui.core.expressions.reading import ExpressionError
from perf_tui.core.numbers.rounding import ARITHMETIC

Values: TypeAlias = Mapping[str, Any]
Computation: TypeAlias = Callable[[Values], Decimal]
Truth: TypeAlias = Callable[[Values], bool]

_OPERATORS: Final[dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]]] = {
    ast.Add: ARITHMETIC.add,
    ast.Sub: ARITHMETIC.subtract,
    ast.Mult: ARITHMETIC.multiply,
    ast.Div: ARITHMETIC.divide,
}
_COMPARISONS: Final[dict[type[ast.cmpop], Callable[[Decimal, Decimal], bool]]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
FUNCTIONS: Final[dict[str, Callable[[list[Decimal]], Decimal]]] = {
    "min": min,
    "max": max,
    "abs": lambda numbers: ARITHMETIC.abs(numbers[0]),
    "sum": lambda numbers: reduce(ARITHMETIC.add, numbers),
}


def is_truth(node: ast.expr) -> bool:
    """Whether the node says yes or no rather than how much."""
    negation = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)
    return negation or isinstance(node, ast.Compare | ast.BoolOp)


def number_from(node: ast.expr, source: str) -> Computation:
    """Return the function that computes a number node. Raises ExpressionError for any other."""
    match node:
        case ast.Constant():
            # Not node.value, because that has been a float.
            literal = Decimal(source[node.col_offset : node.end_col_offset])
            return lambda _: literal
        case ast.Name(id=name) if name not in FUNCTIONS:
            return operator.itemgetter(name)
        case ast.UnaryOp(op=ast.USub()):
            operand = number_from(node.operand, source)
            return lambda values: ARITHMETIC.minus(operand(values))
        case ast.BinOp():
            return _operation(node, source)
        case ast.Call(func=ast.Name(id=name)) if name in FUNCTIONS and not node.keywords:
            return _call(name, node, source)
    if is_truth(node):
        raise ExpressionError(
            "要的是数，写的是判断，把比较和 and、or、not 移到外层", node.col_offset
        )
    raise _foreign(node)


def truth_from(node: ast.expr, source: str) -> Truth:
    """Return the function that decides a truth node. Raises ExpressionError for any other.

    It evaluates every part, because one without a result leaves the whole without a result.
    """
    match node:
        case ast.UnaryOp(op=ast.Not()):
            operand = truth_from(node.operand, source)
            return lambda values: not operand(values)
        case ast.BoolOp():
            fold = all if isinstance(node.op, ast.And) else any
            parts = [truth_from(part, source) for part in node.values]
            return lambda values: fold([part(values) for part in parts])
        case ast.Compare():
            return _comparison(node, source)
    number_from(node, source)
    raise ExpressionError("要的是判断，写的是数，补上 <、>= 之类的比较", node.col_offset)


def _operation(node: ast.BinOp, source: str) -> Computation:
    compute = _OPERATORS.get(type(node.op))
    if compute is None:
        raise _foreign(node)
    left, right = number_from(node.left, source), number_from(node.right, source)
    return lambda values: compute(left(values), right(values))


def _call(name: str, node: ast.Call, source: str) -> Computation:
    if (len(node.args) == 1) != (name == "abs") or not node.args:
        wanted = "一个数" if name == "abs" else "两个以上的数"
        raise ExpressionError(f"的 {name} 括号里要写{wanted}，用逗号隔开", node.col_offset)
    compute = FUNCTIONS[name]
    arguments = [number_from(argument, source) for argument in node.args]
    return lambda values: compute([argument(values) for argument in arguments])


def _comparison(node: ast.Compare, source: str) -> Truth:
    signs = [_COMPARISONS.get(type(op)) for op in node.ops]
    known = [sign for sign in signs if sign]
    if len(known) < len(signs):
        raise _foreign(node)
    operands = [number_from(operand, source) for operand in (node.left, *node.comparators)]

    def compare(values: Values) -> bool:
        numbers = [operand(values) for operand in operands]
        pairs = zip(known, numbers, numbers[1:], strict=False)
        return all(sign(left, right) for sign, left, right in pairs)

    return compare


def _foreign(node: ast.expr) -> ExpressionError:
    allowed = "只能用字段名、数、+ - * /、比较、and、or、not 和 min(…)、max(…)、abs(…)、sum(…)"
    return ExpressionError(f"的写法不能用，{allowed}", node.col_offset)
