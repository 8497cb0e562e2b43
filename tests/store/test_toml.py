"""Files from anywhere are read or refused, at once and in one sentence."""

import os
from pathlib import Path

import pytest

from perf_tui.store.errors import YearError
from perf_tui.store.toml.parsing import MOST_BYTES, parse_toml, read_content

LARGE = 400_000


@pytest.mark.parametrize(
    "hostile",
    [
        "a = " + "[" * LARGE,
        "a = " + "{ a = " * LARGE,
        "a = " + "[" * 40 + "]" * 40,
        ".".join("a" * LARGE) + " = 1",
        " . ".join(['"a"'] * LARGE) + " = 1",
        "x = { " + ".".join("a" * LARGE) + " = 1 }",
        "[" + ".".join("a" * LARGE) + "]",
        f"[{'.'.join('a' * 20)}]\n{'.'.join('b' * 20)} = 1",
    ],
    ids=["lists", "tables", "closed", "key", "quoted", "inline", "header", "spread"],
)
def test_absurd_nesting_is_refused(hostile: str) -> None:
    with pytest.raises(YearError, match="套得太深"):
        parse_toml(hostile.encode())


@pytest.mark.parametrize(
    "hostile",
    [
        'a = """' + '\\""' * 20_000,
        "a = '''" + "x" * LARGE,
        'a = "' + "\\" * 99_999,
        'a = "\n' * 9999,
    ],
    ids=["basic", "literal", "backslashes", "lines"],
)
def test_unclosed_quotes_are_refused_with_a_line(hostile: str) -> None:
    with pytest.raises(YearError, match=r"第 \d+ 行|最后一行"):
        parse_toml(hostile.encode())


@pytest.mark.parametrize(
    "text",
    ["1." * 100, "[" * 100, "a.b." * 100, "'" * 7 + "[" * 50, "# " + "[" * 50, "\\" + "{" * 50],
)
def test_texts_and_comments_may_hold_what_keys_may_not(text: str) -> None:
    escaped = text.replace("\\", "\\\\")
    source = f'a = "{escaped}"\nb = """\n{escaped}""""\nc = """""" # {text}\n'
    assert parse_toml(source.encode()) == {"a": text, "b": text + '"', "c": ""}


def test_literal_strings_may_hold_what_keys_may_not() -> None:
    source = "a = '" + "[" * 50 + '"' + "'\nb = '''\n''" + "{" * 50 + "''''\n"
    assert parse_toml(source.encode()) == {"a": "[" * 50 + '"', "b": "''" + "{" * 50 + "'"}


def test_another_encoding_names_the_line() -> None:
    with pytest.raises(YearError, match="第 2 行不是 UTF-8"):
        parse_toml('a = 1\nname = "健龙镇"\n'.encode("gbk"))


def test_what_is_no_ordinary_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(YearError, match="不是普通文件"):
        read_content(pipe)
    with pytest.raises(YearError, match="文件夹"):
        read_content(tmp_path)
    with pytest.raises(YearError, match="没有这个文件"):
        read_content(tmp_path / "none")
    with pytest.raises(YearError, match="不是文件夹"):
        read_content(Path("/dev/null/x"))
    with pytest.raises(YearError, match="名字太长"):
        read_content(tmp_path / ("长" * 200))


def test_a_file_that_is_too_big_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(b"#" * MOST_BYTES)
    assert len(read_content(path)) == MOST_BYTES
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    with pytest.raises(YearError, match="2 MiB"):
        read_content(path)


@pytest.mark.parametrize(
    "hostile", ["a=1\n" * LARGE, 'a=["",' * LARGE, "a" * LARGE + "=1", " " * LARGE]
)
def test_more_than_a_hundred_years_of_names_and_numbers_is_refused(hostile: str) -> None:
    with pytest.raises(YearError, match=r"离谱|套得太深"):
        parse_toml(hostile.encode())


@pytest.mark.parametrize("number", ["0x" + "f" * 5000, "0b" + "1" * 20_000, "9" * 5000])
def test_a_number_that_could_not_be_written_again_is_refused_at_its_place(number: str) -> None:
    before = 'x = """\n1\n"""\n[facts] # 一\n'
    with pytest.raises(YearError, match=r"^第 5 行的 facts\.a 是长得离谱的数，改短再打开$"):
        parse_toml(f"{before}facts.a = {number}".encode())
    with pytest.raises(YearError, match=r"^第 6 行有长得离谱的数"):
        parse_toml(f"{before}a = [\n{number}]".encode())


@pytest.mark.parametrize("number", ["1e9999999999999999999", "-1.5E+99999999999999999999"])
def test_a_power_beyond_all_numbers_is_refused_at_its_place(number: str) -> None:
    with pytest.raises(YearError, match=r"^第 2 行的 a 是长得离谱的数"):
        parse_toml(f"b = 1\na = {number}".encode())


@pytest.mark.parametrize("deep", ["x = " + "[" * 40, ".".join("a" * 40) + " = 1"])
def test_what_is_too_deep_is_refused_with_its_line(deep: str) -> None:
    with pytest.raises(YearError, match=r"^第 3 行括号或名字套得太深"):
        parse_toml(f"a = 1\nb = 2\n{deep}".encode())
