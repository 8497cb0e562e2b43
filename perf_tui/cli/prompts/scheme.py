"""The command about the scheme: saying its values, and changing them for this year."""

from __future__ import annotations

from perf_tui.cli.prompts.walk import Walk
from perf_tui.editing.refusing import require_editable

HOW = "在 .方案 后面写栏名和内容，如 等级 不评等级；只写栏名就改回原来的"
FROM_SET, CHANGED = "原方案", "本年改的"


def scheme(walk: Walk, _place: int, typed: str) -> None:
    """Change the value whose label is typed, or say all values and how they are changed."""
    label, _blank, text = typed.strip().partition(" ")
    fields = {field.label.replace(" ", ""): field for field in walk.open_year.form.scheme_fields}
    field = fields.get(label)
    if field:
        require_editable(walk.open_year)
        walk.open_year.type(field.address, text.strip())
        walk.open_year.leave(field.address)
        _say_faults(walk, field.address)
    elif label:
        walk.say(f"没有“{label}”这一栏，栏名有 {'、'.join(fields)}")
    _say_values(walk, field.address if field else "")
    if not label:
        walk.say(HOW)


def _say_values(walk: Walk, only: str) -> None:
    year = walk.open_year.session.year
    for field in walk.open_year.form.scheme_fields:
        text = year.text(field.address)
        if only in ("", field.address):
            said = f"{text or field.fallback or '（空）'}{field.unit if field.numeric else ''}"
            walk.say(f"{field.label}：{said}，{CHANGED if text else FROM_SET}")


def _say_faults(walk: Walk, address: str) -> None:
    found = walk.open_year.change.findings
    walk.say_all(f"{one.message}；{one.fix}" for one in found if one.field == address)
