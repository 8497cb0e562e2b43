"""The document as Markdown, in which everything that the user typed is literal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perf_tui.core.numbers.cleaning import clean_text
from perf_tui.render.document import (
    AttachmentNote,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Row,
    Signature,
    Table,
    Title,
)

SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&]")
# Signs that begin a list, a rule or an underlined heading at the start of a line.
LEADING = re.compile(r"^(\s*)([-+=])", re.MULTILINE)
NUMBERED = re.compile(r"^(\s*\d+)([.)])(?=\s|$)", re.MULTILINE)
ALIGNMENT = {"left": ":---", "center": ":---:", "right": "---:"}


def to_markdown(document: Document) -> str:
    """Return the whole document, with a line feed at its end."""
    blocks = [_block(block) for block in document.blocks]
    for attachment in document.attachments:
        blocks.append(f"## 附件{attachment.number} {_line(attachment.title)}")
        blocks.extend(_block(block) for block in attachment.blocks)
    return "\n\n".join(blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Title():
            mark = f"\n\n**（{_line(block.mark)}）**" if block.mark else ""
            return f"# {_line(''.join(block.lines))}{mark}"
        case Heading():
            return f"{'#' * (block.level + 1)} {_line(block.text)}"
        case Paragraph():
            return _hard_breaks(_escape(block.text).splitlines())
        case AttachmentNote():
            return _hard_breaks(_announced(block.names))
        case Signature():
            return _hard_breaks([_line(block.name), _line(block.date)])
        case Table():
            return "\n".join(_table(block))


def _announced(names: tuple[str, ...]) -> Iterator[str]:
    for number, name in enumerate(names, 1):
        yield f"{'附件：' if number == 1 else ''}{number}.{_line(name)}"


def _table(table: Table) -> Iterator[str]:
    head = table.head[0] if table.head else ()
    alignment = [ALIGNMENT["center"]] * len(table.widths)
    if table.rows and len(table.rows[0]) == len(alignment):
        alignment = [ALIGNMENT[cell.align] for cell in table.rows[0]]
    yield _row(head, len(alignment))
    yield f"| {' | '.join(alignment)} |"
    for row in (*table.head[1:], *table.rows):
        yield _row(row, len(alignment))


def _row(row: Row, columns: int) -> str:
    texts = [text for cell in row for text in (_in_cell(cell), *[""] * (cell.span - 1))]
    return f"| {' | '.join([*texts, *[''] * (columns - len(texts))])} |"


def _in_cell(cell: Cell) -> str:
    return ("" if cell.label else "<br>").join(_escape(cell.text).splitlines())


def _hard_breaks(lines: Iterator[str] | list[str]) -> str:
    return "\\\n".join(lines)


def _line(text: str) -> str:
    return " ".join(_escape(text).split("\n"))


def _escape(text: str) -> str:
    marked = SPECIAL.sub(r"\\\g<0>", clean_text(text).strip())
    return NUMBERED.sub(r"\1\\\2", LEADING.sub(r"\1\\\2", marked))
