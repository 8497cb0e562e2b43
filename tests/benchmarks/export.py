"""What our Word export costs beside python-docx itself, in time.

Ours: the sample year's report, built and laid out. The yardstick: the same paragraphs and cells
written unstyled, into the template of python-docx as it is. Both run in turn in one process and
medians are compared, so a slow machine slows both sides alike. Exit status 1 above the bar.
"""

import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from statistics import median

import docx

from perf_tui.checks import judged
from perf_tui.core.evaluation.evaluation import Evaluation, evaluate
from perf_tui.render.document import AttachmentNote, Block, Document, Signature, Table, Title
from perf_tui.render.docx import to_docx
from perf_tui.render.report import build_report
from perf_tui.store.forms import load_form
from perf_tui.store.years.samples import sample_folder
from perf_tui.store.years.year_file import read_year_file

RUNS = 15
HIGHEST = 1.5
SAMPLE = "jianlong-2024.toml"


def main() -> int:
    file = read_year_file(sample_folder() / SAMPLE, load_form)
    evaluation = evaluate(file.form, file.year)
    document = build_report(judged(evaluation))
    export(evaluation), write_plain(document)  # imports and warms up
    pairs = [
        (seconds(lambda: export(evaluation)), seconds(lambda: write_plain(document)))
        for _ in range(RUNS)
    ]
    ours, theirs = (median(side) * 1000 for side in zip(*pairs, strict=True))
    ratio = ours / theirs
    verdict = "" if ratio <= HIGHEST else "  above the bar"
    print(f"{'':12}{'export':>13}{'plain':>13}{'ratio':>8}{'bar':>7}")
    print(
        f"{'Word report':12}{ours:>10.1f} ms{theirs:>10.1f} ms{ratio:>8.2f}{HIGHEST:>7.2f}{verdict}"
    )
    return int(ratio > HIGHEST)


def seconds(work: Callable[[], bytes]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def export(evaluation: Evaluation) -> bytes:
    """The report from the evaluation to the file."""
    return to_docx(build_report(judged(evaluation)))


def write_plain(document: Document) -> bytes:
    """The document's text with python-docx alone: no style, span, border, section or footer."""
    word = docx.Document()
    for block in all_blocks(document):
        if isinstance(block, Table):
            rows = (*block.head, *block.rows)
            made = word.add_table(len(rows), len(block.widths))
            for place, row in zip(made.rows, rows, strict=True):
                for cell, told in zip(place.cells, row, strict=False):
                    cell.text = told.text
        else:
            for text in texts(block):
                word.add_paragraph(text)
    saved = BytesIO()
    word.save(saved)
    return saved.getvalue()


def all_blocks(document: Document) -> Iterator[Block]:
    """The report's blocks and those of its attachments."""
    yield from document.blocks
    for attachment in document.attachments:
        yield from attachment.blocks


def texts(block: Block) -> tuple[str, ...]:
    """A block's paragraphs."""
    match block:
        case Title():
            return block.lines
        case AttachmentNote():
            return block.names
        case Signature():
            return block.name, block.date
        case Table():
            return ()
        case _:
            return (block.text,)


if __name__ == "__main__":
    sys.exit(main())
