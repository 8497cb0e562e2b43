"""The report as LibreOffice prints it: pages, and every line of text with its place in points.

The fonts of the standard are stood in for by one of the same widths: an em for a character,
half an em for a digit.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pytest
from lxml import etree

TWIN = "Noto Sans Mono CJK SC"
FONTS = ("方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体")
NEEDED = ("soffice", "pdftotext", "fc-match")
PATIENCE = 300  # seconds
MM = 72 / 25.4
PITCH = 579 / 20  # points from line to line
HTML = "{http://www.w3.org/1999/xhtml}"
SIDES = ("xMin", "yMin", "xMax", "yMax")
ALIAS = """<match target="pattern"><test name="family"><string>{}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>"""


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one line, in points from the page's upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str

    @property
    def middle(self) -> float:
        """Halfway down the line."""
        return (self.top + self.bottom) / 2

    @property
    def center(self) -> float:
        """Halfway along the line."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in points, its words, and the lines they make."""

    width: float
    height: float
    words: tuple[Line, ...]

    @property
    def turned(self) -> bool:
        """Whether it lies across."""
        return self.width > self.height

    @property
    def lines(self) -> list[Line]:
        """The words of each line together, from the top."""
        ordered = sorted(self.words, key=lambda word: (round(word.middle), word.left))
        return [_together(list(words)) for _, words in groupby(ordered, lambda w: round(w.middle))]


def missing() -> str:
    """What this machine lacks to print, or "" where it has all."""
    lacking = [program for program in NEEDED if not shutil.which(program)]
    if not lacking:
        lacking = [] if TWIN in _run(["fc-match", TWIN]) else [TWIN]
    return " ".join(lacking)


def printed(folder: Path, files: Mapping[str, bytes]) -> dict[str, list[Sheet]]:
    """The pages of each Word file."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    fonts = folder / "fonts.conf"
    aliases = "".join(ALIAS.format(font, TWIN) for font in FONTS)
    fonts.write_text(f"<fontconfig><include>/etc/fonts/fonts.conf</include>{aliases}</fontconfig>")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [str(folder / f"{name}.docx") for name in files]
    soffice = ["env", f"FONTCONFIG_FILE={fonts}", "soffice", profile, "--headless"]
    _run([*soffice, "--convert-to", "pdf", "--outdir", str(folder), *words])
    return {name: _sheets(folder / f"{name}.pdf") for name in files}


def _sheets(pdf: Path) -> list[Sheet]:
    _run(["pdftotext", "-bbox-layout", str(pdf), str(pdf.with_suffix(".xml"))])
    pages = etree.parse(pdf.with_suffix(".xml")).iter(f"{HTML}page")
    return [
        Sheet(
            float(page.attrib["width"]),
            float(page.attrib["height"]),
            tuple(_word(word) for word in page.iter(f"{HTML}word")),
        )
        for page in pages
    ]


def _word(element: etree._Element) -> Line:
    left, top, right, bottom = (float(element.attrib[side]) for side in SIDES)
    return Line(left, top, right, bottom, element.text or "")


def _together(words: list[Line]) -> Line:
    return Line(
        words[0].left,
        min(word.top for word in words),
        max(word.right for word in words),
        max(word.bottom for word in words),
        "".join(word.text for word in words),
    )


def _run(command: list[str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=PATIENCE)
    return done.stdout


def squeezed(text: str) -> str:
    """Without any space, as words are compared."""
    return re.sub(r"\s", "", text)


printing = pytest.mark.skipif(bool(missing()), reason=f"not installed: {missing()}")
