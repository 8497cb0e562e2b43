"""The report as a file, by the ending of its name; each writer is loaded when it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from perf_tui.core.standing import Standing
from perf_tui.render.document import Document
from perf_tui.render.report import Copy, build_report


def _docx(document: Document) -> bytes:
    from perf_tui.render.docx import to_docx

    return to_docx(document)


def _markdown(document: Document) -> bytes:
    from perf_tui.render.markdown import to_markdown

    return to_markdown(document).encode("utf-8", "replace")


def report_bytes(standing: Standing, ending: str, copy: Copy = "internal") -> bytes:
    """The report of a year as a file of one of the endings of `WRITERS`."""
    return WRITERS[ending.lower()](build_report(standing, copy))


WRITERS: Mapping[str, Callable[[Document], bytes]] = {".docx": _docx, ".md": _markdown}
