"""Writing a passage in one's own words."""

from __future__ import annotations

from perf_tui.core.sentences import follows_from_facts, generated, own_words
from perf_tui.tui.screens.main import MainScreen

ELSEWHERE = "先走到“报告中的文字”下面那一栏，再按 Ctrl+R"
NOTHING = "这一段没有自动生成的文字，直接写"
ALREADY = "这一栏已经是你自己写的；清空后再按 Ctrl+R，就从自动生成的文字改起"
GAPS = "自动生成的文字还有空档，把数填全后再按 Ctrl+R"


async def rewrite(screen: MainScreen) -> None:
    """Put the generated sentence into the empty field for own words, to be edited there."""
    screen.leave_field()
    address, desk = screen.place(), screen.desk
    if address is None or desk.form.fields[address].group != "passage":
        screen.say(ELSEWHERE)
        return
    page, standing = desk.form.home_of[address], desk.change.standing
    known = desk.form.by_id if page.kind == "indicator" else desk.form.by_key
    owner = known[page.id]
    if owner.sentence is None:
        screen.say(NOTHING)
    elif own_words(standing, owner):
        screen.say(ALREADY)
    elif not follows_from_facts(standing, owner):
        screen.say(GAPS, "warning")
    else:
        desk.session.put(address, generated(standing, owner))
        await screen.show_field(address)
        screen.say("已放入自动生成的文字，在上面改；清空就恢复自动生成")
