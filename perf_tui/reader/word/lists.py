"""How a Word file's lists are numbered (word/numbering.xml; ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from dataclasses import dataclass, field

from perf_tui.reader.parts.xml import Attributes, ElementReader, Path, value, whole
from perf_tui.reader.word.styles import OFF, Styles

LEVELS = 9  # of a list
LONGEST_PATTERN = 100  # characters; Word takes 50 or so


@dataclass(slots=True)
class Level:
    """A level of a list. The defaults are those of Word.

    `form` is the number format, `legal` prints the numbers of other levels in digits. `restart` is
    the level, counted from 1, up to which a new number restarts this one. 0 is never, None always.
    """

    start: int = 1
    form: str = "decimal"
    pattern: str = ""
    suffix: str = "tab"
    legal: bool = False
    style: str = ""
    restart: int | None = None


@dataclass(slots=True)
class NumberingScheme:
    """Levels that count together, by their places from 0.

    `linked` names the style whose list holds the levels, if the scheme has none itself.
    """

    levels: dict[int, Level] = field(default_factory=dict)
    linked: str = ""


@dataclass(slots=True)
class Numbers:
    """A list of the text: a scheme, and the levels and first numbers that differ from it."""

    scheme: str = ""
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)


class Lists(ElementReader):
    """All schemes and lists by their ids, as the part defines them."""

    def __init__(self) -> None:
        self.schemes: dict[str, NumberingScheme] = {}
        self.all: dict[str, Numbers] = {}
        self.scheme, self.numbers, self.level, self.place = NumberingScheme(), Numbers(), Level(), 0

    def start(self, path: Path, attributes: Attributes) -> None:
        match path:
            case [_, "abstractNum", *inner]:
                self._take_scheme(inner, attributes)
            case [_, "num", *inner]:
                self._take_numbers(inner, attributes)

    def link(self, styles: Styles) -> None:
        """Give schemes that only name a style the levels of that style's list."""
        for scheme in self.schemes.values():
            style = styles.all.get(scheme.linked)
            numbers = self.all.get(style.number or "") if style else None
            target = self.schemes.get(numbers.scheme) if numbers else None
            if target and not scheme.levels:
                scheme.levels = target.levels

    def levels(self, numbers: Numbers) -> dict[int, Level]:
        """Return the levels of a list, its own before those of its scheme."""
        scheme = self.schemes.get(numbers.scheme, NumberingScheme())
        return scheme.levels | numbers.levels

    def _take_scheme(self, inner: Path, attributes: Attributes) -> None:
        match inner:
            case []:
                self.scheme = self.schemes[value(attributes, "abstractNumId")] = NumberingScheme()
            case ["numStyleLink"]:
                self.scheme.linked = value(attributes, "val")
            case ["lvl", *of_level]:
                self._take_level(self.scheme.levels, of_level, attributes)

    def _take_numbers(self, inner: Path, attributes: Attributes) -> None:
        match inner:
            case []:
                self.numbers = self.all[value(attributes, "numId")] = Numbers()
            case ["abstractNumId"]:
                self.numbers.scheme = value(attributes, "val")
            case ["lvlOverride"]:
                self.place = whole(value(attributes, "ilvl"))
            case ["lvlOverride", "startOverride"]:
                self.numbers.starts[self.place] = whole(value(attributes, "val"), 1)
            case ["lvlOverride", "lvl", *of_level]:
                self._take_level(self.numbers.levels, of_level, attributes)

    def _take_level(self, levels: dict[int, Level], inner: Path, attributes: Attributes) -> None:
        match inner:
            case [setting] | ["mc:AlternateContent", "mc:Fallback", setting]:
                self._set(setting, value(attributes, "val"))
            case []:
                self.level, place = Level(), whole(value(attributes, "ilvl"))
                levels |= {place: self.level} if place < LEVELS else {}

    def _set(self, setting: str, found: str) -> None:
        match setting:
            case "start":
                self.level.start = whole(found, 1)
            case "numFmt":
                self.level.form = found
            case "lvlText":
                self.level.pattern = found[:LONGEST_PATTERN]
            case "suff":
                self.level.suffix = found
            case "isLgl":
                self.level.legal = found not in OFF
            case "pStyle":
                self.level.style = found
            case "lvlRestart":
                self.level.restart = whole(found)
