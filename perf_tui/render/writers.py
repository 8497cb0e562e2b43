"""The writers of a document, by the ending of the file's name; each is loaded when it is called."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from perf_tui.render.document import Document


def _docx(document: Document) -> bytes:
    from perf_tui.render.docx import to_docx

    return to_docx(document)


def _markdown(document: Document) -> bytes:
    from perf_tui.render.markdown import to_markdown

    return to_markdown(document).encode("utf-8", "replace")


WRITERS: Mapping[str, Callable[[Document], bytes]] = {".docx": _docx, ".md": _markdown}
