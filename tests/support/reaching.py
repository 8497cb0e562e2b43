"""How many keys it takes to get somewhere, each way gone in a real terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from perf_tui.core.form import Form, Page
from perf_tui.editing.jump_targets import jump_targets
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file
from perf_tui.tui.drawing.page import indent_of
from support.program import STARTED, program
from support.samples import JIANLONG, township
from support.terminal import Terminal

FIELD = "budget.executed"
TO_FIELD = ("home", "down", "enter", "down", "down")
LAST = "budget.initial"


def everything_asked(path: Path) -> YearFile:
    """The year 2024 with every piece of evidence held, so that every field there is is shown."""
    file = read_year_file(JIANLONG, township)
    held = {at: "有" for at in file.form.fields if ".evidence." in at or ".evidence_title." in at}
    full = YearFile(file.form, file.year.with_texts(held), file.unknown)
    write_year_file(path, full)
    return full


def keys_to_indicators(path: Path) -> dict[str, int]:
    """Indicator → how many keys lead from another page to its first field."""
    file = everything_asked(path)
    with program(path.parent, "open", path) as terminal:
        terminal.wait_for(STARTED)
        terminal.press(*TO_FIELD)
        return dict(_indicators(terminal, file.form))


def keys_to_fields(path: Path) -> dict[str, int]:
    """Address → how many keys lead to it from a page; of every field of every indicator."""
    file = everything_asked(path)
    with program(path.parent, "open", path) as terminal:
        terminal.wait_for(STARTED)
        terminal.press(*TO_FIELD)
        return dict(_fields(terminal, file))


def keys_to_last_field(path: Path) -> int:
    """How many keys it takes from the start to the field at which the program was left."""
    everything_asked(path)
    with program(path.parent, "open", path) as terminal:
        terminal.wait_for(STARTED)
        terminal.press(*TO_FIELD, "f10")
        assert terminal.exit_status() == 0
    with program(path.parent, "open", path) as terminal:
        terminal.wait_for(STARTED)
        return _press_until(terminal, (), label_of(township("township"), FIELD))


def keys_to_next_problem(path: Path) -> int:
    """How many keys it takes to a figure on another page that cannot be read."""
    file = everything_asked(path)
    wrong = {"facts.disputes": "许多"}
    write_year_file(path, YearFile(file.form, file.year.with_texts(wrong), file.unknown))
    with program(path.parent, "open", path) as terminal:
        terminal.wait_for(STARTED)
        terminal.press("f6", "7", "enter")
        terminal.wait_for("7 河道水质")
        return _press_until(terminal, ("f8",), label_of(file.form, "facts.disputes"))


def keys_to_confirm(path: Path) -> int:
    """How many keys make a value taken over from last year this year's own."""
    everything_asked(last := path.with_name("last.toml"))
    with program(path.parent, "new", path, "--year", "2025", "--from", last) as made:
        assert made.exit_status() == 0
    with program(path.parent, "open", path) as terminal:
        terminal.wait_for(STARTED)
        terminal.press("down", "enter", "f7")
        terminal.wait_for("待确认")
        terminal.press("enter", "f2")
        terminal.wait_for("已保存到")
    texts = read_year_file(path, township).year.texts
    assert LAST in texts
    assert f"pending.{LAST}" not in texts
    return 1


def label_of(form: Form, address: str) -> str:
    """How a field that is being typed in begins its row."""
    field = form.fields[address]
    return f">{'*' if field.required else ' '}{indent_of(field)}{field.label}"


def _indicators(terminal: Terminal, form: Form) -> Iterator[tuple[str, int]]:
    for page in _numbered(form):
        numbers = [str(one.number) for one in _numbered(form)]
        sure = sum(number.startswith(str(page.number)) for number in numbers) == 1
        keys = ("escape", *str(page.number), *(() if sure else ("enter",)))
        terminal.press(*keys)
        _arrive(terminal, page, label_of(form, page.addresses[0]))
        yield page.id, len(keys)


def _fields(terminal: Terminal, file: YearFile) -> Iterator[tuple[str, int]]:
    for page in _numbered(file.form):
        texts = file.year.texts
        found = jump_targets(file.form, texts, f"{page.number:02}")
        for goal in found[1:]:
            assert goal.address is not None
            keys = ("ctrl+g", *_shortest(file, page, goal.shortcut), *goal.shortcut)
            terminal.press(*keys)
            _arrive(terminal, page, label_of(file.form, goal.address))
            yield goal.address, len(keys)
        assert {goal.address for goal in found[1:]} == set(page.addresses)


def _shortest(file: YearFile, page: Page, shortcut: str) -> str:
    """The page's number as short as it can be typed before a sign."""
    number = str(page.number)
    meant = jump_targets(file.form, file.year.texts, number + shortcut)
    return number if {goal.page.id for goal in meant} == {page.id} and shortcut else f"{number:0>2}"


def _numbered(form: Form) -> list[Page]:
    return [page for page in form.pages if page.number]


def _arrive(terminal: Terminal, page: Page, label: str) -> None:
    title = f" {page.number} {page.title}"
    terminal.wait_until(
        lambda lines: (
            any(line.startswith(title) for line in lines)
            and any(line.startswith(label) for line in lines)
        ),
        what=f"{label} on {title}",
    )


def _press_until(terminal: Terminal, keys: tuple[str, ...], label: str) -> int:
    """How many of the keys, pressed one by one, it takes until the field is being typed in."""
    for pressed, key in enumerate((*keys, "")):
        terminal.settle(0.5)
        if any(line.startswith(label) for line in terminal.lines):
            return pressed
        terminal.press(*filter(None, [key]))
    raise AssertionError(f"{label} was not reached:\n{terminal.text}")
