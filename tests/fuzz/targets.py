"""What the fuzzer calls: bytes in; whatever is raised but our own refusals is a finding."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.expressions import ExpressionError, blank_safety, compile_expression
from perf_tui.core.templates import TemplateError, compile_template
from perf_tui.store.errors import YearError
from perf_tui.store.forms import load_form
from perf_tui.store.toml import parse_toml
from perf_tui.store.years import YearFile, format_year, parse_year


def toml(content: bytes) -> None:
    """A year's file: read, written, and read again as the same."""
    try:
        file = parse_year(content, load_form)
    except YearError as error:
        _one_sentence(error)
        return
    written = format_year(file)
    again = parse_year(written, load_form)
    assert again.year == YearFile(again.form, again.year).year
    assert format_year(again) == written
    assert not again.edited_by_hand


def tables(content: bytes) -> None:
    """A TOML file of any kind."""
    try:
        parse_toml(content)
    except YearError as error:
        _one_sentence(error)


def expressions(content: bytes) -> None:
    """An expression: compiled, judged, computed, printed; and the same text as a sentence."""
    source = content.decode("utf-8", "replace")
    try:
        expression = compile_expression(source)
    except ExpressionError as error:
        _one_sentence(error)
    else:
        blank_safety(expression)
        for value in (Decimal(0), Decimal("1E+40"), Decimal("-0.01")):
            result = expression.evaluate(dict.fromkeys(expression.names, value))
            assert result is None or isinstance(result, Decimal | bool)
        expression.spell(dict.fromkeys(expression.names, "1"))
    try:
        template = compile_template(source)
    except TemplateError as error:
        _one_sentence(error)
    else:
        template.fill(dict.fromkeys(template.names, "甲"), str)


def _one_sentence(error: Exception) -> None:
    assert str(error)
    assert "\n" not in str(error)
