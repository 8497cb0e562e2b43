"""The command about the table of indicators: listing, adding, changing, ordering, taking."""

from __future__ import annotations

from collections.abc import Callable

from perf_tui.cli.prompts import picking
from perf_tui.cli.prompts.hearing import hear_passage
from perf_tui.cli.prompts.target_files import read_in, take
from perf_tui.cli.prompts.walk import Walk
from perf_tui.cli.prompts.words import faults_at
from perf_tui.core.form import Indicator
from perf_tui.core.form.own import own_at
from perf_tui.editing import defining, weighing
from perf_tui.showing.indicators import goal_words, weight_words

HOW = (
    "在 .指标 后面写：加 名称/指标值/权重，如 加 培训人次/≥80人次/10；"
    "改 序号 栏名 内容，如 改 3 权重 5；删、上移、下移 加序号；分摊；粘贴；读入 文件；"
    "看 序号，列出各栏；库 词 序号，从指标库加；选用 序号 栏名 词 序号，用别处已有的数"
)
LABELS = {
    "名称": "name",
    "指标值": "target",
    "权重": "weight",
    "单位": "unit",
    "性质": "sign",
    "一级指标": "category",
    "二级指标": "subcategory",
    "核心": "core",
    "上年": "before",
    "方法": "method",
    "说明": "guidance",
    "句式": "sentence",
}


def indicators(walk: Walk, _place: int, typed: str) -> None:
    """Do what is typed behind the command and say the table; without anything, say how, too."""
    word, _blank, rest = typed.partition(" ")
    if word:
        do = DO.get(word)
        if do is None:
            walk.say(HOW)
            return
        do(walk, rest.strip())
    _say_table(walk)
    if not word:
        walk.say(HOW)


def _say_table(walk: Walk) -> None:
    form = walk.open_year.form
    for one in form.indicators:
        levels = "·".join(filter(None, (one.category, one.subcategory)))
        said = (str(one.number), one.name, goal_words(one), weight_words(one), levels)
        walk.say("，".join(filter(None, said)))
    walk.say(weighing.points_words(form))


def _add(walk: Walk, typed: str) -> None:
    parts = [part.strip() for part in typed.split("/")]
    ident = defining.add(walk.open_year).split(".")[1]
    for key, text in zip(("name", "target", "weight"), parts, strict=False):
        _fill(walk, ident, key, text)


def _change(walk: Walk, typed: str) -> None:
    one, key, text = _field_in(walk, typed)
    if one is None or not key:
        walk.say(f"没有这一项，或没有这一栏；栏名有 {'、'.join(LABELS)}，其他的用 看 列出")
        return
    defining.change(walk.open_year, one.id)
    _fill(walk, one.id, key, text)


def _use(walk: Walk, typed: str) -> None:
    one, key, text = _field_in(walk, typed)
    picking.use(walk, own_at(one.id, key) if one else "", text)


def _field_in(walk: Walk, typed: str) -> tuple[Indicator | None, str, str]:
    """Return the indicator whose number is typed, the property behind it, and the rest."""
    number, _, rest = typed.partition(" ")
    label, _, text = rest.strip().partition(" ")
    one = _at(walk, number)
    key = LABELS.get(label) or (_labels(walk, one.id).get(label, "") if one else "")
    return one, key, text.strip()


def _labels(walk: Walk, ident: str) -> dict[str, str]:
    """Return label → property of everything that the definition of an indicator asks for."""
    form = walk.open_year.form
    pages = (page for page in form.definitions if page.id == own_at(ident, "")[:-1])
    return {form.fields[at].label: at.split(".")[2] for page in pages for at in page.addresses}


def _look(walk: Walk, ident: str) -> None:
    fields, texts = walk.open_year.form.fields, walk.open_year.session.year.texts
    for label, key in _labels(walk, ident).items():
        address = own_at(ident, key)
        walk.say(f"{label}：{texts.get(address) or fields[address].fallback}")


def _fill(walk: Walk, ident: str, key: str, text: str) -> None:
    """Fill a property in and say what is wrong with it; the table says what the weights make."""
    address = own_at(ident, key)
    walk.open_year.type(address, text)
    walk.open_year.leave(address)
    walk.say_all(faults_at(walk.open_year, address, but="weights-sum"))


def _with(act: Callable[[Walk, str], None]) -> Callable[[Walk, str], None]:
    """Return the act on the indicator whose number is typed."""

    def do(walk: Walk, typed: str) -> None:
        one = _at(walk, typed)
        if one is None:
            walk.say("没有这一项，序号看下面")
        else:
            act(walk, one.id)

    return do


def _paste(walk: Walk, _: str) -> None:
    """Read a table that is typed or pasted line by line, up to a single dot."""
    from perf_tui.reader.targets import read_pasted

    walk.say("把表格一行一行贴进来，栏与栏之间用制表符或 | 隔开，最后单独一行“.”")
    lines: list[str] = []
    hear_passage(lines, cells=True)
    take(walk, read_pasted("\n".join(lines)))


def _at(walk: Walk, typed: str) -> Indicator | None:
    found = (one for one in walk.open_year.form.indicators if str(one.number) == typed)
    return next(found, None)


DO: dict[str, Callable[[Walk, str], None]] = {
    "加": _add,
    "改": _change,
    "删": _with(lambda walk, ident: walk.say(defining.remove(walk.open_year, ident))),
    "上移": _with(lambda walk, ident: defining.move(walk.open_year, ident, -1)),
    "下移": _with(lambda walk, ident: defining.move(walk.open_year, ident, 1)),
    "看": _with(_look),
    "库": picking.library,
    "选用": _use,
    "分摊": lambda walk, _: walk.say(weighing.share_out(walk.open_year)),
    "粘贴": _paste,
    "读入": read_in,
}
