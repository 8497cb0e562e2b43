"""The tables of Word files: rows, cells over several columns and rows, tables in tables."""

from perf_tui.reader.word.tables import word_tables
from support.tables import LEFT, UP, docx
from support.word import paragraph, word


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"


def test_each_table_has_rows_of_cells() -> None:
    first, second = word_tables(docx([["甲", "乙"], ["丙", "丁\n戊"]], [["己"]]))
    assert (first.name, second.name) == ("第 1 张表", "第 2 张表")
    assert first.rows == (("甲", "乙"), ("丙", "丁\n戊"))
    assert first.paged
    assert second.width == 1


def test_merged_cells_keep_their_columns() -> None:
    rows = [["甲", LEFT, "乙"], ["丙", "丁", UP], [UP, "戊", UP], ["己", "庚", "辛"]]
    (found,) = word_tables(docx(rows))
    assert found.rows == (("甲", "", "乙"), ("丙", "丁", ""), ("", "戊", ""), ("己", "庚", "辛"))
    assert set(found.tall) == {(3, 1, 3), (1, 2, 3)}


def test_a_row_may_begin_behind_the_first_column_and_may_be_deleted() -> None:
    shifted = '<w:trPr><w:gridBefore w:val="2"/></w:trPr>' + cell("丙")
    deleted = "<w:trPr><w:del/></w:trPr>" + cell("丁")
    (found,) = word_tables(word(table(cell("甲") + cell("乙"), shifted, deleted)))
    assert found.rows == (("甲", "乙"), ("", "", "丙"))


def test_a_table_in_a_cell_comes_behind_the_outer_one() -> None:
    inner = table(cell("乙") + cell("丙"))
    outer = table(f"<w:tc>{inner}{paragraph('丁')}</w:tc>" + cell("戊"))
    whole, part = word_tables(word(outer))
    assert part.rows == (("乙", "丙"),)
    assert whole.rows == (("乙 丙\n丁", "戊"),)


def test_cells_outside_of_tables_are_no_table() -> None:
    stray = f"<w:tr>{cell('甲', '<w:vMerge/>')}</w:tr>"
    assert word_tables(word(stray + table(cell("乙")))) != ()
