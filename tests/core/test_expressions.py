from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from perf_tui.core.expressions import (
    Expression,
    ExpressionError,
    blank_safety,
    compile_expression,
)

FACTS = {"a": Decimal(3), "b": Decimal("-4.25"), "c": Decimal("0.07"), "zero": Decimal(0)}

SIGNS = [*"(),+-*/<>", "**", "//", "<=", "==", "!=", ">="]
WORDS = ["and", "or", "not", "min(", "abs(", "sum(", "in", "is", "if", "else", "lambda", "for"]
GRAMMAR = ["a", "b", "1", "2.5", "0", "yield", "await", *SIGNS, *WORDS]

Sum = tuple[str, Fraction]


def _leaves() -> st.SearchStrategy[Sum]:
    names = st.sampled_from(["a", "b", "c"]).map(lambda name: (name, Fraction(FACTS[name])))
    literals = st.decimals(0, 99, places=2).map(lambda value: (f"{value:f}", Fraction(value)))
    return names | literals


def _divisors() -> st.SearchStrategy[Sum]:
    return _leaves().filter(lambda leaf: leaf[1] != 0)


def _joined(
    left: st.SearchStrategy[Sum],
    sign: str,
    right: st.SearchStrategy[Sum],
    compute: Callable[[Fraction, Fraction], Fraction],
) -> st.SearchStrategy[Sum]:
    return st.tuples(left, right).map(
        lambda pair: (f"({pair[0][0]} {sign} {pair[1][0]})", compute(pair[0][1], pair[1][1]))
    )


def _exact(inner: st.SearchStrategy[Sum]) -> st.SearchStrategy[Sum]:
    return st.one_of(
        _joined(inner, "+", inner, lambda left, right: left + right),
        _joined(inner, "-", inner, lambda left, right: left - right),
        _joined(inner, "*", inner, lambda left, right: left * right),
        inner.map(lambda item: (f"-{item[0]}", -item[1])),
        inner.map(lambda item: (f"abs({item[0]})", abs(item[1]))),
        st.lists(inner, min_size=2, max_size=3).map(lambda items: _called("min", items)),
        st.lists(inner, min_size=2, max_size=3).map(lambda items: _called("max", items)),
        st.lists(inner, min_size=2, max_size=3).map(lambda items: _called("sum", items)),
    )


def _called(name: str, items: list[Sum]) -> Sum:
    compute: dict[str, Callable[[list[Fraction]], Fraction]] = {
        "min": min,
        "max": max,
        "sum": lambda values: sum(values, Fraction(0)),
    }
    return (
        f"{name}({', '.join(text for text, _ in items)})",
        compute[name]([value for _, value in items]),
    )


def _divided(inner: st.SearchStrategy[Sum]) -> st.SearchStrategy[Sum]:
    quotient = _joined(inner, "/", _divisors(), lambda left, right: left / right)
    return _exact(inner) | quotient


EXACT = st.recursive(_leaves(), _exact, max_leaves=6)
DIVIDED = st.recursive(_leaves(), _divided, max_leaves=6)


@given(EXACT)
def test_sums_and_products_are_exact(item: Sum) -> None:
    text, expected = item
    result = compile_expression(text).number(FACTS)
    assert result is not None
    assert Fraction(result) == expected


@given(DIVIDED)
def test_quotients_hold_more_digits_than_anyone_prints(item: Sum) -> None:
    text, expected = item
    result = compile_expression(text).number(FACTS)
    assert result is not None
    assert abs(Fraction(result) - expected) < Fraction(1, 10**25)


@given(EXACT, EXACT)
def test_comparisons_agree_with_python(left: Sum, right: Sum) -> None:
    for sign, expected in [
        ("<", left[1] < right[1]),
        ("<=", left[1] <= right[1]),
        (">", left[1] > right[1]),
        (">=", left[1] >= right[1]),
        ("==", left[1] == right[1]),
        ("!=", left[1] != right[1]),
    ]:
        assert compile_expression(f"{left[0]} {sign} {right[0]}").truth(FACTS) is expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("145 / 145 * 100", Decimal(100)),
        ("2 - 3 - 4", Decimal(-5)),
        ("2 + 3 * 4", Decimal(14)),
        ("-(a + 1)", Decimal(-4)),
        ("0.1 + 0.2", Decimal("0.3")),
        ("9007199254740993.1", Decimal("9007199254740993.1")),
        ("\n  a +\n  b\n", Decimal("-1.25")),
        ("1 < a <= 3", True),
        ("1 < a < 3", False),
        ("3 == a != 4", True),
        ("a > 1 and b > 1", False),
        ("a > 1 or b > 1", True),
        ("not a > 1 or b < 1", True),
        ("not (a > 1 or b < 1)", False),
    ],
)
def test_results(source: str, expected: Decimal | bool) -> None:
    result = compile_expression(source).evaluate(FACTS)
    assert result == expected
    assert type(result) is type(expected)


def test_the_callers_context_does_not_matter() -> None:
    expression = compile_expression("a / 7 + 1")
    expected = expression.number(FACTS)
    with localcontext() as context:
        context.prec = 2
        assert expression.number(FACTS) == expected


@pytest.mark.parametrize(
    "source",
    [
        "a + x",
        "x",
        "a * 0 * x",
        "min(a, x)",
        "x == x",
        "a > 100 and x > 0",
        "a < 100 or x > 0",
        "a < 0 < x",
        "not x > 0",
    ],
)
def test_a_blank_operand_gives_a_blank(source: str) -> None:
    expression = compile_expression(source)
    assert expression.evaluate({**FACTS, "x": Decimal(1)}) is not None
    assert expression.evaluate({**FACTS, "x": None}) is None
    assert expression.evaluate(FACTS) is None
    assert expression.evaluate({**FACTS, "x": Decimal("NaN")}) is None
    assert expression.evaluate({**FACTS, "x": Decimal("sNaN")}) is None
    assert expression.evaluate({**FACTS, "x": Decimal("Infinity")}) is None


@given(DIVIDED, st.data())
def test_any_blank_name_gives_a_blank(item: Sum, data: st.DataObject) -> None:
    expression = compile_expression(f"{item[0]} + a")
    blank = data.draw(st.sampled_from(sorted(expression.names)))
    assert expression.evaluate({**FACTS, blank: None}) is None


@pytest.mark.parametrize(
    "source",
    [
        "a / zero",
        "zero / zero",
        "1 < a / zero",
        "a > 0 or a / zero > 1",
        "a < 0 and a / zero > 1",
        "max(a, a / (a - 3))",
    ],
)
def test_division_by_zero_gives_a_blank(source: str) -> None:
    assert compile_expression(source).evaluate(FACTS) is None


@given(
    st.sampled_from(["x", "x + y", "x * y", "x / y", "-x", "min(x, y)", "sum(x, y)", "abs(x)"]),
    st.decimals(),
    st.decimals(),
)
@example("x * y", Decimal("9E+999999"), Decimal(10))
@example("x", Decimal("1E+41"), Decimal(0))
@example("x / y", Decimal(1), Decimal("1E-999999"))
def test_evaluation_never_raises_and_results_stay_printable(
    source: str, x: Decimal, y: Decimal
) -> None:
    result = compile_expression(source).number({"x": x, "y": y})
    assert result is None or abs(result) < Decimal("1E+41")


@pytest.mark.parametrize(
    ("source", "kind", "names"),
    [
        ("paid / due * 100", "number", {"paid", "due"}),
        ("min(paid, due)", "number", {"paid", "due"}),
        ("12", "number", set()),
        ("(settled <= received)", "truth", {"settled", "received"}),
        ("not a > 1", "truth", {"a"}),
        ("a > 1 and b > 1", "truth", {"a", "b"}),
    ],
)
def test_kind_and_names(source: str, kind: str, names: set[str]) -> None:
    expression = compile_expression(source)
    assert expression.kind == kind
    assert expression.names == names


def test_a_number_is_no_judgement() -> None:
    with pytest.raises(TypeError, match="a number"):
        compile_expression("a").truth(FACTS)
    with pytest.raises(TypeError, match="a judgement"):
        compile_expression("a > 1").number(FACTS)


def test_expressions_are_equal_when_their_sources_are() -> None:
    assert compile_expression("a + b") == compile_expression("a + b")
    assert compile_expression("a + b") != compile_expression("b + a")
    assert "<function" not in repr(compile_expression("a"))


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("paid/due*100", "145 ÷ 145 × 100"),
        ("(paid+due) / 2 - 1", "(145 + 145) ÷ 2 - 1"),
        ("a<=paid and due>=a", "a ≤ 145 且 145 ≥ a"),
        ("not a!=due or a==due", "非 a ≠ 145 或 a = 145"),
        ("0 < paid > 1", "0 < 145 > 1"),
        ("-paid + -(due)", "-145 + -(145)"),
        ("paid - drop", "145 - (-2)"),
        ("-drop", "-(-2)"),
        ("min(drop, -due, 3)", "最小值(-2，-145，3)"),
        ("max(a, abs(sum(paid, 1)))", "最大值(a，绝对值(合计(145，1)))"),
    ],
)
def test_spelled_in_print(source: str, printed: str) -> None:
    texts = {"paid": "145", "due": "145", "drop": "-2"}
    assert compile_expression(source).spell(texts) == printed


@pytest.mark.parametrize(
    ("source", "offset", "words"),
    [
        ("", 0, "什么都没有"),
        (" \n ", 0, "什么都没有"),
        ("a" * 501, 500, "太长"),
        ("(" * 100_000, 500, "太长"),
        ("9" * 5_000, 500, "太长"),
        ("(" * 17 + "a" + ")" * 17, 16, "括号套得太深"),
        ("-" * 499 + "a", 0, "层次太多"),
        ("not " * 120 + "a > 1", 0, "层次太多"),
        ("+".join("a" * 250), 0, "层次太多"),
        ("(a", 0, "没有合上"),
        ("a + (b * (c)", 4, "没有合上"),
        ("a)", 1, "多了一个右括号"),
        ("(a)) + ((b)", 3, "多了一个右括号"),
        ("a +", 2, "读不下去"),
        ("a b", 0, "读不下去"),
        ("a ++", 3, "读不下去"),
        ("007", 0, "读不下去"),
        ("lambda", 5, "读不下去"),
        ("a = 1", 2, "认不出来"),
        ("a.b", 1, "认不出来"),
        ("a + 'b'", 4, "认不出来"),
        ("f'{a}'", 1, "认不出来"),
        ("a[0]", 1, "认不出来"),
        ("lambda: a", 6, "认不出来"),
        ("__import__('os')", 0, "认不出来"),
        ("a + __import__", 4, "认不出来"),
        ("a：b", 1, "认不出来"),
        ("（a）", 0, "认不出来"),
        ("a + ｂ", 4, "认不出来"),
        ("a # b", 2, "认不出来"),
        ("a\0", 1, "认不出来"),
        ("a\ud800", 1, "认不出来"),
        ("Paid", 0, "认不出来"),
        ("1e3", 0, "认不出来"),
        ("1_000", 0, "认不出来"),
        ("0x10", 0, "认不出来"),
        (".5", 0, "认不出来"),
        ("5.", 0, "认不出来"),
        ("1 + a ** 2", 4, "写法不能用"),
        ("a // 2", 0, "写法不能用"),
        ("+a", 0, "写法不能用"),
        ("a, b", 0, "写法不能用"),
        ("()", 0, "写法不能用"),
        ("a if b else c", 0, "写法不能用"),
        ("a is b", 0, "写法不能用"),
        ("a in b", 0, "写法不能用"),
        ("(yield)", 1, "写法不能用"),
        ("1 + eval(a)", 4, "写法不能用"),
        ("a(b)", 0, "写法不能用"),
        ("min(a)(b)", 0, "写法不能用"),
        ("1 + min", 4, "写法不能用"),
        ("min(a, *b)", 7, "写法不能用"),
        ("sum(a for a in b)", 0, "两个以上的数"),
        ("min(a)", 0, "两个以上的数"),
        ("max()", 0, "两个以上的数"),
        ("abs()", 0, "一个数"),
        ("abs(a, b)", 0, "一个数"),
        ("1 + (a < b)", 5, "要的是数"),
        ("(a < b) == (b < c)", 1, "要的是数"),
        ("min(a, not b)", 7, "要的是数"),
        ("-(a and b)", 2, "要的是数"),
        ("not a", 4, "要的是判断"),
        ("a < b and c", 10, "要的是判断"),
        ("a < b and c ** 2", 10, "写法不能用"),
    ],
)
def test_what_is_no_expression_is_refused_with_its_place(
    source: str, offset: int, words: str
) -> None:
    with pytest.raises(ExpressionError, match=words) as caught:
        compile_expression(source)
    assert caught.value.offset == offset
    assert str(caught.value).startswith(f"算式第 {offset + 1} 个字符处")


def _compiles_or_refuses(source: str) -> Expression | None:
    try:
        return compile_expression(source)
    except ExpressionError:
        return None


@given(st.text())
def test_any_text_compiles_or_is_refused(source: str) -> None:
    _compiles_or_refuses(source)


@given(
    st.lists(
        st.sampled_from(GRAMMAR),
        max_size=60,
    ),
    st.sampled_from(["", " ", "\n"]),
)
def test_any_row_of_tokens_compiles_or_is_refused(words: list[str], gap: str) -> None:
    expression = _compiles_or_refuses(gap.join(words))
    if expression is not None:
        result = expression.evaluate({"a": Decimal(3), "b": Decimal("0.5")})
        wanted = Decimal if expression.kind == "number" else bool
        assert result is None or isinstance(result, wanted)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("100", "没有字段"),
        ("1 < 2", "没有字段"),
        ("a / 0", "除以 0"),
        ("1 < a / (2 - 2)", "除以 0"),
        ("1 / 0 * a", "除以 0"),
        ("a * 0.00", "乘以 0"),
        ("(1 - 1) * a", "乘以 0"),
    ],
)
def test_what_does_not_depend_on_the_facts_is_not_blank_safe(source: str, words: str) -> None:
    reason = blank_safety(compile_expression(source))
    assert reason is not None
    assert words in reason


@pytest.mark.parametrize(
    "source", ["a / b * 100", "a * 10 / 2", "a - 0", "0 / a", "a == 0", "a / (b - b)"]
)
def test_what_depends_on_the_facts_is_blank_safe(source: str) -> None:
    assert blank_safety(compile_expression(source)) is None


@pytest.mark.parametrize("source", [5, None, ["a"], {"a": 1}])
def test_what_is_no_text_is_refused(source: object) -> None:
    with pytest.raises(ExpressionError, match="不是一段文字"):
        compile_expression(source)
