"""What evidence is wanted, held and missing."""

from __future__ import annotations

import pytest

from perf_tui.core.evaluation.evidence import ledger_of, missing_evidence
from support.forms import form_of, qualitative, stand

FORM = form_of(
    qualitative(evidence=[{"key": "notes", "title": "座谈记录"}, {"key": "list", "title": "名单"}])
)
AT = "indicators.mood."
SCORED = {f"{AT}tier": "达成", f"{AT}coefficient": "100"}


def _ledger(**texts: str) -> list[tuple[str, str, str]]:
    filled = {AT + key.replace("__", ".").replace("own", "own-"): one for key, one in texts.items()}
    entries = ledger_of(stand(FORM, filled), FORM.indicators[0])
    return [(one.title, one.place, one.date) for one in entries]


def test_every_wanted_document_is_listed_whether_it_is_held_or_not() -> None:
    assert _ledger(evidence__list="档案室") == [("座谈记录", "", ""), ("名单", "档案室", "")]


def test_a_document_may_have_another_title_and_a_date() -> None:
    texts = {"evidence__notes": "3号柜", "evidence_title__notes": "走访记录"}
    (notes, _) = _ledger(**texts, evidence_date__notes="2024.12.3")
    assert notes == ("走访记录", "3号柜", "2024年12月3日")
    (notes, _) = _ledger(**texts, evidence_date__notes="年底")
    assert notes == ("走访记录", "3号柜", "")


@pytest.mark.parametrize(
    ("texts", "added"),
    [
        ({}, []),
        ({"evidence_title__own1": "照片"}, [("照片", "", "")]),
        ({"evidence_title__own2": "照片", "evidence__own2": "硬盘"}, [("照片", "硬盘", "")]),
        ({"evidence__own1": "硬盘"}, [("其他佐证 1", "硬盘", "")]),
        ({"evidence_title__own1": "　"}, []),
    ],
)
def test_what_the_staff_add_follows(
    texts: dict[str, str], added: list[tuple[str, str, str]]
) -> None:
    assert _ledger(**texts)[2:] == added


def test_only_a_result_has_to_be_proven() -> None:
    def missing(texts: dict[str, str]) -> list[str]:
        return list(missing_evidence(stand(FORM, texts), FORM.indicators[0]).values())

    assert missing({}) == []
    assert missing(SCORED) == ["座谈记录", "名单"]
    assert missing({**SCORED, f"{AT}evidence.notes": "柜"}) == ["名单"]
    assert missing({**SCORED, f"{AT}evidence.notes": "\n", f"{AT}evidence.own-1": "柜"}) == [
        "座谈记录",
        "名单",
    ]
