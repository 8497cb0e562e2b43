"""Whether the documents that the finance bureau wants to see are at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from perf_tui.core.evidence import missing_evidence
from perf_tui.core.findings import Finding
from perf_tui.core.standing import Standing


def evidence_at_hand(standing: Standing) -> Iterator[Finding]:
    """Wanted documents of which nobody has said where they are, once for each indicator."""
    for indicator in standing.form.indicators:
        missing = missing_evidence(standing, indicator)
        if missing:
            yield Finding(
                "evidence-missing",
                "notice",
                f"还缺 {len(missing)} 份佐证材料：{_quoted(missing)}",
                "材料备好后写明文件名或存放处",
                next(iter(missing)),
                indicator.number,
            )


def _quoted(missing: Mapping[str, str]) -> str:
    """The titles, which may have commas of their own."""
    return "".join(f"“{title}”" for title in missing.values())


EVIDENCE_RULES = (evidence_at_hand,)
