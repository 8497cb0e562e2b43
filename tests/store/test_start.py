"""What reading a form and a year loads, seen from a clean interpreter."""

from __future__ import annotations

import subprocess
import sys

from perf_tui.store.years.samples import sample_folder

READ = """
import sys
from pathlib import Path
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file

file = read_year_file(Path(sys.argv[1]), load_form)
if file.form.pages and file.year.texts:
    print(*sys.modules)
"""
HEAVY = {"pydantic", "pydantic_core", "textual", "rich", "docx", "lxml"}
SAVING = {"tomli_w", "perf_tui.store.toml.statements", "perf_tui.store.toml.comments"}


def test_a_form_and_a_year_are_read_without_any_heavy_library() -> None:
    sample = sample_folder() / "jianlong-2024.toml"
    done = subprocess.run(
        [sys.executable, "-c", READ, str(sample)], check=True, capture_output=True, timeout=60
    )
    loaded = set(done.stdout.decode().split())
    assert "perf_tui.core.form.build" in loaded
    assert not HEAVY & loaded
    assert not SAVING & loaded
