"""`perf-tui recover`: a file with what an earlier run left beside it, or one of its backups."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace
from pathlib import Path

from perf_tui.cli.files import CommandError, refuse_to_overwrite
from perf_tui.cli.output import say, tell
from perf_tui.store.backups import list_backups, read_backup
from perf_tui.store.errors import SaveError
from perf_tui.store.forms import load_form
from perf_tui.store.left_behind import is_left
from perf_tui.store.opening import Opened, open_year, with_left
from perf_tui.store.remains import remains_words
from perf_tui.store.years import YearFile, write_year_file


def run(arguments: Namespace) -> int:
    """List the backups, write one of them, or write the file with what was typed into it."""
    path, out = arguments.file, arguments.out
    if out is not None:
        refuse_to_overwrite(out, force=False)
    if arguments.backups:
        _list(path)
    elif arguments.backup is not None:
        _write(out, _backup(path, arguments.backup), f"第 {arguments.backup} 份备份")
    else:
        _recover(path, arguments.base, out)
    return 0


def _list(path: Path) -> None:
    backups = list_backups(path)
    for backup in backups:
        sound = "" if read_backup(backup, load_form) else "（已受损）"
        say(f"{backup.number}  {backup.when}  {backup.path}{sound}")
    if not backups:
        tell(f"{path} 还没有备份，保存以后才有")


def _backup(path: Path, number: int) -> YearFile:
    for backup in list_backups(path):
        if backup.number == number and (file := read_backup(backup, load_form)):
            return file
    raise CommandError(
        f"{path} 没有第 {number} 份完好的备份，用 perf-tui recover {path} --backups 看有哪些"
    )


def _write(out: Path | None, file: YearFile, what: str) -> None:
    if out is None:
        raise CommandError(f"{what}写到哪里？加上 -o 新文件名")
    write_year_file(out, file)
    tell(f"{what}已写到 {out}")


def _recover(path: Path, base: Path | None, out: Path | None) -> None:
    if base is not None:
        _require_left(path)
    opened = open_year(base or path, load_form)
    try:
        if opened.keeper.held and out is None:
            raise CommandError(f"{opened.keeper.path} 没有动：{opened.keeper.once_free}再取回")
        if base is not None:
            opened = _with_left(opened, path)
        _tell_of(opened, saves=out is None)
        if out is None:
            _put_in_place(opened)
        else:
            write_year_file(out, _recovered(opened))
            tell(f"已写到 {out}")
    finally:
        opened.keeper.close()


def _require_left(path: Path) -> None:
    """CommandError unless a file has gone from there, and its journal has not."""
    if path.exists():
        raise CommandError(f"{path} 还在原处，用 perf-tui recover {path} 取回，不用 --base")
    if not is_left(path):
        raise CommandError(f"{path} 那里没有能取回的填写记录，核对它原来的位置")


def _with_left(opened: Opened, path: Path) -> Opened:
    """With what was left where the file was; CommandError where that cannot be used."""
    base = opened.keeper.path
    if opened.remains is not None and opened.remains.left_at is None:
        raise CommandError(f"{base} 自己有没存完的填写记录，先用 perf-tui recover {base} 取回")
    opened = with_left(opened, path)
    if opened.remains is None or opened.remains.year is None:
        raise CommandError(
            f"{base} 没有动：{path} 的填写记录属于另一张表、另一个年度，或者读不下去"
        )
    return opened


def _tell_of(opened: Opened, *, saves: bool) -> None:
    keeper, remains = opened.keeper, opened.remains
    for line in opened.notice.splitlines() if saves else ():
        tell(line)
    if opened.backup and opened.damage:
        tell(f"{opened.damage}；用的是 {opened.backup[0].when} 的备份")
    if remains is None:
        tell(f"{keeper.path} 旁边没有没存进去的内容")
    else:
        year = keeper.saved.year
        tell(remains_words(keeper.path, keeper.saved.form, year, remains))


def _recovered(opened: Opened) -> YearFile:
    """The file with what fits to it; CommandError where there is something that does not."""
    keeper, remains = opened.keeper, opened.remains
    if remains is None:
        return keeper.saved
    if remains.year is None or not remains.fits:
        how = "打开它可以看这份记录，或放在一边"
        if remains.left_at:
            how = "这几处照原来的材料核对着填"
        raise CommandError(f"{keeper.path} 没有动；{how}")
    return replace(keeper.saved, year=remains.year)


def _put_in_place(opened: Opened) -> None:
    """Save over the file, of which a copy is kept."""
    keeper = opened.keeper
    if opened.backup and opened.damage:
        keeper.restore(*opened.backup)
    file = _recovered(opened)
    if file.year != keeper.saved.year:
        keeper.take_up(file.year)
        keeper.save(file.year)
    if keeper.trouble:
        raise SaveError(keeper.trouble)
    tell(f"{keeper.path} 里现在都有了")
