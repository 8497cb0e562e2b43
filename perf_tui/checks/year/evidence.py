"""The rule on evidence (佐证材料), which practice wants filed with a self-evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from perf_tui.checks.pagewise import on_item
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.evidence import missing_evidence
from perf_tui.core.findings.finding import Finding
from perf_tui.core.scoring.item import IndicatorScore


@on_item
def evidence_at_hand(evaluation: Evaluation, item: IndicatorScore) -> Iterator[Finding]:
    """Find indicators that want documents whose place nobody has stated, and list them."""
    missing = missing_evidence(evaluation, item.indicator)
    if missing:
        yield Finding(
            "evidence-missing",
            "notice",
            f"还缺 {len(missing)} 份佐证材料：{_quoted(missing)}",
            "材料备好后写明文件名或存放处",
            next(iter(missing)),
            item.indicator.number,
        )


def _quoted(missing: Mapping[str, str]) -> str:
    """Return the titles in quotation marks, because a title may contain commas."""
    return "".join(f"“{title}”" for title in missing.values())


EVIDENCE_RULES = (evidence_at_hand,)
