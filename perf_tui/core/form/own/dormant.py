"""Answers that have no field now, because their indicator was removed or is defined otherwise.

Once it is there again, or measured as it was, they have one again.
"""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.form.definition import Form
from perf_tui.core.form.fields import OWN_EVIDENCE, TARGETS
from perf_tui.core.form.own.facts import SLOTS, fact_name
from perf_tui.core.form.own.form import OwnForm
from perf_tui.core.form.own.properties import EVIDENCE_KEYS

PAPERS = ("evidence", "evidence_date", "evidence_title")
KEYS = (
    *("actual", "tier", "coefficient", "points", "deviation_reason", "remark", "paragraph"),
    *TARGETS,
    *(f"{what}.{key}" for what in PAPERS for key in (*EVIDENCE_KEYS, *OWN_EVIDENCE)),
)
"""What can be typed for an indicator, however it is defined, besides its facts."""


def answerable(form: Form) -> Iterator[str]:
    """Yield every address that has a field in the form, or would have one by other definitions."""
    base, own = (form.base, form.own) if isinstance(form, OwnForm) else (form, {})
    yield from base.fields
    for ident in {**base.by_id, **own}:
        yield from (f"indicators.{ident}.{key}" for key in KEYS)
    for ident in own:
        yield from (f"facts.{fact_name(ident, slot)}" for slot in SLOTS)
    yield from form.fields
