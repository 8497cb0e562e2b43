"""A report from anywhere is read, or refused in one sentence, in bounded time and memory."""

from pathlib import Path

import pytest

from faults.families.reports import damaged_reports
from faults.forked import measured
from faults.hostile_reports import REFUSED, USED
from faults.reading import troubles
from faults.strange_claims import CLAIMS
from perf_tui.reader.text import MOST_LINES
from support.hostile import obeyed_in


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_report_is_refused_in_one_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / "report.docx"
    path.write_bytes(REFUSED[name]())
    done = measured("audit", path, cwd=tmp_path)
    assert troubles(done, refused=True) == [], done
    assert done.err.startswith(f"{path}：")
    assert "，" in done.err  # what is wrong, and what to do


@pytest.mark.parametrize("name", USED)
def test_a_strange_report_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(USED[name]())
    done = measured("audit", path, "--text", cwd=tmp_path)
    assert troubles(done, refused=False) == [], done.err
    assert obeyed_in(done.out, "\n\t") == []
    assert done.out.count("\n") <= MOST_LINES


@pytest.mark.parametrize("name", CLAIMS)
def test_strange_claims_take_no_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(CLAIMS[name])
    for command in (("audit", path), ("import", path, "-o", tmp_path / "out.toml")):
        done = measured(*command, cwd=tmp_path)
        assert troubles(done, refused=None) == [], done.err
        assert obeyed_in(done.out, "\n\t") == []


def test_a_damaged_word_file_is_never_a_crash(tmp_path: Path) -> None:
    figures = list(damaged_reports(tmp_path, step=7))
    assert [figure.troubles for figure in figures] == [(), ()]
    assert all(figure.runs > 200 for figure in figures)
