"""LibreOffice numbers a list of Word as we do."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from perf_tui.reader.word import word_lines
from support.word import level, listed, numbers, scheme, word

LISTS = (
    scheme(
        0,
        level(0, "chineseCounting", "%1、"),
        level(1, "chineseCounting", "（%2）"),
        level(2, "decimal", "%3."),
    )
    + scheme(1, level(0, "upperRoman", "%1.", start=4), level(1, "lowerLetter", "%2)"))
    + scheme(2, level(0, "decimalEnclosedCircle", "%1"), level(1, "decimal", "%1.%2"))
    + numbers(1, 0)
    + numbers(2, 1)
    + numbers(3, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="2"/></w:lvlOverride>')
    + numbers(4, 2)
)
PLACES = (
    *((1, 0), (1, 1), (1, 1), (1, 2), (2, 0), (2, 1), (1, 0), (1, 1), (1, 2)),
    *((2, 0), (3, 0), (3, 1), (2, 0), (4, 0), (4, 0), (4, 1)),
)


def _by_hand() -> bytes:
    return word("".join(listed("甲", *place) for place in PLACES), LISTS)


def _by_python_docx() -> bytes:
    made, out = docx.Document(), BytesIO()
    for style in ("List Number", "List Number", "Normal", "List Number 2", "List Number"):
        made.add_paragraph("甲", style)
    made.save(out)
    return out.getvalue()


@pytest.mark.skipif(not shutil.which("soffice"), reason="no LibreOffice here")
def test_numbers_are_those_of_libreoffice(tmp_path: Path) -> None:
    files = {"hand": _by_hand(), "library": _by_python_docx()}
    for name, content in files.items():
        (tmp_path / f"{name}.docx").write_bytes(content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    paths = [str(tmp_path / f"{name}.docx") for name in files]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), *paths], check=True, capture_output=True, timeout=300
    )
    for name, content in files.items():
        theirs = (tmp_path / f"{name}.txt").read_text("utf-8-sig").splitlines()
        ours = [line.replace(" ", "") for line in word_lines(content)]
        assert ours == ["".join(line.split()) for line in theirs]
