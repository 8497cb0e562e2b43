"""Writing a passage in one's own words."""

from __future__ import annotations

from perf_tui.core.rewriting import first_draft, why_no_draft
from perf_tui.editing.desk import Desk
from perf_tui.editing.refusing import RefusedError, require_editable


def rewrite(desk: Desk, address: str | None) -> str:
    """Put the generated sentence into the empty field for own words; the field's address.

    RefusedError where nothing can be typed or there is nothing to begin with.
    """
    require_editable(desk)
    standing = desk.change.standing
    refusal = why_no_draft(standing, address, "{rewrite}")
    if address is None or refusal:
        raise RefusedError(refusal)
    desk.session.put(address, first_draft(standing, address))
    desk.note()
    return address
