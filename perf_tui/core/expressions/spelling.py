"""Expressions in print: texts in place of names, and printed signs in place of typed ones."""

from collections.abc import Iterable, Mapping
from typing import Final

from perf_tui.core.expressions.reading import Token

_BETWEEN: Final = {
    "+": "+",
    "-": "-",
    "*": "×",
    "/": "÷",
    "<": "<",
    ">": ">",
    "<=": "≤",
    ">=": "≥",
    "==": "=",
    "!=": "≠",
    "and": "且",
    "or": "或",
}
_WORDS: Final = {
    "not": "非 ",
    ",": "，",
    "min": "最小值",
    "max": "最大值",
    "abs": "绝对值",
    "sum": "合计",
}
_BEFORE_OPERAND: Final = {*_BETWEEN, "not", "(", ","}


def spell(tokens: Iterable[Token], texts: Mapping[str, str]) -> str:
    """Return the tokens in print: "145 ÷ 145 × 100". A name without a text stays as it is."""
    printed = []
    previous = "("
    for token in tokens:
        printed.append(_print(token.text, previous, texts))
        previous = token.text
    return "".join(printed)


def _print(word: str, previous: str, texts: Mapping[str, str]) -> str:
    if word == "-" and previous in _BEFORE_OPERAND:
        return "-"
    if word in _BETWEEN:
        return f" {_BETWEEN[word]} "
    if word in _WORDS:
        return _WORDS[word]
    text = texts.get(word, word)
    return f"({text})" if text.startswith("-") and previous in _BETWEEN else text
