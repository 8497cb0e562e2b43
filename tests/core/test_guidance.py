"""What a page is about, in the form's own words."""

import pytest

from perf_tui.showing.guidance import about_field, about_page, wanted_evidence
from support.forms import small_form
from support.samples import township

FORM = township("township")


def test_indicators_and_sections_say_what_they_ask_for_and_other_pages_say_nothing() -> None:
    told = {page.kind: about_page(FORM, page) for page in FORM.pages}
    assert told["indicator"]
    assert told["section"]
    assert not any(words for kind, words in told.items() if kind not in ("indicator", "section"))


def test_only_indicators_want_evidence() -> None:
    wanted = {page.kind: wanted_evidence(FORM, page) for page in FORM.pages}
    assert [kind for kind, words in wanted.items() if words] == ["indicator"]
    assert wanted["indicator"].startswith("应备佐证：")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("facts.due", ["本栏：应办件数（件）", "出处：台账"]),
        ("facts.done", ["本栏：办结件数（件）", "年底的数"]),
        ("unit.name", ["本栏：单位名称"]),
    ],
)
def test_a_field_says_what_belongs_into_it_and_where_that_is_found(
    address: str, told: list[str]
) -> None:
    assert list(about_field(small_form().fields[address])) == told


def test_a_field_with_bounds_says_its_range() -> None:
    field = FORM.fields["indicators.medical_insurance.actual"]
    assert list(about_field(field))[-1] == "应在 0 到 100% 之间"
