"""Making a year final and opening it again, and what prevents it or its report from being final."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from perf_tui.core.answers.year import Year
from perf_tui.core.findings.finding import Finding, errors_of, refusal_title
from perf_tui.editing.refusing import RefusedError, Sentence, require_editable, require_writable
from perf_tui.store.keeping.keeper import stamp

if TYPE_CHECKING:
    from perf_tui.editing.open_year import OpenYear

DATE = "date"
FINISHED = Sentence("已定稿并保存，只能看；要报告，{export}；要修改，{reopen}")
REOPENED = "已重新打开，理由记在文件里；改好后重新定稿、导出"
NOT_FINAL = "这个年度没有定稿，可以直接改"
NO_REASON = "理由还空着；{reopen}"


class NotFinalError(RefusedError):
    """Something cannot be made final because of `errors`. The message says so in a sentence."""

    def __init__(self, errors: tuple[Finding, ...], what: str) -> None:
        super().__init__(refusal_title(errors, what))
        self.errors = errors


def require_final(findings: Iterable[Finding], what: str) -> None:
    """Raise NotFinalError if there are errors. `what` is what they prevent: 定稿 or the like."""
    if errors := errors_of(findings):
        raise NotFinalError(errors, what)


def hindrances(open_year: OpenYear) -> tuple[Finding, ...]:
    """Return the errors that must be mended before the year can be made final."""
    return errors_of(open_year.change.findings)


def require_ready(open_year: OpenYear) -> None:
    """Raise RefusedError if the year cannot be edited, NotFinalError if it has errors.

    After NotFinalError, all errors are shown.
    """
    require_editable(open_year)
    try:
        require_final(open_year.change.findings, "定稿")
    except NotFinalError:
        open_year.show_all()
        raise


def make_final(open_year: OpenYear) -> None:
    """Make the year final, without saving it. Raises the errors of `require_ready`."""
    require_ready(open_year)
    open_year.session.lock(stamp())
    open_year.note()


def with_finality_kept(present: Year, other: Year) -> Year:
    """Return `other`, another version of the year `present`, final if it has to stay so.

    No version may open a final year in silence: the one that tells of more reopenings decides, and
    of two with as many the final one. What is told of reopenings stays.
    """
    ours, theirs = present.record("final"), other.record("final")
    decides = max(theirs, ours, key=lambda record: (len(record.keys() - {DATE}), DATE in record))
    kept = theirs | ours | {DATE: decides.get(DATE, "")}
    return other.with_texts({f"final.{key}": text for key, text in kept.items()})


def require_reopenable(open_year: OpenYear) -> None:
    """Raise RefusedError if the year is not final or its file cannot be written."""
    require_writable(open_year)
    if not open_year.session.year.locked:
        raise RefusedError(NOT_FINAL)


def reopen(open_year: OpenYear, reason: str) -> None:
    """Open a final year again, without saving it.

    Raises RefusedError if the reason is empty, the year is not final or its file cannot be written.
    """
    require_reopenable(open_year)
    if not reason.strip():
        raise RefusedError(NO_REASON)
    open_year.session.unlock(reason, stamp())
    open_year.note()
