"""Word files made of a few elements, as Word, WPS and nobody would write them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:v"'
)
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relations(**targets: str) -> str:
    """A part with relations, by their kinds."""
    inner = "".join(
        f'<Relationship Id="r{kind}" Type="{KIND}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{RELATIONS}">{inner}</Relationships>'


def content_types(**parts: str) -> str:
    """What the parts in word/ are, by their names."""
    inner = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    rest = f'<Default Extension="rels" ContentType="{RELATION_TYPE}"/>'
    return f'<Types xmlns="{TYPES}">{rest}{inner}</Types>'


def part(root: str, inner: str) -> str:
    """A part of WordprocessingML."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{inner}</w:{root}>'


def word_parts(body: str, numbering: str = "", styles: str = "") -> dict[str, str]:
    """The parts of a Word file by their names; `body` is what the text consists of."""
    return {
        "[Content_Types].xml": content_types(
            document="document.main", numbering="numbering", styles="styles"
        ),
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(numbering="numbering.xml", styles="styles.xml"),
        "word/numbering.xml": part("numbering", numbering),
        "word/styles.xml": part("styles", styles),
    }


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def word(body: str, numbering: str = "", styles: str = "") -> bytes:
    """A Word file."""
    return zipped(word_parts(body, numbering, styles))


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph in one run."""
    return (
        f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def listed(text: str, number: int, level: int = 0) -> str:
    """A paragraph of a list."""
    place = f'<w:ilvl w:val="{level}"/><w:numId w:val="{number}"/>'
    return paragraph(text, f"<w:numPr>{place}</w:numPr>")


def level(place: int, form: str, pattern: str, more: str = "", start: int = 1) -> str:
    """A level of a list, `more` being further settings of it."""
    return (
        f'<w:lvl w:ilvl="{place}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'{more}<w:lvlText w:val="{pattern}"/></w:lvl>'
    )


def scheme(name: int, *levels: str) -> str:
    """Levels that count together."""
    return f'<w:abstractNum w:abstractNumId="{name}">{"".join(levels)}</w:abstractNum>'


def numbers(name: int, of: int, more: str = "") -> str:
    """A list by a scheme, `more` being what it has otherwise."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'
