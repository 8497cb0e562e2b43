"""What a Word file's styles say of numbers and of hidden text (word/styles.xml)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from perf_tui.reader.parts.xml import Attributes, ElementReader, Path, value

FARTHEST = 20  # styles in a chain of which each is based on the next; Word allows half as many
TELLING = frozenset({"style", "basedOn", "numId", "ilvl", "vanish"})
OFF = ("0", "false", "off")


@dataclass(slots=True)
class NumberedStyle:
    """A style. None leaves a property to the style it is based on."""

    based_on: str = ""
    number: str | None = None
    level: str | None = None
    hidden: bool | None = None


class Styles(ElementReader):
    """All styles by their ids, as the part defines them. `default` is the id of paragraphs' own."""

    def __init__(self) -> None:
        self.all: dict[str, NumberedStyle] = {}
        self.default = ""
        self.current = NumberedStyle()
        self.chains: dict[str, list[tuple[str, NumberedStyle]]] = {}

    def start(self, path: Path, attributes: Attributes) -> None:
        if path[-1] not in TELLING:
            return
        found = value(attributes, "val")
        match path:
            case [*_, "style"]:
                self._begin(attributes)
            case [*_, "style", "basedOn"]:
                self.current.based_on = found
            case [*_, "style", "pPr", "numPr", "numId"]:
                self.current.number = found
            case [*_, "style", "pPr", "numPr", "ilvl"]:
                self.current.level = found
            case [*_, "style", "rPr", "vanish"]:
                self.current.hidden = found not in OFF

    def chain(self, name: str) -> list[tuple[str, NumberedStyle]]:
        """Return a style and those it is based on with their ids, the nearest first."""
        if name not in self.chains:
            self.chains[name] = list(self._chain(name))
        return self.chains[name]

    def hidden(self, name: str) -> bool | None:
        """Whether text in a style is hidden, or None if neither it nor its bases say so."""
        said = (style.hidden for _, style in self.chain(name))
        return next((hidden for hidden in said if hidden is not None), None)

    def _chain(self, name: str) -> Iterator[tuple[str, NumberedStyle]]:
        for _ in range(FARTHEST):
            if name not in self.all:
                return
            yield name, self.all[name]
            name = self.all[name].based_on

    def _begin(self, attributes: Attributes) -> None:
        name, kind = value(attributes, "styleId"), value(attributes, "type", "paragraph")
        self.current = self.all[name] = NumberedStyle()
        if kind == "paragraph" and value(attributes, "default", "0") not in OFF:
            self.default = name
