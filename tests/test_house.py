"""What stands where in the repository, and a README that says all that the program offers."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

import grimp
import pytest

from perf_tui.cli.parser import COMMANDS
from perf_tui.showing.themes import THEMES
from perf_tui.store.forms import check_forms
from perf_tui.tui.keys.bindings import ACTIONS, LEAVE

ROOT = Path(__file__).parents[1]
TOP_LEVEL = {
    ".ci",
    ".github",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "forms",
    "perf_tui",
    "pyproject.toml",
    "requirements-dev.txt",
    "sample_years",
    "tests",
}
ENGLISH, CHINESE = (ROOT / "README.md").read_text(encoding="utf-8").split("\n# perf-tui 中文说明\n")
MOST_OF_ONE_NAME, MOST_LOOSE = 4, 2
TONGUES = pytest.mark.parametrize("readme", [ENGLISH, CHINESE], ids=["english", "chinese"])
# The keys of single screens, which are in no table of the program.
WALKING = {"Enter", "Tab", "Shift+Tab", "↑", "↓", "Esc"}
SENT_FOR_SHIFT = {
    "f13",
    "f14",
    "f15",
    "f16",
    "f23",
    "f24",
    "f17",
    "f18",
    "f19",
    "f20",
    "f21",
}  # codes of terminals, no keys of a keyboard


@pytest.mark.skipif(
    not (ROOT / ".git").exists() or not shutil.which("git"), reason="no repository here"
)
def test_the_top_level_holds_what_a_newcomer_expects() -> None:
    listing = ["git", "-c", "safe.directory=*", "ls-files"]
    files = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert {path.split("/")[0] for path in files.splitlines()} == TOP_LEVEL


def test_a_file_s_name_says_what_it_is_about() -> None:
    names = Counter(path.name for path in ROOT.glob("perf_tui/**/*.py"))
    del names["__init__.py"]
    assert names.most_common(1)[0][1] <= MOST_OF_ONE_NAME


def test_a_room_has_few_loose_files() -> None:
    for room in ("core", "store", "tui"):
        loose = {path.stem for path in ROOT.glob(f"perf_tui/{room}/*.py")} - {"__init__"}
        assert len(loose) <= MOST_LOOSE, room


def test_every_place_that_the_architecture_names_is_there() -> None:
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:\w+/)+\w+\.\w+|(?:\w+/){2,})`", text))
    houses = [ROOT, ROOT / "perf_tui"]
    assert len(named) > 30
    assert {one for one in named if not any((house / one).exists() for house in houses)} == set()


def test_no_import_leads_back() -> None:
    house = grimp.build_graph("perf_tui", cache_dir=None)
    TopologicalSorter(
        {room: house.find_modules_directly_imported_by(room) for room in house.modules}
    ).prepare()  # CycleError names the modules of a circle


@TONGUES
def test_the_readme_lists_every_command_and_no_other(readme: str) -> None:
    assert set(re.findall(r"^perf-tui ([a-z]+)", readme, re.MULTILINE)) == set(COMMANDS)


@TONGUES
@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_lists_every_option_of_a_command(readme: str, command: str) -> None:
    (line,) = re.findall(rf"^perf-tui {command}\b.*", readme, re.MULTILINE)
    declared = set(options_of(COMMANDS[command][1]))
    assert set(re.findall(r"--[a-z]+", line)) == declared - {"--output"}  # listed as -o
    assert ("--output" in declared) == ("-o " in line)


@TONGUES
def test_the_readme_lists_every_theme(readme: str) -> None:
    assert all(f"`{name}`" in readme for name in THEMES)


@TONGUES
def test_the_readme_lists_every_key_and_no_other(readme: str) -> None:
    keys = {
        spelled(key)
        for action in (*ACTIONS, LEAVE)
        for key in action.keys.split(",")
        if key not in SENT_FOR_SHIFT
    }
    assert set(key_table(readme)) == keys | WALKING


def test_the_chinese_readme_calls_actions_what_the_screen_calls_them() -> None:
    table = key_table(CHINESE)
    for action in (*ACTIONS, LEAVE):
        assert action.label in table[spelled(action.keys.split(",")[0])]


def test_the_indicator_in_the_readme_fits_but_for_its_weight(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(id = .*?)```", ENGLISH, re.DOTALL)
    form = shutil.copytree(ROOT / "forms" / "township", tmp_path / "township")
    (form / "indicators" / "20_training.toml").write_text(example, encoding="utf-8")
    assert [problem.key for problem in check_forms(form)] == ["scheme.indicator_weights"]


def options_of(declare: Callable[[Callable[..., Any]], None]) -> Iterator[str]:
    """The long options that a command declares."""
    names: list[str] = []
    declare(lambda *given, **_: names.extend(given))
    return (name for name in names if name.startswith("--"))


def spelled(key: str) -> str:
    """ctrl+s as Ctrl+S, f2 as F2."""
    return "+".join(part.capitalize() for part in key.split("+"))


def key_table(readme: str) -> dict[str, str]:
    """Key → what the table of keys says about it; a row may hold several keys."""
    rows = re.findall(r"^\| ([^`|]+) \| ([^|]+) \|$", readme, re.MULTILINE)
    return {key: words for keys, words in rows[1:] for key in re.split(r"[ /,、]+", keys)}
