"""The mouse is the terminal's own unless a setting takes it; then a click goes to a field."""

from pathlib import Path

from perf_tui.store.user.settings import Settings
from support.editor import editing
from support.program import STARTED, program

ASKED_FOR = b"\x1b[?1000h"


async def test_a_click_goes_to_the_field_it_hits(year: Path) -> None:
    async with editing(year, place="budget.initial", settings=Settings(mouse=True)) as editor:
        places = ["budget.executed", "budget.adjusted"]
        for label, place in zip(("全年执行数", "调整预算数"), places, strict=True):
            y = next(y for y, line in enumerate(editor.lines) if label in line)
            await editor.pilot.click(offset=(30, y))
            await editor.quiet()
            assert editor.open_year.place == place
            await editor.type("5")
            assert editor.open_year.session.year.text(place) == "5"


async def test_a_click_beside_all_fields_stays(year: Path) -> None:
    async with editing(year, place="budget.initial") as editor:
        await editor.pilot.click(offset=(30, 2))
        await editor.quiet()
        assert editor.open_year.place == "budget.initial"


def test_only_a_setting_asks_the_terminal_for_it(tmp_path: Path, year: Path) -> None:
    asked = []
    for setting in ("", "mouse = true\n"):
        (tmp_path / "perf-tui").mkdir(exist_ok=True)
        (tmp_path / "perf-tui" / "settings.toml").write_text(setting, encoding="utf-8")
        with program(tmp_path, "open", year) as terminal:
            sent = b""
            while STARTED not in terminal.text:
                sent += terminal.read(20)
            asked.append(ASKED_FOR in sent)
            terminal.send(b"\x1b[<0;10;5M\x1b[<0;10;5m")
            terminal.press("f10")
            assert terminal.exit_status() == 0
    assert asked == [False, True]
