"""WordprocessingML that python-docx cannot write, or only slowly."""

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
    """Return the name in the main namespace, as lxml wants it."""
    return qn(f"w:{name}")


def element(name: str, /, **attributes: object) -> Any:
    """Return a new element without a parent. All names belong to the main namespace."""
    return OxmlElement(f"w:{name}", _attribute_texts(attributes))


def add(parent: Any, name: str, /, **attributes: object) -> Any:
    """Add an element at the end of another. All names belong to the main namespace."""
    return SubElement(parent, w(name), _attribute_texts(attributes) if attributes else None)


def add_words(paragraph: Any, text: str) -> None:
    """Add a run to the paragraph, with a break for every line feed, unless the text is empty."""
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
    """Return the element behind an object of python-docx, which not every class makes public."""
    return proxy._element  # noqa: SLF001


def _attribute_texts(attributes: dict[str, object]) -> dict[str, str]:
    return {w(name): str(value) for name, value in attributes.items()}
