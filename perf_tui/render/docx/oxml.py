"""WordprocessingML for what python-docx has no words for, or only slow ones."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import SubElement

SPACE = qn("xml:space")


@cache
def w(name: str) -> str:
    """The name in the main namespace, as lxml wants it."""
    return qn(f"w:{name}")


def element(name: str, /, **attributes: object) -> Any:
    """An element that stands nowhere yet; all names belong to the main namespace."""
    return OxmlElement(f"w:{name}", _told(attributes))


def add(parent: Any, name: str, /, **attributes: object) -> Any:
    """An element at the end of another; all names belong to the main namespace."""
    return SubElement(parent, w(name), _told(attributes) if attributes else None)


def add_words(paragraph: Any, text: str) -> None:
    """A run in the paragraph, with a break where the text has one; none without text."""
    if not text:
        return
    run = add(paragraph, "r")
    for number, line in enumerate(text.split("\n")):
        if number:
            add(run, "br")
        words = add(run, "t")
        words.text = line
        words.set(SPACE, "preserve")


def below(proxy: Paragraph | Run | Table | _Cell) -> Any:
    """The element that python-docx stands for; it has no public name where there is no part."""
    return proxy._element  # noqa: SLF001


def _told(attributes: dict[str, object]) -> dict[str, str]:
    return {w(name): str(value) for name, value in attributes.items()}
