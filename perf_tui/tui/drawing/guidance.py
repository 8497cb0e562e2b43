"""The guidance that F1 shows: the current page and field, then the keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from perf_tui.core.form import Form, Page
from perf_tui.showing.glyphs import Glyphs
from perf_tui.showing.guidance import about_field, about_page, wanted_evidence
from perf_tui.tui.drawing.rows import DrawnRow, Piece, beside, wrap
from perf_tui.tui.keys.bindings import DEFAULTS, Action, key_names


class Guide(NamedTuple):
    """What is done on a screen, step by step, and the keys that it has by itself."""

    steps: tuple[str, ...]
    keys: tuple[tuple[str, str], ...]


YEAR = Guide(
    (
        "怎样做一年的自评",
        "1. 选一项按 Enter，逐栏填；填好一栏按 Enter，填完一项自动到下一项。",
        "2. {next_problem} 到下一处问题或空白，{check} 列出还要改的地方。",
        "3. 没有要改的了，{finish} 定稿，{export} 导出 Word 报告（内部稿或公开稿）。",
        "4. {leave} 保存并离开，下次打开回到离开的那一栏。",
        "哪一栏不明白，在那一栏按 {guidance}。",
    ),
    (
        ("Enter", "这一栏填好了，到下一栏；最后一栏之后到下一项；大段文字里是换行"),
        ("上 下 Tab", "上一栏、下一栏"),
        ("序号", "在任务清单里直接打开那一项；输名称或拼音首字母就去找"),
        ("Home End", "到段首、段尾；加 Ctrl 到全文的开头、末尾"),
        ("Ctrl+A", "全选这一栏，输入就替换"),
        ("Esc", "回到任务清单；在对话框里是关闭"),
    ),
)
INDICATORS = Guide(
    (
        "怎样建指标表",
        "1. 有批复的绩效目标表，连表头复制、粘贴到这里；或按 {read_table} 读文件。",
        "2. 没有就按 Insert 逐项加，填指标名称、指标值、权重；常见的指标按 {pick} 从指标库选。",
        "3. 权重合计要等于应有的分值，还差多少看屏幕下方；Ctrl+U 把剩下的分摊给没有权重的指标。",
        "4. 按 Esc 回任务清单，逐项填完成情况。",
        "分值、等级与本地财政局的规定不同，按 {scheme} 改评分方案。",
    ),
    (
        ("Enter", "改光标所在的指标"),
        ("Insert Ctrl+A", "在光标下面加一项"),
        ("Delete Ctrl+X", "删去光标所在的指标"),
        ("Ctrl+W", "照光标所在的指标加一项"),
        ("Shift+上 Shift+下", "把光标所在的指标上移、下移"),
        ("Ctrl+U", "把剩下的分摊给没有权重的指标"),
        ("Esc", "回到任务清单"),
    ),
)
KEY = 20


def guidance_rows(
    form: Form,
    place: tuple[Page, str] | None,
    width: int,
    glyphs: Glyphs,
    actions: Iterable[Action] = DEFAULTS,
    *,
    last: str = "",
    guide: Guide = YEAR,
) -> list[DrawnRow]:
    """Return guidance for the page and address in `place`, then all keys.

    `last` is last year's answer there, empty if there is none. Where `place` is None, the steps of
    the `guide` are told: on the task list, how a year is done from beginning to end.
    """
    texts = steps(actions, guide) if place is None else list(_about(form, *place, last))
    rows: list[DrawnRow] = [
        (Piece(line),) for text in texts for line in wrap(glyphs.spell(text), width)
    ]
    return [*rows, (), (Piece("按键", "heading"),), *_keys(actions, width, glyphs, guide)]


def steps(actions: Iterable[Action], guide: Guide = YEAR) -> list[str]:
    """Return the steps of a guide, with the keys in force."""
    keys = key_names(actions)
    return [step.format_map(keys) for step in guide.steps]


def _about(form: Form, page: Page, address: str, last: str) -> Iterator[str]:
    yield page.title
    yield about_page(form, page)
    yield ""
    yield from about_field(form.fields[address])
    if wanted := wanted_evidence(form, page):
        yield wanted
    if last:
        yield from ("", *f"上年：{last}".split("\n"))


def _keys(
    actions: Iterable[Action], width: int, glyphs: Glyphs, guide: Guide
) -> Iterator[DrawnRow]:
    named = [(action.key_names, f"{action.label}：{action.words}") for action in actions]
    for key, words in (*guide.keys, *named):
        yield from beside(Piece(key, "active"), Piece(glyphs.spell(words)), KEY, width)
