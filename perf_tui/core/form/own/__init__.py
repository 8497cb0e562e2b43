"""The indicators that a year brings along: defined by texts in the year, not by a form set."""

from perf_tui.core.form.own.form import OwnForm, base_of, form_for
from perf_tui.core.form.own.properties import OWN, own_at, slot_at
from perf_tui.core.form.own.telling import told_of

__all__ = ["OWN", "OwnForm", "base_of", "form_for", "own_at", "slot_at", "told_of"]
