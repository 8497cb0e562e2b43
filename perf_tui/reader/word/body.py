"""The text of a Word file (word/document.xml) as lines, in the order of reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from perf_tui.reader.kinds import NO_WORD, SAVE_AS
from perf_tui.reader.parts.xml import Attributes, ElementReader, Path, value, whole
from perf_tui.reader.text import MOST_LINES, ReportError, too_many_lines
from perf_tui.reader.word.counting import Counting
from perf_tui.reader.word.styles import OFF

# Elements left out with all they hold: phonetic guides, tab stops, settings with their texts.
LEFT_OUT = ("rt", "tabs", "sdtPr")
BEFORE = "Change"  # ends the names of elements with what a tracked change replaced: pPrChange
# Elements that stand for characters. Those of formulas keep 1/2 from becoming 12.
MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
MARKS |= {"m:den": "/", "m:sup": "^"}
WIDEST = 100  # columns of a cell
BLANKS = str.maketrans("\t\r\n", "   ")


@dataclass(slots=True)
class LinePlace:
    """What collects lines: the text, a text box, a cell, or a row with a line for each cell.

    `carried` is text whose paragraph's end is deleted or hidden, so that the next paragraph goes on
    from it. `gone` marks deleted rows and cells that continue the one above. A cell has a `span` of
    columns. `framed` are the lines of a row's last cell as they stand in it.
    """

    lines: list[str] = field(default_factory=list)
    carried: str = ""
    gone: bool = False
    span: int = 1
    framed: list[str] = field(default_factory=list)

    def put(self, *lines: str) -> None:
        """Add lines behind those already there."""
        if self.carried:
            self.lines.append(self.carried)
            self.carried = ""
        self.lines += lines

    def take(self) -> list[str]:
        """Return all lines, or none of a place that is gone."""
        self.put()
        return [] if self.gone else self.lines


@dataclass(slots=True)
class WordParagraph:
    """What is known of a paragraph so far.

    `boxes` are the lines of the text boxes in it. `hidden` is set by its style, and `run_hidden` is
    what holds for the present run.
    """

    pieces: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    style: str = ""
    number: str | None = None
    level: str | None = None
    hidden: bool = False
    run_hidden: bool = False
    goes_on: bool = False


class Body(ElementReader):
    """Takes in the elements of the text. Its first place collects what was read."""

    def __init__(self, counting: Counting) -> None:
        self.counting, self.styles = counting, counting.styles
        self.places = [LinePlace()]
        self.paragraphs = [WordParagraph()]  # the first is there for what is in none
        self.chosen = [False]  # whether one of several versions of a drawing has been read
        self.typed: list[str] = []
        self.trimmed = True
        self.count = 0

    def start(self, path: Path, attributes: Attributes) -> bool | None:
        starting = STARTS.get(path[-1])
        if starting:
            return starting(self, path, attributes)
        if len(path) == 1 and path[0] != "document":
            raise ReportError(NO_WORD)
        return path[-1].endswith(BEFORE)

    def end(self, path: Path) -> None:
        ending = ENDS.get(path[-1])
        if ending:
            ending(self)

    def text(self, path: Path, text: str) -> None:
        if path[-1] in ("t", "m:t"):
            self.typed.append(text)

    def lines(self) -> list[str]:
        """Return the lines read so far."""
        return self.places[0].take()

    def leave_out(self, *_: object) -> bool:
        """Leave out an element with all it holds."""
        return True

    def mark(self, path: Path, _: Attributes) -> None:
        """Add the character that an element stands for."""
        self._add(MARKS[path[-1]])

    def begin_paragraph(self, *_: object) -> None:
        """Begin a paragraph, which may lie in a text box of another one."""
        self.paragraphs.append(WordParagraph())

    def begin_place(self, *_: object) -> None:
        """Begin a row, a cell or a text box."""
        self.places.append(LinePlace())

    def begin_run(self, *_: object) -> None:
        """Begin a run, hidden as its paragraph is until its own properties come."""
        self.paragraphs[-1].run_hidden = self.paragraphs[-1].hidden

    def begin_text(self, _: Path, attributes: Attributes) -> None:
        """Begin text, of which the spaces around it count only if the file says so."""
        self.typed, self.trimmed = [], value(attributes, "space") != "preserve"

    def begin_versions(self, *_: object) -> None:
        """Begin a drawing in several versions."""
        self.chosen.append(False)

    def choose(self, *_: object) -> bool:
        """Read only the first version of a drawing, because all of them say the same."""
        before, self.chosen[-1] = self.chosen[-1], True
        return before

    def remove(self, path: Path, _: Attributes) -> bool:
        """Leave out what was deleted or moved away: a row, the end of a paragraph, or text."""
        match path:
            case [*_, "trPr", _]:
                self.places[-1].gone = True
            case [*_, "pPr", "rPr", _]:
                self.paragraphs[-1].goes_on = True
            case _:
                return True
        return False

    def refuse(self, *_: object) -> None:
        """Refuse a file that embeds another one, whose text only Word can fetch."""
        raise ReportError(f"正文里嵌着另一份文件，{SAVE_AS}")

    def note(self, path: Path, attributes: Attributes) -> None:
        """Take in a property of a paragraph, a run or a cell."""
        paragraph, found = self.paragraphs[-1], value(attributes, "val")
        match path:
            case [*_, "pPr", "pStyle"]:
                paragraph.style, paragraph.hidden = found, bool(self.styles.hidden(found))
            case [*_, "numPr", "numId"]:
                paragraph.number = found
            case [*_, "numPr", "ilvl"]:
                paragraph.level = found
            case [*_, "pPr", "rPr", "vanish"]:
                paragraph.goes_on = found not in OFF
            case [*_, "r", "rPr", "rStyle"]:
                paragraph.run_hidden = self.styles.hidden(found) or paragraph.hidden
            case [*_, "r", "rPr", "vanish"]:
                paragraph.run_hidden = found not in OFF
            case [*_, "tcPr", "vMerge" | "hMerge"]:
                self.places[-1].gone = found != "restart"

    def widen(self, _: Path, attributes: Attributes) -> None:
        """Take in how many columns a cell spans."""
        self.places[-1].span = min(whole(value(attributes, "val"), 1), WIDEST)

    def end_text(self) -> None:
        """Add the text to its paragraph unless its run is hidden."""
        text = "".join(self.typed).translate(BLANKS)
        self._add(text.strip(" ") if self.trimmed else text)

    def end_paragraph(self) -> None:
        """Put the paragraph's label, text and text boxes, or carry its text into the next one."""
        paragraph, place = self.paragraphs.pop(), self.places[-1]
        text, place.carried = place.carried + "".join(paragraph.pieces), ""
        if paragraph.goes_on:
            self._put(*paragraph.boxes)
            place.carried = text
            return
        label = self.counting.label(paragraph.style, paragraph.number, paragraph.level)
        lines = f"{label}{text}" if text else label.rstrip()
        self._put(*lines.split("\n"), *paragraph.boxes)

    def end_cell(self) -> None:
        """Put the cell as one line into its row."""
        cell = self.places.pop()
        self.places[-1].framed = [line for line in cell.take() if line]
        lines = [line.replace("\t", " ") for line in self.places[-1].framed]
        # A cell over several columns adds blank ones, so that the columns keep their places.
        self.places[-1].put(self.join_cell(lines), *[""] * (cell.span - 1))

    def join_cell(self, lines: list[str]) -> str:
        """Return the text of a cell on one line."""
        return " ".join(lines)

    def end_row(self) -> None:
        """Put the row as one line, its cells separated by tabs, unless it is deleted.

        A cell alone in its row is a frame around lines, which stay apart.
        """
        row = self.places.pop()
        if row.gone:
            return
        cells = row.take()
        self._put(*(row.framed if len(cells) == 1 and row.framed else ("\t".join(cells),)))

    def end_box(self) -> None:
        """Keep the lines of a text box for the end of its paragraph."""
        self.paragraphs[-1].boxes += self.places.pop().take()

    def end_versions(self) -> None:
        """End a drawing in several versions."""
        self.chosen.pop()

    def _add(self, piece: str) -> None:
        if not self.paragraphs[-1].run_hidden:
            self.paragraphs[-1].pieces.append(piece)

    def _put(self, *lines: str) -> None:
        self.count += len(lines)
        if self.count > MOST_LINES:
            raise too_many_lines()
        self.places[-1].put(*lines)


STARTS: dict[str, Callable[[Body, Path, Attributes], bool | None]] = {
    **dict.fromkeys(LEFT_OUT, Body.leave_out),
    **dict.fromkeys(MARKS, Body.mark),
    "p": Body.begin_paragraph,
    **dict.fromkeys(("tr", "tc", "txbxContent"), Body.begin_place),
    "r": Body.begin_run,
    **dict.fromkeys(("t", "m:t"), Body.begin_text),
    "mc:AlternateContent": Body.begin_versions,
    **dict.fromkeys(("mc:Choice", "mc:Fallback"), Body.choose),
    **dict.fromkeys(("del", "moveFrom"), Body.remove),
    **dict.fromkeys(("altChunk", "subDoc"), Body.refuse),
    **dict.fromkeys(("pStyle", "rStyle", "numId", "ilvl"), Body.note),
    **dict.fromkeys(("vanish", "vMerge", "hMerge"), Body.note),
    "gridSpan": Body.widen,
}
ENDS: dict[str, Callable[[Body], None]] = {
    "p": Body.end_paragraph,
    "tr": Body.end_row,
    "tc": Body.end_cell,
    "txbxContent": Body.end_box,
    **dict.fromkeys(("t", "m:t"), Body.end_text),
    "mc:AlternateContent": Body.end_versions,
}
