"""What keeps a year, or its report, from being made final: one rule for all front ends."""

from __future__ import annotations

from collections.abc import Iterable

from perf_tui.core.findings import Finding, errors_of, refusal_title


class NotFinalError(Exception):
    """Something cannot be made final while the `errors` stand; the text says so in a sentence."""

    def __init__(self, errors: tuple[Finding, ...], what: str) -> None:
        super().__init__(refusal_title(errors, what))
        self.errors = errors


def require_final(findings: Iterable[Finding], what: str) -> None:
    """NotFinalError where something must be mended before `what`, 定稿 or the like."""
    if errors := errors_of(findings):
        raise NotFinalError(errors, what)
