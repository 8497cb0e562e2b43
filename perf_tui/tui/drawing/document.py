"""The report on the terminal: the same document as on paper, section by section."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perf_tui.render.document import (
    AttachmentNote,
    Block,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
)
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.origins import UNIT, Abouts, origins
from perf_tui.tui.drawing.printed_table import table_rows
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, pad_left, width_of, wrap


class PreviewSection(NamedTuple):
    """A chapter, or an attachment with its `mark` (附件1)."""

    title: str
    blocks: tuple[Block, ...]
    mark: str = ""

    @property
    def name(self) -> str:
        """Mark and title in one line."""
        return f"{self.mark} {self.title}".strip()


class PreviewLine(NamedTuple):
    """A drawn row, and the ids of the form's pages that it comes from, the main one first."""

    row: DrawnRow
    abouts: Abouts = ()
    in_table: bool = False


def sections_of(document: Document) -> list[PreviewSection]:
    """Return the document's chapters, then its attachments.

    The first chapter includes the title, the last one the signature.
    """
    titles: list[str] = []
    chapters: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, Heading) and block.level == 1:
            titles.append(block.text)
            if len(titles) > 1:
                chapters.append([])
        chapters[-1].append(block)
    return [
        *(
            PreviewSection(title, tuple(blocks))
            for title, blocks in zip(titles, chapters, strict=True)
        ),
        *(
            PreviewSection(one.title, one.blocks, f"附件{one.number}")
            for one in document.attachments
        ),
    ]


def place_of(sections: Sequence[PreviewSection], about: str) -> int:
    """Return the index of the section in which the page with id `about` is printed.

    That is the section with its heading, else the attachment whose table names it, else the first
    attachment. An empty id and the unit's page give 0.
    """
    if about in ("", UNIT):
        return 0
    attached = [place for place, section in enumerate(sections) if section.mark]
    headed = (
        place
        for place, section in enumerate(sections)
        if any(isinstance(block, Heading) and block.about == about for block in section.blocks)
    )
    named = (
        place
        for place in attached
        for block in sections[place].blocks
        if isinstance(block, Table) and any(about in row for row in origins(block))
    )
    return next(iter((*headed, *named, *attached)))


def section_lines(section: PreviewSection, width: int, glyphs: Glyphs) -> list[PreviewLine]:
    """Return the section drawn `width` cells wide, without repeated blank lines."""
    lines = [PreviewLine(row) for row in _attachment_head(section, width, glyphs)]
    abouts: Abouts = ()
    for block in section.blocks:
        if isinstance(block, Table):
            found, drawn = origins(block), table_rows(block, width, glyphs)
            lines += [PreviewLine(row, found[place], in_table=True) for place, row in drawn]
            continue
        abouts = _origin(block, abouts)
        lines += [PreviewLine(row, abouts) for row in _block(block, width, glyphs)]
    return [line for n, line in enumerate(lines) if line.row or (n and lines[n - 1].row)]


def line_of(lines: Sequence[PreviewLine], about: str) -> int:
    """Return the index of the first line from the page with id `about`, or 0 if there is none.

    Lines below a heading are preferred to those in a table.
    """
    found = [place for place, line in enumerate(lines) if about in line.abouts and line.row]
    return min(found, key=lambda place: (lines[place].in_table, place), default=0)


def _origin(block: Block, above: Abouts) -> Abouts:
    """Return the page ids of a block other than a table. Paragraphs take those of the one above."""
    match block:
        case Title() | Signature():
            return (UNIT,)
        case Heading():
            return (block.about,) if block.about else ()
        case AttachmentNote():
            return ()
        case _:
            return above


def _attachment_head(section: PreviewSection, width: int, glyphs: Glyphs) -> Iterator[DrawnRow]:
    if section.mark:
        yield (Piece(section.mark, "heading"),)
        yield from _centred(glyphs.spell(section.title), width)
        yield ()


def _block(block: Block, width: int, glyphs: Glyphs) -> Iterator[DrawnRow]:
    match block:
        case Title():
            yield from _title(block, width, glyphs)
        case Heading():
            yield ()
            yield from _lines(glyphs.spell(block.text), width, "heading")
        case Paragraph(role="caption"):
            yield ()
            yield from _centred(glyphs.spell(block.text), width)
        case Paragraph():
            yield from _lines(f"    {glyphs.spell(block.text)}", width)
        case AttachmentNote():
            yield ()
            yield from _attachment_note(block.names, width, glyphs)
        case Signature():
            yield ()
            yield from ((Piece(pad_left(line, width - 4)),) for line in (block.name, block.date))


def _title(title: Title, width: int, glyphs: Glyphs) -> Iterator[DrawnRow]:
    for line in title.lines:
        yield from _centred(glyphs.spell(line), width)
    if title.mark:
        yield from _centred(f"（{title.mark}）", width, "warning")
    yield ()


def _attachment_note(names: Sequence[str], width: int, glyphs: Glyphs) -> Iterator[DrawnRow]:
    """Yield the list of attachments, 附件：1.×××, with the numbers aligned."""
    for number, name in enumerate(names, 1):
        head = f"    附件：{number}." if number == 1 else f"          {number}."
        for n, line in enumerate(wrap(glyphs.spell(name), width - len(head) - 3)):
            yield (Piece(f"{head if n == 0 else ' ' * 12}{line}"),)


def _centred(text: str, width: int, role: Role = "heading") -> Iterator[DrawnRow]:
    for line in wrap(text, width):
        piece = Piece(line, role)
        yield Piece(" " * ((width - width_of((piece,))) // 2)), piece


def _lines(text: str, width: int, role: Role = "text") -> Iterator[DrawnRow]:
    yield from ((Piece(line, role),) for line in wrap(text, width))
