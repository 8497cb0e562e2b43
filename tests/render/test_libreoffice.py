"""The Word file in another program: it opens there, on the pages that were meant."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from perf_tui.core.standing import take_stock
from perf_tui.render.docx import to_docx
from perf_tui.render.report import build_report
from perf_tui.store.forms import load_form
from perf_tui.store.samples import sample_folder
from perf_tui.store.years import read_year_file

NEEDED = ("soffice", "pdftotext")
MISSING = [program for program in NEEDED if not shutil.which(program)]


@pytest.mark.slow
@pytest.mark.skipif(bool(MISSING), reason=f"not installed: {' '.join(MISSING)}")
def test_libreoffice_shows_the_whole_report(tmp_path: Path) -> None:
    file = read_year_file(sample_folder() / "jianlong-2024.toml", load_form)
    report = build_report(take_stock(file.form, file.year))
    (tmp_path / "report.docx").write_bytes(to_docx(report))
    pages = [page.replace(" ", "") for page in _pages(tmp_path)]
    text = "".join(pages).replace("\n", "")
    assert report.title in text
    assert "99.54分" in text
    for number, attachment in enumerate(report.attachments, 1):
        (page,) = (one for one in pages if f"附件{number}\n" in one)
        assert attachment.title in page
    for number, page in enumerate(pages, 1):
        assert f"—{number}—" in page.replace("\n", "")


def _pages(folder: Path) -> list[str]:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    for command in (
        ["soffice", profile, *convert, str(folder / "report.docx")],
        ["pdftotext", "-layout", str(folder / "report.pdf"), str(folder / "report.txt")],
    ):
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = (folder / "report.txt").read_text(encoding="utf-8")
    return text.removesuffix("\f").split("\f")
