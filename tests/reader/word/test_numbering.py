"""The numbers that Word computes and does not write down."""

import pytest

from perf_tui.reader.word import word_lines
from support.word import level, listed, numbers, paragraph, scheme, word

CHAPTERS = scheme(
    0,
    "<w:nsid/>",
    level(0, "chineseCounting", "%1、", '<w:suff w:val="tab"/>'),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3．", "<w:pPr><w:ind/></w:pPr>"),
    level(3, "decimal", "%1.%3.%4"),
    level(9, "decimal", "more than there may be"),
)
START = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{}"/></w:lvlOverride>'


def _lines(body: str, numbering: str = "", styles: str = "") -> list[str]:
    return list(word_lines(word(body, numbering, styles)))


def _style(name: str, properties: str = "", based_on: str = "", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:basedOn w:val="{based_on}"/>'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def _in(number: int, level: int | None = None) -> str:
    place = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{place}<w:numId w:val="{number}"/></w:numPr>'


def _styled(text: str, style: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{more}')


def test_levels_count_below_each_other() -> None:
    levels = [0, 1, 1, 2, 2, 1, 2, 0, 1, 2, 3, 3]
    body = "".join(listed("甲", 1, place) for place in levels)
    assert _lines(body, CHAPTERS + numbers(1, 0)) == [
        *("一、甲", "（一）甲", "（二）甲", "1．甲", "2．甲", "（三）甲", "1．甲"),
        *("二、甲", "（一）甲", "1．甲", "二.1.1 甲", "二.1.2 甲"),
    ]


def test_a_level_above_that_has_not_come_shows_where_it_starts() -> None:
    lists = scheme(0, level(0, "decimal", "%1", start=3), level(1, "decimal", "%1.%2"))
    body = listed("甲", 1, 1) + listed("甲", 1, 0)
    assert _lines(body, lists + numbers(1, 0)) == ["3.1 甲", "3 甲"]


def test_lists_of_one_scheme_count_on_and_a_restarted_one_begins_anew() -> None:
    lists = CHAPTERS + numbers(1, 0) + numbers(2, 0) + numbers(3, 0, START.format(5))
    body = "".join(listed("甲", number) for number in (1, 2, 1, 3, 3, 1))
    assert _lines(body, lists) == ["一、甲", "二、甲", "三、甲", "五、甲", "六、甲", "七、甲"]


def test_a_list_s_own_level_goes_before_its_scheme_s() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "第%1条")}</w:lvlOverride>'
    lists = CHAPTERS + numbers(1, 0, own)
    assert _lines(listed("甲", 1) + listed("乙", 1, 1), lists) == ["第1条 甲", "（一）乙"]


@pytest.mark.parametrize(
    ("restart", "last"), [("", "（一）甲"), ('<w:lvlRestart w:val="0"/>', "（二）甲")]
)
def test_a_level_may_count_on(restart: str, last: str) -> None:
    lists = scheme(0, level(0, "decimal", "%1."), level(1, "chineseCounting", "（%2）", restart))
    body = "".join(listed("甲", 1, place) for place in (0, 1, 0, 1))
    assert _lines(body, lists + numbers(1, 0))[-1] == last


@pytest.mark.parametrize(("after", "last"), [(0, "1)甲"), (1, "2)甲")])
def test_a_level_may_begin_anew_only_after_one_far_above(after: int, last: str) -> None:
    more = '<w:lvlRestart w:val="1"/><w:suff w:val="nothing"/>'
    places = (
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2"),
        level(2, "decimal", "%3)", more),
    )
    body = "".join(listed("甲", 1, place) for place in (0, 1, 2, after, 2))
    assert _lines(body, scheme(0, *places) + numbers(1, 0))[-1] == last


@pytest.mark.parametrize(
    ("more", "pattern", "line"),
    [
        ("", "%1.", "1. 2024年"),
        ("", "%1．", "1．2024年"),
        ("", "（%1）", "（1）2024年"),
        ("", "第%1章", "第1章 2024年"),
        ('<w:suff w:val="nothing"/>', "%1.", "1.2024年"),
        ('<w:suff w:val="space"/>', "%1", "1 2024年"),
        ("", "附件：", "附件：2024年"),
        ("", "", "2024年"),
    ],
)
def test_number_and_text_do_not_run_into_each_other(more: str, pattern: str, line: str) -> None:
    lists = scheme(0, level(0, "decimal", pattern, more)) + numbers(1, 0)
    assert _lines(listed("2024年", 1), lists) == [line]


def test_bullets_are_left_out_and_formats_without_a_number_keep_their_words() -> None:
    lists = scheme(0, level(0, "bullet", "●"), level(1, "none", "注%2：")) + numbers(1, 0)
    assert _lines(listed("甲", 1) + listed("乙", 1, 1), lists) == ["甲", "注：乙"]


def test_legal_numbering_is_in_digits() -> None:
    lists = scheme(
        0, level(0, "chineseCounting", "%1、"), level(1, "lowerLetter", "%1.%2", "<w:isLgl/>")
    )
    body = listed("甲", 1) + listed("乙", 1, 1)
    assert _lines(body, lists + numbers(1, 0)) == ["一、甲", "1.1 乙"]


def test_an_empty_paragraph_has_its_number_and_a_joined_one_has_none() -> None:
    joined = paragraph("丙", f"{_in(1)}<w:rPr><w:del/></w:rPr>")
    body = listed("", 1) + joined + listed("甲", 1)
    assert _lines(body, scheme(0, level(0, "decimal", "%1.")) + numbers(1, 0)) == ["1.", "2. 丙甲"]


def test_a_cell_is_numbered_too() -> None:
    row = f"<w:tr><w:tc>{listed('', 1)}</w:tc><w:tc>{paragraph('甲')}</w:tc></w:tr>"
    lists = scheme(0, level(0, "decimal", "%1")) + numbers(1, 0)
    assert _lines(f"<w:tbl>{row * 2}</w:tbl>", lists) == ["1\t甲", "2\t甲"]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        pytest.param(_styled("甲", "1") + _styled("乙", "2"), ["一、甲", "（一）乙"], id="linked"),
        pytest.param(_styled("甲", "近1"), ["一、甲"], id="based on it"),
        pytest.param(_styled("甲", "无"), ["甲"], id="taken out by a style"),
        pytest.param(_styled("甲", "1", _in(0)), ["甲"], id="taken out"),
        pytest.param(_styled("甲", "1", _in(1, 2)), ["1．甲"], id="a level of its own"),
        pytest.param(
            _styled("甲", "1", '<w:numPr><w:ilvl w:val="1"/></w:numPr>'),
            ["（一）甲"],
            id="only a level of its own",
        ),
        pytest.param(_styled("甲", "第三"), ["1．甲"], id="level in the style"),
        pytest.param(paragraph("甲"), ["甲"], id="plain"),
        pytest.param(_styled("甲", "谁"), ["甲"], id="no such style"),
        pytest.param(listed("甲", 9), ["甲"], id="no such list"),
        pytest.param(listed("甲", 1, 9), ["甲"], id="no such level"),
        pytest.param(listed("甲", 2), ["甲"], id="no such scheme"),
        pytest.param(
            listed("甲", 3) + listed("乙", 1), ["一、甲", "一、乙"], id="by a style's name"
        ),
        pytest.param(listed("甲", 4), ["甲"], id="by the name of a style that is not there"),
    ],
)
def test_styles_have_numbers(body: str, lines: list[str]) -> None:
    linked = [
        level(place, form, pattern, f'<w:pStyle w:val="{place + 1}"/>')
        for place, (form, pattern) in enumerate(
            [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3．")]
        )
    ]
    lists = scheme(0, *linked) + numbers(1, 0) + numbers(2, 7) + numbers(3, 1) + numbers(4, 2)
    lists += '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="目"/></w:abstractNum>'
    lists += '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="谁"/></w:abstractNum>'
    styles = (
        _style("1", _in(1))
        + _style("近1", based_on="1")
        + _style("2", _in(1, 1), based_on="1")
        + _style("第三", _in(1, 2))
        + _style("无", _in(0), based_on="1")
        + _style("目", _in(1), kind="numbering")
    )
    assert _lines(body, lists, styles) == lines


def test_the_default_style_is_that_of_paragraphs_without_one() -> None:
    styles = _style("a", _in(1)).replace("<w:style ", '<w:style w:default="1" ')
    lists = CHAPTERS + numbers(1, 0)
    assert _lines(paragraph("甲"), lists, styles) == ["一、甲"]


def test_a_format_that_only_new_versions_know_has_its_stand_in() -> None:
    one = level(0, "decimal", "%1.").replace(
        '<w:numFmt w:val="decimal"/>',
        '<mc:AlternateContent><mc:Choice><w:numFmt w:val="custom"/></mc:Choice>'
        '<mc:Fallback><w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>',
    )
    assert _lines(listed("甲", 1), scheme(0, one) + numbers(1, 0)) == ["01. 甲"]


def test_settings_of_no_use_here_change_nothing() -> None:
    own = "<w:tentative/><w:lvlOverride><w:other/></w:lvlOverride>"
    styles = "<w:style><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:style>"
    assert _lines(listed("甲", 1), CHAPTERS + numbers(1, 0, own), styles) == ["一、甲"]


def test_a_number_that_is_none_is_taken_for_the_first() -> None:
    lists = scheme(0, level(0, "decimal", "%1.", start=0)).replace('w:val="0"', 'w:val="²"')
    assert _lines(listed("甲", 1), lists + numbers(1, 0)) == ["1. 甲"]
