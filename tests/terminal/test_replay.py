"""A whole year filled in by keys alone: from an empty file to the same bytes as the sample."""

from decimal import Decimal
from pathlib import Path

from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.store.years.year_file import read_year_file
from support.replay import HIGHEST, fill_in
from support.samples import JIANLONG, township


def test_the_whole_year_2024_by_keys_alone(tmp_path: Path) -> None:
    sample = read_year_file(JIANLONG, township)
    path = tmp_path / "2024.toml"
    effort = fill_in(sample, path)

    filled = read_year_file(path, township)
    assert dict(filled.year.texts) == dict(sample.year.texts)
    assert not filled.edited_by_hand
    assert own_lines(path) == own_lines(JIANLONG)
    score = evaluate(filled.form, filled.year).score
    assert (score.total, score.grade) == (Decimal("99.54"), "优")
    assert effort.ratio <= HIGHEST


def own_lines(path: Path) -> list[str]:
    """The file without what is another in every file: its checksum, and the sample's note."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    return [line for line in lines if not line.startswith(("checksum = ", "note = "))]
