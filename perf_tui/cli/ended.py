"""The last message: where what was typed is, as found out when the program ended."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.cli.output import err
from perf_tui.store.keeping.securing import Ended, Kept
from perf_tui.store.user.trouble import keep_report

PLACES = {
    "file": "填写的内容都在 {file} 里",
    "journal": "最后填的内容没有存进 {file}，记在它旁边，再打开这个文件就能取回",
    "record": "最后填的内容没有存进 {file}，它已被别的程序改过；"
    "内容记在 {note}，打开文件看记录，照着补进去",
    "note": "最后填的内容没有存进 {file}，另写在 {note} 里，照着补进去",
    "changed": "{file} 已被别的程序改过，或者读不出来；"
    "存过的各份用 perf-tui recover {file} --backups 看",
    "nowhere": "最后填的内容是否存下，没有查到；打开 {file} 核对一遍",
}


def tell_ended(ended: Ended) -> int:
    """Say on stderr where the year is and how to go on. Return the exit status."""
    err("；".join(_sentences(ended)))
    if ended.kept.place in ("file", "journal"):
        err(f"下次打开：\nperf-tui open {ended.kept.file}")
    return ended.status


def _sentences(ended: Ended) -> Iterator[str]:
    if ended.bug is not None:
        yield "程序出了错，停下了"
    yield place_words(ended.kept)
    if ended.bug is not None and (report := keep_report(ended.bug)):
        yield f"出错的经过记在 {report}"


def place_words(kept: Kept) -> str:
    """Return a sentence that says where the year is."""
    return PLACES[kept.place].format(file=kept.file, note=kept.note)
