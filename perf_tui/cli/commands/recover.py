"""`perf-tui recover`: the file with what an earlier run left, or one of its backups."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from perf_tui.cli.files import CommandError, refuse_to_overwrite
from perf_tui.cli.output import echo, err
from perf_tui.editing.recovering import (
    backup_numbered,
    put_in_place,
    recovered,
    require_free,
    require_left,
    with_left_at,
)
from perf_tui.store.forms import forms_beside
from perf_tui.store.keeping.backups import list_backups, read_backup
from perf_tui.store.keeping.opened_file import OpenedFile, open_file
from perf_tui.store.keeping.remains import remains_words
from perf_tui.store.years.year_file import YearFile, write_year_file


def run(arguments: Namespace) -> int:
    """List the backups, write one of them, or write the file with what an earlier run left."""
    path, out = arguments.file, arguments.out
    if out is not None:
        refuse_to_overwrite(out, force=False)
    if arguments.backups:
        _list(path)
    elif arguments.backup is not None:
        _write(out, backup_numbered(path, arguments.backup), f"第 {arguments.backup} 份备份")
    else:
        _recover(path, arguments.base, out)
    return 0


def _list(path: Path) -> None:
    backups = list_backups(path)
    for backup in backups:
        sound = "" if read_backup(backup, forms_beside(path)) else "（已受损）"
        echo(f"{backup.number}  {backup.when}  {backup.path}{sound}")
    if not backups:
        err(f"{path} 还没有备份，保存以后才有")


def _write(out: Path | None, file: YearFile, what: str) -> None:
    if out is None:
        raise CommandError(f"{what}写到哪里？加上 -o 新文件名")
    write_year_file(out, file)
    err(f"{what}已写到 {out}")


def _recover(path: Path, base: Path | None, out: Path | None) -> None:
    if base is not None:
        require_left(path)
    opened = open_file(base or path, forms_beside(base or path))
    try:
        if out is None:
            require_free(opened)
        if base is not None:
            opened = with_left_at(opened, path)
        _tell_of(opened, saves=out is None)
        if out is None:
            put_in_place(opened)
            err(f"{opened.keeper.path} 里现在都有了")
        else:
            write_year_file(out, recovered(opened))
            err(f"已写到 {out}")
    finally:
        opened.keeper.close()


def _tell_of(opened: OpenedFile, *, saves: bool) -> None:
    keeper, remains = opened.keeper, opened.remains
    for line in opened.notice.splitlines() if saves else ():
        err(line)
    if opened.backup and opened.damage:
        err(f"{opened.damage}；用的是 {opened.backup[0].when} 的备份")
    if remains is None:
        err(f"{keeper.path} 旁边没有没存进去的内容")
    else:
        year = keeper.saved.year
        err(remains_words(keeper.path, keeper.saved.form, year, remains))
