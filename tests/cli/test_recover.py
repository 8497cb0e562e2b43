"""`perf-tui recover`: what was typed and not saved, and the backups, without a screen."""

from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.core.answers.year import Year
from perf_tui.store.keeping.keeper import journal_path
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.year_file import YearFile, read_year_file, write_year_file
from support.samples import township

START = Year("township", 2024, {"budget.executed": "1"})
TYPED = START.with_text("budget.executed", "2")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "2024.toml"
    write_year_file(path, YearFile(township("township"), START))
    return path


@pytest.fixture
def killed(path: Path) -> Path:
    """A file whose editor was killed after a figure had been typed."""
    keeper = open_file(path, township).keeper
    keeper.note(TYPED)
    keeper.close()
    return path


def saved(path: Path, *years: Year) -> None:
    keeper = open_file(path, township).keeper
    for year in years:
        keeper.save(year)
    keeper.close()


def figure_in(path: Path) -> str:
    return read_year_file(path, township).year.text("budget.executed")


def test_puts_what_was_typed_into_the_file(
    killed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recover", str(killed)]) == 0
    assert figure_in(killed) == "2"
    assert not journal_path(killed).exists()
    assert "全年执行数" in capsys.readouterr().err
    assert main(["recover", str(killed)]) == 0
    assert "没有没存进去的内容" in capsys.readouterr().err


def test_puts_it_into_another_file_and_leaves_this_one(killed: Path) -> None:
    out = killed.with_name("out.toml")
    assert main(["recover", str(killed), "-o", str(out)]) == 0
    assert (figure_in(killed), figure_in(out)) == ("1", "2")
    assert journal_path(killed).exists()
    assert main(["recover", str(killed), "-o", str(out)]) == 2


def test_comments_in_the_file_are_kept_wherever_it_is_put(killed: Path) -> None:
    out = killed.with_name("out.toml")
    note = "# 待核"
    killed.write_bytes(killed.read_bytes() + note.encode())
    keeper = open_file(killed, township).keeper
    keeper.note(TYPED.with_text("budget.initial", "5"))
    keeper.close()
    assert main(["recover", str(killed), "-o", str(out)]) == 0
    assert main(["recover", str(killed)]) == 0
    assert note in out.read_text()
    assert out.read_bytes() == killed.read_bytes()


def test_without_anything_to_recover_the_other_file_is_a_copy(path: Path) -> None:
    out = path.with_name("out.toml")
    assert main(["recover", str(path), "-o", str(out)]) == 0
    assert out.read_bytes() == path.read_bytes()


def test_a_file_that_is_open_is_left_alone(
    killed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keeper = open_file(killed, township).keeper
    assert main(["recover", str(killed)]) == 2
    assert "上开着" in capsys.readouterr().err
    keeper.close()


def test_what_belongs_to_another_version_is_not_used(
    killed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = START.with_text("budget.initial", "5")
    write_year_file(killed, YearFile(township("township"), other))
    assert main(["recover", str(killed)]) == 2
    assert "没有动" in capsys.readouterr().err
    assert figure_in(killed) == "1"
    assert journal_path(killed).exists()


def test_a_damaged_file_is_replaced_by_its_newest_copy_and_what_was_typed_after(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    saved(path, TYPED)
    keeper = open_file(path, township).keeper
    keeper.note(TYPED.with_text("budget.executed", "3"))
    keeper.close()
    path.write_bytes(path.read_bytes()[:50])
    assert main(["recover", str(path)]) == 0
    assert "的备份" in capsys.readouterr().err
    assert figure_in(path) == "3"


def test_lists_the_backups_and_writes_one(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["recover", str(path), "--backups"]) == 0
    assert "还没有备份" in capsys.readouterr().err
    saved(path, TYPED)
    assert main(["recover", str(path), "--backups"]) == 0
    assert [line[0] for line in capsys.readouterr().out.splitlines()] == ["2", "1"]
    out = path.with_name("out.toml")
    assert main(["recover", str(path), "--backup", "1", "-o", str(out)]) == 0
    assert figure_in(out) == "1"
    assert main(["recover", str(path), "--backup", "1"]) == 2
    assert main(["recover", str(path), "--backup", "7", "-o", "x.toml"]) == 2


def test_a_disk_that_refuses_is_told(killed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "")

    monkeypatch.setattr("perf_tui.store.keeping.keeper.append_history", fail)
    assert main(["recover", str(killed)]) == 2
    assert figure_in(killed) == "2"


@pytest.fixture
def moved(killed: Path) -> Path:
    """The same file, in a folder where the program has never opened any."""
    folder = killed.parent / "new"
    folder.mkdir()
    return killed.rename(folder / killed.name)


def test_a_file_that_was_moved_is_named_and_takes_up_what_was_left_behind(
    killed: Path, moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recover", str(killed)]) == 2
    assert f"perf-tui recover {killed} --base 新位置" in capsys.readouterr().err
    out = moved.with_name("out.toml")
    assert main(["recover", str(killed), "--base", str(moved), "-o", str(out)]) == 0
    assert (figure_in(moved), figure_in(out)) == ("1", "2")
    assert main(["recover", str(killed), "--base", str(moved)]) == 0
    assert figure_in(moved) == "2"
    assert "全年执行数" in capsys.readouterr().err
    assert not journal_path(killed).exists()
    assert main(["recover", str(killed), "--base", str(moved)]) == 2
    assert "没有能取回的填写记录" in capsys.readouterr().err


def test_a_renamed_file_takes_it_up_by_itself(killed: Path) -> None:
    renamed = killed.rename(killed.with_name("健龙.toml"))
    assert main(["recover", str(renamed)]) == 0
    assert figure_in(renamed) == "2"


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (START.with_text("budget.initial", "5"), "文件又被改过，没有自动用上"),
        (Year("township", 2023), "属于另一张表、另一个年度"),
    ],
)
def test_what_was_left_behind_is_not_put_into_another_file(
    killed: Path, moved: Path, other: Year, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    write_year_file(moved, YearFile(township("township"), other))
    assert main(["recover", str(killed), "--base", str(moved)]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert f"{moved} 没有动" in err
    assert journal_path(killed).exists()


def test_a_file_with_a_journal_of_its_own_takes_that_up_first(
    killed: Path, moved: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    journal_path(moved).write_bytes(journal_path(killed).read_bytes())
    assert main(["recover", str(killed), "--base", str(moved)]) == 2
    assert f"先用 perf-tui recover {moved}" in capsys.readouterr().err


def test_a_file_that_is_in_its_place_needs_no_other(
    killed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["recover", str(killed), "--base", str(killed)]) == 2
    assert "还在原处" in capsys.readouterr().err


def test_a_hard_link_is_told_where_the_file_is_saved(
    killed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hard, out = killed.with_name("hard.toml"), killed.with_name("out.toml")
    hard.hardlink_to(killed)
    assert main(["recover", str(killed), "-o", str(out)]) == 0
    assert "硬链接" not in capsys.readouterr().err
    assert main(["recover", str(killed)]) == 0
    assert "hard.toml 里还是旧内容" in capsys.readouterr().err
