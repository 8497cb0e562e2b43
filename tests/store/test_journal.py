"""The journal: what was accepted comes back, and nothing that was not."""

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.answers.year import Year
from perf_tui.store.errors import SaveError
from perf_tui.store.keeping import writing_journal
from perf_tui.store.keeping.journal import (
    Journal,
    JournalEntry,
    Origin,
    _seal,
    changes,
    format_lines,
    parse_journal,
)
from perf_tui.store.keeping.writing_journal import JournalWriter

ORIGIN = Origin("township", 2024, "abc", "2024-11-23 09:48")
BASE = Year("township", 2024, {"unit.name": "云溪镇"})
TEXTS = st.dictionaries(st.sampled_from("abcd"), st.text(st.characters(codec="utf-8"), max_size=9))


def written(*entries: JournalEntry) -> bytes:
    return format_lines([ORIGIN, *entries])[0]


ONE, TWO = JournalEntry("09:48", {"a": "1"}), JournalEntry("09:49", {"b": "2\n3", "a": ""})
WHOLE = written(ONE, TWO)


@given(st.lists(TEXTS, max_size=5), TEXTS)
def test_changes_one_after_the_other_lead_to_the_last_year(
    steps: list[dict[str, str]], first: dict[str, str]
) -> None:
    base = year = Year("township", 2024, {at: text for at, text in first.items() if text})
    entries = []
    for step in steps:
        later = year.with_texts(step)
        entries.append(JournalEntry("", changes(year, later)))
        year = later
    journal = parse_journal(written(*entries))
    assert journal is not None
    assert journal.whole
    assert journal.applied_to(base) == year


@pytest.mark.parametrize("length", range(len(WHOLE)))
def test_every_beginning_of_a_journal_gives_what_was_accepted_by_then(length: int) -> None:
    lines = WHOLE[:length].count(b"\n")
    expected = Journal(ORIGIN, (ONE, TWO)[: lines - 1]) if lines else None
    assert parse_journal(WHOLE[:length]) == expected


def test_no_flipped_bit_is_taken_for_what_was_typed() -> None:
    for bit in range(8 * len(WHOLE)):
        content = bytearray(WHOLE)
        content[bit // 8] ^= 1 << bit % 8
        journal = parse_journal(bytes(content))
        if journal is not None:
            assert journal.origin == ORIGIN
            assert journal.entries in ((), (ONE,))
            # The last line without its end is one that was cut off.
            assert not journal.whole or bit >= 8 * (len(WHOLE) - 1)


@pytest.mark.parametrize(
    "first",
    [{"form": "township"}, {"form": "a", "year": "2024", "base": "", "begun": ""}, [], 1, None],
)
def test_a_first_line_of_something_else_is_no_journal(first: object) -> None:
    assert parse_journal(sealed(first)) is None


@pytest.mark.parametrize("texts", [None, [], {"a": 1}])
def test_texts_that_are_none_make_no_journal(texts: object) -> None:
    origin = {"form": "township", "year": 2024, "base": "abc", "begun": ""}
    assert parse_journal(sealed(origin, {"at": "", "texts": texts, "version": ""})) is None


def sealed(*objects: object) -> bytes:
    seal, lines = "", b""
    for one in objects:
        data = json.dumps(one).encode()
        seal = _seal(seal, data)
        lines += seal.encode() + b" " + data + b"\n"
    return lines


def test_a_journal_belongs_to_its_file_and_to_what_that_may_have_become() -> None:
    journal = Journal(ORIGIN, (ONE, JournalEntry("", {}, "def")))
    assert journal.belongs_to("abc")
    assert journal.belongs_to("def")
    assert not journal.belongs_to("ghi")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / ".2024.toml.journal"


def read(path: Path) -> Year:
    journal = parse_journal(path.read_bytes())
    assert journal is not None
    assert journal.whole
    return journal.applied_to(BASE)


def test_every_note_is_in_the_file_and_nothing_without_a_change(path: Path) -> None:
    writer, year = JournalWriter(path, ORIGIN, BASE), BASE
    writer.note(year, "09:48")
    assert not path.exists()
    for number in range(5):
        year = year.with_text("a", str(number))
        writer.note(year, "09:48")
        assert read(path) == writer.noted == year
    assert path.stat().st_mode & 0o777 == 0o600
    writer.close()
    assert read(path) == year
    writer.remove()
    assert not path.exists()


def test_a_journal_that_grows_is_written_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing_journal, "MOST_BYTES", 500)
    writer, year = JournalWriter(path, ORIGIN, BASE), BASE
    for number in range(50):
        year = year.with_text("a", f"{number} " * 9)
        writer.note(year, "09:48")
        assert path.stat().st_size < 1000
    writer.close()
    assert read(path) == year


def test_what_an_earlier_run_left_is_not_written_over(path: Path) -> None:
    path.write_bytes(WHOLE)
    writer = JournalWriter(path, ORIGIN, BASE)
    writer.note(BASE.with_text("a", "9"), "09:50")
    writer.close()
    assert path.with_name(f"{path.name}.1").read_bytes() == WHOLE
    assert read(path).text("a") == "9"


def test_a_failed_flush_has_everything_written_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = JournalWriter(path, ORIGIN, BASE)
    with monkeypatch.context() as patch:

        def fail(_: int) -> None:
            raise OSError(5, "")

        patch.setattr(os, "fsync", fail)
        writer.note(BASE.with_text("a", "1"), "")
        with pytest.raises(SaveError, match="读写出错"):
            writer.note(BASE.with_texts({"a": "1", "b": "2"}), "")
    writer.note(BASE.with_texts({"a": "1", "b": "2", "c": "3"}), "")
    writer.close()
    assert read(path).texts == {"unit.name": "云溪镇", "a": "1", "b": "2", "c": "3"}
    assert {name.name for name in path.parent.iterdir()} == {path.name}
