"""Reports for the commands: Word files or plain text, as numbered lines."""

from __future__ import annotations

from pathlib import Path

from perf_tui.cli.files import CommandError
from perf_tui.cli.output import err
from perf_tui.reader import MOST_BYTES, ReportError, ReportText, read_text
from perf_tui.store.errors import YearError
from perf_tui.store.files.encodings import bring
from perf_tui.store.toml.parsing import read_content

YEAR = "是年度文件，不是报告；核对它用 perf-tui check，这里写报告的 .docx 或 .txt"


def read_report(path: Path) -> ReportText:
    """Return the report in a file, with a warning if it was converted from another encoding.

    Raises CommandError if the file cannot be read or is not a report.
    """
    if path.suffix.lower() == ".toml":
        raise CommandError(f"{path}：{YEAR}")
    try:
        report = read_text(read_content(path, MOST_BYTES), _decoded)
    except (YearError, ReportError) as error:
        raise CommandError(f"{path}：{error}") from error
    if report.converted:
        err(f"注意：{path}：文件原是 {'、'.join(report.converted)}")
    return report


def _decoded(content: bytes) -> tuple[str, tuple[str, ...]]:
    brought = bring(content)
    return brought.content.decode(), brought.converted
