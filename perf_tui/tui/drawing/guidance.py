"""What F1 says: the page and the field one is in, then the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from perf_tui.core.form import Field, Form, Page
from perf_tui.tui.drawing.marks import Marks
from perf_tui.tui.drawing.rows import Piece, Row, pad, wrap
from perf_tui.tui.keys import DEFAULTS, Action

WALKING = (
    ("Enter", "这一栏填好了，到下一栏；最后一栏之后到下一项"),
    ("上 下 Tab", "上一栏、下一栏"),
    ("Esc", "回到任务清单；在对话框里是关闭"),
)
KEY = 20


def guidance_rows(
    form: Form,
    address: str | None,
    width: int,
    marks: Marks,
    actions: Iterable[Action] = DEFAULTS,
) -> list[Row]:
    """Guidance for the place one is in, and all keys."""
    texts = [] if address is None else list(_about(form, address))
    rows: list[Row] = [(Piece(line),) for text in texts for line in wrap(marks.spell(text), width)]
    return [*rows, (), (Piece("按键", "heading"),), *_keys(actions, width, marks)]


def _about(form: Form, address: str) -> Iterator[str]:
    field, page = form.fields[address], form.home_of[address]
    yield page.title
    yield _page_guidance(form, page)
    yield ""
    yield f"本栏：{field.label}" + (f"（{field.unit}）" if field.unit else "")
    yield from filter(None, (field.hint, field.source and f"出处：{field.source}", _range(field)))
    wanted = form.by_id[page.id].evidence if page.kind == "indicator" else ()
    if wanted:
        yield "应备佐证：" + "、".join(evidence.title for evidence in wanted)


def _page_guidance(form: Form, page: Page) -> str:
    if page.kind == "indicator":
        return form.by_id[page.id].guidance
    return form.by_key[page.id].guidance if page.kind == "section" else ""


def _range(field: Field) -> str:
    if not field.numeric or field.maximum is None:
        return ""
    return f"应在 {field.minimum} 到 {field.maximum}{field.unit} 之间"


def _keys(actions: Iterable[Action], width: int, marks: Marks) -> Iterator[Row]:
    named = [(action.key_names, f"{action.label}：{action.words}") for action in actions]
    for key, words in (*WALKING, *named):
        for n, line in enumerate(wrap(marks.spell(words), width - KEY)):
            yield Piece(pad(key if n == 0 else "", KEY), "active"), Piece(line)
