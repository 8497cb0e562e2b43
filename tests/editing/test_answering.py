"""Which warnings stand at a field, in which order, and how they are answered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from perf_tui.core.findings import CHECKED, Finding
from perf_tui.core.standing import Standing
from perf_tui.editing.answering import (
    accept,
    adopt,
    is_question,
    proposed_reason,
    warning_to_accept,
    warnings_at,
)
from perf_tui.editing.desk import Desk
from perf_tui.editing.refusing import RefusedError
from perf_tui.store.opening import open_year
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

Found = Callable[..., Desk]


@pytest.fixture
def found(path: Path, monkeypatch: pytest.MonkeyPatch) -> Found:
    """The year with these findings, whatever is typed."""

    def found(*findings: Finding) -> Desk:
        def judge(_: Standing) -> Iterator[Finding]:
            yield from findings

        monkeypatch.setattr("perf_tui.editing.desk.judge", judge)
        return Desk(open_year(path, township))

    return found


def test_questions_first_then_own_then_shared_then_answered(found: Found) -> None:
    assert warnings_at(found(*ALL), HERE) == [QUESTION, OWN, SHARED, ANSWERED]


def test_open_ones_at_the_field_before_come_after_those_at_this_one(found: Found) -> None:
    desk = found(*ALL)
    assert warnings_at(desk, HERE, BEFORE) == [QUESTION, OWN, SHARED, EARLIER, ANSWERED]
    assert warnings_at(desk, "budget.adjustment_reason", BEFORE) == [EARLIER]


def test_the_one_gone_to_from_the_list_is_answered_first(found: Found) -> None:
    desk = found(*ALL)
    desk.checked = SHARED
    assert warnings_at(desk, HERE)[0] == SHARED


def test_a_suggestion_is_put_in_its_place(found: Found) -> None:
    desk = found(OWN, QUESTION)
    assert adopt(desk, HERE) == QUESTION
    assert desk.session.year.text(HERE) == "5"
    with pytest.raises(RefusedError, match="没有可采纳的建议"):
        adopt(desk, THERE)


def test_a_reason_is_kept_and_taken_back(desk: Desk) -> None:
    at = "budget.adjustment_reason"
    finding = warning_to_accept(desk, at)
    assert not is_question(finding)
    assert proposed_reason(finding) == CHECKED
    assert accept(desk, finding, "专项追加") == "已记下说明"
    again = warning_to_accept(desk, at)
    assert proposed_reason(again) == again.accepted == "专项追加"
    assert accept(desk, again, "") == "已收回说明"
    assert desk.session.year.record("accepted") == {}


def test_where_nothing_waits_or_nothing_can_be_typed_it_is_refused(desk: Desk) -> None:
    with pytest.raises(RefusedError, match="没有要说明的提醒"):
        warning_to_accept(desk, "unit.name")
    desk.session.lock("2025-04-15 09:00")
    for answer in (adopt, warning_to_accept):
        with pytest.raises(RefusedError, match="已定稿"):
            answer(desk, "budget.adjustment_reason")
