"""WordprocessingML as text: elements, runs, and what may stand in them."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from perf_tui.core.numbers import clean_text

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def w(name: str, /, *children: str, **attributes: object) -> str:
    """One element; its name and the attributes' names belong to the main namespace."""
    told = "".join(f" w:{key}={quoteattr(str(value))}" for key, value in attributes.items())
    return f"<w:{name}{told}>{''.join(children)}</w:{name}>" if children else f"<w:{name}{told}/>"


def root(name: str, *children: str) -> str:
    """The root element of a part, with the namespaces that parts use."""
    spaces = f'xmlns:w="{MAIN}" xmlns:r="{RELATIONS}"'
    return f"{DECLARATION}<w:{name} {spaces}>{''.join(children)}</w:{name}>"


def plain_text(text: str) -> str:
    """Text as XML holds it, without characters that it cannot hold."""
    return escape(clean_text(text))


def run(text: str) -> str:
    """A run of text in its style's font; a line break in it stays one."""
    lines = plain_text(text).split("\n")
    pieces = (f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return w("r", w("br").join(pieces))


def paragraph(style: str, *children: str, properties: str = "") -> str:
    """A paragraph in a style; `properties` are what it sets beside it, in the schema's order."""
    return w("p", w("pPr", w("pStyle", val=style), properties), *children)
