"""A sealed file tells any change from what was saved."""

from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.store.forms import load_form
from perf_tui.store.years.checksum import altered_words, intact, sealed
from perf_tui.store.years.year_file import YearFile, format_year

CONTENT = format_year(
    YearFile(load_form("township"), Year("township", 2024, {"unit.name": "健龙镇"}))
)


def test_a_saved_file_is_intact_and_sealing_it_again_changes_nothing() -> None:
    assert intact(CONTENT)
    assert sealed(CONTENT) == CONTENT


def test_every_flipped_bit_shows() -> None:
    for place in range(len(CONTENT) * 8):
        damaged = bytearray(CONTENT)
        damaged[place // 8] ^= 1 << place % 8
        assert not intact(bytes(damaged)), place


def test_every_truncation_and_every_addition_shows() -> None:
    assert not any(intact(CONTENT[:length]) for length in range(len(CONTENT)))
    assert not intact(CONTENT + b"\n")
    assert not intact(b"\xef\xbb\xbf" + CONTENT)
    assert not intact(CONTENT.replace(b"\n", b"\r\n"))


def test_a_file_without_the_line_is_not_intact() -> None:
    assert not intact(b"format = 1\n")
    assert sealed(b"format = 1\n") == b"format = 1\n"


def test_what_is_said_of_an_altered_file_names_it() -> None:
    assert "2024.toml 在程序之外改动过" in altered_words(Path("2024.toml"))
