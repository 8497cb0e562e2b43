"""Every part in the order that ECMA-376 demands: Word refuses a file with one element misplaced."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree
from render.small import document

from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.render.docx import to_docx
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import read_year_file
from support.rendered import build_report
from support.samples import SAMPLES

BLOCKS = "p tbl"
# Children in the order of the schema (ECMA-376 part 1, annex A, transitional), of those that
# a report might have; a name that is not listed has no place there.
SEQUENCES = {
    "document": "body",
    "p": "pPr r fldSimple",
    "pPr": """pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr
        suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct
        topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind
        contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
        textboxTightWrap outlineLvl divId cnfStyle rPr sectPr""",
    "rPr": """rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss
        imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs
        highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout""",
    "tbl": "tblPr tblGrid tr",
    "tblPr": """tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize
        tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook""",
    "tblBorders": "top left bottom right insideH insideV",
    "tblCellMar": "top left bottom right",
    "tblGrid": "gridCol",
    "tr": "trPr tc",
    "tcPr": """cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection
        tcFitText vAlign hideMark""",
    "sectPr": """footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders
        lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi docGrid""",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "style": """name aliases basedOn next link autoRedefine hidden uiPriority semiHidden
        unhideWhenUsed qFormat locked rsid pPr rPr tblPr trPr tcPr tblStylePr""",
    "settings": """writeProtection view zoom mirrorMargins bordersDoNotSurroundHeader
        defaultTabStop autoHyphenation evenAndOddHeaders characterSpacingControl footnotePr
        endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol
        listSeparator""",
    "fonts": "font",
    "font": "altName panose1 charset family notTrueType pitch sig",
}
# Children in any order, as often as they like.
CHOICES = {
    "body": f"{BLOCKS} sectPr",
    "tc": f"tcPr {BLOCKS}",
    "ftr": BLOCKS,
    "r": "rPr t br",
    "fldSimple": "r",
    "trPr": "cantSplit tblHeader trHeight",
    "latentStyles": "lsdException",
    "compat": "compatSetting",
    "rPrDefault": "rPr",
    "pPrDefault": "pPr",
}
FIRST = {"p": "pPr", "r": "rPr", "tc": "tcPr", "tr": "trPr"}
LAST = {"body": "sectPr", "tc": "p", "ftr": "p"}
STANDARD = {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体"}
NAMES = ["small", *(path.stem for path in SAMPLES)]


@cache
def _file(name: str) -> bytes:
    if name == "small":
        return to_docx(document(sealed=True))
    (path,) = (one for one in SAMPLES if one.stem == name)
    file = read_year_file(path, load_form)
    return to_docx(build_report(evaluate(file.form, file.year)))


@cache
def _parts(name: str) -> dict[str, etree._Element]:
    """Word's own parts."""
    with zipfile.ZipFile(BytesIO(_file(name))) as package:
        return {
            part: etree.fromstring(package.read(part))
            for part in package.namelist()
            if re.fullmatch(r"word/\w+\.xml", part)
        }


def _misplaced(part: etree._Element) -> list[str]:
    return [
        f"{_name(one)}: {' '.join(names)}"
        for one in part.iter()
        if not _in_order(_name(one), names := [_name(child) for child in one])
    ]


def _in_order(parent: str, names: list[str]) -> bool:
    sequence = SEQUENCES.get(parent, "").split()
    allowed = sequence or CHOICES.get(parent, "").split()
    if not set(names) <= set(allowed):
        return False
    if parent in FIRST and FIRST[parent] in names[1:]:
        return False
    if parent in LAST and names[-1] != LAST[parent]:
        return False
    places = [sequence.index(name) for name in names] if sequence else []
    return parent == "p" or places == sorted(places)


def _name(element: etree._Element) -> str:
    name: str = etree.QName(element).localname
    return name


@pytest.mark.parametrize("name", NAMES)
def test_every_element_stands_where_the_schema_has_it(name: str) -> None:
    found = {part: _misplaced(root) for part, root in _parts(name).items()}
    assert {part: wrong for part, wrong in found.items() if wrong} == {}


def test_the_order_is_really_looked_at() -> None:
    (paragraph, *_) = _parts("small")["word/document.xml"].iter(qn("w:pPr"))
    copy = etree.fromstring(etree.tostring(paragraph))
    etree.SubElement(copy, qn("w:jc"))
    etree.SubElement(copy, qn("w:keepNext"))
    assert _misplaced(copy) == ["pPr: pStyle spacing jc keepNext"]


@pytest.mark.parametrize("name", NAMES)
def test_tables_do_not_touch(name: str) -> None:
    """Word makes one of two that follow each other without a paragraph."""
    for table in _parts(name)["word/document.xml"].iter(qn("w:tbl")):
        following = table.getnext()
        assert following is None or _name(following) != "tbl"


@pytest.mark.parametrize("name", NAMES)
def test_a_row_has_as_many_columns_as_its_table(name: str) -> None:
    for table in _parts(name)["word/document.xml"].iter(qn("w:tbl")):
        columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
        for row in table.iter(qn("w:tr")):
            spans = row.findall(f"{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:gridSpan')}")
            wide = sum(int(span.attrib[qn("w:val")]) - 1 for span in spans)
            assert len(row.findall(qn("w:tc"))) + wide == columns


@pytest.mark.parametrize("name", NAMES)
def test_every_run_with_words_has_a_font_of_the_standard_in_all_scripts(name: str) -> None:
    parts = _parts(name)
    fonts = _fonts_of_styles(parts["word/styles.xml"])
    for part, root in parts.items():
        for paragraph in root.iter(qn("w:p")):
            style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            told = fonts[style.attrib[qn("w:val")]] if style is not None else {"": ""}
            assert set(told.values()) <= STANDARD, part
            assert len(set(told.values())) == 1
            assert not list(paragraph.iter(qn("w:rFonts")))


def _fonts_of_styles(sheet: etree._Element) -> dict[str, dict[str, str]]:
    """By a style's id, the font of each script; every style of text names all of them itself."""
    scripts = ("ascii", "hAnsi", "eastAsia", "cs")
    return {
        style.attrib[qn("w:styleId")]: {key: fonts.attrib[qn(f"w:{key}")] for key in scripts}
        for style in sheet.iter(qn("w:style"))
        if (fonts := style.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")) is not None
    }


@pytest.mark.parametrize("name", NAMES)
def test_digits_are_half_width_and_nothing_hidden_is_left(name: str) -> None:
    text = "".join(_parts(name)["word/document.xml"].itertext())
    assert not re.search(r"[０-９％\x00-\x08\x0b-\x1f\u200b-\u200f\u202a-\u202e\ufeff]", text)


PROGRAM = """
import sys
from perf_tui.cli import main
main(["export", sys.argv[1], "-o", sys.argv[2]])
"""


# Python 3.12 and newer, without UTF-8, load no compiled library from a folder with such a name.
NO_UTF_8 = {"PYTHONUTF8": "0"} if sys.prefix.isascii() else {}


@pytest.mark.parametrize("ending", [".docx", ".md"])
def test_another_process_place_and_time_give_the_same_bytes(tmp_path: Path, ending: str) -> None:
    environments = (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C.UTF-8"},
        {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"} | NO_UTF_8,
    )
    for number, changed in enumerate(environments):
        out = tmp_path / f"{number}{ending}"
        command = [sys.executable, "-c", PROGRAM, str(SAMPLES[0]), str(out)]
        subprocess.run(command, env=os.environ | changed, check=True, capture_output=True)
    first, second = (tmp_path / f"{number}{ending}" for number in (0, 1))
    assert first.read_bytes() == second.read_bytes()
