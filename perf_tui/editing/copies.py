"""The copies of a report, and the files they can be written to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from perf_tui.editing.refusing import RefusedError

if TYPE_CHECKING:
    from perf_tui.render.report import Copy

COPIES: dict[Copy, tuple[str, str]] = {
    "internal": ("内部稿", "报财政和存档，内容齐全"),
    "public": ("公开稿", "不含联系人、各项的说明、佐证存放处、核对事项说明和得分计算过程"),
}


def proposed_target(path: Path, copy: Copy) -> Path:
    """Return the path proposed for a copy of the report of the year at `path`."""
    public = f"-{COPIES[copy][0]}" if copy == "public" else ""
    return path.with_name(f"{path.stem}{public}.docx")


def require_ending(target: Path) -> None:
    """Raise RefusedError if no report can be written to a file with this ending."""
    from perf_tui.render.writers import ENDINGS, WRITERS

    if target.suffix.lower() not in WRITERS:
        raise RefusedError("文件名的结尾写成 {endings} 中的一个，{again}", endings=ENDINGS)
