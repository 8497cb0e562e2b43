"""A report as any writer can put it on paper, apart from how it was made and how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Align = Literal["left", "center", "right"]


class TooLongError(ValueError):
    """A report that would take time and memory beyond measure, or that a format cannot hold."""


@dataclass(frozen=True, slots=True)
class Title:
    """The title, with its lines broken by meaning. `mark` stands below it (草稿)."""

    lines: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading, whose number is part of the text: 一、 / （一） / 1.

    `about` is the id of the form's page whose words follow at once. It is empty for a heading above
    others.
    """

    level: Literal[1, 2, 3]
    text: str
    about: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text (`body`), or one above a table (`caption`)."""

    text: str
    role: Literal["body", "caption"] = "body"


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """The names of the attachments, as the text announces them."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs and when, in words. `sealed` leaves room for a seal over both."""

    name: str
    date: str
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell over `span` columns. A `label` names what stands beside or below it.

    A line break in a label only says where it may break in a narrow column. Of cells merged
    downwards, the `first` has the text and those `below` have none. `about` is the id of the form's
    page from which the text comes, or empty.
    """

    text: str
    span: int = 1
    align: Align = "center"
    label: bool = False
    merged: Literal["", "first", "below"] = ""
    about: str = ""


Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells. `widths` are the columns' shares, and `head` is repeated on every page."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()


Block: TypeAlias = Title | Heading | Paragraph | AttachmentNote | Signature | Table


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment on a page of its own. A `wide` one has a turned page for its table.

    `name` is a short title for where there is little room, if it has one.
    """

    number: int
    title: str
    blocks: tuple[Block, ...]
    wide: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report. `title`, `author` and `created` are the properties of its file."""

    title: str
    author: str
    created: date | None
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
