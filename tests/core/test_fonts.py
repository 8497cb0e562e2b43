"""What is said of the standard's fonts."""

from perf_tui.render.docx import styles
from perf_tui.store.fonts.wanted import FONTS, is_installed, missing_fonts_notice, stand_in

ALL = {font.name.casefold() for font in FONTS}


def test_the_fonts_are_those_that_the_report_names() -> None:
    named = {style.font for style in styles.STYLES}
    assert {font.name for font in FONTS} == named == set(styles.STAND_INS)


def test_a_font_is_known_by_either_name() -> None:
    assert is_installed("黑体", {"simhei"})
    assert is_installed("黑体", {"黑体"})
    assert not is_installed("黑体", {"heiti"})


def test_the_best_stand_in_is_told() -> None:
    fang = next(font for font in FONTS if font.name == "仿宋_GB2312")
    assert stand_in(fang, {"stfangsong", "fangsong"}) == "仿宋"
    assert stand_in(fang, {"stfangsong"}) == "华文仿宋"
    assert stand_in(fang, ALL) == ""


def test_only_what_is_missing_is_told() -> None:
    assert missing_fonts_notice(ALL) == ""
    assert missing_fonts_notice(ALL - {"黑体"}).startswith("这台电脑缺 1 种公文字体，")
    assert "缺 5 种" in missing_fonts_notice(())
