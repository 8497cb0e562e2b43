"""`perf-tui doctor`: what the terminal can do, which fonts there are, where things are kept."""

from __future__ import annotations

import locale
import os
import platform
import shutil
from argparse import Namespace
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from perf_tui.cli.columns import aligned
from perf_tui.cli.output import echo, err
from perf_tui.cli.probing import ambiguous_width, can_be_asked, key_by_key, write
from perf_tui.store.fonts.installed import installed_fonts
from perf_tui.store.fonts.wanted import FONTS, Font, is_installed, stand_in
from perf_tui.store.forms import form_folder
from perf_tui.store.forms.finding import user_forms
from perf_tui.store.user.folders import state_folder
from perf_tui.store.user.settings import settings_path
from perf_tui.store.years.samples import sample_folder

SMALLEST, ROOMY = (80, 24), 120
UNKNOWN = "没有接在终端上，测不了"
Row = tuple[str, ...]


def run(arguments: Namespace) -> int:
    """Print all of this, and with `--keys` also what each key sends."""
    asked = can_be_asked()
    installed = installed_fonts()
    width, typed = ambiguous_width() if asked else (None, b"")
    _say_part("终端", _terminal_rows(width, asked=asked))
    _say_part("报告用的字体", (_font_row(font, installed) for font in FONTS))
    _say_part("文件放在哪里", (_place_row(*place) for place in _places()))
    if arguments.keys:
        _try_keys(typed, asked=asked)
    return 0


def _say_part(title: str, rows: Iterator[Row]) -> None:
    echo(title)
    for line in aligned(list(rows)):
        echo(f"  {line}")


def _terminal_rows(width: int | None, *, asked: bool) -> Iterator[Row]:
    yield "系统", f"{platform.system()}，Python {platform.python_version()}"
    yield "终端类型", os.environ.get("TERM") or "没有说明（TERM 是空的）"
    yield "大小", _size() if asked else UNKNOWN
    yield "颜色", _colours()
    yield "编码", _encoding()
    yield "边框符号", _glyph_words(width) if asked else UNKNOWN
    yield "按键", "用 perf-tui doctor --keys 逐个试" if asked else UNKNOWN
    yield "Esc 键", _escape()


def _size() -> str:
    columns, lines = shutil.get_terminal_size()
    told = f"{columns} 列 {lines} 行"
    if columns < SMALLEST[0] or lines < SMALLEST[1]:
        return f"{told}，偏小，放大到 {SMALLEST[0]} 列 {SMALLEST[1]} 行更好用"
    return f"{told}，够用" if columns < ROOMY else f"{told}，得分栏会停靠在右边"


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return "不用颜色（设了 NO_COLOR）"
    if os.environ.get("COLORTERM") in ("truecolor", "24bit"):
        return "1600 万色"
    kind = os.environ.get("TERM", "")
    return "256 色" if "256" in kind else "没有说明，颜色不对时加 --theme ansi"


def _encoding() -> str:
    found = locale.getencoding().upper()
    if found in ("UTF-8", "UTF8"):
        return "UTF-8"
    return f"{found}，程序仍按 UTF-8 输出；中文显示不对时把终端改成 UTF-8"


def _glyph_words(width: int | None) -> str:
    if width is None:
        return "终端没有回答，边框错位时加 --ascii"
    return "占一格，正常" if width == 1 else f"占 {width} 格，会错位，加 --ascii 或在设置里打开"


def _escape() -> str:
    from perf_tui.tui.terminal.patience import patience

    wait = patience(os.environ).escape
    return f"按下后等 {wait:g} 秒；功能键被读成 Esc 时，设 ESCDELAY=1000 再打开"


def _font_row(font: Font, installed: Collection[str]) -> Row:
    name = f"{font.name}（{font.use}）"
    if is_installed(font.name, installed):
        return name, "有"
    other = stand_in(font, installed)
    if other:
        return name, f"没有，可用 {other} 代替"
    return name, f"没有，能代替的 {'、'.join(font.stand_ins)} 也没有"


def _places() -> Iterator[tuple[str, Path]]:
    yield "设置", settings_path()
    yield "上次离开的位置", state_folder() / "places.toml"
    yield "示例年度", sample_folder()
    yield "表单定义", form_folder("township")
    yield "用户的表单", user_forms()


def _place_row(name: str, path: Path) -> Row:
    return name, str(path), "" if path.exists() else "（还没有）"


def _try_keys(typed: bytes, *, asked: bool) -> None:
    """Name the keys that are pressed, beginning with what was `typed` already."""
    if not asked:
        err("没有接在终端上，按键测不了；换到终端窗口再运行")
        return
    from perf_tui.tui.keys.names import named_keys

    with key_by_key() as source, suppress(EOFError):
        write("逐个按要试的键，看到的名字对就能用，按 Enter 结束\r\n")
        for name, action in named_keys(source, typed):
            write(f"\r  {name}  {action}\r\n")
