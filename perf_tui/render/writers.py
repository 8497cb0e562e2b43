"""The report as a file, by the ending of its name. Each writer is loaded when it is called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from perf_tui.core.evaluation.evaluation import JudgedEvaluation
from perf_tui.core.findings.finding import Finding, errors_of
from perf_tui.render.document import Document, TooLongError
from perf_tui.render.report import Copy, build_report

MOST_PARAGRAPHS = 10_000


def _docx(document: Document) -> bytes:
    from perf_tui.render.docx import to_docx

    return to_docx(document)


def _markdown(document: Document) -> bytes:
    from perf_tui.render.markdown import to_markdown

    return to_markdown(document).encode("utf-8", "replace")


def _csv(document: Document) -> bytes:
    from perf_tui.render.spreadsheet import to_csv

    return to_csv(document).encode("utf-8", "replace")


def _tsv(document: Document) -> bytes:
    from perf_tui.render.spreadsheet import BOM, to_tsv

    return f"{BOM}{to_tsv(document)}".encode("utf-8", "replace")


def _xlsx(document: Document) -> bytes:
    from perf_tui.render.xlsx import to_xlsx

    return to_xlsx(document)


def report_bytes(
    evaluation: JudgedEvaluation,
    ending: str,
    copy: Copy = "internal",
    *,
    draft: bool = False,
    sealed: bool = False,
) -> bytes:
    """Return the report of a year as a file with one of the endings of `WRITERS`.

    Raises TooLongError for more than `MOST_PARAGRAPHS` blocks of text, as no real report has, and
    for a cell that .xlsx cannot hold.
    """
    document = build_report(evaluation, copy, draft=draft, sealed=sealed)
    if len(document.blocks) > MOST_PARAGRAPHS:
        raise TooLongError(f"没有导出：正文超过 {MOST_PARAGRAPHS} 段，删去多余的换行再导出")
    return WRITERS[ending.lower()](document)


def export_notice(name: str, findings: Iterable[Finding], look: str) -> str:
    """Return the message on a report just written. `look` says where errors can be seen."""
    errors = len(errors_of(findings))
    return f"已导出草稿 {name}，还有 {errors} 处必改，{look}" if errors else f"已导出 {name}"


WRITERS: Mapping[str, Callable[[Document], bytes]] = {
    ".docx": _docx,
    ".md": _markdown,
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".tsv": _tsv,
}
"""Ending → writer of the report: the whole, its tables (.xlsx), or only the first (.csv, .tsv)."""
ENDINGS = "、".join(WRITERS)
"""The endings as messages list them."""
