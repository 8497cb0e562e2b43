"""Taking edits back, across fields and pages."""

from __future__ import annotations

from perf_tui.core.acceptance import place_of_acceptance
from perf_tui.core.form import Form
from perf_tui.core.session import Change
from perf_tui.core.year import Year
from perf_tui.tui.screens.main import MainScreen


async def undo(screen: MainScreen) -> None:
    """Take the last edit back and show where it was."""
    before = screen.desk.session.year
    change = screen.desk.session.undo()
    await _show(screen, before, change, "已撤销", "没有可撤销的了")


async def redo(screen: MainScreen) -> None:
    """Do the edit again that was taken back."""
    before = screen.desk.session.year
    change = screen.desk.session.redo()
    await _show(screen, before, change, "已重做", "没有可重做的了")


async def _show(
    screen: MainScreen, before: Year, change: Change | None, done: str, nothing: str
) -> None:
    if change is None:
        screen.say(nothing)
        return
    form, reason_at = screen.desk.form, place_of_acceptance(str(change.field))
    place = reason_at or change.field
    if place in form.fields:
        await screen.show_field(place)
    screen.refresh_change(screen.desk.change)
    about = "说明" if reason_at else "确认"
    screen.announce(f"{done}：{_told(form, before, change.standing.year) or about}", "good")


def _told(form: Form, before: Year, after: Year) -> str:
    """What became of the fields that changed; "" where only what is kept about them did."""
    changed = [at for at in form.fields if before.text(at) != after.text(at)]
    if len(changed) != 1:
        return f"共 {len(changed)} 栏" if changed else ""
    field = form.fields[changed[0]]
    text = after.text(field.address) or "空白"
    return field.label if field.wordy else f"{field.label}，现在是 {text}"
