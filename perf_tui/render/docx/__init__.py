"""The document as a Word file, laid out by GB/T 9704-2012."""

from perf_tui.render.docx.writer import to_docx

__all__ = ["to_docx"]
