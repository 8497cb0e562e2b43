"""The library on disk: read once, bounded, checked with the form sets, never taken for one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from perf_tui.core.form.problems import FormError
from perf_tui.store.forms import check_forms, form_folder, installed, load_library

FORMS = form_folder("township").parent
WATER = "09_water.toml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of all forms to break, read in place of them."""
    copied = Path(shutil.copytree(FORMS, tmp_path / "forms"))
    monkeypatch.setattr(installed, "ROOTS", (copied,))
    load_library.cache_clear()
    return copied


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """No test reads the library that another has read, nor does one of another file."""
    load_library.cache_clear()
    yield
    load_library.cache_clear()


def test_it_is_read_once_in_a_process() -> None:
    assert load_library() is load_library()


def test_areas_come_in_the_order_of_the_files() -> None:
    areas = list(dict.fromkeys(one.area for one in load_library()))
    assert (areas[0], areas[-1]) == ("乡镇综合", "满意度")
    assert len(areas) == len(list((FORMS / "library").glob("*.toml")))


def test_it_is_no_form_set() -> None:
    with pytest.raises(FormError, match=r"没有这套表单.*现有的是 chongqing、.*、township$"):
        form_folder("library")


def test_what_travels_with_the_program_is_sound() -> None:
    assert check_forms(FORMS) == ()


def test_a_form_set_is_checked_without_it(root: Path) -> None:
    (root / "library" / WATER).write_text("x", "utf-8")
    assert check_forms(root / "township") == ()


def test_a_misfit_is_told_with_the_form_sets(root: Path) -> None:
    path = root / "library" / WATER
    path.write_text(path.read_text("utf-8").replace("tap_water_done /", "/", 1), "utf-8")
    [problem] = check_forms(root)
    place = (f"library/{WATER}", "indicators.tap_water.measure")
    assert (problem.file, problem.key) == place
    with pytest.raises(FormError, match=r"tap_water\.measure"):
        load_library()


@pytest.mark.parametrize(
    ("content", "words"), [(b"area = ", "读不下去"), (b"#" * (2**20 + 1), "超过 1 MiB")]
)
def test_an_unreadable_file_is_told(root: Path, content: bytes, words: str) -> None:
    (root / "library" / WATER).write_bytes(content)
    [problem] = check_forms(root)
    assert (problem.file, words in problem.message) == (f"library/{WATER}", True)


def test_without_its_folder_it_is_empty(root: Path) -> None:
    shutil.rmtree(root / "library")
    assert load_library() == ()
    assert check_forms(root) == ()
