"""The fields of a form and the pages that show them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perf_tui.core.form import Form
from perf_tui.core.form.pages import matching_pages
from perf_tui.store.forms import load_form
from support.forms import one, small_form

SMALL = small_form()


@pytest.fixture(params=["small", "township"])
def form(request: pytest.FixtureRequest) -> Form:
    return SMALL if request.param == "small" else load_form("township")


def test_every_field_is_on_a_page_and_every_place_on_a_page_is_a_field(form: Form) -> None:
    pages = (form.scheme_page, *form.pages)
    shown = {address for page in pages for address in page.addresses}
    assert shown == form.fields.keys() == form.home_of.keys() == form.walk.keys()
    assert set(form.addresses.values()) <= shown
    assert [form.fields[address].address for address in form.fields] == list(form.fields)


def test_no_page_shows_a_field_twice(form: Form) -> None:
    for page in form.pages:
        assert len(set(page.addresses)) == len(page.addresses)


def test_pages_come_in_the_order_of_the_work(form: Form) -> None:
    kinds = [page.kind for page in form.pages]
    assert kinds == sorted(kinds, key=["unit", "budget", "indicator", "section"].index)
    numbers = [page.number for page in form.pages if page.kind == "indicator"]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {page.number for page in form.pages if page.kind != "indicator"} <= {None}


def test_the_walk_follows_the_pages(form: Form) -> None:
    walked = sorted(form.walk, key=form.walk.__getitem__)
    pages = (form.scheme_page, *form.pages)
    assert walked == list(dict.fromkeys(at for page in pages for at in page.addresses))


def test_a_shared_fact_is_at_home_where_it_is_shown_first() -> None:
    assert SMALL.home_of["facts.due"].id == "cases"
    assert "facts.due" in next(page for page in SMALL.pages if page.id == "again").addresses


def test_what_an_indicator_asks_for() -> None:
    def keys(form: Form, name: str) -> set[str]:
        at = f"indicators.{name}."
        return {address.removeprefix(at) for address in form.fields if address.startswith(at)}

    added = {f"evidence{of}.own-{n}" for of in ("", "_title", "_date") for n in (1, 2, 3)}
    common = {"coefficient", "deviation_reason", "remark", "paragraph"} | added
    targets = {"target", "adjusted_target"}
    assert keys(SMALL, "cases") == common | targets
    assert keys(SMALL, "costs") == common | targets | {"actual"}
    wanted = {"evidence.notes", "evidence_title.notes", "evidence_date.notes"}
    assert keys(SMALL, "mood") == common | wanted | {"tier"}


@pytest.mark.parametrize(
    ("filled", "asked"),
    [
        ((), ["notes"]),
        (("evidence.notes",), ["notes", "date.notes", "title.notes", "title.own-1"]),
        (
            ("evidence_title.own-1",),
            ["notes", "title.own-1", "own-1", "date.own-1", "title.own-2"],
        ),
        (("evidence_date.notes",), ["notes", "date.notes"]),
    ],
)
def test_evidence_is_asked_for_piece_by_piece(filled: tuple[str, ...], asked: list[str]) -> None:
    texts = {f"indicators.mood.{key}": "有" for key in filled}
    fields = (one for one in SMALL.fields.values() if one.address.startswith("indicators.mood.e"))
    shown = [one.address.split("evidence")[1].lstrip("._") for one in fields if one.asked(texts)]
    assert shown == asked


def test_evidence_may_be_added_where_none_is_wanted() -> None:
    assert SMALL.fields["indicators.cases.evidence_title.own-1"].asked({})
    assert not SMALL.fields["indicators.cases.evidence_title.own-2"].asked({})


def test_what_is_typed_of_a_qualitative_indicator_is_required() -> None:
    tier, coefficient = (SMALL.fields[f"indicators.mood.{key}"] for key in ("tier", "coefficient"))
    assert (tier.required, tier.choices) == (True, ("达成", "部分达成", "未达成"))
    assert (coefficient.required, coefficient.label) == (True, "得分系数")
    lowered = SMALL.fields["indicators.cases.coefficient"]
    assert (lowered.required, lowered.label) == (False, "下调后的得分系数")
    assert (lowered.minimum, lowered.maximum) == (Decimal(0), Decimal(100))


@pytest.mark.parametrize(("measure", "required"), [(None, True), ("executed * 1", False)])
def test_an_actual_value_is_required_where_no_measure_gives_it(
    measure: str | None, required: bool
) -> None:
    entered = {"minimum": 2, "maximum": 9, "hint": "整数", "source": "台账"}
    form = one(measure=measure, entered=entered, unit="次")
    field = form.fields["indicators.one.actual"]
    assert (field.required, field.kind, field.unit) == (required, "number", "次")
    assert (field.minimum, field.maximum) == (Decimal(2), Decimal(9))
    assert (field.hint, field.source) == ("整数", "台账")


def test_a_target_falls_back_to_the_form_s() -> None:
    form = one(target=Decimal("97.5"), unit="%")
    initial, adjusted = (
        form.fields[f"indicators.one.{key}"] for key in ("target", "adjusted_target")
    )
    assert (initial.fallback, initial.kind) == ("97.5", "percent")
    assert (adjusted.fallback, adjusted.minimum) == ("", Decimal(0))


def test_passages_are_required_where_nothing_writes_them() -> None:
    required = {key for key in SMALL.by_key if SMALL.fields[f"sections.{key}"].required}
    assert required == {"duties"}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["unit", "budget", "cases", "fires", "costs", "mood", "rate", "again", *SMALL.by_key]),
        ("3", ["costs"]),
        (" ３\u200b ", ["costs"]),
        ("7", []),
        ("职能", ["duties"]),
        ("YSZX", ["budget"]),
        ("ｙｓｚｘ", ["budget"]),
        ("zx", ["budget"]),
        ("x", ["unit", "budget"]),
        ("没有", []),
    ],
)
def test_a_page_is_found_by_number_name_or_initials(typed: str, found: list[str]) -> None:
    assert [page.id for page in matching_pages(SMALL.pages, typed)] == found


def test_pages_whose_initials_begin_so_come_first() -> None:
    pages = load_form("township").pages
    initials = [page.initials for page in matching_pages(pages, "j")]
    begin = [text.startswith("j") for text in initials]
    assert begin == sorted(begin, reverse=True)
    assert {True, False} == set(begin)


def test_facts_are_found_wherever_they_are_defined() -> None:
    keys = {fact.key for fact in SMALL.all_facts}
    assert keys == {"due", "done", "fires", "spent", "allowed", "office_count"}
    assert SMALL.addresses["unit_name"] == "unit.name"
    assert SMALL.addresses["executed"] == "budget.executed"
    assert SMALL.by_id["fires"].number == 2


def test_the_report_tells_indicators_with_their_numbers_and_other_pages_without() -> None:
    told = [page.numbered for page in small_form().pages[:3]]
    assert told == ["单位信息", "预算执行", "1.指标cases"]
