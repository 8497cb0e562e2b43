"""A year survives being saved and read, whatever was typed, and whatever else stood in its file."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.answers.readings import read_field
from perf_tui.core.answers.year import Year
from perf_tui.core.form import Form, Indicator
from perf_tui.core.form.own.dormant import KEYS, PAPERS
from perf_tui.core.numbers import Number, format_number
from perf_tui.store.errors import NotAYearError, SaveError, YearError
from perf_tui.store.forms import load_form
from perf_tui.store.years.samples import sample_folder
from perf_tui.store.years.year_file import (
    YearFile,
    format_year,
    parse_year,
    read_year_file,
    write_year_file,
)

FORM = load_form("township")
HEAD = 'format = 1\nform = "township"\nyear = 2024\n'


def parsed(text: str) -> YearFile:
    return parse_year(text.encode(), load_form)


def written(**texts: str) -> str:
    """The file of a year with these texts, `budget__executed` for `budget.executed`."""
    addresses = {key.replace("__", "."): text for key, text in texts.items()}
    return format_year(YearFile(FORM, Year("township", 2024, addresses))).decode()


@pytest.mark.parametrize(
    "sample", sorted(sample_folder().glob("*.toml")), ids=lambda path: path.stem
)
def test_every_sample_comes_back_whole_and_is_then_written_the_same_again(sample: Path) -> None:
    first = read_year_file(sample, load_form)
    content = format_year(first)
    second = parse_year(content, load_form)
    assert second.year == first.year
    assert second.unknown == first.unknown
    assert not second.edited_by_hand
    assert format_year(second) == content


def test_the_order_is_the_forms_and_the_header_comes_first() -> None:
    text = written(
        sections__duties="职责",
        facts__cadres_due="145",
        unit__name="健龙镇",
        indicators__wellbeing__tier="达成",
        indicators__medical_insurance__actual="93.53",
        budget__executed="38820071.88",
    )
    names = [line.split(" = ")[0] for line in text.splitlines() if line]
    assert names == [
        *("format", "form", "form_version", "year", "checksum"),
        *("[unit]", "name"),
        *("[budget]", "executed"),
        *("[facts]", "cadres_due"),
        *("[indicators.medical_insurance]", "actual"),
        *("[indicators.wellbeing]", "tier"),
        *("[sections]", "duties"),
    ]


@pytest.mark.parametrize(
    ("typed", "line", "kept"),
    [
        ("38820071.88", "executed = 38820071.88", "38820071.88"),
        ("95.410", "executed = 95.410", "95.410"),
        ("40000000", "executed = 40000000", "40000000"),
        ("10万", "executed = 100000", "100000"),
        ("３８,820", "executed = 38820", "38820"),
        ("-0", "executed = 0", "0"),
        ("-12.5", "executed = -12.5", "-12.5"),
        ("0.00", "executed = 0.00", "0.00"),
        ("近300", 'executed = "近300"', "近300"),
        ("95,41", 'executed = "95,41"', "95,41"),
        ("1e5", 'executed = "1e5"', "1e5"),
        ("不知道", 'executed = "不知道"', "不知道"),
    ],
)
def test_exact_numbers_are_written_as_numbers_and_all_else_as_typed(
    typed: str, line: str, kept: str
) -> None:
    text = written(budget__executed=typed)
    assert line in text.splitlines()
    assert parsed(text).year.text("budget.executed") == kept


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("2025年4月15日", "report_date = 2025-04-15"),
        ("2025-02-30", 'report_date = "2025-02-30"'),
    ],
)
def test_a_readable_date_is_written_as_a_date(typed: str, line: str) -> None:
    assert line in written(unit__report_date=typed).splitlines()


@pytest.mark.parametrize(
    ("in_file", "text"),
    [
        ("38820071.88", "38820071.88"),
        ("38_820_071", "38820071"),
        ("1e5", "100000"),
        ("0x10", "16"),
        ("1e400", "1E+400"),
        ('"约22.6"', "约22.6"),
        ("2025-04-15", "2025-04-15"),
        ("2025-04-15T08:00:00", "2025-04-15T08:00:00"),
        ("08:30:00", "08:30:00"),
    ],
)
def test_whatever_toml_has_for_a_value_becomes_its_text(in_file: str, text: str) -> None:
    file = parsed(f"{HEAD}[budget]\nexecuted = {in_file}\n")
    assert file.year.texts == {"budget.executed": text}


def test_an_empty_string_is_a_blank() -> None:
    file = parsed(f'{HEAD}[unit]\nname = ""\n[accepted]\nx = ""\n')
    assert file.year.texts == {}


def test_paragraphs_are_written_over_lines_as_a_person_reads_them() -> None:
    text = written(sections__duties="第一行\n第二行")
    assert 'duties = """\n第一行\n第二行"""' in text


@given(st.dictionaries(st.sampled_from(list(FORM.fields)), st.text(min_size=1), max_size=6))
def test_any_text_anywhere_comes_back(texts: dict[str, str]) -> None:
    year = Year("township", 2024, texts)
    file = parse_year(format_year(YearFile(FORM, year)), load_form)
    assert file.year.texts == {address: _as_kept(address, text) for address, text in texts.items()}
    assert not file.edited_by_hand


@given(st.text(alphabet="\r\n\"'\\\t\x00\x7f 甲", min_size=1))
def test_line_ends_quotes_and_control_characters_come_back(text: str) -> None:
    assert parsed(written(sections__duties=text)).year.text("sections.duties") == text


def _as_kept(address: str, text: str) -> str:
    """Exact numbers and dates in their plain form, all else as typed."""
    match read_field(FORM.fields[address], text):
        case Number(qualifier="") as number:
            plain = format_number(number)
            return str(int(plain)) if "." not in plain else plain
        case str() | None:
            return text
        case reading:
            return getattr(reading, "isoformat", lambda: text)()


def test_half_a_character_does_not_keep_a_year_from_being_saved() -> None:
    assert parsed(written(unit__name="健\ud800龙")).year.text("unit.name") == "健?龙"


def test_unknown_keys_survive_a_save_wherever_they_stand() -> None:
    unknown = """note = "留着"
[unit]
nickname = "龙"
[budget]
[indicators.wellbeing]
colour = 1.50
[indicators.retired]
actual = 3
[[history]]
at = 2024-01-01T08:00:00Z
[plugin.deep]
list = [1, [2, { three = "三" }]]
"""
    first = parsed(
        HEAD + unknown.replace("[budget]\n", '[budget]\nexecuted = 1\n[accepted]\n"a.b" = "已核"\n')
    )
    second = parse_year(format_year(first), load_form)
    assert first.year.texts == {"budget.executed": "1", "accepted.a.b": "已核"}
    assert second.year == first.year
    assert second.unknown == first.unknown
    assert first.unknown["indicators"] == {
        "wellbeing": {"colour": Decimal("1.50")},
        "retired": {"actual": 3},
    }
    assert first.unknown["unit"] == {"nickname": "龙"}
    assert sorted(first.unknown) == ["history", "indicators", "note", "plugin", "unit"]


OWN = """format = 2
form = "township"
year = 2024
[own.own1]
name = "培训"
sign = "定性"
[own.wellbeing]
removed = "是"
[facts]
own1_2 = 5
[indicators.own1]
actual = 3
[indicators.own1.evidence]
evidence4 = "名册"
[indicators.wellbeing]
tier = "达成"
colour = "红"
"""


def test_answers_without_a_field_are_answers_again_once_they_have_one() -> None:
    first = parsed(OWN)
    assert first.unknown == {"indicators": {"wellbeing": {"colour": "红"}}}
    years = [first.year, parse_year(format_year(first), load_form).year]
    for year in years:
        assert year.text("facts.own1_2") == "5"
        assert year.text("indicators.own1.actual") == "3"
        assert year.text("indicators.own1.evidence.evidence4") == "名册"
        assert year.text("indicators.wellbeing.tier") == "达成"
    counted = first.with_year(first.year.with_text("own.own1.sign", "≥"))
    emptied = counted.with_year(counted.year.with_text("indicators.own1.actual", ""))
    again = parse_year(format_year(emptied), load_form)
    assert "indicators.own1.actual" in again.form.fields
    assert again.year.text("indicators.own1.actual") == ""


def test_every_answer_of_an_indicator_can_be_one_without_a_field() -> None:
    kept = set(KEYS)
    for form in map(load_form, ("township", "national", "project")):
        for one in form.indicators:
            titles = {f"{what}.{wanted.key}" for what in PAPERS for wanted in one.evidence}
            assert {at.split(".", 2)[2] for at in asked_of(form, one)} - titles <= kept


def asked_of(form: Form, one: Indicator) -> list[str]:
    return [*form.parts[one.id].fields]


def test_even_an_unknown_nan_survives() -> None:
    file = parsed(f"{HEAD}[plugin]\nlimit = nan\n")
    assert b"limit = nan" in format_year(file)


def test_a_typed_value_beats_an_unknown_one_at_its_place() -> None:
    year = Year("township", 2024, {"unit.name": "健龙镇"})
    content = format_year(YearFile(FORM, year, {"unit": {"name": "别名"}, "year": 1999}))
    assert parse_year(content, load_form).year == year


def test_a_key_with_dots_is_no_address() -> None:
    file = parsed(f'{HEAD}"unit.name" = "甲"\n')
    assert file.year.texts == {}
    assert file.unknown == {"unit.name": "甲"}


def test_accepted_findings_are_sorted_so_that_equal_years_are_equal_files() -> None:
    one = Year("township", 2024, {"accepted.b:x.y": "二", "accepted.a": "一"})
    other = Year("township", 2024, {"accepted.a": "一", "accepted.b:x.y": "二"})
    content = format_year(YearFile(FORM, one))
    assert content == format_year(YearFile(FORM, other))
    assert parse_year(content, load_form).year == one


def test_a_byte_order_mark_and_windows_line_ends_are_read() -> None:
    text = written(unit__name="健龙镇", sections__duties="一\n二")
    file = parse_year(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), load_form)
    assert file.year.texts == {"unit.name": "健龙镇", "sections.duties": "一\n二"}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("format = 1\nyear = \n", "第 2 行"),
        (f"{HEAD}[budget]\nexecuted = 1\nexecuted = 2\n", "第 6 行"),
        (f"{HEAD}x = ", "最后一行"),
        (f"{HEAD}budget = 3\n", "第 4 行的 budget"),
        (f"{HEAD}[budget]\nexecuted = {{ a = 1 }}\n", "第 5 行的 budget.executed"),
        (f"{HEAD}[budget]\nexecuted = [1]\n", "budget.executed"),
        (f"{HEAD}[budget]\nexecuted = true\n", "budget.executed"),
        (f"{HEAD}budget = {{ executed = true }}\n", "第 4 行的 budget.executed"),
        (f'{HEAD}[accepted]\n"a.b" = true\n', "第 5 行的 accepted.a.b"),
        (f"{HEAD}[budget]\nexecuted = nan\n", "budget.executed"),
        (f"{HEAD}[budget]\nexecuted = -inf\n", "budget.executed"),
        (f"{HEAD}[budget]\nexecuted = 0x{'f' * 100}\n", "budget.executed"),
        (f"{HEAD}[budget]\nexecuted = {'9' * 5000}\n", "长得离谱的数"),
        (f"{HEAD}[budget]\nexecuted = 1e{'9' * 30}\n", "长得离谱的数"),
        (f"{HEAD}[indicators]\nwellbeing = 1\n", "第 5 行的 indicators.wellbeing"),
        (f"{HEAD}accepted = 1\n", "accepted"),
        (f"{HEAD}[accepted.a]\nb = 1\n", "accepted.a"),
        ('format = 3\nform = "township"\nyear = 2024\n', "format = 3"),
        ('format = "1"\nform = "township"\nyear = 2024\n', "第 1 行的 format"),
        ("format = 1\nform = 3\nyear = 2024\n", "form"),
        ('format = 1\nform = "townshop"\nyear = 2024\n', "township"),
        ('format = 1\nform = "township"\n', "：year 应是"),
        ('format = 1\nform = "township"\nyear = true\n', "第 3 行的 year"),
        ('format = 1\nform = "township"\nyear = 20240\n', "year"),
    ],
)
def test_what_cannot_be_used_is_one_sentence_with_file_and_place(
    tmp_path: Path, text: str, place: str
) -> None:
    path = tmp_path / "2024.toml"
    path.write_text(text)
    with pytest.raises(YearError) as caught:
        read_year_file(path, load_form)
    message = str(caught.value)
    assert message.startswith(f"{path}：")
    assert place in message
    assert "\n" not in message


def test_a_file_that_is_no_year_is_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text("[project]\n")
    with pytest.raises(NotAYearError, match="不是年度文件"):
        read_year_file(path, load_form)


def test_saving_puts_on_disk_what_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "2024.toml"
    file = YearFile(FORM, Year("township", 2024, {"unit.name": "健龙镇"}))
    write_year_file(path, file)
    assert read_year_file(path, load_form) == file


def test_a_year_too_big_to_be_opened_again_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "2024.toml"
    path.write_text("旧")
    year = Year("township", 2024, {"sections.duties": "字" * 2_000_000})
    with pytest.raises(SaveError, match="2 MiB"):
        write_year_file(path, YearFile(FORM, year))
    assert path.read_text() == "旧"


def test_evidence_is_read_as_it_was_always_written_and_its_dates_are_dates() -> None:
    at = "indicators.wellbeing."
    text = HEAD + '[indicators.wellbeing.evidence]\nincome = "经发办，第18卷"\n'
    year = parsed(text).year
    assert year.texts == {f"{at}evidence.income": "经发办，第18卷"}
    more = {
        f"{at}evidence_date.income": "2025-01-10",
        f"{at}evidence_title.own-1": "走访照片",
        f"{at}evidence.own-1": "硬盘",
    }
    for address, typed in more.items():
        year = year.with_text(address, typed)
    content = format_year(YearFile(FORM, year))
    assert 'income = "经发办，第18卷"\nown-1 = "硬盘"\n' in content.decode()
    assert "income = 2025-01-10\n" in content.decode()
    assert parse_year(content, load_form).year == year


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", "一、基本情况".encode(), b"PK\x03\x04", b"x"])
def test_what_is_no_toml_and_has_no_heading_is_no_year(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    with pytest.raises(NotAYearError, match="这不是年度文件"):
        read_year_file(path, load_form)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk", "utf-16"])
def test_a_damaged_year_is_no_other_file(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "2024.toml"
    path.write_bytes('format = 1\nform = "township"\n[unit]\nname = "健龙镇\n'.encode(encoding))
    with pytest.raises(YearError) as caught:
        read_year_file(path, load_form)
    assert type(caught.value) is YearError
