"""Writing a passage in one's own words."""

from __future__ import annotations

from perf_tui.core.form import Form, Indicator, Section
from perf_tui.core.sentences import generated, has_gap, own_words, passage_of
from perf_tui.core.standing import Standing
from perf_tui.tui.screens.main import LOCKED, MainScreen

ELSEWHERE = "先走到“报告中的文字”下面那一栏，再按 {rewrite}"
NOTHING = "这一段没有自动生成的文字，直接写"
ALREADY = "这一栏已经是你自己写的；清空后再按 {rewrite}，就从自动生成的文字改起"
GAPS = "自动生成的文字还有空档，把数填全后再按 {rewrite}"


async def rewrite(screen: MainScreen) -> None:
    """Put the generated sentence into the empty field for own words, to be edited there."""
    screen.leave_field()
    standing, address = screen.desk.change.standing, screen.place()
    owner = _owner_of(standing.form, address)
    refusal = ELSEWHERE if owner is None else _refusal(standing, owner)
    if owner is None or refusal:
        screen.say(refusal.format_map(screen.key_of), "warning")
        return
    screen.desk.session.put(passage_of(owner), generated(standing, owner))
    await screen.show_field(address)
    screen.say("已放入自动生成的文字，在上面改；清空就恢复自动生成")


def _owner_of(form: Form, address: str | None) -> Indicator | Section | None:
    """Whose passage is typed at an address; None where something else is."""
    if address is None or form.fields[address].group != "passage":
        return None
    page = form.home_of[address]
    return form.by_id[page.id] if page.kind == "indicator" else form.by_key[page.id]


def _refusal(standing: Standing, owner: Indicator | Section) -> str:
    """Why there is nothing to rewrite and what to do; "" where there is."""
    if standing.year.locked:
        return LOCKED
    if owner.sentence is None:
        return NOTHING
    if own_words(standing, owner):
        return ALREADY
    return GAPS if has_gap(standing, generated(standing, owner)) else ""
