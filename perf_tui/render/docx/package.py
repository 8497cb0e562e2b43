"""The zip around the parts: content types, relations, properties; no clock anywhere in it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from perf_tui.render.document import Document
from perf_tui.render.docx.xml import DECLARATION, RELATIONS, plain_text

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"
CORE_PROPERTIES = f"{PACKAGE}/relationships/metadata/core-properties"


def pack(parts: Mapping[str, str], properties: str) -> bytes:
    """The file: `parts` by the names they have in word/, `document` first."""
    files = {
        "[Content_Types].xml": _content_types(parts),
        "_rels/.rels": _relations(
            {
                "main": (f"{RELATIONS}/officeDocument", "word/document.xml"),
                "core": (CORE_PROPERTIES, "docProps/core.xml"),
            }
        ),
        "docProps/core.xml": properties,
        "word/_rels/document.xml.rels": _relations(
            {
                name: (f"{RELATIONS}/{_kind(name)}", f"{name}.xml")
                for name in parts
                if name != "document"
            }
        ),
        **{f"word/{name}.xml": part for name, part in parts.items()},
    }
    return _zipped(files)


def core_properties(document: Document) -> str:
    """Title, author and the day of the report; undated where the report is."""
    dates = "" if document.created is None else _dates(document.created)
    return (
        f"{DECLARATION}<cp:coreProperties"
        f' xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{plain_text(document.title)}</dc:title>"
        f"<dc:creator>{plain_text(document.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{plain_text(document.author)}</cp:lastModifiedBy>"
        f"{dates}</cp:coreProperties>"
    )


def _dates(day: date) -> str:
    stamp = f'xsi:type="dcterms:W3CDTF">{day.isoformat()}T00:00:00Z'
    return "".join(f"<dcterms:{name} {stamp}</dcterms:{name}>" for name in ("created", "modified"))


def _kind(part: str) -> str:
    if part == "document":
        return "document.main"
    return "footer" if part.startswith("footer") else part


def _content_types(parts: Mapping[str, str]) -> str:
    overrides = {f"/word/{name}.xml": f"{OFFICE}.{_kind(name)}+xml" for name in parts}
    listed = "".join(
        f"<Override PartName={quoteattr(name)} ContentType={quoteattr(kind)}/>"
        for name, kind in {**overrides, "/docProps/core.xml": CORE}.items()
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(relations: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f"<Relationship Id={quoteattr(name)} Type={quoteattr(kind)} Target={quoteattr(target)}/>"
        for name, (kind, target) in relations.items()
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _zipped(files: Mapping[str, str]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, text in files.items():
            # Without a date of its own, an entry would carry the moment of writing.
            package.writestr(ZipInfo(name), text.encode(), ZIP_DEFLATED)
    return out.getvalue()
