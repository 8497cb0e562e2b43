"""A screen as text for a snapshot: its words, and the roles in which its pieces are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain, groupby
from typing import TypeAlias

from rich.cells import cell_len
from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size

from perf_tui.tui.drawing.rows import ROLES
from perf_tui.tui.widgets.choices import ChoiceRows
from perf_tui.tui.widgets.rows import Rows
from support.editor import Player

Cell: TypeAlias = tuple[str, Style]
"""A character and its style; behind a wide character comes an empty one."""
Picture: TypeAlias = list[list[Cell]]
Looks: TypeAlias = dict[str, str]
"""A role and the number of the widget it is drawn in, `text@0` → its colours and marks."""

ORDINARY = {"text", "label", "frame"}  # what needs no mention


async def in_themes(
    editor: Player, themes: Iterable[str]
) -> tuple[dict[str, Picture], dict[str, Looks]]:
    """Theme → the cells of the screen, and theme → what the roles look like on it."""
    pictures, looks = {}, {}
    for theme in themes:
        editor.app.use_theme(theme)
        await editor.quiet()
        pictures[theme], looks[theme] = picture(editor), _looks(editor)
    return pictures, looks


def picture(editor: Player) -> Picture:
    """The cells of the screen or of the dialog on it, row by row.

    What lies behind a dialog is drawn when there is nothing else to do.
    """
    place = _place(editor)
    strips = editor.app.screen._compositor.render_strips(Size(*editor.app.size))
    rows = [list(chain.from_iterable(map(_cells, strip))) for strip in strips]
    return [row[place.x : place.right] for row in rows[place.y : place.bottom]]


def words(shown: Picture) -> list[str]:
    """The rows as text, trailing blanks cut."""
    return ["".join(character for character, _ in row).rstrip() for row in shown]


def roles_of(
    editor: Player, pictures: dict[str, Picture], looks: dict[str, Looks]
) -> list[list[str]]:
    """The role of every cell: the one that looks so in each of the themes, "?" where none does."""
    known: dict[tuple[str, ...], str] = {}
    for key in looks["dark"]:
        known.setdefault(tuple(look[key] for look in looks.values()), key.split("@")[0])
    seen = [
        zip(*(map(_look_of, row) for row in rows), strict=True)
        for rows in zip(*pictures.values(), strict=True)
    ]
    roles = [[known.get(look, "?") for look in row] for row in seen]
    for part in _editors(editor):
        for row in roles[part.y : part.bottom]:
            row[part.x : part.right] = ["editor"] * part.width
    if editor.app.screen.query(".dialog"):
        roles = [["frame", *row[1:-1], "frame"] for row in roles]
        roles[0] = roles[-1] = ["frame"] * len(roles[0])
    return roles


def told_roles(shown: Picture, roles: list[list[str]]) -> Iterator[str]:
    """A line for every row that holds more than ordinary text: its pieces with their roles."""
    for y, (cells, names) in enumerate(zip(shown, roles, strict=True), 1):
        runs = groupby(zip(cells, names, strict=True), key=lambda pair: pair[1])
        pieces = [(name, "".join(cell[0] for cell, _ in run).strip()) for name, run in runs]
        told = [f"{name} {words}" for name, words in pieces if words and name not in ORDINARY]
        if told:
            yield f"{y:2} {' | '.join(told)}"


@cache
def look_of(style: Style) -> str:
    """`bold #ffffff on #000000`."""
    marks = ("bold", "dim", "underline", "reverse")
    named = [mark for mark in marks if getattr(style, mark)]
    ground = style.bgcolor.name if style.bgcolor else "default"
    return " ".join([*named, style.color.name if style.color else "default", "on", ground])


def ratio(style: Style) -> float:
    """The contrast between letters and ground, from 1 to 21 (WCAG 2.1, 1.4.3)."""
    assert style.color
    assert style.bgcolor
    dark, light = sorted((_luminance(style.color), _luminance(style.bgcolor)))
    return (light + 0.05) / (dark + 0.05)


def _cells(segment: Segment) -> Iterator[Cell]:
    style = segment.style or Style()
    for character in segment.text:
        yield character, style
        yield from [("", style)] * (cell_len(character) - 1)


def _looks(editor: Player) -> Looks:
    found = {}
    for number, rows in enumerate(editor.app.screen.query(Rows)):
        for role in ROLES:
            found[f"{role}@{number}"] = look_of(rows._style(role))
        if isinstance(rows, ChoiceRows):
            found[f"cursor@{number}"] = look_of(rows._style("cursor"))
    return found


def _look_of(cell: Cell) -> str:
    return look_of(cell[1])


def _place(editor: Player) -> Region:
    dialogs = editor.app.screen.query(".dialog")
    return dialogs.first().region if dialogs else Region(0, 0, *editor.app.size)


def _editors(editor: Player) -> Iterator[Region]:
    """Where one types, in the cells of the picture."""
    screen, corner = editor.app.screen, _place(editor).offset
    for widget in screen.query("LineEditor, PassageEditor"):
        if widget.display:
            yield screen.find_widget(widget).visible_region.translate(-corner)


def _luminance(color: Color) -> float:
    parts = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
