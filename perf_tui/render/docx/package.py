"""The file around the text: python-docx's template without needless parts, and without a clock."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Document
from perf_tui.render.docx.oxml import add
from perf_tui.render.docx.stylesheet import define_styles

KEPT = (
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
)
WORD = "http://schemas.microsoft.com/office/word"
LONGEST_PROPERTY = 255  # characters, by OPC


def empty_file(document: Document) -> WordFile:
    """Return a Word file without text, with our settings and styles and its properties."""
    word = docx.Document()
    package = word.part.package
    for relations in (package.rels, word.part.rels):
        for name in [name for name, one in relations.items() if one.reltype not in KEPT]:
            del relations[name]
    define_styles(word)
    _set_settings(word)
    _set_properties(word, document)
    return word


def to_bytes(word: WordFile) -> bytes:
    """Return the file without the dates that python-docx gives its entries by the clock."""
    saved, out = BytesIO(), BytesIO()
    word.save(saved)
    with ZipFile(saved) as dated, ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name in sorted(dated.namelist()):
            package.writestr(ZipInfo(name), dated.read(name), ZIP_DEFLATED)
    return out.getvalue()


def _set_settings(word: WordFile) -> None:
    """Set odd and even footers, Chinese, and the layout of a current Word."""
    settings = word.settings.element
    settings[:] = []
    add(settings, "zoom", percent=100)
    add(settings, "defaultTabStop", val=420)
    add(settings, "characterSpacingControl", val="compressPunctuation")
    mode = {"name": "compatibilityMode", "uri": WORD, "val": 15}
    add(add(settings, "compat"), "compatSetting", **mode)
    add(settings, "themeFontLang", val="en-US", eastAsia="zh-CN")
    word.settings.odd_and_even_pages_header_footer = True


def _set_properties(word: WordFile, document: Document) -> None:
    """Set title, author and date. The file of a report without a date has none."""
    package = word.part.package
    package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES).element[:] = []
    properties = word.core_properties
    properties.title = clean_text(document.title)[:LONGEST_PROPERTY]
    author = clean_text(document.author)[:LONGEST_PROPERTY]
    properties.author = properties.last_modified_by = author
    if document.created:
        midnight = datetime.combine(document.created, time(), UTC)
        properties.created = properties.modified = midnight
