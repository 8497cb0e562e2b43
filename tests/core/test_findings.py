"""What follows from findings taken together."""

import pytest

from perf_tui.core.findings.finding import (
    CHECKED,
    UNCONFIRMED,
    Finding,
    reasons_given,
    refusal_title,
)

WRONG = Finding("constraint", "error", "办结多于应办", "改正其中一个数")
WAITING = Finding(UNCONFIRMED, "error", "还没有确认", "按回车确认")
DOUBTFUL = Finding("overreach", "warning", "高于目标很多", "核对")


@pytest.mark.parametrize(
    ("findings", "title"),
    [
        ((WRONG, DOUBTFUL), "还不能定稿：必改 1 处"),
        ((WRONG, WAITING, WAITING), "还不能定稿：必改 3 处，其中待确认 2 处"),
    ],
)
def test_a_refusal_counts_what_is_to_be_mended(findings: tuple[Finding, ...], title: str) -> None:
    assert refusal_title(findings, "定稿") == title


def test_the_report_is_given_each_reason_of_an_indicator_once() -> None:
    given = [("上级追加任务", 3), (CHECKED, 3), ("上级追加任务", 3), ("", 3), ("别的", 4)]
    findings = [
        Finding("overreach", "warning", "", "", indicator=number, accepted=reason)
        for reason, number in given
    ]
    assert list(reasons_given(findings, 3)) == ["上级追加任务"]
