"""Last year at hand: taking its answers over, choosing its file, comparing the years."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from perf_tui.core.comparison import Comparison, compare_years
from perf_tui.core.last_year import nothing_to_take, taken_over
from perf_tui.core.standing import take_stock
from perf_tui.core.year import pending_at
from perf_tui.editing.desk import Desk
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence
from perf_tui.store.last_year import earlier_years, kept_path, years_before
from perf_tui.store.years import YearFile

NO_LAST = "还没有上年的文件，{choose} 选一个"
NO_PAGE = "先打开一项，再取上年的内容"
NO_EARLIER = "这个文件夹里没有更早的年度文件，把上年的文件拷进来再选"
NO_BLANK = "没有可取的空栏"
TAKEN = Sentence("已取上年的内容，{confirm}，或改填今年的")
WAITING = "这一栏已经取过上年的内容，还没确认：{confirm}，或改填今年的"


def take(desk: Desk, address: str | None) -> Sentence:
    """Put last year's answer into a field, to be confirmed; what is said of it.

    RefusedError where nothing can be typed, where there is no last year, no field, no answer, or
    where one waits to be confirmed already.
    """
    address = _require_place(desk, address)
    if desk.session.year.text(pending_at(address)):
        raise RefusedError(WAITING)
    if not _take_over(desk, [address]):
        raise RefusedError(nothing_to_take(desk.change.standing, address))
    return TAKEN


def take_page(desk: Desk, address: str | None, addresses: Iterable[str]) -> Sentence:
    """Put last year's answers into those fields of the page at `address` that are blank.

    What is said of it; RefusedError as of `take`, and where no blank has an answer.
    """
    _require_place(desk, address)
    taken = _take_over(desk, (at for at in addresses if not desk.session.year.text(at)))
    if not taken:
        raise RefusedError(NO_BLANK)
    return sentence("已取上年的内容 {count} 栏，逐栏{confirm}", count=str(taken))


def files_to_choose(desk: Desk) -> list[tuple[Path, YearFile]]:
    """The files that may be last year's; RefusedError where there are none to choose from."""
    require_editable(desk)
    if not (found := earlier_years(desk.path.parent, desk.session.year)):
        raise RefusedError(NO_EARLIER)
    return found


def choose(desk: Desk, path: Path, last: YearFile) -> str:
    """Lay another earlier year's file beside this one; what was done."""
    require_editable(desk)
    standing = take_stock(last.form, last.year)
    desk.session.look_back(kept_path(path, desk.path), standing)
    desk.note()
    return f"上年文件改用 {path.name}"


def compare(desk: Desk) -> Comparison:
    """This year beside those before it; RefusedError where there is no last year."""
    standing = desk.change.standing
    _require_last(desk)
    return compare_years([standing, *years_before(desk.path, standing.year)])


def _require_place(desk: Desk, address: str | None) -> str:
    require_editable(desk)
    _require_last(desk)
    if address is None:
        raise RefusedError(NO_PAGE)
    return address


def _require_last(desk: Desk) -> None:
    if desk.change.standing.last is None:
        raise RefusedError(NO_LAST)


def _take_over(desk: Desk, addresses: Iterable[str]) -> int:
    """How many answers there were; each is marked with the year it is from."""
    texts = taken_over(desk.change.standing, addresses)
    if texts:
        desk.session.put_all(texts)
        desk.judge_typed()
        desk.note()
    return len(texts) // 2
