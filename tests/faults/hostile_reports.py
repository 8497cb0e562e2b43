"""Reports that nobody should open, made anew every time; and reports that only look so."""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from random import Random
from typing import Any

from faults.raw_zip import DEFLATED, ENCRYPTED, MEGABYTE, Entry, bomb, entry, raw_zip
from support.word import (
    NAMESPACES,
    level,
    listed,
    numbers,
    paragraph,
    part,
    relations,
    scheme,
    word,
    word_parts,
    zipped,
)

TEXT, STYLES = "word/document.xml", "word/styles.xml"
HEAD = f"<w:document {NAMESPACES}><w:body>"
GOOD = paragraph("一、基本情况")
DEEP, MANY = 100_000, 2_000_000
GIGABYTE = 1024 * MEGABYTE
MOST_PLAIN = 4 * MEGABYTE
NOISE = Random(1).randbytes(MEGABYTE)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def _parts(**changed: str | bytes | None) -> dict[str, str | bytes]:
    """A good file's parts, some of them others (`document`, `styles`, `rels`) or left out."""
    parts: dict[str, str | bytes] = {**word_parts(GOOD)}
    for short, content in changed.items():
        name = "word/_rels/document.xml.rels" if short == "rels" else f"word/{short}.xml"
        if content is None:
            del parts[name]
        else:
            parts[name] = content
    return parts


def _with(**changed: str | bytes | None) -> bytes:
    return zipped(_parts(**changed))


def _raw(name: str, *, directory_size: int | None = None, **changed: Any) -> bytes:
    """A good file in which a part's headers say something else."""
    entries = [entry(*one) for one in word_parts(GOOD).items()]
    made = [replace(one, **changed) if one.name == name else one for one in entries]
    return raw_zip(made, directory_size)


def _bomb(name: str, begin: str, again: str) -> bytes:
    return _raw(name, packed=bomb(begin.encode(), again.encode()), size=GIGABYTE)


def _more(entries: list[Entry]) -> bytes:
    return raw_zip([*(entry(*one) for one in word_parts(GOOD).items()), *entries])


def _told(words: str, inner: str = GOOD) -> bytes:
    """A text with definitions before it."""
    return _with(document=f"<!DOCTYPE w:document {words}>{HEAD}{inner}</w:body></w:document>")


def _laughs() -> bytes:
    inner = "".join(f'<!ENTITY a{number} "{f"&a{number - 1};" * 10}">' for number in range(1, 10))
    return _told(f'[<!ENTITY a0 "ha">{inner}]', paragraph("&a9;"))


def _zip64(offset: int) -> bytes:
    """With a zip64 end that says what it likes."""
    plain = word(GOOD)
    at = plain.rindex(b"PK\x05\x06")
    end = struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, 9, 9, 2**40, offset)
    locator = struct.pack("<LQL", 0, at, 1)
    return plain[:at] + b"PK\x06\x06" + end + b"PK\x06\x07" + locator + plain[at:]


def _numbered(pattern: str, form: str, start: int, count: int) -> bytes:
    """Paragraphs of a list whose numbers are as long as a pattern makes them."""
    lists = scheme(0, level(0, form, pattern, start=start)) + numbers(1, 0)
    return word(listed("甲", 1) * count, lists)


def _other(name: str) -> bytes:
    """A package of another program."""
    return zipped({"_rels/.rels": relations(officeDocument=name), name: "<a/>"})


def _attributes(count: int) -> str:
    return "<w:p " + " ".join(f'a{number}=""' for number in range(count)) + "/>"


def _namespaces(count: int) -> str:
    return "<w:p " + " ".join(f'xmlns:a{number}="u"' for number in range(count)) + "/>"


# Each must be refused: one line, status 2.
REFUSED: dict[str, Callable[[], bytes]] = {
    "a gigabyte of blanks": partial(_bomb, TEXT, HEAD, " "),
    "a gigabyte of nothing": partial(_bomb, TEXT, "", "\0"),
    "a gigabyte of text": partial(_bomb, TEXT, f"{HEAD}<w:p><w:r><w:t>", "满分"),
    "a gigabyte of entities": partial(_bomb, TEXT, f"{HEAD}<w:p><w:r><w:t>", "&amp;"),
    "a gigabyte of paragraphs": partial(_bomb, TEXT, HEAD, "<w:p/>"),
    "a gigabyte of comments": partial(_bomb, TEXT, HEAD, "<!-- -->"),
    "a gigabyte of one attribute": partial(_bomb, TEXT, f'{HEAD}<w:p a="', "a"),
    "a gigabyte of one name": partial(_bomb, TEXT, f"{HEAD}<w:", "p"),
    "a gigabyte of depth": partial(_bomb, TEXT, HEAD, "<w:sdt>"),
    "a gigabyte of styles": partial(_bomb, STYLES, f"<w:styles {NAMESPACES}>", "<w:style/>"),
    "a gigabyte of relations": partial(_bomb, "_rels/.rels", "<a>", "<Relationship/>"),
    "a gigabyte said to be small": lambda: _raw(TEXT, packed=bomb(HEAD.encode(), b" "), size=9),
    "more parts than a file has": lambda: _more([entry(f"a{n}", "") for n in range(DEEP)]),
    "parts with endless notes": lambda: _more(
        [replace(entry(f"a{n}", ""), extra=bytes(65_532)) for n in range(200)]
    ),
    "parts with endless comments": lambda: _more(
        [replace(entry(f"a{n}", ""), comment=bytes(65_535)) for n in range(200)]
    ),
    "an endless list of parts": partial(_raw, "", directory_size=2**32 - 1),
    "no list of parts": partial(_raw, "", directory_size=0),
    "a size too small": partial(_raw, TEXT, size=10),
    "a bad sum": partial(_raw, TEXT, crc=1),
    "nothing packed": partial(_raw, TEXT, packed=b""),
    "noise packed": partial(_raw, TEXT, packed=NOISE),
    "a password": partial(_raw, TEXT, flags=ENCRYPTED),
    "a strong password": partial(_raw, TEXT, flags=ENCRYPTED, method=99),
    "another packing": partial(_raw, TEXT, method=12),
    "an unknown packing": partial(_raw, TEXT, method=77),
    "zip64 far away": lambda: _zip64(2**60),
    "zip64 before the beginning": lambda: _zip64(2**64 - 1),
    "half a file": lambda: word(GOOD)[:700],
    "without its end": lambda: word(GOOD)[:-30],
    "two texts": lambda: _more([entry(TEXT, part("document", ""))]),
    "two texts in other letters": lambda: _more([entry(TEXT.title(), part("document", ""))]),
    "a file in a file": lambda: _with(document=word(GOOD)),
    "no text part": lambda: _with(document=None),
    "an empty text part": lambda: _with(document=""),
    "a text part far away": lambda: zipped(
        {**_parts(), "_rels/.rels": relations(officeDocument="../../../../etc/passwd")}
    ),
    "a text part elsewhere": lambda: zipped(
        {**_parts(), "_rels/.rels": relations(officeDocument="file:///etc/passwd")}
    ),
    "a text part outside": lambda: zipped(
        {f"../../{name}": content for name, content in _parts().items()}
    ),
    "an empty package": lambda: zipped({}),
    "a workbook": partial(_other, "xl/workbook.xml"),
    "slides": partial(_other, "ppt/presentation.xml"),
    "an OpenDocument text": lambda: zipped({"content.xml": "<a/>"}),
    "an OFD": lambda: zipped({"OFD.xml": "<a/>"}),
    "laughs": _laughs,
    "a swollen entity": lambda: _told(f'[<!ENTITY a "{"a" * DEEP}">]', paragraph("&a;" * 10_000)),
    "an entity from a file": lambda: _told(
        '[<!ENTITY a SYSTEM "file:///etc/passwd">]', paragraph("&a;")
    ),
    "an entity from a net": lambda: _told(
        '[<!ENTITY % a SYSTEM "http://localhost/a.dtd">%a;]', paragraph("a")
    ),
    "definitions elsewhere": lambda: _told('SYSTEM "file:///dev/zero"'),
    "definitions of nothing": lambda: _told(""),
    "definitions in the styles": lambda: _with(
        styles='<!DOCTYPE a [<!ENTITY b "c">]>' + part("styles", "").partition("?>")[2]
    ),
    "an entity of nowhere": lambda: word(paragraph("&nowhere;")),
    "depth": lambda: word("<w:sdt>" * DEEP),
    "depth, closed": lambda: word("<w:tbl>" * DEEP + "</w:tbl>" * DEEP),
    "paragraphs": lambda: word("<w:p/>" * MANY),
    "paragraphs in a cell": lambda: word(
        f"<w:tbl><w:tr><w:tc>{'<w:p/>' * DEEP}</w:tc></w:tr></w:tbl>"
    ),
    "lines in a paragraph": lambda: word(f"<w:p><w:r>{'<w:br/>' * DEEP}</w:r></w:p>"),
    "too many tables": lambda: word(f"<w:tbl><w:tr><w:tc>{GOOD}</w:tc></w:tr></w:tbl>" * 30_000),
    "cells": lambda: word(f"<w:tbl><w:tr>{'<w:tc/>' * MANY}</w:tr></w:tbl>"),
    "runs": lambda: word(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * MANY}</w:p>"),
    "text boxes": lambda: word(
        f"<w:p><w:r>{f'<w:txbxContent>{GOOD}</w:txbxContent>' * 30_000}</w:r></w:p>"
    ),
    "attributes": lambda: word(_attributes(1_500_000)),
    "attributes of many": lambda: word(_attributes(50_000) * 20),
    "namespaces": lambda: word(_namespaces(1_000_000)),
    "a huge attribute": lambda: word(f'<w:p a="{"a" * 10 * MEGABYTE}"/>'),
    "a huge paragraph": lambda: word(paragraph("满分" * 30_000)),
    "a torn text": lambda: _with(document=f"{HEAD}<w:p>"),
    "a text of no encoding": lambda: _with(document=b'<?xml version="1.0" encoding="x"?><a/>'),
    "a text of another encoding": lambda: _with(document=f"{HEAD}健龙镇".encode("gbk")),
    "a text with zeros": lambda: _with(document=f"{HEAD}\0"),
    "another root": lambda: _with(document=part("styles", "")),
    "torn styles": lambda: _with(styles="<w:styles"),
    "torn lists": lambda: _with(numbering="<<"),
    "torn relations": lambda: _with(rels="<a>"),
    "no words": lambda: word("<w:p/>"),
    "10 000 tables": lambda: word(f"<w:tbl><w:tr><w:tc>{GOOD}</w:tc></w:tr></w:tbl>" * 10_000),
    "words elsewhere": lambda: word('<w:altChunk r="1"/>'),
    "old Word": lambda: OLE,
    "old Word with a password": lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
    "an old workbook": lambda: OLE + "Workbook".encode("utf-16-le"),
    "a PDF": lambda: b"%PDF-1.7\n" + NOISE,
    "rich text": lambda: b"{\\rtf1\\ansi}",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + NOISE,
    "an archive": lambda: b"Rar!\x1a\x07\x01\x00" + NOISE,
    "a page": lambda: b"\xef\xbb\xbf<!DOCTYPE html><html>",
    "an old XML": lambda: b'<?xml version="1.0"?><w:wordDocument/>',
    "nothing": lambda: b"",
    "blank lines": lambda: b" \r\n\t\n",
    "zeros": lambda: bytes(MEGABYTE),
    "a zero": lambda: b"a\0b",
    "noise": lambda: NOISE,
    "every byte": lambda: bytes(range(256)) * 4096,
    "100 MB": lambda: b"a\n" * (50 * MEGABYTE),
    "a line of 10 MB": lambda: b"a" * (10 * MEGABYTE),
    "a line of 3 MB": lambda: "满".encode() * MEGABYTE,
    "lines": lambda: b"\n" * MOST_PLAIN,
    "old line ends": lambda: b"\r" * MOST_PLAIN,
    "Chinese": lambda: "满分\n".encode() * (MOST_PLAIN // 7),
    "half an encoding": lambda: "健龙镇".encode() + b"\xff",
    "UTF-16 cut in two": lambda: "\ufeff健龙镇".encode("utf-16-le")[:-1],
}
# Each is a report: read, however strange it is.
USED: dict[str, Callable[[], bytes]] = {
    "a good file": lambda: word(GOOD),
    "a size too large": partial(_raw, TEXT, size=2**32 - 1),
    "2 000 tables": lambda: word(f"<w:tbl><w:tr><w:tc>{GOOD}</w:tc></w:tr></w:tbl>" * 2_000),
    "a table of 2 000 rows": lambda: word(
        f"<w:tbl>{f'<w:tr><w:tc>{GOOD}</w:tc></w:tr>' * 2_000}</w:tbl>"
    ),
    "tables in tables": lambda: word(
        "<w:tbl><w:tr><w:tc>" * 50 + GOOD + "</w:tc></w:tr></w:tbl>" * 50
    ),
    "a long report": lambda: word(paragraph("预算执行率95.41%，得9.54分。" * 20) * 250),
    "a picture of 30 MB": lambda: _more(
        [Entry("word/media/a.png", NOISE * 30, 30 * MEGABYTE, 0, 0)]
    ),
    "a bomb beside the text": lambda: _more(
        [Entry("word/media/a.png", bomb(b"", b"\0"), MEGABYTE, 0, DEFLATED)]
    ),
    "numbers without end": partial(_numbered, "%1" * 40, "upperRoman", 3888, 100),
    "numbers beyond all": partial(_numbered, "%1.", "upperLetter", 999_999_999, 900),
    "a pattern without end": partial(_numbered, "章" * DEEP, "decimal", 1, 900),
    "more levels than a list has": lambda: word(
        listed("甲", 1, 99) * 900,
        scheme(0, *(level(number, "decimal", "%1.") for number in range(15_000))) + numbers(1, 0),
    ),
    "styles upon styles": lambda: word(
        paragraph("甲", '<w:pStyle w:val="1"/>') * 4_000,
        styles="".join(
            f'<w:style w:styleId="{number}"><w:basedOn w:val="{number + 1}"/></w:style>'
            for number in range(DEEP // 4)
        ),
    ),
    "runs": lambda: word(f"<w:p>{'<w:r><w:t>a</w:t></w:r>' * 9_000}</w:p>"),
    "cells": lambda: word(f"<w:tbl><w:tr><w:tc>{GOOD}</w:tc>{'<w:tc/>' * 9_000}</w:tr></w:tbl>"),
    "styles in a circle": lambda: word(
        paragraph("甲", '<w:pStyle w:val="a"/>') * 900,
        styles='<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>',
    ),
    "what a terminal obeys": "\x1b]0;a\x07甲\u202e\x9b2J\x85\u2028乙\f\v".encode,
    "lines of every kind": lambda: b"a\r\nb\rc\n\nd",
    "4 000 lines": lambda: "预算执行率95.41%，得9.54分。\n".encode() * 4_000,
    "UTF-16": lambda: "健龙镇\r\n".encode("utf-16"),
    "GBK": lambda: "健龙镇\r\n".encode("gbk"),
}
