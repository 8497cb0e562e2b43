"""A year made from a finished report: of a form set's indicators, or of an office's own."""

from perf_tui.editing.importing.report import Imported, import_report

__all__ = ["Imported", "import_report"]
