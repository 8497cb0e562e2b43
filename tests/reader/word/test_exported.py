"""A report that the program itself wrote comes back as it was."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.numbers import clean_text
from perf_tui.reader.word import word_lines
from perf_tui.render.document import Block, Heading, Paragraph, Row, Signature, Table, Title
from perf_tui.render.docx import to_docx
from perf_tui.store.years.year_file import read_year_file
from support.rendered import build_report
from support.samples import SAMPLES, township


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_line_comes_back_in_its_order(path: Path) -> None:
    file = read_year_file(path, township)
    report = build_report(evaluate(file.form, file.year))
    blocks = [*report.blocks, *(block for one in report.attachments for block in one.blocks)]
    expected = [line for block in blocks for line in _lines(block)]
    read = iter(word_lines(to_docx(report)))
    missing = [line for line in expected if line not in read]  # each further down than the last
    assert len(expected) > 100
    assert missing == []


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Title(lines=lines):
            yield from lines
        case Heading(text=text) | Paragraph(text=text):
            yield from clean_text(text).split("\n")
        case Signature(name=name, date=date):
            yield from (name, date)
        case Table(head=head, rows=rows):
            yield from map(_row, (*head, *rows))


def _row(row: Row) -> str:
    cells = (
        text
        for cell in row
        for text in ("" if cell.merged == "below" else cell.text, *[""] * (cell.span - 1))
    )
    return "\t".join(" ".join(filter(None, clean_text(text).split("\n"))) for text in cells)
