"""The writers of a document, by the ending of the file's name."""

from __future__ import annotations

from perf_tui.render.document import Document


def to_bytes(document: Document, suffix: str) -> bytes:
    """The document as a .docx or .md file holds it; ValueError names the endings there are."""
    match suffix.lower():
        case ".docx":
            from perf_tui.render.docx import to_docx

            return to_docx(document)
        case ".md":
            from perf_tui.render.markdown import to_markdown

            return to_markdown(document).encode()
        case other:
            raise ValueError(f"文件名的结尾是“{other}”，改成 .docx 或 .md")
