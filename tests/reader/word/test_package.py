"""A Word file's parts, found and bounded."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faults.raw_zip import entry, raw_zip
from perf_tui.reader.parts.package import Package
from perf_tui.reader.parts.xml import DEEPEST, MOST_NODES
from perf_tui.reader.text import ReportError
from perf_tui.reader.word import word_lines
from support.word import (
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

TEXT = "word/document.xml"
NAMES = (
    *("p", "pPr", "rPr", "r", "t", "tbl", "tr", "trPr", "tc", "tcPr", "numPr", "numId", "ilvl"),
    *("pStyle", "rStyle", "vanish", "vMerge", "del", "ins", "moveFrom", "txbxContent", "tab", "br"),
    *("sdt", "sdtPr", "pPrChange", "altChunk"),
)
LOST = relations(numbering="lists.xml")
GOOD = word(
    listed("甲", 1) + f"<w:tbl><w:tr><w:tc>{paragraph('乙')}</w:tc></w:tr></w:tbl>",
    scheme(0, level(0, "decimal", "%1.")) + numbers(1, 0),
    '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>',
)


def test_the_text_lies_where_the_package_says() -> None:
    parts = word_parts(listed("甲", 1), scheme(0, level(0, "decimal", "%1.")) + numbers(1, 0))
    moved = {
        "_rels/.rels": relations(officeDocument="/Text/Main.XML"),
        "text/main.xml": parts["word/document.xml"],
        "text/_rels/main.xml.rels": relations(numbering="../lists.xml"),
        "lists.xml": parts["word/numbering.xml"],
    }
    assert word_lines(zipped(moved)) == ("1. 甲",)


def test_what_is_external_is_left_alone() -> None:
    parts = word_parts(paragraph("甲"))
    outside = relations(styles="styles.xml").replace("Target=", 'TargetMode="External" Target=')
    parts |= {"word/_rels/document.xml.rels": outside, "word/styles.xml": "torn"}
    assert word_lines(zipped(parts)) == ("甲",)


def test_a_package_without_relations_has_its_text_where_it_mostly_is() -> None:
    text = word_parts(paragraph("甲"))["word/document.xml"]
    assert word_lines(zipped({"word/document.xml": text})) == ("甲",)


def test_a_part_is_read_up_to_its_limit() -> None:
    package = Package(zipped({"a": bytes(100_000)}))
    assert sum(map(len, package.pieces("a", "正文", 100_000))) == 100_000
    with pytest.raises(ReportError, match="正文超过 0 MiB"):
        list(package.pieces("a", "正文", 99_999))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"flags": 1}, "加了密码，去掉密码"),
        ({"method": 12}, "正文的压缩方式不认识，在 Word"),
        ({"crc": 1}, "正文不完整或坏了"),
        ({"size": 7}, "正文不完整或坏了"),
        ({"packed": b"x"}, "正文不完整或坏了"),
        ({"name": "WORD/STYLES.XML"}, "同名的部件"),
        ({"name": "word/document"}, "不是 Word 文件"),
    ],
)
def test_a_part_that_is_not_as_it_should_be_is_named(changed: dict[str, Any], words: str) -> None:
    entries = [entry(*one) for one in word_parts(paragraph("甲")).items()]
    bad = [replace(one, **changed) if one.name == TEXT else one for one in entries]
    with pytest.raises(ReportError, match=words):
        word_lines(raw_zip(bad))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (GOOD[:-1], "文件不完整或坏了"),
        (raw_zip([entry(f"{number:0100}", "") for number in range(2_000)]), "部件多得离谱"),
        (zipped({**word_parts(""), "word/_rels/document.xml.rels": LOST}), "编号不完整或坏了"),
        (word("<w:p>"), "正文读不下去"),
        (word("", "<w:num>"), "编号读不下去"),
        (word("", styles="<w:style>"), "样式读不下去"),
        (word("<w:p a='" + "a" * 2**21 + "'/>"), "正文里有长得离谱的一段"),
        (zipped({"word/document.xml": "<!DOCTYPE a><a/>"}), "正文里有不该有的定义"),
        (zipped({"word/document.xml": part("styles", "")}), "不是 Word 文件"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(content: bytes, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        word_lines(content)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<w:p/>" * MOST_NODES, f"超过 {MOST_NODES // 10_000} 万个元素|超过 5000 行"),
        ("<w:r/>" * MOST_NODES, f"正文超过 {MOST_NODES // 10_000} 万个元素"),
        ("<w:sdt>" * DEEPEST, "正文套得太深"),
        ("<w:del>" * DEEPEST, "正文套得太深"),
        (f"<w:p><w:r>{'<w:br/>' * 20_001}</w:r></w:p>", "超过 5000 行"),
    ],
)
def test_a_text_is_bounded(body: str, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        word_lines(word(body))


@given(st.data())
def test_a_damaged_file_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(GOOD)
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    _read_or_refused(bytes(content[: data.draw(st.integers(1, len(content)))]))


@given(st.data())
def test_a_file_with_damaged_parts_is_read_or_refused(data: st.DataObject) -> None:
    parts = word_parts(listed("甲", 1) * 2, scheme(0, level(0, "decimal", "%1.")) + numbers(1, 0))
    name = data.draw(st.sampled_from(sorted(parts)))
    cuts = sorted(data.draw(st.lists(st.integers(0, len(parts[name])), min_size=2, max_size=2)))
    put = data.draw(
        st.sampled_from(["", "<w:p>", "</w:p>", "<w:tc/>", "&a;", "\0", '" "', "w:val"])
    )
    damaged = parts[name][: cuts[0]] + put + parts[name][cuts[data.draw(st.integers(0, 1))] :]
    _read_or_refused(zipped({**parts, name: damaged}))


@given(st.data())
def test_elements_in_any_order_are_read(data: st.DataObject) -> None:
    inner = ""
    for _ in range(data.draw(st.integers(1, 12))):
        name = data.draw(st.sampled_from(NAMES))
        value = data.draw(st.sampled_from(["", ' w:val="1"', ' w:val="0"', ' w:ilvl="1"']))
        within = data.draw(st.booleans())
        element = f"<w:{name}{value}>{inner if within else ''}</w:{name}>"
        inner = element if within else inner + element
    _read_or_refused(word(inner + paragraph("甲"), scheme(0) + numbers(1, 0)))


def _read_or_refused(content: bytes) -> None:
    """Anything else that is raised fails the test."""
    with suppress(ReportError):
        word_lines(content)
