"""Numbers as people type them, and what becomes of them in a real terminal.

The wanted value reaches the file, or a refusal the screen; never another value: what cannot be read
stays in the field and in the file as it was typed.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.store.years.year_file import YearFile, write_year_file
from support.program import STARTED, program
from support.samples import township
from support.terminal import Terminal


@dataclass(frozen=True, slots=True)
class Row:
    """What is typed, what the file then holds (None: nothing at all), what the screen says."""

    typed: str
    wanted: Decimal | str | None
    said: str = ""


YUAN = "budget.executed"
WAN = "facts.fixed_investment"
PERCENT = "indicators.medical_insurance.actual"
COUNT = "facts.cadres_due"
TIMES = "facts.joint_enforcement"


def reads(wanted: str, *typed: str, said: str = "") -> Iterator[Row]:
    """Rows that are read as one value, exact or with its qualifier."""
    exact = wanted[0] not in "约近" and wanted[-1] not in "余多"
    yield from (Row(one, Decimal(wanted) if exact else wanted, said) for one in typed)


def refuses(*typed: str, said: str = "「") -> Iterator[Row]:
    """Rows that stay as they were typed, with words beside them."""
    yield from (Row(one, one, said) for one in typed)


ROWS = {
    YUAN: [
        *reads("38820071.88", "38,820,071.88", "38，820，071.88", "38 820 071.88"),
        *reads("38820100", "3882.01万元", "3882.01万", said="= 38,820,100 元（3,882.01 万元）"),
        *reads("27000000", "0.27亿", said="= 27,000,000 元"),
        *reads("5", "+5"),
        *reads("0", "-0"),
        *refuses("95。41", "95,41", said="95.41 还是 9541"),
        *refuses("38,82,0071", "三百多万左右", "12元角"),
        *refuses("3882万零5元", "2024年4月15日", "-", "12个", "1.2.3", "百分之九十五"),
        *reads("38820071.88", "￥38,820,071.88", "38820071.88元整", "38 820　071.88"),
        *reads("1230000", "一百二十三万", "123萬", said="= 1,230,000 元（123.00 万元）"),
        Row("", None),
    ],
    WAN: [
        *reads("0.388201", "3882.01元", said="= 0.388201 万元"),
        *reads("约22.6", "约22.6", " 约 ２２．６ "),
        *reads("近300", "近300"),
    ],
    PERCENT: [
        *reads("95.41", "95.41", "９５．４１", "95.41%", "95.41％"),
        *reads("0.9541", "0.9541", said="是 95.41% 还是 0.9541%"),
        *reads("101", "101", said="高于最大值 100%"),
        *refuses("95。41", "95,41", said="95.41 还是 9541"),
        *refuses("九成五", said="换成百分数"),
        *refuses("95.41％左右", said="约95.41"),
        *refuses("95.41．", said="如果是 95.41 就这样填"),
    ],
    COUNT: [
        *reads("123", "１２３"),
        *reads("12", " 12 ", "　12　", "12\u200b", "十二"),
        *reads("100", "一百", "壹佰"),
        *reads("12.5", "12.5", said="应为整数"),
        *reads("-3", "-3", said="低于最小值"),
        *refuses("1e3", "1_000", "0x10", "NaN", "∞", "½", "²", "١٢٣", "1e400", "9" * 30),
    ],
    TIMES: [
        *reads("300余", "300余"),
        *reads("300多", "300多"),
        *reads("40余", "40余次"),
    ],
}
# In a year made from one that spent this much.
LAST_EXECUTED = "36000000"
AFTER_LAST = Row("3882.01", Decimal("3882.01"), "是不是按万元填的")
ADOPTED = Decimal(38820100)


def misread(year: Path, *, pasted: bool) -> list[str]:
    """What of the table does not come out as it should, one sentence each."""
    with program(year.parent, "open", year) as terminal:
        terminal.wait_for(STARTED)
        return [
            wrong
            for address, rows in ROWS.items()
            for wrong in _misread_at(terminal, year, address, rows, pasted)
        ]


def misread_after_last(folder: Path, *, pasted: bool) -> list[str]:
    """The same for a figure typed in 万元 where last year's was in 元, and its one-key answer."""
    last, year = folder / "2023.toml", folder / "2024.toml"
    form = township("township")
    write_year_file(last, YearFile(form, Year(form.id, 2023, {YUAN: LAST_EXECUTED})))
    with program(folder, "new", year, "--year", "2024", "--from", last, "--force") as made:
        assert made.exit_status() == 0
    with program(folder, "open", year) as terminal:
        terminal.wait_for(STARTED)
        wrong = list(_misread_at(terminal, year, YUAN, [AFTER_LAST], pasted, blank_after=False))
        terminal.press("ctrl+k")
        terminal.wait_for("已改为 38820100")
        terminal.press("f2")
        terminal.wait_for("已保存到")
        adopted = _held(year, YUAN)
        return wrong if adopted == ADOPTED else [*wrong, f"Ctrl+K made it {adopted}"]


def _misread_at(
    terminal: Terminal,
    year: Path,
    address: str,
    rows: list[Row],
    pasted: bool,
    *,
    blank_after: bool = True,
) -> Iterator[str]:
    page = township("township").home_of[address]
    terminal.press("f6")
    terminal.type(page.title)
    terminal.press("enter", *["down"] * page.addresses.index(address))
    _leave_blank(terminal)
    for row in rows:
        _enter(terminal, row.typed, pasted)
        screen = "".join(line.strip() for line in terminal.lines)
        if (value := _held(year, address)) != row.wanted:
            yield f"「{row.typed}」 became {value}"
        elif row.said not in screen:
            yield f"「{row.typed}」 passed without 「{row.said}」"
        if blank_after:
            _leave_blank(terminal)


def _enter(terminal: Terminal, text: str, pasted: bool) -> None:
    """Puts a text into the blank field, and saves."""
    if pasted and text:
        terminal.paste(text)
    else:
        terminal.type(text)
    terminal.press("f2")
    terminal.wait_until(_is_saved, what="已保存到")


def _is_saved(lines: list[str]) -> bool:
    """Whether the year is on the disk; what is told of a paste may stand where it is said."""
    stripped = "已经去掉" in lines[-2] and lines[0].endswith("已保存")
    return "已保存到" in lines[-2] or stripped


def _leave_blank(terminal: Terminal) -> None:
    """Blanks the field, with which the word that it has been saved goes as well."""
    terminal.press("end", "ctrl+u", "0", "backspace")
    terminal.wait_until(lambda lines: not lines[-2], what="an empty status line")


def _held(year: Path, address: str) -> object:
    """The value in the file on the disk, numbers as Decimal."""
    value: object = tomllib.loads(year.read_text(encoding="utf-8"), parse_float=Decimal)
    for key in address.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return Decimal(value) if isinstance(value, int) else value
