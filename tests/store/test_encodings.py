"""A year that another program saved in its own way is read as meant, and that is said."""

from pathlib import Path

import pytest

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import YearError
from perf_tui.store.files.encodings import bring
from perf_tui.store.forms import load_form
from perf_tui.store.years import year_file
from perf_tui.store.years.nesting import Table
from perf_tui.store.years.year_file import YearFile, format_year, parse_year, read_year_file

FORM = load_form("township")
YEAR = Year("township", 2024, {"unit.name": "健龙镇", "sections.duties": "一、联通\n二、履职"})
TEXT = format_year(YearFile(FORM, YEAR)).decode()
FORMATS = sorted((Path(__file__).parents[1] / "faults" / "formats").glob("*.toml"))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", ""),
        ("utf-8-sig", "带 BOM 的 UTF-8"),
        ("utf-16", "UTF-16"),
        ("gbk", "GBK"),
        ("gb18030", "GB18030"),
    ],
)
def test_it_is_read_and_the_conversion_is_told(encoding: str, name: str, ends: str) -> None:
    text = TEXT
    if encoding == "gb18030":
        text = text.replace("健龙", "𠮷㐀")
    file = parse_year(text.replace("\n", ends).encode(encoding), load_form)
    assert file.year.texts == {**YEAR.texts, "unit.name": text.partition('name = "')[2][:3]}
    windows = ["Windows 换行"] if ends == "\r\n" else []
    assert file.converted == (*filter(None, [name]), *windows)
    assert bool(file.notice) == bool(file.converted)
    assert file.edited_by_hand == (encoding == "gb18030")


def test_big_endian_utf_16_is_read() -> None:
    assert bring(("\ufeff" + TEXT).encode("utf-16-be")).content == TEXT.encode()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (TEXT.encode().replace("履".encode(), b"\xe5\xb1"), "不是 UTF-8 编码"),
        (TEXT.encode("gbk").replace("履".encode("gbk"), b"\xff\xff"), "也不是 GBK 编码"),
        (TEXT.encode("latin-1", "replace").replace(b"???", b"\xe9t\xe9"), "也不是 GBK 编码"),
        (TEXT.encode("utf-16-le")[:-1].join([b"\xff\xfe", b""]), "不是 UTF-16 编码"),
    ],
    ids=["damaged", "damaged GBK", "Latin", "half"],
)
def test_anything_else_names_the_line(content: bytes, words: str) -> None:
    with pytest.raises(YearError, match=rf"^第 \d+ 行.*{words}"):
        bring(content)


def test_the_line_named_is_the_one() -> None:
    with pytest.raises(YearError, match=r"^第 3 行"):
        bring("一\n二\n三".encode()[:-1])


def test_every_format_that_there_has_been_is_read() -> None:
    assert [path.stem for path in FORMATS] == [str(n) for n in range(1, year_file.FORMAT + 1)]
    for path in FORMATS:
        file = read_year_file(path, load_form)
        assert file.year.text("unit.name") == "健龙镇人民政府"
        assert file.year.text("budget.executed") == "38820071.88"
        assert file.year.text("facts.poverty_income") == "约23709"
        assert file.year.text("pending.facts.cadres_due") == "2023"
        assert file.unknown["plugin"] == {"note": "留着", "list": [1, [2, {"three": "三"}]]}
        assert not file.edited_by_hand


def test_an_older_format_is_brought_to_ours_step_by_step_and_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def first(table: Table) -> Table:
        return {"unit": {"name": table.pop("who")}, **table}

    def second(table: Table) -> Table:
        return {**table, "note": "第三版"}

    monkeypatch.setattr(year_file, "STEPS", (first, second))
    monkeypatch.setattr(year_file, "WITHOUT_OWN", 3)
    monkeypatch.setattr(year_file, "FORMAT", 4)
    head = 'form = "township"\nyear = 2024\n'
    old = parse_year(f'format = 1\n{head}who = "甲"\n'.encode(), load_form)
    assert old.year.texts == {"unit.name": "甲"}
    assert old.unknown == {"note": "第三版"}
    assert old.converted == ("旧格式（format = 1）",)
    assert parse_year(f"format = 2\n{head}".encode(), load_form).unknown == {"note": "第三版"}
    assert parse_year(f"format = 3\n{head}".encode(), load_form).converted == ()
    assert b"format = 3\n" in format_year(old)
