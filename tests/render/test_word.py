"""The Word file, read back: fonts, page, grid, indents, footers, tables, and what it survives."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from render.small import document, evaluation

from perf_tui.core.numbers import clean_text
from perf_tui.render.document import Heading
from perf_tui.render.docx import to_docx
from support.rendered import build_report

TITLE, BODY, BLACK, KAI = "方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312"
PARTS = {
    "Title": (TITLE, 22),
    "Subtitle": (KAI, 16),
    "Heading 1": (BLACK, 16),
    "Heading 2": (KAI, 16),
    "Heading 3": (BODY, 16),
    "Body Text": (BODY, 16),
    "附件说明": (BODY, 16),
    "Signature": (BODY, 16),
    "Date": (BODY, 16),
    "附件序号": (BLACK, 16),
    "附件标题": (TITLE, 22),
    "表头": (BLACK, 10.5),
    "表格文字": (BODY, 10.5),
    "Caption": (BLACK, 12),
}
TWIP = Pt(1) / 20


def _word(content: bytes) -> WordFile:
    return docx.Document(BytesIO(content))


def _all(word: WordFile) -> Iterator[WordParagraph]:
    yield from word.paragraphs
    for table in word.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def _lengths(section: Section) -> list[int]:
    """Width, height, top, right, bottom, left."""
    lengths = (
        section.page_width,
        section.page_height,
        section.top_margin,
        section.right_margin,
        section.bottom_margin,
        section.left_margin,
    )
    return [length for length in lengths if length is not None]


def _styled(word: WordFile, style: str) -> list[WordParagraph]:
    return [one for one in word.paragraphs if one.style and one.style.name == style]


def _attribute(paragraph: WordParagraph, path: str, name: str) -> str | None:
    found = paragraph._p.find("/".join(qn(f"w:{step}") for step in path.split("/")))
    return None if found is None else found.get(qn(f"w:{name}"))


def test_every_part_has_its_font_and_size_in_both_scripts() -> None:
    word = _word(to_docx(document()))
    used = set()
    for paragraph in _all(word):
        style = paragraph.style
        assert style is not None
        for run in paragraph.runs:
            # No run departs from its style, so the style's fonts are the ones on paper.
            assert run._r.rPr is None
            used.add(style.name)
    assert used == PARTS.keys()
    for name, (font, size) in PARTS.items():
        properties = word.styles[name].element.rPr
        fonts = properties.find(qn("w:rFonts"))
        assert {fonts.get(qn(f"w:{script}")) for script in ("eastAsia", "ascii", "hAnsi")} == {font}
        assert word.styles[name].font.size == Pt(size)
        assert not word.styles[name].font.bold


@pytest.mark.parametrize("name", ["Heading 1", "Heading 2", "Heading 3", "Body Text"])
def test_text_is_indented_by_two_characters(name: str) -> None:
    indent = _word(to_docx(document())).styles[name].element.pPr.find(qn("w:ind"))
    assert indent.get(qn("w:firstLine")) == "640"


def test_headings_make_an_outline() -> None:
    word = _word(to_docx(document()))
    levels = {
        name: word.styles[name].element.pPr.find(qn("w:outlineLvl")).get(qn("w:val"))
        for name in ("Heading 1", "Heading 2", "Heading 3", "附件序号", "附件标题")
    }
    assert list(levels.values()) == ["0", "1", "2", "0", "1"]


def test_body_is_justified_on_lines_of_579_twips() -> None:
    properties = _word(to_docx(document())).styles["Body Text"].element.pPr
    assert properties.find(qn("w:jc")).get(qn("w:val")) == "both"
    spacing = properties.find(qn("w:spacing"))
    assert (spacing.get(qn("w:line")), spacing.get(qn("w:lineRule"))) == ("579", "exact")


def test_the_page_lies_upright_and_the_wide_table_across() -> None:
    sections = _word(to_docx(document())).sections
    assert [section.orientation for section in sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    upright = (210, 297, 37, 26, 35, 28)
    turned = (297, 210, 28, 37, 26, 35)
    for section, wanted in zip(sections, (upright, turned, upright), strict=True):
        assert _lengths(section) == pytest.approx([Mm(one) for one in wanted], abs=Mm(1) / 20)
        grid = section._sectPr.find(qn("w:docGrid"))
        assert grid.get(qn("w:type")) == "linesAndChars"
        assert grid.get(qn("w:linePitch")) == "579"
    for section, width, characters in zip(sections, (156, 225, 156), (28, 40, 28), strict=True):
        space = section._sectPr.find(qn("w:docGrid")).get(qn("w:charSpace"))
        assert width * Mm(1) / (Pt(16) + int(space) * Pt(1) / 4096) == pytest.approx(
            characters, abs=0.01
        )


def test_no_style_waits_for_the_grid() -> None:
    """Lines and characters are set exactly, so every program breaks lines at the same place."""
    normal = _word(to_docx(document())).styles["Normal"].element
    for properties in (normal.pPr, normal.rPr):
        assert properties.find(qn("w:snapToGrid")).get(qn("w:val")) == "0"


def test_22_lines_of_28_characters_fill_the_page() -> None:
    word = _word(to_docx(document()))
    width, height, top, right, bottom, left = _lengths(word.sections[0])
    closer = word.styles["Normal"].element.rPr.find(qn("w:spacing")).get(qn("w:val"))
    character, line = Pt(16) + int(closer) * TWIP, 579 * TWIP
    assert int((width - left - right) / character) == 28
    assert int((height - top - bottom) / line) == 22


def test_page_numbers_stand_outside() -> None:
    content = to_docx(document())
    assert _word(content).settings.odd_and_even_pages_header_footer
    section = _word(content).sections[0]
    for footer, side, edge in (
        (section.footer, "right", "right"),
        (section.even_page_footer, "left", "left"),
    ):
        (paragraph,) = footer.paragraphs
        assert "".join(one.text or "" for one in paragraph._p.iter(qn("w:t"))) == "— 1 —"
        assert _attribute(paragraph, "fldSimple", "instr") == "PAGE"
        assert _attribute(paragraph, "pPr/jc", "val") == side
        assert _attribute(paragraph, "pPr/ind", edge) == "280"
    footer = _word(content).styles["footer"]
    assert footer.element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "宋体"
    assert footer.font.size == Pt(14)


def test_the_dash_hangs_7_mm_below_the_text() -> None:
    section = _word(to_docx(document())).sections[0]
    assert section.footer_distance is not None
    below = _lengths(section)[4] - section.footer_distance - Pt(14) / 2
    assert abs(below - Mm(7)) < Mm(1) / 10


def test_on_a_turned_page_the_number_runs_down_the_left_edge() -> None:
    section = _word(to_docx(document())).sections[1]
    for place, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer = place.part.element.xml
        assert '<w:textDirection w:val="tbRl"/>' in footer
        assert f'<w:jc w:val="{side}"/>' in footer
        across = re.search(r'w:horzAnchor="page" w:tblpX="(\d+)"', footer)
        assert across
        centre = int(across[1]) * TWIP + Pt(14) / 2
        assert abs(Mm(35) - centre - Mm(7)) < Mm(1) / 10


def _borders(word: WordFile) -> set[str | None]:
    borders = word.styles["Table Grid"].element.find(f".//{qn('w:tblBorders')}")
    return {border.get(qn("w:val")) for border in borders}


def test_tables_have_borders_a_repeated_head_and_whole_rows() -> None:
    word = _word(to_docx(build_report(evaluation())))
    assert len(word.tables) == 5
    assert _borders(word) == {"single"}
    for table in word.tables:
        assert table.style is not None
        assert table.style.name == "Table Grid"
        for row in table.rows:
            assert row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    indicators = word.tables[1]
    head = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") for row in indicators.rows]
    assert head[0] is not None
    assert set(head[1:]) == {None}


def test_a_table_is_as_wide_as_its_text_block() -> None:
    word = _word(to_docx(build_report(evaluation())))
    for table, section in ((word.tables[1], word.sections[1]), (word.tables[2], word.sections[2])):
        width, _height, _top, right, _bottom, left = _lengths(section)
        columns = [column.width for column in table.columns if column.width]
        assert sum(columns) == pytest.approx(width - left - right, abs=Pt(1))


def test_no_empty_paragraph_makes_room() -> None:
    word = _word(to_docx(build_report(evaluation())))
    empty = [one for one in word.paragraphs if not one.text]
    # Word wants a paragraph where a section ends with a table; it is one point high.
    assert {one.style.name for one in empty if one.style} == {"表尾"}
    assert word.styles["表尾"].element.pPr.find(qn("w:spacing")).get(qn("w:line")) == "20"


@pytest.mark.parametrize(
    ("name", "day", "name_place", "date_place"),
    [
        # Places from the right, then from the left edge, in twips of 315 a character.
        ("云溪镇人民政府", "2025年4月15日", ("630", None), (None, "6615")),
        ("重庆市璧山区健龙镇人民政府", "2025年4月15日", ("630", None), (None, "4725")),
        ("云溪镇", "2025年4月15日", (None, "5512"), ("630", None)),
        ("镇" * 40, "2025年4月15日", ("630", None), (None, "0")),
    ],
)
def test_signature_and_date(
    name: str,
    day: str,
    name_place: tuple[str | None, str | None],
    date_place: tuple[str | None, str | None],
) -> None:
    word = _word(to_docx(document(name=name, day=day)))
    (signed,), (dated,) = _styled(word, "Signature"), _styled(word, "Date")
    for paragraph, place in ((signed, name_place), (dated, date_place)):
        sides = [_attribute(paragraph, "pPr/ind", side) for side in ("right", "left")]
        assert tuple(sides) == place
    assert (signed.text, dated.text) == (name, day)


@pytest.mark.parametrize(
    ("name", "left"),
    [
        # The date takes 6.5 characters, so its middle stands 20.75 from the left edge.
        ("云溪镇人民政府", round(17.25 * 315)),
        ("重庆市璧山区健龙镇人民政府", round(14.25 * 315)),
        ("镇" * 20, 8 * 315),  # as near as the line allows
        ("镇" * 40, 0),
    ],
)
def test_a_seal_has_its_place(name: str, left: int) -> None:
    word = _word(to_docx(document(name=name, sealed=True)))
    (signed,), (dated,) = _styled(word, "Signature"), _styled(word, "Date")
    assert _attribute(signed, "pPr/ind", "left") == str(left)
    assert _attribute(signed, "pPr/spacing", "before") == str(2 * 579)
    assert _attribute(dated, "pPr/ind", "right") == str(4 * 315)
    assert _attribute(dated, "pPr/jc", "val") == "right"


def test_the_note_lines_up_the_names() -> None:
    first, second = _styled(_word(to_docx(document())), "附件说明")
    assert (first.text, second.text) == ("附件：1.自评表", "2.目录")
    for paragraph, hanging in ((first, 4 * 315), (second, 315)):
        assert _attribute(paragraph, "pPr/ind", "left") == str(6 * 315)
        assert _attribute(paragraph, "pPr/ind", "hanging") == str(hanging)
    assert _attribute(first, "pPr/spacing", "before") == "579"


def test_an_attachment_begins_a_page() -> None:
    marks = _styled(_word(to_docx(document())), "附件序号")
    assert [mark.text for mark in marks] == ["附件1", "附件2", "附件3"]
    # The first two begin a section, which begins a page.
    breaks = [mark._p.find(f"{qn('w:pPr')}/{qn('w:pageBreakBefore')}") for mark in marks]
    assert [found is not None for found in breaks] == [False, False, True]


def test_the_signature_keeps_the_last_paragraph_beside_it() -> None:
    last = _styled(_word(to_docx(document())), "Body Text")[0]
    assert last._p.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_properties_and_bytes_depend_on_the_document_alone() -> None:
    content = to_docx(document())
    assert content == to_docx(document())
    properties = _word(content).core_properties
    assert (properties.title, properties.author) == ("正文", "云溪镇人民政府")
    assert properties.created
    assert properties.created.date() == document().created
    with zipfile.ZipFile(BytesIO(content)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_an_undated_report_is_an_undated_file() -> None:
    properties = _word(to_docx(replace(document(), created=None))).core_properties
    assert (properties.created, properties.modified) == (None, None)


def test_the_template_leaves_nothing_behind() -> None:
    content = to_docx(document())
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = [name for name in package.namelist() if "footer" not in name]
    assert names == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/settings.xml",
        "word/styles.xml",
    ]
    offered = {style.name for style in _word(content).styles if style.quick_style}
    assert offered == PARTS.keys() | {"Normal", "Footer", "表尾"}


def test_word_opens_it_as_a_current_file() -> None:
    settings = _word(to_docx(document())).settings.element
    (mode,) = settings.iter(qn("w:compatSetting"))
    told = [mode.get(qn(f"w:{name}")) for name in ("name", "val")]
    assert told == ["compatibilityMode", "15"]


@pytest.mark.parametrize(
    "text",
    [
        "甲\x00乙\x1b[31m\x08\ufffe\ud800",
        "|#*_<b>&amp;]]>\"'",
        "甲\n乙\r\n丙\u2028丁",
        "\u202e反\u200b",
        "长" * 100_000,
        " 空 格　",
        "",
    ],
)
def test_hostile_text_is_kept_without_what_nobody_sees(text: str) -> None:
    _assert_kept(text)


@given(st.text(max_size=80))
def test_any_text_is_kept_without_what_nobody_sees(text: str) -> None:
    _assert_kept(text)


def _assert_kept(text: str) -> None:
    word = _word(to_docx(document(text)))
    assert _styled(word, "Body Text")[0].text == clean_text(text)
    assert _styled(word, "Heading 3")[0].text == f"1.{clean_text(text)}（5分）"
    lines = word.tables[0].rows[1].cells[0].paragraphs
    assert "\n".join(line.text for line in lines) == clean_text(text)


def test_every_part_is_well_formed_and_related() -> None:
    content = to_docx(build_report(evaluation()))
    with zipfile.ZipFile(BytesIO(content)) as package:
        names = set(package.namelist())
        for name in names:
            etree.fromstring(package.read(name))
        types = package.read("[Content_Types].xml").decode()
        relations = package.read("word/_rels/document.xml.rels").decode()
    assert set(re.findall(r'PartName="/([^"]+)"', types)) == {
        name for name in names if not name.endswith(".rels") and name != "[Content_Types].xml"
    }
    related = {f"word/{target}" for target in re.findall(r'Target="([^"]+)"', relations)}
    assert related == {name for name in names if re.fullmatch(r"word/\w+\.xml", name)} - {
        "word/document.xml"
    }


def test_a_heading_begins_a_page_where_it_is_to() -> None:
    blocks = (Heading(1, "一、基本情况", new_page=True), Heading(1, "二、支出情况"))
    word = _word(to_docx(replace(document(), blocks=blocks)))
    told = [one.paragraph_format.page_break_before for one in _styled(word, "Heading 1")]
    assert told == [True, None]
