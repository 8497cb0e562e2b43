"""A report as any writer can put it on paper: what stands there, not how it is found or drawn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Title:
    """The title, its lines broken by meaning; `mark` stands below it (草稿)."""

    lines: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading, its number part of the text: 一、 / （一） / 1.

    `about` is the id of the form's page whose words follow at once, "" for a heading above others.
    """

    level: Literal[1, 2, 3]
    text: str
    about: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: of the text, or above a table (`caption`)."""

    text: str
    role: Literal["body", "caption"] = "body"


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """The names of the attachments, as the text announces them."""

    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs, and when, in words; `sealed` leaves the place for a seal over both."""

    name: str
    date: str
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A table's cell over `span` columns; a `label` names what stands beside or below it.

    A line break in a label only says where it may break in a narrow column. Of cells that are one
    downwards, the `first` has the text, those `below` have none. `about` is the id of the form's
    page that the text comes from, "" for none.
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
    """Rows of cells; `widths` are the columns' shares, `head` is repeated on every page."""

    widths: tuple[int, ...]
    rows: tuple[Row, ...]
    head: tuple[Row, ...] = ()


Block: TypeAlias = Title | Heading | Paragraph | AttachmentNote | Signature | Table


@dataclass(frozen=True, slots=True)
class Attachment:
    """An attachment on a page of its own, across a turned page where its table is `wide`."""

    number: int
    title: str
    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report; `title`, `author` and `created` are its properties as a file."""

    title: str
    author: str
    created: date | None
    blocks: tuple[Block, ...]
    attachments: tuple[Attachment, ...] = ()
