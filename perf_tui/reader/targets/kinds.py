"""What kind of file with a table it is, and what to do with one that cannot be read."""

from __future__ import annotations

from collections.abc import Callable

from perf_tui.reader.excel import SAVE_AS as SAVE_EXCEL
from perf_tui.reader.kinds import OLE, WEB, Wanted, is_package, refuse_by_beginning
from perf_tui.reader.kinds import SAVE_AS as SAVE_WORD
from perf_tui.reader.table import Table
from perf_tui.reader.text import ReportError

Read = Callable[[bytes], tuple[Table, ...]]
COPY = "把表格复制到 Excel 里，存成 .xlsx 再用"
UNPACK = "是压缩包，先解压，再用里面的表"
OTHERS = {
    b"%PDF": f"是 PDF，{COPY}",
    b"{\\rtf": f"是 RTF 格式，{SAVE_WORD}",
    b"\xff\xd8\xff": "是图片，换成表格的 .xlsx 或 .docx",
    b"\x89PNG": "是图片，换成表格的 .xlsx 或 .docx",
    **dict.fromkeys((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), UNPACK),
    **dict.fromkeys((*WEB, b"<table"), f"其实是网页或 XML 格式，{SAVE_EXCEL}"),
}
PACKAGES = {
    "xl/workbook.bin": f"是 .xlsb 格式，{SAVE_EXCEL}",
    "content.xml": f"是 OpenDocument 格式，{SAVE_EXCEL}",
    "ofd.xml": f"是 OFD 版式文件，{COPY}",
    "ppt/presentation.xml": f"是演示文稿，{COPY}",
}
OFFICE = Wanted("Excel 或 Word", "一张指标表", "在 Excel、Word 或 WPS 里另存一份再用")
NO_OFFICE = "里面没有表格；是压缩包的话，先解压，再用里面的表"
LOCKED = "设了打开密码，在 Excel、Word 或 WPS 里去掉密码再用"
OLD_WORD = f"是旧的 .doc 或 .wps 格式，{SAVE_WORD}"


def reader_of(content: bytes) -> Read | None:
    """Return what reads the tables of an office's file, or None for a text.

    The kind is known by the content, and not by the name. Raises ReportError for all others.
    """
    if is_package(content):
        return _of_package(content)
    if content.startswith(OLE):
        return _of_old_file(content)
    refuse_by_beginning(content, OTHERS)
    return None


def _of_package(content: bytes) -> Read:
    from perf_tui.reader.parts.package import Package

    package = Package(content, OFFICE)
    document = package.related("").get("officeDocument", "")
    refusals = (words for name, words in PACKAGES.items() if name in package.parts)
    if refusal := next(refusals, ""):
        raise ReportError(refusal)
    if document.startswith("xl/"):
        from perf_tui.reader.excel.workbook import workbook_tables

        return workbook_tables
    if document not in package.parts and "word/document.xml" not in package.parts:
        raise ReportError(NO_OFFICE)
    from perf_tui.reader.word.tables import word_tables

    return word_tables


def _of_old_file(content: bytes) -> Read:
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise ReportError(LOCKED)
    if "WordDocument".encode("utf-16-le") in content:
        raise ReportError(OLD_WORD)
    from perf_tui.reader.excel.old import old_tables

    return old_tables
