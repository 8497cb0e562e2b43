"""Reports as the commands take them: by their path, whatever is in them."""

from pathlib import Path

import pytest

from perf_tui.cli.files import CommandError
from perf_tui.cli.reports import read_report
from perf_tui.reader import MOST_BYTES
from support.word import paragraph, word


def test_a_word_file_is_known_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes(word(paragraph("一、基本情况")))
    assert read_report(path).lines == ("一、基本情况",)


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", ()),
        ("utf-8-sig", ("带 BOM 的 UTF-8",)),
        ("utf-16", ("UTF-16",)),
        ("gbk", ("GBK",)),
    ],
)
def test_text_is_read_in_any_encoding_and_told(
    tmp_path: Path, encoding: str, told: tuple[str, ...]
) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes("一、基本情况\r\n二、主要成效\r".encode(encoding))
    report = read_report(path)
    assert report.lines == ("一、基本情况", "二、主要成效")
    assert report.converted == (*told, "Windows 换行")


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("2024.toml", b"format = 1", "是年度文件，不是报告；.*perf-tui check"),
        ("报告.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "另存为 .docx"),
        ("报告.txt", "健龙镇".encode() + b"\xff", "第 1 行不是 UTF-8 编码"),
        ("报告.txt", b" " * (MOST_BYTES + 1), "超过 32 MiB，用不到这么大"),
    ],
)
def test_what_is_no_report_is_refused_by_its_name(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(CommandError, match=f"^{path}：.*{words}"):
        read_report(path)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=f"^{tmp_path}：这是文件夹"):
        read_report(tmp_path)
    with pytest.raises(CommandError, match="没有这个文件"):
        read_report(tmp_path / "none.docx")
