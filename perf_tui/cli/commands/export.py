"""`perf-tui export`: the report as a file."""

from __future__ import annotations

from argparse import Namespace

from perf_tui.checks import judge
from perf_tui.cli.files import CommandError, read_standing, refuse_to_overwrite
from perf_tui.cli.output import tell
from perf_tui.render.writers import WRITERS, report_bytes, told_of_export
from perf_tui.store.atomic import SHARED, write_atomically
from perf_tui.store.fonts import missing_fonts_once


def run(arguments: Namespace) -> int:
    """Write the report in the format that the name's ending says."""
    out = arguments.out
    ending = out.suffix.lower()
    if ending not in WRITERS:
        raise CommandError(f"{out} 的后缀应是 .docx 或 .md，改好文件名再导出")
    refuse_to_overwrite(out, force=arguments.force)
    standing = read_standing(arguments.file)
    report = report_bytes(standing, ending, arguments.copy, sealed=arguments.sealed)
    write_atomically(out, report, SHARED)
    if ending == ".docx" and (missing := missing_fonts_once()):
        tell(missing)
    tell(told_of_export(str(out), judge(standing), "用 perf-tui check 查看"))
    return 0
