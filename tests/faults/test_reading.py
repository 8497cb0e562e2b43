"""What is read from anywhere is used, or refused in one sentence; what is damaged is told."""

from pathlib import Path

import pytest

from faults.corpus import HEAD, REFUSED, USED, special_files
from faults.forked import measured
from faults.reading import (
    BUG,
    MOST_MEGABYTES,
    ON_FILES,
    command_on,
    flips,
    passing_as_good,
    prefixes,
    saved,
    troubles,
)
from support.editor import editing
from support.samples import FOLDER, JIANLONG

PRIME = 97
JIANLONG_2023 = FOLDER / "jianlong-2023.toml"


def test_damage_is_told() -> None:
    content = saved(JIANLONG)
    for versions in (prefixes(content, PRIME), flips(content, PRIME)):
        runs, good = passing_as_good(versions)
        assert runs > len(content) // PRIME
        assert good == 0


def test_what_is_not_damaged_passes() -> None:
    assert passing_as_good([saved(JIANLONG)]) == (1, 1)


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_in_one_line_in_bounded_time_and_memory(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "2024.toml"
    path.write_bytes(REFUSED[name])
    done = command_on(path, "score", tmp_path, measured)
    assert troubles(done, refused=True) == [], done
    assert done.err.startswith(f"{path}：")


@pytest.mark.parametrize("name", USED)
def test_a_year_with_endless_texts_is_used_in_bounded_time_and_memory(
    tmp_path: Path, name: str
) -> None:
    path = tmp_path / "2024.toml"
    path.write_bytes(USED[name])
    done = command_on(path, "check", tmp_path, measured)
    assert troubles(done, refused=False) == [], done.err


@pytest.mark.parametrize(
    ("lines", "ending"), [(9_000, "docx"), (9_000, "md"), (700_000, "docx"), (700_000, "csv")]
)
def test_a_report_of_any_length_is_written_or_refused(
    tmp_path: Path, lines: int, ending: str
) -> None:
    path, out = tmp_path / "2024.toml", tmp_path / f"out.{ending}"
    path.write_bytes(HEAD + b'[sections]\nduties = """' + b"a\n" * lines + b'"""')
    done = measured("export", path, "-o", out, cwd=tmp_path)
    assert (done.status, out.exists()) == ((0, True) if lines < 10_000 else (2, False))
    assert ("超过 10000 段" in done.err) == (lines > 10_000)
    assert BUG not in done.err
    assert done.megabytes < MOST_MEGABYTES * (1 + (lines > 10_000))


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    for path in special_files(tmp_path):
        done = command_on(path, "check", tmp_path, measured)
        assert troubles(done, refused=True) == [], (path, done)


@pytest.mark.parametrize("command", ON_FILES)
def test_every_command_refuses_in_one_line(tmp_path: Path, command: str) -> None:
    path = tmp_path / "2024.toml"
    path.write_bytes(HEAD + b"a = " + b"[" * 100_000)
    assert troubles(command_on(path, command, tmp_path, measured), refused=True) == []


@pytest.mark.parametrize("command", ["score", "check", "fill", "export"])
def test_what_was_converted_is_told(tmp_path: Path, command: str) -> None:
    path = tmp_path / "2024.toml"
    path.write_bytes(saved(JIANLONG).decode().replace("\n", "\r\n").encode("gbk"))
    rest: list[str | Path] = ["-o", tmp_path / "out.md"] if command == "export" else []
    done = measured(command, path, *rest, cwd=tmp_path, text=b".q\n")
    assert done.status in (0, 1)
    assert "文件原是 GBK、Windows 换行" in done.err
    assert "在程序之外改动过" not in done.err


async def test_the_screen_tells_it_too_and_saves_the_year_as_our_own(tmp_path: Path) -> None:
    path = tmp_path / "2024.toml"
    content = saved(JIANLONG_2023)
    path.write_bytes(content.decode().encode("utf-16"))
    async with editing(path, (120, 30)) as editor:
        assert "文件原是 UTF-16" in editor.text
        await editor.press("f2")
    assert path.read_bytes() == content
