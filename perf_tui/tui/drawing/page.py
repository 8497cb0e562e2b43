"""One page of the form drawn as rows, with the places where its fields are typed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

from perf_tui.core.answers.items import Items
from perf_tui.core.answers.readings import as_words
from perf_tui.core.evaluation.last_answers import last_words
from perf_tui.core.findings.finding import Finding
from perf_tui.core.form import Field, Page
from perf_tui.core.form.own import slot_at
from perf_tui.core.numbers import Number, read_back
from perf_tui.core.session import Change
from perf_tui.core.wording.punctuation import stopped
from perf_tui.core.wording.sentences import facts_wanted
from perf_tui.showing.blocks import Block, blocks_of
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.rows import DrawnRow, Piece, Role, clip, numbered, pad, width_of, wrap

LABEL, NARROW = 24, 48
FIGURE = 22
INDENT = 2
UNDER = 4
TALLEST_EDITOR = 8
LAST_LINES = 2
REWRITE = "不改写就照此印出；按 {rewrite} 在此基础上改写。"


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a field's value stands, in cells from the upper left corner of the drawn page.

    `below` is the number of rows right under the value that are about the field.
    """

    x: int
    y: int
    width: int
    height: int
    below: int = 0


@dataclass(frozen=True, slots=True)
class PageView:
    """What is to be drawn: a page, the address of the active field, and the findings to show.

    `keys` maps an action's name to the key that texts name. `tallest` is the largest height of an
    editor in rows.
    """

    change: Change
    page: Page
    active: str
    found: Collection[Finding]
    width: int
    glyphs: Glyphs
    keys: Mapping[str, str]
    tallest: int = TALLEST_EDITOR

    @property
    def column(self) -> int:
        """The column of the values, which stand beside the labels or, if narrow, below them."""
        return LABEL if self.width >= NARROW else INDENT

    @property
    def under(self) -> int:
        """The indent in cells of remarks below a field."""
        return min(UNDER, self.column)

    def field(self, address: str) -> Field:
        """Return the form's field at an address."""
        return self.change.evaluation.form.fields[address]

    def shows(self, address: str) -> bool:
        """Whether a field is on the page: it is asked for, or it is the active one."""
        texts = self.change.evaluation.year.texts
        return address == self.active or self.field(address).asked(texts)

    def wants(self, shown: Field) -> bool:
        """Whether the report needs a field of this page."""
        section = self.change.evaluation.form.by_key.get(self.page.id)
        named = facts_wanted(self.change.evaluation, section) if section else ()
        return shown.required or shown.address in named

    def findings(self, address: str) -> Iterator[Finding]:
        """Yield the findings to show at a field. Accepted ones stand at their own field only."""
        for finding in self.found:
            said_elsewhere = finding.accepted and finding.field != address
            if address in finding.places and not said_elsewhere:
                yield finding


@dataclass(slots=True)
class PageLayout:
    """The rows of a page, and the slot of each address in the order in which Enter walks them."""

    rows: list[DrawnRow] = field(default_factory=list)
    slots: dict[str, Slot] = field(default_factory=dict)


def field_at(layout: PageLayout, y: int) -> str | None:
    """Return the address of the field whose value or remarks are in row `y`, else None."""
    rows = (
        (address, range(slot.y, slot.y + slot.height + slot.below))
        for address, slot in layout.slots.items()
    )
    return next((address for address, its in rows if y in its), None)


def lay_out_page(view: PageView) -> PageLayout:
    """Return a page drawn block by block, with what the fields of each block result in."""
    layout = PageLayout()
    on_page = set(view.page.addresses)
    view = replace(view, found=[one for one in view.found if not on_page.isdisjoint(one.places)])
    for block in blocks_of(view.change.evaluation, view.page):
        _draw_block(layout, view, block)
    return layout


def _draw_block(layout: PageLayout, view: PageView, block: Block) -> None:
    spell = view.glyphs.spell
    if block.heading:
        layout.rows.append(())
    if block.heading not in ("", view.page.title):  # the page's own title stands above
        layout.rows.append((Piece(f" {spell(block.heading)}", "heading"),))
    for text, role in block.intro:
        layout.rows += _lines(spell(text), view.width, role)
    if block.generated:
        layout.rows += _lines(REWRITE.format_map(view.keys), view.width, "dim")
    for address in filter(view.shows, block.addresses):
        _draw_field(layout, view, address)
    for label, text in block.results:
        layout.rows += _labelled(spell(label), spell(text), view)


def _draw_field(layout: PageLayout, view: PageView, address: str) -> None:
    shown = view.field(address)
    active = address == view.active
    text = view.change.evaluation.year.text(address)
    slot, lines = _measure(view, shown, text, active)
    glyphs = f"{'>' if active else ' '}{'*' if view.wants(shown) else ' '}"
    label = f"{glyphs}{indent_of(shown)}{shown.label}"
    beside = Piece(view.glyphs.spell(label), "active" if active else "label")
    if width_of((beside,)) > view.column - 1:
        layout.rows.append((beside,))
        beside = Piece("")
    layout.slots[address] = replace(slot, y=len(layout.rows))
    unit = Piece("" if shown.wordy else f" {shown.unit}", "dim")
    for n, line in enumerate([""] * slot.height if active else lines):
        value = Piece(pad(line, slot.width), "value") if text or active else _blank(shown, slot)
        first = (Piece(pad(beside.text, view.column), beside.role), value, unit)
        layout.rows.append(first if n == 0 else (Piece(" " * view.column), value))
    if active:
        for words in _under(view, shown):
            layout.rows += _lines(view.glyphs.spell(words), view.width, "dim", view.under)
    if active or shown.group == "definition":
        layout.rows += _last_passage(view, shown)
    # Several findings may point to the same field with the same words, which are shown once.
    found = (tuple(_finding_rows(finding, address, view)) for finding in view.findings(address))
    for rows in dict.fromkeys(found):
        layout.rows += rows
    slot = layout.slots[address]
    layout.slots[address] = replace(slot, below=len(layout.rows) - slot.y - slot.height)


def indent_of(shown: Field) -> str:
    """Return the indent of a field about the thing it waits for, such as a document's date."""
    key = shown.address.split(".")[-1]
    return "  " if any(at.split(".")[-1] == key for at in shown.after) else ""


def _measure(view: PageView, shown: Field, text: str, active: bool) -> tuple[Slot, list[str]]:
    """Return the field's slot, still without its row, and its text in lines that fit it."""
    room = view.width - view.column - 2
    if not shown.wordy:
        return Slot(view.column, 0, min(FIGURE, room), 1), [text]
    lines = wrap(text if active else view.glyphs.spell(text), room - 1)
    return Slot(view.column, 0, room, min(view.tallest, len(lines) + active)), lines


def _blank(shown: Field, slot: Slot) -> Piece:
    why = "默认" if shown.group == "definition" else "表定"
    words = f"{shown.fallback}（{why}）" if shown.fallback else "____"
    return Piece(pad(clip(words, slot.width), slot.width), "dim")


def _under(view: PageView, shown: Field) -> Iterator[str]:
    """Yield the lines under the active field: what was understood, last year's answer, the source.

    They share one line if they fit into it. A figure always has one, so that the rest of the page
    does not jump at the first key.
    """
    before = "" if shown.wordy else last_words(view.change.evaluation, shown.address)
    source = f"出处：{shown.source}" if shown.source else ""
    said = [*filter(None, (_understood(view, shown), before and f"上年 {before}", source))]
    line = "  ".join(said)
    if width_of((Piece(line),)) > view.width - view.under - 1:
        yield from said
    elif line or not shown.wordy:
        yield line


def _understood(view: PageView, shown: Field) -> str:
    """Return how the text was understood, or else what to type."""
    reading = view.change.evaluation.readings.by_address[shown.address]
    if isinstance(reading, Number):
        return read_back(reading, shown.unit)
    if shown.kind == "choice":
        return "\n".join(numbered(shown.choices, view.width - view.under - 1))
    if shown.kind == "date" and (words := as_words(reading)):
        return f"= {words}"
    if isinstance(reading, Items):
        return f"= {len(reading.names)} 项"
    if slot_at(shown.address):
        return f"{shown.hint}；别处已有的数按 {view.keys['pick']} 选用"
    if shown.kind != "paragraph":
        return shown.hint
    # A passage's hint stands at the top of its page already.
    later = "先不写" if shown.required else "不写"
    enter = "Enter 换行" if reading else f"{later}就按 Enter 跳过"
    return f"{enter}，Tab 下一栏，{view.keys['next_page']} 下一项"


def _last_passage(view: PageView, shown: Field) -> Iterator[DrawnRow]:
    """Yield the beginning of last year's passage, or what last year's definition said otherwise."""
    beside = shown.wordy or (shown.group == "definition" and shown.address != view.active)
    words = beside and last_words(view.change.evaluation, shown.address)
    if words:
        cells = view.width - view.under - 1
        found = view.glyphs.spell(f"上年：{words.replace(chr(10), ' ')}")
        lines = wrap(found, cells)
        rest = "".join(lines[LAST_LINES - 1 :])
        for line in (*lines[: LAST_LINES - 1], clip(rest, cells)):
            yield Piece(" " * view.under), Piece(line, "dim")


def _finding_rows(finding: Finding, address: str, view: PageView) -> Iterator[DrawnRow]:
    """Yield what is wrong and what to do. Fields that only take part point to the finding's own."""
    role: Role = "error" if finding.severity == "error" else "warning"
    mark = view.glyphs.problem if role == "error" else view.glyphs.question
    words = f"{finding.sentence}{_answers(finding, view.keys)}"
    if finding.accepted:
        change = f"（{view.keys['accept']} 修改）"
        mark, role = view.glyphs.done, "dim"
        words = f"{stopped(finding.message)}已说明：{finding.accepted}{change}"
    if finding.field not in (address, None):
        words = _pointing(finding.field, view)
    yield from _lines(view.glyphs.spell(f"{mark} {words}"), view.width, role, view.under)


def _pointing(address: str, view: PageView) -> str:
    """Return a pointer to the field where the finding is shown, on this page or another."""
    elsewhere = address not in view.page.addresses
    page = f"“{view.change.evaluation.form.home_of[address].title}”中" if elsewhere else ""
    return f"见{page}“{view.field(address).label}”一栏的提醒"


def _answers(finding: Finding, keys: Mapping[str, str]) -> str:
    """Return the keys that answer a warning on the spot, empty for other findings."""
    if finding.severity != "warning":
        return ""
    if finding.suggestion:
        return f"{keys['adopt']} 改为 {finding.suggestion}，{keys['accept']} 保留不改。"
    return f"情况属实就按 {keys['accept']} 说明。"


def _labelled(label: str, text: str, view: PageView) -> Iterator[DrawnRow]:
    beside = f"  {label}"
    if view.column < LABEL:
        yield (Piece(beside, "label"),)
        beside = ""
    for n, line in enumerate(wrap(text, view.width - view.column - 1)):
        yield Piece(pad(beside if n == 0 else "", view.column), "label"), Piece(line)


def _lines(text: str, width: int, role: Role, indent: int = INDENT) -> Iterator[DrawnRow]:
    for line in wrap(text, width - indent - 1):
        yield Piece(" " * indent), Piece(line, role)
