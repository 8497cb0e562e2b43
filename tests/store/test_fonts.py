"""Finding fonts with and without fontconfig, in folders that may hold anything."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.store.fonts import installed
from perf_tui.store.fonts.names_in_file import names_in

Patch = pytest.MonkeyPatch


def font(*names: tuple[int, int, bytes], at: int = 0) -> bytes:
    """A font file with nothing but names of a platform, of a kind; `at` is where it begins."""
    texts = b"".join(text for _, _, text in names)
    table, place = struct.pack(">HHH", 0, len(names), 6 + 12 * len(names)), 0
    for platform, kind, text in names:
        table += struct.pack(">HHHHHH", platform, 1, 0x804, kind, len(text), place)
        place += len(text)
    table += texts
    head = struct.pack(">4sHHHH", b"\0\1\0\0", 2, 0, 0, 0)
    other = struct.pack(">4sLLL", b"head", 0, at, 4)
    return head + other + struct.pack(">4sLLL", b"name", 0, at + 44, len(table)) + table


def utf16(text: str) -> bytes:
    return text.encode("utf-16-be")


SIMHEI = font((3, 1, utf16("黑体")), (3, 4, utf16("SimHei")), (1, 1, b"Mac"), (3, 2, utf16("R")))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: Patch) -> Path:
    """The only folder of fonts, on a machine without fontconfig."""
    monkeypatch.setattr(installed, "FOLDERS", (str(tmp_path / "missing"), "$PLACE"))
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setenv("PLACE", str(tmp_path))
    return tmp_path


def test_names_are_read_from_the_files(folder: Path) -> None:
    (folder / "deep").mkdir()
    (folder / "deep" / "SIMHEI.TTF").write_bytes(SIMHEI)
    (folder / "readme.txt").write_bytes(SIMHEI.replace(utf16("黑"), utf16("白")))
    assert installed.installed_fonts() == {"黑体", "simhei"}


def test_a_collection_holds_several(tmp_path: Path) -> None:
    first = font((3, 1, utf16("宋体")), at=20)
    second = font((0, 16, utf16("新宋体")), at=20 + len(first))
    head = struct.pack(">4sLLLL", b"ttcf", 0x20000, 2, 20, 20 + len(first))
    (tmp_path / "simsun.ttc").write_bytes(head + first + second)
    assert names_in(tmp_path / "simsun.ttc") == {"宋体", "新宋体"}


@given(cut=st.integers(0, len(SIMHEI)), noise=st.binary(max_size=40))
def test_a_damaged_file_is_no_font(
    tmp_path_factory: pytest.TempPathFactory, cut: int, noise: bytes
) -> None:
    path = tmp_path_factory.getbasetemp() / "damaged.ttf"
    path.write_bytes(SIMHEI[:cut] + noise + SIMHEI[cut + len(noise) :])
    assert isinstance(names_in(path), frozenset)


def test_what_is_no_file_is_no_font(tmp_path: Path) -> None:
    assert names_in(tmp_path) == frozenset()
    assert names_in(tmp_path / "missing.ttf") == frozenset()


@pytest.fixture
def fontconfig(tmp_path: Path, monkeypatch: Patch) -> Path:
    program = tmp_path / "fc-list"
    monkeypatch.setattr("shutil.which", lambda _: str(program))
    monkeypatch.setattr(installed, "FOLDERS", ())
    return program


def test_fontconfig_is_asked_first(fontconfig: Path) -> None:
    fontconfig.write_text("#!/bin/sh\necho '黑体,SimHei,SimHei Regular'\necho 'FangSong,'\n")
    fontconfig.chmod(0o700)
    assert installed.installed_fonts() == {"黑体", "simhei", "simhei regular", "fangsong"}


def test_a_broken_fontconfig_is_done_without(fontconfig: Path) -> None:
    fontconfig.write_bytes(b"\0")
    fontconfig.chmod(0o700)
    assert installed.installed_fonts() == frozenset()


def test_missing_fonts_are_told_once(tmp_path: Path, monkeypatch: Patch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setattr(installed, "installed_fonts", lambda: {"黑体"})
    assert "缺 4 种" in installed.missing_fonts_once()
    assert installed.missing_fonts_once() == ""


def test_where_nothing_can_be_kept_they_are_told_again(tmp_path: Path, monkeypatch: Patch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(installed, "installed_fonts", lambda: {"黑体"})
    assert installed.missing_fonts_once() == installed.missing_fonts_once() != ""
