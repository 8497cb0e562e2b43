"""The sample years as they are handed to somebody who wants to look."""

from decimal import Decimal
from pathlib import Path

from perf_tui.core.answers.year import LAST_FILE
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.store.forms import load_form
from perf_tui.store.years.samples import changed_copies, copy_samples, sample_folder
from perf_tui.store.years.year_file import read_year_file


def test_the_copies_are_whole_and_the_real_2024_is_given_back(tmp_path: Path) -> None:
    path = copy_samples(tmp_path / "new" / "folder")
    copied = {copy.name for copy in path.parent.iterdir()}
    assert copied == {sample.name for sample in sample_folder().glob("*.toml")}
    file = read_year_file(path, load_form)
    assert not file.edited_by_hand
    score = evaluate(file.form, file.year).score
    assert (score.total, score.grade) == (Decimal("99.54"), "优")


def test_a_copy_that_was_worked_in_is_left_alone(tmp_path: Path) -> None:
    assert changed_copies(tmp_path / "none") == []
    path = copy_samples(tmp_path)
    assert changed_copies(tmp_path) == []
    path.write_bytes(b"mine")
    assert changed_copies(tmp_path) == [path.name]
    assert copy_samples(tmp_path) == path
    assert path.read_bytes() == b"mine"


def test_the_years_of_a_unit_know_the_year_before(tmp_path: Path) -> None:
    path = copy_samples(tmp_path)
    last = {
        copy.name: read_year_file(copy, load_form).year.text(LAST_FILE)
        for copy in path.parent.iterdir()
    }
    assert last == {
        "jianlong-2023.toml": "",
        "jianlong-2024.toml": "jianlong-2023.toml",
        "yunxi-2022.toml": "",
        "yunxi-2023.toml": "yunxi-2022.toml",
        "yunxi-2024.toml": "yunxi-2023.toml",
    }
