"""Which warnings stand at a field, in which order, and how they are answered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.findings.finding import CHECKED, Finding
from perf_tui.editing.answering import (
    accept,
    adopt,
    is_question,
    proposed_reason,
    warning_to_accept,
    warnings_at,
)
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.keeping.opened_file import open_file
from support.samples import township

HERE, BEFORE, THERE = "budget.executed", "budget.adjusted", "budget.initial"
OWN = Finding("own", "warning", "自己的", "", HERE)
QUESTION = Finding("question", "warning", "像是万元", "", HERE, suggestion="5")
SHARED = Finding("shared", "warning", "别处的", "", THERE, related=(HERE,))
EARLIER = Finding("earlier", "warning", "上一栏的", "", BEFORE)
ANSWERED = Finding("answered", "warning", "说明过的", "", HERE, accepted="属实")
ANSWERED_EARLIER = Finding("early", "warning", "上一栏说明过的", "", BEFORE, accepted="属实")
ANSWERED_THERE = Finding(
    "there", "warning", "别处说明过的", "", THERE, related=(HERE,), accepted="属实"
)
ERROR = Finding("error", "error", "错的", "", HERE)
ALL = (ERROR, ANSWERED, ANSWERED_EARLIER, ANSWERED_THERE, EARLIER, SHARED, OWN, QUESTION)

Found = Callable[..., OpenYear]


@pytest.fixture
def found(path: Path, monkeypatch: pytest.MonkeyPatch) -> Found:
    """The year with these findings, whatever is typed."""

    def found(*findings: Finding) -> OpenYear:
        def judge(_: Evaluation) -> Iterator[Finding]:
            yield from findings

        monkeypatch.setattr("perf_tui.editing.open_year.judge", judge)
        return OpenYear(open_file(path, township))

    return found


def test_questions_first_then_own_then_shared_then_answered(found: Found) -> None:
    assert warnings_at(found(*ALL), HERE) == [QUESTION, OWN, SHARED, ANSWERED]


def test_open_ones_at_the_field_before_come_after_those_at_this_one(found: Found) -> None:
    open_year = found(*ALL)
    assert warnings_at(open_year, HERE, BEFORE) == [QUESTION, OWN, SHARED, EARLIER, ANSWERED]
    assert warnings_at(open_year, "budget.adjustment_reason", BEFORE) == [EARLIER]


def test_the_one_gone_to_from_the_list_is_answered_first(found: Found) -> None:
    open_year = found(*ALL)
    open_year.checked = SHARED
    assert warnings_at(open_year, HERE)[0] == SHARED


def test_a_suggestion_is_put_in_its_place(found: Found) -> None:
    open_year = found(OWN, QUESTION)
    assert adopt(open_year, HERE) == QUESTION
    assert open_year.session.year.text(HERE) == "5"
    with pytest.raises(RefusedError, match="没有可采纳的建议"):
        adopt(open_year, THERE)


def test_a_reason_is_kept_and_taken_back(open_year: OpenYear) -> None:
    at = "budget.adjustment_reason"
    finding = warning_to_accept(open_year, at)
    assert not is_question(finding)
    assert proposed_reason(finding) == CHECKED
    assert accept(open_year, finding, "专项追加") == "已记下说明"
    again = warning_to_accept(open_year, at)
    assert proposed_reason(again) == again.accepted == "专项追加"
    assert accept(open_year, again, "") == "已收回说明"
    assert open_year.session.year.record("accepted") == {}


def test_where_nothing_waits_or_nothing_can_be_typed_it_is_refused(open_year: OpenYear) -> None:
    with pytest.raises(RefusedError, match="没有要说明的提醒"):
        warning_to_accept(open_year, "unit.name")
    open_year.session.lock("2025-04-15 09:00")
    for answer in (adopt, warning_to_accept):
        with pytest.raises(RefusedError, match="已定稿"):
            answer(open_year, "budget.adjustment_reason")
