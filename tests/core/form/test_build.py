"""Tables into a form, and what their shape gets told."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, TypeAlias

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perf_tui.core.form.build import FormError, Problem, build_form

Tables: TypeAlias = dict[str, dict[str, Any]]
Edit: TypeAlias = tuple[str, str, object]
Change: TypeAlias = Callable[..., Tables]

PAID = "indicators/01_paid.toml"


def problems_of(tables: Tables) -> list[tuple[str, str, str]]:
    with pytest.raises(FormError) as caught:
        build_form(tables)
    return [(one.file, one.key, one.message) for one in caught.value.problems]


def test_a_sound_form_is_built(tables: Tables) -> None:
    form = build_form(tables)
    assert form.id == "small"
    assert form.scheme.overreach == Decimal("1.2")
    assert form.by_id["paid"].sentence.names == {"paid", "due", "actual"}


def test_indicators_come_by_number_whatever_their_files_are_called(changed: Change) -> None:
    tables = changed(("paid", "number", 3), ("mood", "number", 1))
    assert [one.id for one in build_form(tables).indicators] == ["mood", "fires", "paid"]


SHAPES = [
    (("paid", "labl", "x"), PAID, "labl", "没有这个键"),
    (("paid", "facts.1.labl", "x"), PAID, "facts.paid.labl", "最接近的是 label"),
    (("paid", "facts.1.zzz", "x"), PAID, "facts.paid.zzz", "能写的是 key、label、kind"),
    (("form", "scheme.tiers.0.flor", 1), "form.toml", "scheme.tiers.达成.flor", "是 floor"),
    (("fires", "entered.maximun", 1), "indicators/02_fires.toml", "entered.maximun", "maximum"),
    (("paid", "facts.1.label", None), PAID, "facts.paid.label", "缺这个键"),
    (("paid", "facts.1.key", None), PAID, "facts[第 2 项].key", "缺这个键"),
    (("paid", "facts.1.key", "Paid"), PAID, "facts.Paid.key", "小写字母、数字和下划线"),
    (("paid", "initials", "BZ"), PAID, "initials", "小写字母和数字"),
    (("paid", "facts.0.label", ""), PAID, "facts.due.label", "不能空着"),
    (("paid", "facts.0.label", 5), PAID, "facts.due.label", "引号"),
    (("paid", "facts", {"due": 1}), PAID, "facts", "列表"),
    (("paid", "facts.0", 5), PAID, "facts[第 1 项]", "表"),
    (("paid", "shared", ["Due"]), PAID, "shared[第 1 项]", "小写字母"),
    (("paid", "number", "一"), PAID, "number", "整数"),
    (("paid", "number", Decimal("1.5")), PAID, "number", "整数"),
    (("paid", "number", []), PAID, "number", "整数"),
    (("paid", "weight", "五"), PAID, "weight", "数，不带引号"),
    (("paid", "weight", []), PAID, "weight", "数，不带引号"),
    (("paid", "weight", Decimal("NaN")), PAID, "weight", "有限的数"),
    (("paid", "core", "也许"), PAID, "core", "true 或 false"),
    (("paid", "core", []), PAID, "core", "true 或 false"),
    (("paid", "sign", "=>"), PAID, "sign", "只能写 >=、>、=、<=、<、qualitative 中的一个"),
    (("paid", "facts.0.kind", "mony"), PAID, "facts.due.kind", "money"),
    (("paid", "target", []), PAID, "target", "数，或者放在引号里的文字"),
    (("paid", "measure", "paid /"), PAID, "measure", "算式第"),
    (("paid", "measure", 5), PAID, "measure", "引号"),
    (("form", "scheme.closing", []), "form.toml", "scheme.closing", "引号"),
    (("paid", "constraints.0.rule", "paid <"), PAID, "constraints[第 1 项].rule", "算式第"),
    (("paid", "sentence", "共{due"), PAID, "sentence", "句子模板第"),
    (("form", "report_title.0", "{"), "form.toml", "report_title[第 1 项]", "句子模板第"),
    (("form", "indicators", []), "form.toml", "indicators", "移到 indicators/ 下"),
    (("form", "outline.0.title", []), "form.toml", "outline[第 1 项].title", "引号"),
]


@pytest.mark.parametrize(("edit", "file", "key", "words"), SHAPES)
def test_a_wrong_shape_is_told_with_file_and_key(
    changed: Change, edit: Edit, file: str, key: str, words: str
) -> None:
    [(told_file, told_key, message)] = problems_of(changed(edit))
    assert (told_file, told_key) == (file, key)
    assert words in message


def test_every_wrong_shape_is_told_at_once(changed: Change) -> None:
    told = problems_of(
        changed(("paid", "name", None), ("mood", "weight", "x"), ("form", "title", ""))
    )
    assert {(file, key) for file, key, _ in told} == {
        (PAID, "name"),
        ("indicators/03_mood.toml", "weight"),
        ("form.toml", "title"),
    }


def test_a_folder_without_its_main_file_is_told(tables: Tables) -> None:
    del tables["form.toml"]
    [(file, key, message)] = problems_of(tables)
    assert (file, key) == ("form.toml", "")
    assert "没有这个文件" in message


def test_the_error_prints_a_line_for_each_problem() -> None:
    error = FormError([Problem("a.toml", "facts.due.label", "缺"), Problem("b.toml", "", "没有")])
    assert str(error) == "a.toml 的 facts.due.label：缺\nb.toml：没有"


@pytest.mark.parametrize("key", ["\x1b[31m", "长" * 300])
def test_a_hostile_key_is_printed_harmlessly(changed: Change, key: str) -> None:
    [(_, told, _)] = problems_of(changed(("paid", key.replace(".", ""), 1)))
    assert told.isprintable()
    assert len(told) < 50


JUNK = st.sampled_from(
    [None, True, -1, 10**40, Decimal("0.5"), "", "x", "{", [], {}, [1], {"a": 1}]
)


def places_in(table: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for step in table if isinstance(table, dict) else range(len(table)):
        yield (*path, step)
        if isinstance(table[step], dict | list):
            yield from places_in(table[step], (*path, step))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_whatever_stands_in_a_place_gives_a_form_or_a_told_problem(
    tables: Tables, data: st.DataObject
) -> None:
    broken = copy.deepcopy(tables)
    file = data.draw(st.sampled_from(list(tables)))
    *owners, last = data.draw(st.sampled_from(list(places_in(tables[file]))))
    table = broken[file]
    for step in owners:
        table = table[step]
    table[last] = data.draw(JUNK)
    try:
        build_form(broken)
    except FormError as error:
        told = error.problems
        if not told or any(problem.file not in tables for problem in told):
            pytest.fail(f"an error that names no file: {error!r}")
