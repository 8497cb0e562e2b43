"""Every way of typing a number gives the wanted value or a refusal, never another value."""

from decimal import Decimal

import pytest

from perf_tui.core.numbers import Number, Refusal, read_number


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("95.41", "%", "95.41"),
        ("９５．４１", "%", "95.41"),
        ("95.41%", "%", "95.41"),
        ("95.41％", "%", "95.41"),
        ("95.41", "％", "95.41"),
        ("95.41%", "％", "95.41"),
        ("0.9541", "%", "0.9541"),
        ("１２３", "人", "123"),
        (" 12 ", "人", "12"),
        ("　12　", "人", "12"),
        ("12\u200b", "人", "12"),
        ("\ufeff12\n", "人", "12"),
        ("38,820,071.88", "元", "38820071.88"),
        ("38，820，071.88", "元", "38820071.88"),
        ("38 820 071.88", "元", "38820071.88"),
        ("38\u00a0820\u00a0071.88", "元", "38820071.88"),
        ("38,820,071.88 元", "元", "38820071.88"),
        ("3882.01万元", "元", "38820100"),
        ("3882.01万", "元", "38820100"),
        ("3882.01元", "万元", "0.388201"),
        ("36000000元", "万元", "3600"),
        ("3882.01万元", "万元", "3882.01"),
        ("3882.01万", "万元", "3882.01"),
        ("0.27亿", "元", "27000000"),
        ("0.27亿元", "元", "27000000"),
        ("0.27亿", "万元", "2700"),
        ("38820071.88元", "亿元", "0.3882007188"),
        ("3600万元", "亿元", "0.36"),
        ("0.1元", "万元", "0.00001"),
        ("1.2万人", "人", "12000"),
        ("1.2万", "人", "12000"),
        ("1.2万", "万人", "1.2"),
        ("12000人", "万人", "1.2"),
        ("145人", "人", "145"),
        ("145 人", "人", "145"),
        ("339人次", "人次", "339"),
        ("15.01公里", "公里", "15.01"),
        ("+5", "元", "5"),
        ("-5", "元", "-5"),
        ("\u22125", "元", "-5"),
        ("－５", "元", "-5"),
        ("-0", "元", "0"),
        ("007", "次", "7"),
        ("38820071.88元整", "元", "38820071.88"),
        ("100圆", "元", "100"),
        ("3882.01萬元", "元", "38820100"),
        ("0.27億", "元", "27000000"),
        ("95.", "%", "95"),
        (".5", "%", "0.5"),
        ("12", "", "12"),
        ("000000000000000000012", "人", "12"),
        ("999999999999999.9999999999", "元", "999999999999999.9999999999"),
    ],
)
def test_reads_the_wanted_value(text: str, unit: str, value: str) -> None:
    assert read_number(text, unit) == Number(Decimal(value))


@pytest.mark.parametrize(
    ("text", "unit", "value", "qualifier"),
    [
        ("约22.6", "万元", "22.6", "约"),
        ("约 22.6万元", "万元", "22.6", "约"),
        ("约22.6万元", "元", "226000", "约"),
        ("约-5", "%", "-5", "约"),
        ("近300", "万元", "300", "近"),
        ("300余", "人次", "300", "余"),
        ("300余人次", "人次", "300", "余"),
        ("300多", "次", "300", "多"),
        ("40余次", "次", "40", "余"),
        ("40余次", "人次", "40", "余"),
        ("300余万元", "元", "3000000", "余"),
        ("300万余元", "元", "3000000", "余"),
        ("二十余次", "次", "20", "余"),
        ("三百余万元", "万元", "300", "余"),
    ],
)
def test_keeps_the_qualifier(text: str, unit: str, value: str, qualifier: str) -> None:
    assert read_number(text, unit) == Number(Decimal(value), qualifier)


@pytest.mark.parametrize("text", ["", " ", "　", "\u200b", "\t\r\n", "\ufeff \u3000", " " * 5000])
def test_nothing_typed_is_blank_and_not_zero(text: str) -> None:
    assert read_number(text, "元") is None


def refusal(text: str, unit: str) -> str:
    read = read_number(text, unit)
    assert isinstance(read, Refusal)
    return read.message


@pytest.mark.parametrize(
    "text",
    [
        *("1e3", "1_000", "0x10", "NaN", "∞", "½", "²", "١٢٣", "1e400", "Infinity", "1²", "5½"),
        *(".", ",", "。", "-", "+", "约", "余", "万", "元", "--5", "+-5", "5-", "1-2", "12/7"),
        *("12人3户", "3万5千", "余300", "近约5", "(123)", "<b>", "[/", "12点5"),
        *("12\n34", "12\t34", "12\u200b34", "1\u202e23", "\ud800", "1\x002"),
        *("九十五点四一", "百分之九十五", "1万%", "￥", "￥￥1", "1￥", "$1"),
    ],
)
@pytest.mark.parametrize("unit", ["元", "万元", "%", "人", ""])
def test_refuses_what_is_no_plain_number(text: str, unit: str) -> None:
    assert refusal(text, unit)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("95。41", ["95.41", "9541"]),
        ("95｡41", ["95.41", "9541"]),
        ("95,41", ["95.41", "9541"]),
        ("９５，４１", ["95.41", "9541"]),
        ("95 41", ["95.41", "9541"]),
        ("95·41", ["95.41", "9541"]),
        ("0,123", ["0.123", "123"]),
        (",95", ["0.95", "95"]),
        ("3882,0071", ["3882.0071", "38820071"]),
        ("1.234,56", ["1234.56", "1.23456"]),
        ("-95,41", ["95.41", "9541"]),
        ("95,41万元", ["95.41", "9541"]),
    ],
)
@pytest.mark.parametrize("unit", ["元", "%", "次"])
def test_asks_which_number_a_misplaced_separator_means(
    text: str, readings: list[str], unit: str
) -> None:
    assert " 还是 ".join(readings) in refusal(text, unit)


@pytest.mark.parametrize(
    ("text", "reading"),
    [("38,82,0071.88", "38820071.88"), ("95。", "95"), ("1,234,", "1234"), ("95.41．", "95.41")],
)
def test_offers_the_only_reading_of_misplaced_separators(text: str, reading: str) -> None:
    assert f"如果是 {reading} 就" in refusal(text, "元")


@pytest.mark.parametrize(
    ("text", "unit", "foreign"),
    [
        ("12户", "人", "户"),
        ("12人", "户", "人"),
        ("12km", "公里", "km"),
        ("100美元", "元", "美元"),
        ("100元", "美元", "元"),
        ("15里", "公里", "里"),
        ("95%", "人", "%"),
        ("95‰", "%", "‰"),
        ("95元", "%", "元"),
        ("5百万", "元", "百万"),
        ("3千元", "元", "千元"),
        ("12万户", "人", "万户"),
    ],
)
def test_names_a_foreign_unit_and_the_fields_own(text: str, unit: str, foreign: str) -> None:
    message = refusal(text, unit)
    assert f"单位是「{foreign}」" in message
    assert f"按「{unit}」填" in message


def test_says_that_a_field_without_unit_wants_digits_alone() -> None:
    assert "没有单位" in refusal("12人", "")


def test_names_what_it_does_not_know_after_the_digits() -> None:
    assert "「e3」认不出" in refusal("1e3", "元")


@pytest.mark.parametrize(
    ("text", "about"),
    [
        *((vague, "约30") for vague in ("几十", "十几", "若干", "数百", "上百人")),
        *((vague, "约300") for vague in ("300左右", "大约300", "超300")),
        ("不足5", "约5"),
        ("95.41％左右", "约95.41"),
    ],
)
def test_refuses_vague_words_and_shows_how_to_write_about(text: str, about: str) -> None:
    assert f"、{about}、" in refusal(text, "人")


def test_refuses_two_qualifiers() -> None:
    assert "只留一个" in refusal("约300余", "人")
    assert "只留一个" in refusal("300余万多", "元")


@pytest.mark.parametrize(
    "text",
    [
        "1234567890123456",
        "1.12345678901",
        "1,234,567,890,123,456",
        "1234567890123万",
        "-1234567890123456",
        "12,34" * 10,
    ],
)
def test_says_how_many_digits_fit(text: str) -> None:
    assert "整数最多 15 位、小数最多 10 位" in refusal(text, "元")


def test_bounds_decimals_after_conversion() -> None:
    assert "小数最多 10 位" in refusal("0.12345678元", "万元")
    assert read_number("1.123456789012万", "元") == Number(Decimal("11234.56789012"))


@pytest.mark.parametrize("text", ["9" * 101, "9" * 5000, "1," * 100_000, "一" * 5000, "[" * 10**6])
def test_says_how_much_may_be_typed(text: str) -> None:
    message = refusal(text, "元")
    assert "最多 100 个" in message
    assert f"{len(text)} 个字" in message
    assert len(message) < 60


def test_a_hundred_characters_are_still_read() -> None:
    assert read_number("0" * 99 + "7", "人") == Number(Decimal(7))


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("￥38,820,071.88", "元", "38820071.88"),
        ("¥ 100元", "元", "100"),
        ("元100", "元", "100"),
        ("￥-5", "元", "-5"),
        ("￥22.6万", "万元", "22.6"),
        ("￥226000元", "万元", "22.6"),
        ("￥0.27亿", "元", "27000000"),
        ("145名", "人", "145"),
        ("145个", "人", "145"),
        ("145位", "人", "145"),
        ("1.2万名", "人", "12000"),
        ("0次", "起", "0"),
    ],
)
def test_signs_of_money_and_words_that_count_the_same(text: str, unit: str, value: str) -> None:
    assert read_number(text, unit) == Number(Decimal(value))


def test_a_sign_of_money_keeps_the_qualifier() -> None:
    assert read_number("约￥22.6万", "万元") == Number(Decimal("22.6"), "约")


@pytest.mark.parametrize("unit", ["%", "人", ""])
def test_a_sign_of_money_fits_only_money(unit: str) -> None:
    assert "「￥」认不出" in refusal("￥100", unit)


def test_a_bare_amount_under_ten_thousands_may_be_either() -> None:
    assert "是 22.6元 还是 22.6万元？" in refusal("￥22.6", "万元")


@pytest.mark.parametrize(
    ("unit", "example"),
    [("%", "95.41"), ("元", "38820071.88"), ("万元", "3882.01"), ("人", "145"), ("", "145")],
)
def test_examples_fit_the_field(unit: str, example: str) -> None:
    assert refusal("<b>", unit).endswith(f"，如 {example}")


@pytest.mark.parametrize(
    ("text", "unit", "fix"),
    [
        ("九成五", "%", "换成百分数填，如九成五填 95"),
        ("百分之九十五", "%", "换成百分数填，如九成五填 95"),
        ("约八成", "人", "换成数字填，如 145"),
    ],
)
def test_shares_are_asked_for_in_digits(text: str, unit: str, fix: str) -> None:
    assert refusal(text, unit) == f"「{text}」说的是几成或几分之几，{fix}"


def test_a_refusal_says_what_is_wrong_and_what_to_do() -> None:
    assert read_number("95,41", "%") == Refusal("「95,41」是 95.41 还是 9541？", "改成想要的那个")
    assert refusal("95,41", "%") == "「95,41」是 95.41 还是 9541？改成想要的那个"
