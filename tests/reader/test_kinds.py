"""What is no report is known by its content, and refused with the way to one."""

import pytest

from perf_tui.reader import MOST_PLAIN, ReportError, read_text
from support.word import relations, word, zipped

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _read(content: bytes) -> tuple[str, ...]:
    return read_text(content, lambda content: (content.decode(), ())).lines


def _package(name: str) -> bytes:
    return zipped({"_rels/.rels": relations(officeDocument=name), name: "<a/>"})


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "是空文件"),
        (OLE, "是旧的 .doc 或 .wps 格式，在 Word 或 WPS 里另存为 .docx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "去掉密码"),
        (OLE + "Workbook".encode("utf-16-le"), "是旧的 Excel 表格"),
        (b"%PDF-1.4", "是 PDF"),
        (b"{\\rtf1", "是 RTF 格式，在 Word 或 WPS 里另存为 .docx"),
        (b"\x89PNG\r\n", "是图片"),
        (b"Rar!", "先解压"),
        (b"\xef\xbb\xbf\r\n<HTML>", "是网页或 XML 格式"),
        (b"<?xml version", "是网页或 XML 格式"),
        (b"MIME-Version: 1.0", "是网页或 XML 格式"),
        (_package("xl/workbook.xml"), "是 Excel 表格"),
        (_package("ppt/presentation.xml"), "是演示文稿"),
        (zipped({"content.xml": ""}), "是 OpenDocument 格式，在 Word"),
        (zipped({"OFD.xml": ""}), "是 OFD"),
        (zipped({"报告.docx": ""}), "不是 Word 文件.*先解压"),
        (b"a" * (MOST_PLAIN + 1), "超过 4 MiB"),
    ],
)
def test_another_kind_is_told_the_way(content: bytes, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        _read(content)


def test_text_is_read_whatever_it_begins_with() -> None:
    assert _read("PK 赛\n".encode()) == ("PK 赛",)
    assert _read(b"<\n") == ("<",)


def test_word_is_read_whatever_the_file_is_called() -> None:
    assert _read(word("<w:p><w:r><w:t>甲</w:t></w:r></w:p>")) == ("甲",)
