"""The text of a Word file, element by element."""

import pytest

from perf_tui.reader.text import ReportError
from perf_tui.reader.word import word_lines
from support.word import W, paragraph, word, word_parts, zipped

DELETED_END = "<w:rPr><w:del/></w:rPr>"


def _run(inner: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr>{inner}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{text}</w:t>'


def _p(*inner: str) -> str:
    return f"<w:p>{''.join(inner)}</w:p>"


def _cell(*paragraphs: str, properties: str = "") -> str:
    inner = "".join(paragraphs) or "<w:p/>"
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def _table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def _row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def _box(*paragraphs: str) -> str:
    return f"<v:shape><w:txbxContent>{''.join(paragraphs)}</w:txbxContent></v:shape>"


def _versions(*versions: str) -> str:
    kinds = ("Choice", "Fallback", "Fallback")
    inner = "".join(f"<mc:{k}>{v}</mc:{k}>" for k, v in zip(kinds, versions, strict=False))
    return f"<mc:AlternateContent>{inner}</mc:AlternateContent>"


ONE, TWO, THREE = (_run(_text(char)) for char in "甲乙丙")


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(_p(ONE, TWO) + _p() + _p(THREE), ["甲乙", "", "丙"], id="paragraphs"),
        pytest.param(_p(_run(_text("甲") + "<w:br/>" + _text("乙"))), ["甲", "乙"], id="break"),
        pytest.param(_p(ONE, _run("<w:cr/>"), TWO), ["甲", "乙"], id="carriage return"),
        pytest.param(_p(ONE, _run('<w:br w:type="page"/>'), TWO), ["甲", "乙"], id="page break"),
        pytest.param(_p(ONE, _run("<w:tab/>"), TWO), ["甲\t乙"], id="tab"),
        pytest.param(
            "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr>" + ONE + "</w:p>", ["甲"], id="tab stop"
        ),
        pytest.param(_p(ONE, _run("<w:noBreakHyphen/>"), TWO), ["甲-乙"], id="hyphen"),
        pytest.param(
            _p(ONE, _run('<w:softHyphen/><w:sym w:char="F0FE"/>'), TWO), ["甲乙"], id="unseen"
        ),
        pytest.param(_p(_run(_text("甲\u200b\u202e乙\u00ad"))), ["甲乙"], id="invisible"),
        pytest.param(_p(_run("<w:t> 甲\n乙 </w:t>")), ["甲 乙"], id="blanks around"),
        pytest.param(_p(_run(_text(" 甲 "))), [" 甲 "], id="blanks kept"),
        pytest.param(_p(_run(_text("&lt;甲&gt; &amp; &#20057;"))), ["<甲> & 乙"], id="entities"),
        pytest.param(_p(_run("<w:t><![CDATA[<甲>]]></w:t>")), ["<甲>"], id="literally"),
        pytest.param(
            _p(f"<w:hyperlink><w:smartTag>{ONE}</w:smartTag></w:hyperlink>", TWO),
            ["甲乙"],
            id="link and tag",
        ),
        pytest.param(
            f"<w:sdt><w:sdtPr>{ONE}</w:sdtPr><w:sdtContent>{_p(TWO)}</w:sdtContent></w:sdt>",
            ["乙"],
            id="content control",
        ),
        pytest.param(
            _p(
                _run('<w:fldChar w:fldCharType="begin"/><w:instrText>PAGE \\* 丁</w:instrText>'),
                _run('<w:fldChar w:fldCharType="separate"/>'),
                ONE,
                _run('<w:fldChar w:fldCharType="end"/>'),
                f'<w:fldSimple w:instr="丁">{TWO}</w:fldSimple>',
            ),
            ["甲乙"],
            id="fields",
        ),
        pytest.param(
            _p(ONE, _run('<w:footnoteReference w:id="1"/><w:commentReference/>'), TWO),
            ["甲乙"],
            id="notes",
        ),
        pytest.param(
            _p(f"<w:ruby><w:rt>{ONE}</w:rt><w:rubyBase>{TWO}</w:rubyBase></w:ruby>"),
            ["乙"],
            id="phonetic guide",
        ),
        pytest.param(
            _p(
                "<m:oMath><m:f><m:num><m:r><m:t>9.54</m:t></m:r></m:num>"
                "<m:den><m:r><m:t>10</m:t></m:r></m:den></m:f></m:oMath>"
            ),
            ["9.54/10"],
            id="formula",
        ),
        pytest.param("<w:background/><w:p/>" + _p(ONE), ["", "甲"], id="empty paragraph"),
        pytest.param(ONE + _p(TWO), ["乙"], id="outside of a paragraph"),
    ],
)
def test_text(body: str, lines: list[str]) -> None:
    assert list(word_lines(word(body))) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(_p(f"<w:ins>{ONE}</w:ins>", TWO), ["甲乙"], id="inserted"),
        pytest.param(
            _p(f"<w:del>{ONE}<w:r><w:delText>丁</w:delText></w:r></w:del>", TWO),
            ["乙"],
            id="deleted",
        ),
        pytest.param(
            _p(f"<w:moveFrom>{ONE}</w:moveFrom>", f"<w:moveTo>{TWO}</w:moveTo>"), ["乙"], id="moved"
        ),
        pytest.param(
            paragraph("甲", DELETED_END) + paragraph("乙") + paragraph("丙"),
            ["甲乙", "丙"],
            id="end deleted",
        ),
        pytest.param(
            paragraph("甲", DELETED_END) + _table(_row(_cell(_p(TWO)))),
            ["甲", "乙"],
            id="to a table",
        ),
        pytest.param(paragraph("甲") + paragraph("乙", DELETED_END), ["甲", "乙"], id="last end"),
        pytest.param(
            _table(_row(_cell(_p(ONE))), _row(_cell(_p(TWO)), properties="<w:del/>")),
            ["甲"],
            id="row deleted",
        ),
        pytest.param(
            _p(
                "<w:pPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:pPrChange></w:pPr>",
                ONE,
            )
            + _p(TWO),
            ["甲", "乙"],
            id="properties before",
        ),
        pytest.param(_p(ONE, _run(_text("丁"), "<w:vanish/>"), TWO), ["甲乙"], id="hidden"),
        pytest.param(_p(_run(_text("甲"), '<w:vanish w:val="0"/>')), ["甲"], id="not hidden"),
        pytest.param(
            _p(ONE, _run("<w:br/><w:tab/>" + _text("丁"), "<w:vanish/>")), ["甲"], id="hidden break"
        ),
        pytest.param(
            paragraph("甲", "<w:rPr><w:vanish/></w:rPr>") + paragraph("乙"),
            ["甲乙"],
            id="hidden end",
        ),
        pytest.param(
            _p('<w:pPr><w:pStyle w:val="无"/></w:pPr>', _run(_text("丁")))
            + _p(ONE, _run(_text("丁"), '<w:rStyle w:val="小"/>'))
            + _p(
                '<w:pPr><w:pStyle w:val="无"/></w:pPr>',
                _run(_text("乙"), '<w:vanish w:val="false"/>'),
            )
            + _p('<w:pPr><w:pStyle w:val="有"/></w:pPr>', _run(_text("丙"))),
            ["", "甲", "乙", "丙"],
            id="hidden by a style",
        ),
    ],
)
def test_what_is_not_to_be_seen_is_left_out(body: str, lines: list[str]) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="无"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="有"><w:basedOn w:val="无"/>'
        '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="小"><w:basedOn w:val="无"/></w:style>'
    )
    assert list(word_lines(word(body, styles=styles))) == lines


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(
            _table(
                _row(_cell(_p(ONE)), _cell(_p(TWO), _p(), _p(THREE))), _row(_cell(), _cell(_p(ONE)))
            ),
            ["甲\t乙 丙", "\t甲"],
            id="rows",
        ),
        pytest.param(
            _table(_row(_cell(_p(_run(_text("甲") + "<w:tab/><w:br/>" + _text("乙")))), _cell())),
            ["甲  乙\t"],
            id="tab and break in a cell",
        ),
        pytest.param(
            _table(
                _row(_cell(_p(ONE), properties='<w:gridSpan w:val="3"/>'), _cell(_p(TWO))),
                _row(_cell(_p(ONE), properties='<w:vMerge w:val="restart"/>'), _cell(_p(TWO))),
                _row(_cell(_p(THREE), properties="<w:vMerge/>"), _cell(_p(TWO))),
                _row(_cell(_p(THREE), properties='<w:vMerge w:val="continue"/>'), _cell(_p(TWO))),
            ),
            ["甲\t\t\t乙", "甲\t乙", "\t乙", "\t乙"],
            id="merged",
        ),
        pytest.param(
            _table(
                _row(
                    _cell(_p(ONE), _table(_row(_cell(_p(TWO)), _cell(_p(THREE)))), _p()),
                    _cell(_p(ONE)),
                )
            ),
            ["甲 乙 丙\t甲"],
            id="table in a cell",
        ),
        pytest.param(
            _table(_row(_cell(_p(ONE), _table(_row(_cell(_p(TWO)), _cell(_p(ONE)))), _p(THREE)))),
            ["甲", "乙\t甲", "丙"],
            id="frame around lines and a table",
        ),
        pytest.param(
            _table(_row(_cell(_p(ONE), _p(TWO), properties='<w:gridSpan w:val="2"/>'))),
            ["甲 乙\t"],
            id="cell over all columns",
        ),
        pytest.param(
            _table(
                f"<w:sdt><w:sdtContent>{_row(f'<w:sdt>{_cell(_p(ONE))}</w:sdt>', _cell(_p(TWO)))}"
                "</w:sdtContent></w:sdt>"
            ),
            ["甲\t乙"],
            id="rows and cells in content controls",
        ),
        pytest.param(
            _table(_row(_cell(_p(ONE, _run(_box(_p(TWO), _p(THREE))))), _cell())),
            ["甲 乙 丙\t"],
            id="box in a cell",
        ),
        pytest.param(
            _p(ONE, _run(_box(_p(TWO), _table(_row(_cell(_p(ONE)), _cell(_p(THREE)))))), THREE)
            + _p(TWO),
            ["甲丙", "乙", "甲\t丙", "乙"],
            id="box",
        ),
        pytest.param(
            _p(ONE, _run(_versions(_box(_p(TWO)), _box(_p(TWO)), _box(_p(THREE)))), THREE),
            ["甲丙", "乙"],
            id="versions of a box",
        ),
        pytest.param(
            _p(ONE, _run(_box(_p(_run(_versions(_box(_p(TWO)), _box(_p(THREE)))), ONE)))),
            ["甲", "甲", "乙"],
            id="box in a box",
        ),
        pytest.param(_versions("", _p(TWO)) + _p(THREE), ["丙"], id="an empty version"),
        pytest.param(
            "<mc:AlternateContent><mc:Fallback>" + _p(ONE) + "</mc:Fallback></mc:AlternateContent>",
            ["甲"],
            id="one version",
        ),
        pytest.param(_box(_p(ONE)) + _p(TWO), ["乙"], id="box outside of a paragraph"),
        pytest.param(
            _cell(_p(ONE), _p(TWO)) + _row(_p(ONE), _p(TWO)), ["甲 乙", "甲\t乙"], id="torn"
        ),
    ],
)
def test_tables_and_boxes(body: str, lines: list[str]) -> None:
    assert list(word_lines(word(body))) == lines


def test_a_strict_file_is_read_as_well() -> None:
    parts = word_parts(_p(ONE))
    strict = parts["word/document.xml"].replace(
        W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
    )
    assert word_lines(zipped({**parts, "word/document.xml": strict})) == ("甲",)


@pytest.mark.parametrize("element", ["altChunk", "subDoc"])
def test_text_in_another_file_is_refused(element: str) -> None:
    with pytest.raises(ReportError, match="嵌着另一份文件，在 Word"):
        word_lines(word(_p(ONE) + f"<w:{element}/>"))
