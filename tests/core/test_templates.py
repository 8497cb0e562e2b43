import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.wording.templates import TemplateError, compile_template


def gap(name: str) -> str:
    return f"〔{name}〕"


def fill(source: str, **texts: str | None) -> str:
    return compile_template(source).fill(texts, gap)


@pytest.mark.parametrize(
    ("source", "texts", "sentence"),
    [
        ("应发{due}人，实发{paid}人。", {"due": "145", "paid": "145"}, "应发145人，实发145人。"),
        ("应发{due}人。", {"due": None}, "应发〔due〕人。"),
        ("应发{due}人。", {"due": ""}, "应发〔due〕人。"),
        ("应发{due}人。", {}, "应发〔due〕人。"),
        ("甲[，乙{x}户]。", {"x": "3"}, "甲，乙3户。"),
        ("甲[，乙{x}户]。", {}, "甲。"),
        ("甲[，乙{x}户{y}人]。", {"x": "3"}, "甲。"),
        ("{{{x}}}[[注]]", {"x": "3"}, "{3}[注]"),
        ("[{x}[[约]]]完", {"x": "3"}, "3[约]完"),
        ("", {}, ""),
    ],
)
def test_filled(source: str, texts: dict[str, str | None], sentence: str) -> None:
    assert compile_template(source).fill(texts, gap) == sentence


@pytest.mark.parametrize(
    ("source", "tidied"),
    [
        ("甲，[乙{x}，]丙。", "甲，丙。"),
        ("甲，[乙{x}]。", "甲。"),
        ("甲，[乙{x}]；丙。", "甲；丙。"),
        ("甲、[乙{x}]、丙", "甲、丙"),
        ("甲[乙{x}]；", "甲"),
        ("[甲{x}]，乙。", "乙。"),
        ("甲。[乙{x}]，丙。", "甲。丙。"),
        ("[甲{x}][，乙{x}]。丙。", "丙。"),
        ("甲，[乙{x}]，[丙{x}]，[丁{x}]。", "甲。"),
        ("甲。\n[乙{x}]，丙，\n丁。", "甲。\n丙\n丁。"),
        ("[甲{x}]", ""),
        ("甲，乙；丙、丁。戊。", "甲，乙；丙、丁。戊。"),
    ],
)
def test_punctuation_left_by_a_vanished_clause_goes_away(source: str, tidied: str) -> None:
    assert fill(source) == tidied


@given(st.text(), st.text())
def test_what_was_typed_survives_verbatim(first: str, second: str) -> None:
    sentence = fill("甲{a}，[乙{b}；][丙{c}]。", a=f"·{first}", b=f"·{second}")
    assert sentence == f"甲·{first}，乙·{second}。"


@pytest.mark.parametrize("value", ["{b}", "[", "]]", "，，。", "。，", "\0", "〔a〕", "\n"])
def test_values_are_never_read_as_template(value: str) -> None:
    assert fill("{a}", a=value) == value
    assert fill("{a}，{a}", a=value) == f"{value}，{value}"


def test_names_inside_and_outside_brackets() -> None:
    template = compile_template("{a}[{b}{a}][{c}]{d}")
    assert template.names == {"a", "b", "c", "d"}
    assert template.required == {"a", "d"}


def test_templates_are_equal_when_their_sources_are() -> None:
    assert compile_template("{a}") == compile_template("{a}")
    assert compile_template("{a}") != compile_template("{b}")


@given(st.text())
def test_doubled_brackets_print_any_text(text: str) -> None:
    kept = "".join(mark for mark in text if mark not in "，、；。\0")
    source = "".join(mark * 2 if mark in "{}[]" else mark for mark in kept)
    assert fill(source) == kept


@pytest.mark.parametrize(
    ("source", "offset", "words"),
    [
        ("甲{", 1, "读不下去"),
        ("甲{}", 1, "读不下去"),
        ("甲{Name}", 1, "读不下去"),
        ("甲{ a }", 1, "读不下去"),
        ("甲{a.b}", 1, "读不下去"),
        ("甲}", 1, "读不下去"),
        ("{a}}", 3, "读不下去"),
        ("甲\0", 1, "读不下去"),
        ("甲[{a}", 1, "没有合上"),
        ("甲]", 1, "多了一个"),
        ("[{a}[{b}]]", 4, "不能再套"),
        ("甲[乙]", 1, "没有字段"),
        ("甲[]", 1, "没有字段"),
    ],
)
def test_what_is_no_template_is_refused_with_its_place(
    source: str, offset: int, words: str
) -> None:
    with pytest.raises(TemplateError, match=words) as caught:
        compile_template(source)
    assert caught.value.offset == offset
    assert str(caught.value).startswith(f"句子模板第 {offset + 1} 个字符处")


@given(st.text() | st.text("a{}[]，。"))
def test_any_text_compiles_or_is_refused(source: str) -> None:
    try:
        template = compile_template(source)
    except TemplateError:
        return
    assert template.fill(dict.fromkeys(template.names, "值"), gap).count("值") >= len(
        template.names
    )


@pytest.mark.parametrize("source", [5, None, ["a"], {"a": 1}])
def test_what_is_no_text_is_refused(source: object) -> None:
    with pytest.raises(TemplateError, match="不是一段文字"):
        compile_template(source)
