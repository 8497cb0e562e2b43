"""The year after one with indicators of its own: renamed, and told which they were."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.evaluation.last_answers import last_words
from perf_tui.core.form.own import own_at
from perf_tui.editing import last_year, merging
from perf_tui.editing.open_year import OpenYear
from perf_tui.reader.targets import read_pasted
from perf_tui.showing.blocks import blocks_of
from perf_tui.store.keeping.opened_file import open_file
from support.samples import township

TABLE = """\
一级指标\t三级指标\t年度指标值\t分值
产出指标\t培训人次\t≥80人次\t50
效益指标\t新增就业人数\t≥200人\t30
满意度指标\t群众满意度\t≥90%\t10
"""


@pytest.fixture
def last(tmp_path: Path) -> Path:
    """2024 of an office, with three indicators and their results."""
    path = tmp_path / "2024.toml"
    main(["new", str(path), "--year", "2024", "--form", "national", "--unit", "局"])
    open_year = OpenYear(open_file(path, township))
    merging.take_table(open_year, read_pasted(TABLE).indicators)
    for one, text in zip(open_year.form.indicators, ("85", "210", "91"), strict=True):
        fill(open_year, f"indicators.{one.id}.actual", text)
    open_year.keeper.save(open_year.session.year)
    open_year.keeper.close()
    return path


@pytest.fixture
def office(last: Path) -> Iterator[OpenYear]:
    """2025, begun from it."""
    path = last.with_name("2025.toml")
    main(["new", str(path), "--year", "2025", "--from", str(last)])
    open_year = OpenYear(open_file(path, township))
    yield open_year
    open_year.keeper.close()


def fill(open_year: OpenYear, address: str, text: str) -> None:
    open_year.type(address, text)
    open_year.leave(address)


def test_one_that_is_renamed_keeps_last_year_beside_it(office: OpenYear) -> None:
    ident = office.form.indicators[2].id
    fill(office, own_at(ident, "name"), "服务对象满意率")
    assert last_words(office.change.evaluation, f"indicators.{ident}.actual") == "91 %"
    assert last_words(office.change.evaluation, own_at(ident, "name")) == "群众满意度"
    fill(office, own_at(ident, "before"), "无")
    assert last_words(office.change.evaluation, f"indicators.{ident}.actual") == ""


def test_which_one_it_was_is_typed_by_number_or_name(office: OpenYear) -> None:
    first, _, third = (one.id for one in office.form.indicators)
    fill(office, own_at(first, "before"), "无")
    fill(office, own_at(third, "before"), "1")
    assert office.session.year.text(own_at(third, "before")) == "培训人次"
    fill(office, own_at(third, "before"), "9")
    assert office.session.year.text(own_at(third, "before")) == "9"
    (found,) = (one for one in office.change.findings if one.code == "before-unknown")
    assert found.message == "上年没有“9”这一项，或它已对应别的指标"


def test_what_was_otherwise_stands_on_its_pages(office: OpenYear) -> None:
    one = office.form.indicators[2]
    fill(office, own_at(one.id, "name"), "服务对象满意率")
    fill(office, own_at(one.id, "target"), "≥92%")
    page = next(page for page in office.form.pages if page.id == one.id)
    block = next(blocks_of(office.change.evaluation, page))
    assert [words for words, _ in block.intro[1:]] == [
        "上年叫“群众满意度”",
        "上年的指标值是 ≥90%",
    ]
    first = next(page for page in office.form.pages if page.id == office.form.indicators[0].id)
    assert len(next(blocks_of(office.change.evaluation, first)).intro) == 1


def test_what_was_guessed_is_said_to_be(last: Path) -> None:
    path = last.with_name("2026.toml")
    main(["new", str(path), "--year", "2026", "--form", "national", "--unit", "局"])
    open_year = OpenYear(open_file(path, township))
    table = TABLE.replace("新增就业", "城镇新增就业")
    merging.take_table(open_year, read_pasted(table).indicators)
    last_year.choose(open_year, *last_year.files_to_choose(open_year)[0])
    page = next(page for page in open_year.form.pages if page.title == "城镇新增就业人数")
    (_, (words, _)) = next(blocks_of(open_year.change.evaluation, page)).intro
    assert words.startswith("上年叫“新增就业人数”，这是按名称推定的")
    assert last_words(open_year.change.evaluation, f"indicators.{page.id}.actual") == "210 人"
    open_year.keeper.close()
