"""Every screen and dialog as it was looked at and found good.

After a change that is meant, `pytest tests/tui/test_snapshots.py --update-snapshots`, and read what
the difference shows. Words do not depend on the theme, so they are kept once, at two or four sizes;
where ASCII signs change a row, its other form follows. What colour a piece has is kept as its role,
which every theme must draw in the colours that stand in `themes.txt`. The first scene of every
screen, and every narrow one, is drawn in all themes, and in ASCII at both sizes.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import AsyncIterator, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, chdir
from functools import partial
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unicodedata import east_asian_width

import pytest
from textual.screen import Screen

import perf_tui.tui.screens
from perf_tui.showing.glyphs import cell_by_cell
from perf_tui.showing.themes import THEMES
from perf_tui.store.errors import SaveError
from perf_tui.store.user.settings import Settings
from perf_tui.tui.drawing.start import head_row
from support.editor import Player, editing, starting
from support.scenes import SCENES, Scene
from support.screenshots import (
    Picture,
    in_themes,
    look_of,
    picture,
    ratio,
    roles_of,
    told_roles,
    words,
)

FOLDER = Path(__file__).parent / "snapshots"
SIZES, SMALL = ((80, 24), (120, 40)), ((60, 20), (20, 5))
# WCAG 2.1 asks for 4.5, and for 7 where eyes are weak. The terminal's own 16 colours can be any.
CONTRAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
TELLING = ("dark", "ansi")  # together they draw no two roles alike
FIRST = {scene.screen: scene for scene in reversed(SCENES)}.values()
SCROLLING = ("end", "pagedown")  # keys that need something laid out to move
REFUSED = Settings(keys={"check": "ctrl+i", "nope": "f2"})


@pytest.fixture(autouse=True)
def same_everywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and years lie where they lie on every machine, and no font is missing."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "/home/clerk/.config")
    monkeypatch.setattr("perf_tui.store.fonts.installed.missing_fonts_notice", lambda _: "")
    head = partial(head_row, Path("/home/clerk/绩效"))
    monkeypatch.setattr("perf_tui.tui.screens.start.head_row", lambda _, *rest: head(*rest))


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
async def test_a_screen_looks_as_before_and_is_easy_to_read_in_every_theme(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config
) -> None:
    if scene.full_disk:
        monkeypatch.setattr("perf_tui.store.keeping.keeper.write_year_file", refuse)
    lines = []
    whole = scene.narrow or scene in FIRST
    async with at(scene, ascii_only=True) as editor:
        plain = {size: await rows_at(editor, size) for size in SIZES[: 1 + whole]}
    async with at(scene) as editor:
        pictures, looks = await in_themes(editor, THEMES if whole else TELLING)
        roles = roles_of(editor, pictures, looks)
        for size in SIZES + SMALL * scene.narrow:
            rows = await rows_at(editor, size)
            lines += [f"=== {size[0]}×{size[1]}", *told(rows, plain.get(size, rows))]
    lines += ["=== roles", *told_roles(pictures["dark"], roles)]
    faint = [told for theme, shown in pictures.items() for told in hard_to_read(theme, shown)]
    hold(scene.name, lines, pytestconfig)
    assert faint == []
    drawn = "".join(row for rows in plain.values() for row in rows)
    assert {sign for sign in drawn if east_asian_width(sign) == "A"} == set()


def test_every_screen_has_a_scene() -> None:
    for module in pkgutil.iter_modules(perf_tui.tui.screens.__path__):
        importlib.import_module(f"perf_tui.tui.screens.{module.name}")
    mine = [one for one in descendants(Screen) if one.__module__.startswith("perf_tui.")]
    shown = {one.__name__ for one in mine if not one.__subclasses__()}
    assert shown - {scene.screen for scene in SCENES} == set()
    assert len(shown) > 10


def test_every_snapshot_has_a_scene() -> None:
    kept = {path.stem for path in FOLDER.glob("*.txt")}
    assert kept == {scene.name for scene in SCENES} | {"themes"}


async def test_the_roles_of_every_theme(pytestconfig: pytest.Config) -> None:
    async with at(SCENES[0]) as editor:
        _, looks = await in_themes(editor, THEMES)
    lines = []
    for theme, found in looks.items():
        named = {key.split("@")[0]: look for key, look in found.items()}
        lines += [f"=== {theme}", *(f"{role:8} {look}" for role, look in named.items())]
    hold("themes", lines, pytestconfig)


@asynccontextmanager
async def at(scene: Scene, *, ascii_only: bool = False) -> AsyncIterator[Player]:
    """The program after the keys of a scene."""
    with TemporaryDirectory() as folder, chdir(folder):
        async with opened(scene, ascii_only=ascii_only) as player:
            for _, keys in groupby(scene.pressed, lambda key: key in SCROLLING):
                await player.at_once(*keys)
            if scene.pasted:
                await player.paste(scene.pasted)
            assert player.screen == scene.screen
            yield player


def opened(scene: Scene, *, ascii_only: bool) -> AbstractAsyncContextManager[Player]:
    """The editor on the year of a scene, or the start on the folder where that lies."""
    path = scene.make()
    if scene.start:
        return starting(path.parent, ascii_only=ascii_only)
    settings = REFUSED if scene.refused_keys else Settings()
    return editing(path, ascii_only=ascii_only, settings=settings)


async def rows_at(editor: Player, size: tuple[int, int]) -> list[str]:
    """What the screen shows at a size."""
    if size != editor.app.size:
        await editor.resize(*size)
    return words(picture(editor))


def told(full: list[str], plain: list[str]) -> Iterator[str]:
    """Every row, and below it its other form where ASCII takes more than another sign."""
    for one, other in zip(full, plain, strict=True):
        yield one
        if other not in (one, cell_by_cell(one)):
            yield f"ascii:{other}"


def hard_to_read(theme: str, shown: Picture) -> Iterator[str]:
    """What has too little contrast; the terminal's own colours can have any."""
    for cells in shown if theme in CONTRAST else ():
        letters = filter(lambda cell: cell[0].strip(), cells)
        for style, run in groupby(letters, key=lambda cell: cell[1]):
            if ratio(style) < CONTRAST[theme]:
                yield f"{theme}: {''.join(letter for letter, _ in run)} {look_of(style)}"


def hold(name: str, lines: list[str], config: pytest.Config) -> None:
    """Compare with the snapshot, or write it anew where that is asked for."""
    path, portrait = FOLDER / f"{name}.txt", "\n".join(lines) + "\n"
    if config.getoption("update_snapshots"):
        path.write_text(portrait, encoding="utf-8")
    assert path.is_file(), "a new scene: run with --update-snapshots and look at it"
    assert portrait == path.read_text(encoding="utf-8"), "if this is meant: --update-snapshots"


def descendants(parent: type[Any]) -> Iterator[type[Any]]:
    """All classes made from a class."""
    for child in parent.__subclasses__():
        yield child
        yield from descendants(child)


def refuse(path: Path, *_: object) -> None:
    """A disk that takes nothing."""
    raise SaveError(f"/home/clerk/绩效/{path.name} 没有保存：磁盘满了，腾出空间或换一个位置")
