"""What a page and a field ask for, in the words of the form."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.form import Field, Form, Page
from perf_tui.core.form.scheme.changing import SCHEME
from perf_tui.core.numbers.rounding import plain

ABOUT_DEFINITION = "必填的只有指标名称、指标值、权重和一级指标，其他各栏需要时再填"
ABOUT_SCHEME = "照本地财政局的文件改，只管本年；空着的栏照默认的计分"


def about_page(form: Form, page: Page) -> str:
    """Return what a page asks for, or an empty string if its title says it all."""
    if page.kind == "indicator":
        return form.by_id[page.id].guidance
    if page.kind == "definition":
        return ABOUT_SCHEME if page.id == SCHEME else ABOUT_DEFINITION
    return form.by_key[page.id].guidance if page.kind == "section" else ""


def about_field(field: Field) -> Iterator[str]:
    """Yield what belongs in a field, where it is found, and its range.

    The hint of a passage is left out, because it is the guidance of its page.
    """
    yield f"本栏：{field.label}" + (f"（{field.unit}）" if field.unit else "")
    yield from filter(
        None,
        (
            field.kind != "paragraph" and field.hint,
            field.source and f"出处：{field.source}",
            _range(field),
        ),
    )


def wanted_evidence(form: Form, page: Page) -> str:
    """Return the documents wanted as proof of an indicator, or an empty string if none are."""
    wanted = form.by_id[page.id].evidence if page.kind == "indicator" else ()
    return "应备佐证：" + "、".join(one.title for one in wanted) if wanted else ""


def _range(field: Field) -> str:
    low, high = field.minimum, field.maximum
    if not field.numeric or low is None or high is None:
        return ""
    return f"应在 {plain(low)} 到 {plain(high)}{field.unit} 之间"
