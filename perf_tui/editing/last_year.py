"""Last year's file and answers: taking answers over, choosing the file, comparing the years."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from perf_tui.core.answers.year import pending_at
from perf_tui.core.evaluation.comparison import Comparison, compare_years
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.evaluation.last_answers import nothing_to_take, taken_over
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, sentence
from perf_tui.store.years.earlier_years import earlier_years, kept_path, years_before
from perf_tui.store.years.year_file import YearFile

NO_LAST = "还没有上年的文件，{choose} 选一个"
NO_PAGE = "先打开一项，再取上年的内容"
NO_EARLIER = "这个文件夹里没有更早的年度文件，把上年的文件拷进来再选"
NO_BLANK = "没有可取的空栏"
TAKEN = Sentence("已取上年的内容，{confirm}，或改填今年的")
WAITING = "这一栏已经取过上年的内容，还没确认：{confirm}，或改填今年的"


def take(open_year: OpenYear, address: str | None) -> Sentence:
    """Put last year's answer into a field, for the user to confirm. Return what to say.

    Raises RefusedError if the year cannot be edited, if there is no last year, no field or no
    answer, or if an answer was already taken over and is not confirmed yet.
    """
    address = _require_place(open_year, address)
    if open_year.session.year.text(pending_at(address)):
        raise RefusedError(WAITING)
    if not _take_over(open_year, [address]):
        raise RefusedError(nothing_to_take(open_year.change.evaluation, address))
    return TAKEN


def take_page(open_year: OpenYear, address: str | None, addresses: Iterable[str]) -> Sentence:
    """Put last year's answers into the blank fields among `addresses`. Return what to say.

    `address` is the active field, or None on the task list. Raises RefusedError if the year cannot
    be edited, or if there is no last year, no active field or nothing to take over.
    """
    _require_place(open_year, address)
    taken = _take_over(open_year, (at for at in addresses if not open_year.session.year.text(at)))
    if not taken:
        raise RefusedError(NO_BLANK)
    return sentence("已取上年的内容 {count} 栏，逐栏{confirm}", count=str(taken))


def files_to_choose(open_year: OpenYear) -> list[tuple[Path, YearFile]]:
    """Return the files in the same folder that can be last year's.

    Raises RefusedError if the year cannot be edited or there are none.
    """
    require_editable(open_year)
    if not (found := earlier_years(open_year.path.parent, open_year.session.year)):
        raise RefusedError(NO_EARLIER)
    return found


def choose(open_year: OpenYear, path: Path, last: YearFile) -> str:
    """Use an earlier year's file as last year's. Return what was done, in words.

    Raises RefusedError if the year cannot be edited.
    """
    require_editable(open_year)
    evaluation = evaluate(last.form, last.year)
    open_year.session.look_back(kept_path(path, open_year.path), evaluation)
    open_year.note()
    return f"上年文件改用 {path.name}"


def compare(open_year: OpenYear) -> Comparison:
    """Compare this year with those before it; raise RefusedError if there is no last year."""
    evaluation = open_year.change.evaluation
    _require_last(open_year)
    return compare_years([evaluation, *years_before(open_year.path, evaluation.year)])


def _require_place(open_year: OpenYear, address: str | None) -> str:
    require_editable(open_year)
    _require_last(open_year)
    if address is None:
        raise RefusedError(NO_PAGE)
    return address


def _require_last(open_year: OpenYear) -> None:
    if open_year.change.evaluation.last is None:
        raise RefusedError(NO_LAST)


def _take_over(open_year: OpenYear, addresses: Iterable[str]) -> int:
    """Put last year's answers into fields, marked with their year. Return how many there were."""
    texts = taken_over(open_year.change.evaluation, addresses)
    if texts:
        open_year.session.put_all(texts)
        open_year.show_typed()
        open_year.note()
    return len(texts) // 2
