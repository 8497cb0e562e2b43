"""Every sample year and a page of plain text, printed: GB/T 9704-2012 measured on paper."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest
from render.small import document

from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.render.document import Attachment, Document, Heading, Paragraph, Row, Table, Title
from perf_tui.render.docx import to_docx
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file
from support.printed import MM, PITCH, Line, Sheet, printed, printing, squeezed
from support.rendered import build_report
from support.samples import SAMPLES

pytestmark = [pytest.mark.slow, printing]

LEFT, RIGHT, TOP, BOTTOM = 28 * MM, (210 - 26) * MM, 37 * MM, (297 - 35) * MM
CHARACTER = (RIGHT - LEFT) / 28
UPRIGHT = LEFT, RIGHT, TOP
TURNED_LEFT, TURNED_RIGHT = 35 * MM, (297 - 37) * MM
# LibreOffice shares out what 15 lines of the grid leave of the height.
TURNED_TOP = 28 * MM + ((210 - 28 - 26) * MM - 15 * PITCH) / 2
LAST_LINE = 21  # counted from 0
NAMES = [path.stem for path in SAMPLES]
HAN = re.compile(r"[\u4e00-\u9fff]+")
Printed = dict[str, list[Sheet]]


def _report(name: str, *, sealed: bool = False) -> Document:
    (path,) = (one for one in SAMPLES if one.stem == name)
    file = read_year_file(path, load_form)
    return build_report(evaluate(file.form, file.year), sealed=sealed)


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    """All files from one run of the program: its start takes longest."""
    files = {name: to_docx(_report(name)) for name in NAMES}
    files |= {f"sealed-{name}": to_docx(_report(name, sealed=True)) for name in NAMES}
    plain = replace(document(), blocks=(Paragraph("国" * 28 * 22 * 3),), attachments=())
    files["plain"] = to_docx(plain)
    return printed(tmp_path_factory.mktemp("paper"), files)


def _text(sheet: Sheet) -> list[Line]:
    """The lines of the text block of an upright page."""
    return [line for line in sheet.lines if line.bottom < BOTTOM + 3]


def _place(line: Line) -> float:
    """Which line of the page it stands in, from 0; whole where it keeps to the grid."""
    return (line.middle - TOP) / PITCH - 0.5


def _body(sheets: list[Sheet]) -> list[Sheet]:
    """The pages before the first attachment."""
    first = next(n for n, one in enumerate(sheets) if _starts(one, "附件1"))
    return sheets[:first]


def _starts(sheet: Sheet, mark: str) -> bool:
    return any(line.text == mark for line in sheet.lines[:4])


def _lists(sheet: Sheet) -> bool:
    """Whether it has a draft's list of what must be mended, a table."""
    return any(line.text.startswith("序号") for line in sheet.lines)


def _tall(line: Line) -> bool:
    return line.bottom - line.top > PITCH * 0.9  # 22 points, of the title


def test_a_full_page_has_22_lines_of_28_characters(paper: Printed) -> None:
    first, *others = paper["plain"]
    assert [len(line.text) for line in _text(first)] == [26, *[28] * 21]
    for sheet in others[:-1]:
        assert [len(line.text) for line in _text(sheet)] == [28] * 22


@pytest.mark.parametrize("name", NAMES)
def test_every_page_of_text_is_full_but_for_what_must_stay_together(
    paper: Printed, name: str
) -> None:
    pages = _body(paper[name])
    for number, (sheet, following) in enumerate(pairwise(pages)):
        if _lists(sheet):
            continue
        bottom = _place(_text(sheet)[-1])
        kept = _kept(_text(following), last=number + 2 == len(pages))
        assert LAST_LINE - bottom < kept + 0.5
        assert bottom < LAST_LINE + 0.3


def _kept(lines: list[Line], *, last: bool) -> int:
    """How many lines at the head of a page could not have stood on the one before."""
    if lines[0].left < LEFT + CHARACTER:
        return 1  # goes on with a paragraph: the page before has to be full
    if last:
        return round(_place(lines[-1])) + 1
    return 1 + next(n for n, line in enumerate(lines) if not _heading(line))


def _heading(line: Line) -> bool:
    return bool(re.match(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.", line.text))


@pytest.mark.parametrize("name", NAMES)
def test_lines_keep_to_the_grid(paper: Printed, name: str) -> None:
    for sheet in _body(paper[name]):
        if _lists(sheet):
            continue
        for line in _text(sheet):
            assert _place(line) == pytest.approx(round(_place(line)), abs=0.2)  # of a line


def test_full_lines_have_28_characters(paper: Printed) -> None:
    """Lines of nothing but characters: marks may hang, close up or push a character on."""
    found = [
        len(line.text) + (2 if line.left > LEFT + CHARACTER else 0)
        for name in NAMES
        for sheet in _body(paper[name])
        for line in _text(sheet)
        if line.right > RIGHT - 3 and HAN.fullmatch(re.sub("[，、；]", "", line.text))
    ]
    assert len(found) > 10
    assert {27, 28, 29} >= set(found)
    assert found.count(28) > len(found) * 0.7


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_ends_a_page(paper: Printed, name: str) -> None:
    headings = {squeezed(one.text) for one in _report(name).blocks if isinstance(one, Heading)}
    pages = _body(paper[name])
    lines = {squeezed(line.text) for sheet in pages for line in _text(sheet)}
    assert headings <= lines
    assert headings.isdisjoint(squeezed(_text(sheet)[-1].text) for sheet in pages)


@pytest.mark.parametrize("name", NAMES)
def test_the_title_is_broken_by_meaning(paper: Printed, name: str) -> None:
    title = _report(name).blocks[0]
    assert isinstance(title, Title)
    lines = [line for line in _text(paper[name][0]) if _tall(line)]
    assert [squeezed(line.text) for line in lines] == list(title.lines)
    for line in lines:
        assert line.center == pytest.approx((LEFT + RIGHT) / 2, abs=2)


def test_the_text_begins_on_the_page_after_a_draft_s_list(paper: Printed) -> None:
    pages = _body(paper["jianlong-2023"])
    listing = [number for number, sheet in enumerate(pages) if _lists(sheet)]
    assert listing == list(range(len(listing)))
    (begins,) = (n for n, one in enumerate(pages) for line in one.lines if "一、基本" in line.text)
    assert begins == len(listing)
    assert "一、基本情况" in _text(pages[begins])[0].text


@pytest.mark.parametrize("name", NAMES)
def test_page_numbers_stand_outside_7_mm_below_the_text(paper: Printed, name: str) -> None:
    """On a turned page at the left, where the foot of the other pages is."""
    sides = set()
    for number, sheet in enumerate(paper[name], 1):
        sides.add((sheet.turned, number % 2))
        if sheet.turned:
            words = [word for word in sheet.words if word.right < TURNED_LEFT]
            assert "".join(word.text for word in words) == f"—{number}—"
            below = {TURNED_LEFT - word.center for word in words}
            start, end = min(word.top for word in words), max(word.bottom for word in words)
            edges = 28 * MM - start, sheet.height - 26 * MM - end
        else:
            (line,) = (one for one in sheet.lines if one.top > BOTTOM)
            assert line.text == f"—{number}—"
            below = {line.middle - BOTTOM}
            edges = LEFT - line.left, RIGHT - line.right
        for distance in below:
            assert distance == pytest.approx(7 * MM, abs=MM)
        expected = edges[1] if number % 2 else -edges[0]
        assert expected == pytest.approx(14, abs=3)  # one character in
    assert {(False, 0), (False, 1), (True, 0)} <= sides


@pytest.mark.parametrize("name", NAMES)
def test_an_attachment_begins_a_page_with_its_head(paper: Printed, name: str) -> None:
    for one in _report(name).attachments:
        (sheet,) = (page for page in paper[name] if _starts(page, f"附件{one.number}"))
        assert sheet.turned == one.wide
        left, right, top = (TURNED_LEFT, TURNED_RIGHT, TURNED_TOP) if sheet.turned else UPRIGHT
        words = [word for word in sheet.words if word.left >= left - 1]
        lines = replace(sheet, words=tuple(words)).lines
        mark, title = lines[:2]
        assert (squeezed(mark.text), squeezed(title.text)) == (f"附件{one.number}", one.title)
        assert mark.left == pytest.approx(left, abs=2)
        assert mark.middle == pytest.approx(top + PITCH / 2, abs=5)
        assert title.center == pytest.approx((left + right) / 2, abs=4)
        assert title.middle == pytest.approx(top + PITCH * 2.5, abs=5)


@pytest.mark.parametrize("name", NAMES)
def test_the_note_of_attachments_stands_a_line_below_the_text(paper: Printed, name: str) -> None:
    pages = _body(paper[name])
    lines = _text(pages[-1])
    (at,) = (n for n, line in enumerate(lines) if line.text.startswith("附件："))
    assert _place(lines[at]) - _place(lines[at - 1]) == pytest.approx(2, abs=0.15)
    assert lines[at].left == pytest.approx(LEFT + 2 * CHARACTER, abs=2)
    assert lines[at].text[3:5] == "1."
    others = lines[at + 1 : -2]
    assert [line.text[:2] for line in others] == [f"{n}." for n in range(2, len(others) + 2)]
    for line in others:
        assert line.left == pytest.approx(LEFT + 5 * CHARACTER, abs=2)
        assert not line.text.endswith(("。", "；", "，"))


@pytest.mark.parametrize("name", NAMES)
def test_signature_and_date_close_the_text(paper: Printed, name: str) -> None:
    pages = _body(paper[name])
    lines = _text(pages[-1])
    signed, dated = lines[-2:]
    assert len(lines) > 3  # never on a page without text
    assert signed.right == pytest.approx(RIGHT - 2 * CHARACTER, abs=3)
    assert dated.left == pytest.approx(signed.left + 2 * CHARACTER, abs=4)


@pytest.mark.parametrize("name", NAMES)
def test_a_seal_lies_over_signature_and_date(paper: Printed, name: str) -> None:
    lines = _text(_body(paper[f"sealed-{name}"])[-1])
    *text, signed, dated = lines
    assert len(text) > 1
    assert dated.right == pytest.approx(RIGHT - 4 * CHARACTER, abs=3)
    # LibreOffice sets digits a little off the characters, whatever the style says.
    assert signed.center == pytest.approx(dated.center, abs=10)
    seal_top = (signed.middle + dated.middle) / 2 - 21 * MM  # a township's is 42 mm wide
    assert text[-1].bottom < seal_top + 3 < text[-1].middle + 1.5 * PITCH + 3


@pytest.mark.parametrize("name", NAMES)
def test_no_row_of_a_table_is_split(paper: Printed, name: str) -> None:
    for one in _report(name).attachments:
        sheets = _sheets_of(paper[name], one)
        for table in (block for block in one.blocks if isinstance(block, Table)):
            left, right = (TURNED_LEFT, TURNED_RIGHT) if one.wide else (LEFT, RIGHT)
            for row in table.rows:
                assert any(_holds(sheet, table, row, left, right) for sheet in sheets), row


def _sheets_of(sheets: list[Sheet], one: Attachment) -> list[Sheet]:
    first = next(n for n, page in enumerate(sheets) if _starts(page, f"附件{one.number}"))
    after = [n for n, page in enumerate(sheets) if _starts(page, f"附件{one.number + 1}")]
    return sheets[first : after[0] if after else None]


def _holds(sheet: Sheet, table: Table, row: Row, left: float, right: float) -> bool:
    """Whether every cell's whole text stands in its column of this page."""
    share, column = (right - left) / sum(table.widths), 0
    for cell in row:
        start = left + share * sum(table.widths[:column])
        column += cell.span
        end = left + share * sum(table.widths[:column])
        words = sorted(
            (word for word in sheet.words if start - 2 < word.left and word.right < end + 2),
            key=lambda word: (round(word.middle), word.left),
        )
        if squeezed(cell.text) not in "".join(squeezed(word.text) for word in words):
            return False
    return True
