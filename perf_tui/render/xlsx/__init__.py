"""Tables as Excel workbooks, by XlsxWriter, which is loaded only then."""

from perf_tui.render.xlsx.writer import to_xlsx

__all__ = ["to_xlsx"]
