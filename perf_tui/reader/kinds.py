"""What kind of file it is by its first bytes. A refusal says how to get a usable report."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from perf_tui.reader.text import ReportError

ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Office until 2003, WPS, and any file with a password
WEB = (b"<!doctype", b"<html", b"<?xml", b"mime-version:")
LOCKED = "加了密码，去掉密码再用"
SAVE_AS = "在 Word 或 WPS 里另存为 .docx 再用"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a package should be: whose file it is, what it holds, how to get a usable one."""

    program: str
    holding: str
    save_as: str

    @property
    def broken(self) -> str:
        """What is wrong with a damaged part, behind its name."""
        return f"不完整或坏了，重新复制一份；还能打开的话，{self.save_as}"

    def too_much(self, what: str) -> ReportError:
        """Return the refusal of something that no such file has."""
        return ReportError(f"{what}，不像{self.holding}，换一个文件")


REPORT = Wanted("Word", "一份报告", SAVE_AS)
NO_REPORT = "不是报告，换成报告的 .docx 或 .txt"
OTHERS = {
    b"%PDF": "是 PDF，换成生成它的 Word 文件，或把文字复制出来存成 .txt 再用",
    b"{\\rtf": f"是 RTF 格式，{SAVE_AS}",
    b"\xff\xd8\xff": f"是图片，{NO_REPORT}",
    b"\x89PNG": f"是图片，{NO_REPORT}",
    b"Rar!": "是压缩包，先解压，再用里面的报告",
    b"7z\xbc\xaf": "是压缩包，先解压，再用里面的报告",
    b"\x1f\x8b": "是压缩包，先解压，再用里面的报告",
    **dict.fromkeys(WEB, f"是网页或 XML 格式，{SAVE_AS}"),
}
NO_WORD = "不是 Word 文件（里面没有正文）；是压缩包的话，先解压，再用里面的报告"
# Packages of other programs, known by a part that each of them has.
PACKAGES = {
    "xl/workbook.xml": f"是 Excel 表格，{NO_REPORT}",
    "xl/workbook.bin": f"是 Excel 表格，{NO_REPORT}",
    "ppt/presentation.xml": f"是演示文稿，{NO_REPORT}",
    "content.xml": f"是 OpenDocument 格式，{SAVE_AS}",
    "ofd.xml": "是 OFD 版式文件，换成生成它的 Word 文件，或把文字复制出来存成 .txt 再用",
}


def is_package(content: bytes) -> bool:
    """Whether the content is a zip file, as Word files are."""
    return content.startswith(ZIP)


def refuse_others(content: bytes) -> None:
    """Raise ReportError for content that is neither text nor a zip file."""
    if content.startswith(OLE):
        raise ReportError(_old_office(content))
    refuse_by_beginning(content, OTHERS)


def refuse_by_beginning(content: bytes, others: Mapping[bytes, str]) -> None:
    """Raise ReportError for an empty file, and for one that begins as `others` do, in their words.

    It begins so also behind a byte order mark and blanks, and in capital letters.
    """
    if not content:
        raise ReportError("是空文件，换一个文件")
    told = content[:200].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for begin, words in others.items():
        if content.startswith(begin) or told.startswith(begin):
            raise ReportError(words)


def no_word(names: Collection[str]) -> ReportError:
    """Return the refusal of a package that is no Word file, worded by the names of its parts."""
    for name, words in PACKAGES.items():
        if name in names:
            return ReportError(words)
    return ReportError(NO_WORD)


def _old_office(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "设了打开密码，在 Word 或 WPS 里去掉密码再用"
    if "Workbook".encode("utf-16-le") in content:
        return f"是旧的 Excel 表格，{NO_REPORT}"
    return f"是旧的 .doc 或 .wps 格式，{SAVE_AS}"
