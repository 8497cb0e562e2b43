"""The tokens and the bounded syntax tree of an expression.

The tokens allow only ASCII signs, plain numbers and lower-case names. So Python's own parser never
sees a string, an attribute or a comment, and its byte columns are the source's characters.
"""

import ast
import re
from typing import Final, NamedTuple

LONGEST: Final = 500
DEEPEST: Final = 50
MOST_BRACKETS: Final = 16

_TOKEN: Final = re.compile(
    r"[ \t\r\n]+|\d+(?:\.\d+)?(?![\w.])|(?!__)[a-z_][a-z0-9_]*(?!\w)|<=|>=|==|!=|[-+*/(),<>]",
    re.ASCII,
)


class ExpressionError(ValueError):
    """An expression that cannot be used. `offset` is the 0-based column of the trouble."""

    def __init__(self, trouble: str, offset: int) -> None:
        super().__init__(f"算式第 {offset + 1} 个字符处{trouble}")
        self.offset = offset


class Token(NamedTuple):
    """A sign, number or name, and its 0-based column in the source."""

    text: str
    offset: int


def tokens_of(source: str) -> tuple[Token, ...]:
    """Return the tokens of a source.

    Raises ExpressionError for anything outside the alphabet, and for a source that is empty, too
    long or wrong in its brackets.
    """
    if len(source) > LONGEST:
        raise ExpressionError(f"太长，全部最多写 {LONGEST} 个字符", LONGEST)
    tokens = []
    place = 0
    while place < len(source):
        found = _TOKEN.match(source, place)
        if not found:
            raise ExpressionError(
                "认不出来，只写半角的数、字段名和 + - * / ( ) , < > <= >= == !=", place
            )
        if not found[0].isspace():
            tokens.append(Token(found[0], place))
        place = found.end()
    if not tokens:
        raise ExpressionError("什么都没有，写出要计算的式子", 0)
    _check_brackets(tokens)
    return tuple(tokens)


def _check_brackets(tokens: list[Token]) -> None:
    """Refuse unbalanced and deep brackets, with which the time of Python's parser grows steeply."""
    opened: list[int] = []
    for text, offset in tokens:
        if text == "(":
            opened.append(offset)
        elif text == ")" and not opened:
            raise ExpressionError("多了一个右括号，删去它或补上左括号", offset)
        elif text == ")":
            opened.pop()
        if len(opened) > MOST_BRACKETS:
            raise ExpressionError(f"括号套得太深，最多套 {MOST_BRACKETS} 层", offset)
    if opened:
        raise ExpressionError("的左括号没有合上，补上右括号", opened[-1])


def tree_of(source: str) -> ast.expr:
    """Return the syntax tree of a source whose tokens are sound.

    Raises ExpressionError if there is none, or one with more than `DEEPEST` levels. The brackets
    around the source stand on lines of their own, so that it may be indented and keeps its columns.
    """
    flat = re.sub(r"\s", " ", source)
    try:
        tree = ast.parse(f"(\n{flat}\n)", mode="eval").body
    except (SyntaxError, RecursionError, MemoryError) as error:
        trouble = "读不下去，检查那里的运算符和括号"
        raise ExpressionError(trouble, _place_of(error, len(source) - 1)) from None
    _check_depth(tree)
    return tree


def _place_of(error: Exception, last: int) -> int:
    if not isinstance(error, SyntaxError) or error.lineno != 2:
        return last
    return min(max((error.offset or 1) - 1, 0), last)


def _check_depth(tree: ast.expr) -> None:
    level: list[ast.AST] = [tree]
    for _ in range(DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    if level:
        raise ExpressionError(f"层次太多，最多 {DEEPEST} 层，拆成几个字段来算", 0)
