"""What the fuzzer calls: bytes in; whatever is raised but our own refusals is a finding."""

from __future__ import annotations

from decimal import Decimal

from perf_tui.core.expressions import ExpressionError, blank_safety, compile_expression
from perf_tui.core.wording.templates import TemplateError, compile_template
from perf_tui.reader import ReportError
from perf_tui.reader.word import word_lines
from perf_tui.store.errors import YearError
from perf_tui.store.forms import load_form
from perf_tui.store.toml.parsing import parse_toml
from perf_tui.store.years.year_file import YearFile, format_year, parse_year
from support.hostile import obeyed_in
from support.word import NAMESPACES, word_parts, zipped

TEXT = "word/document.xml"


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


def word(content: bytes) -> None:
    """A Word file: itself, or the parts it is made of, parted by zeros."""
    body, numbering, styles = (*content.split(b"\0"), b"", b"")[:3]
    parts: dict[str, str | bytes] = {
        **word_parts(""),
        TEXT: _wrapped("document", body),
        "word/numbering.xml": _wrapped("numbering", numbering),
        "word/styles.xml": _wrapped("styles", styles),
    }
    for one in (content, zipped(parts)):
        try:
            lines = word_lines(one)
        except ReportError as error:
            _one_sentence(error)
        else:
            assert obeyed_in("".join(lines), "\t") == []


def _wrapped(root: str, inner: bytes) -> bytes:
    return f"<w:{root} {NAMESPACES}>".encode() + inner + f"</w:{root}>".encode()


def _one_sentence(error: Exception) -> None:
    assert str(error)
    assert "\n" not in str(error)
