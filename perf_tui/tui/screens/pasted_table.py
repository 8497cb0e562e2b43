"""What was understood of a table of targets, and what becomes of the indicators with it."""

from __future__ import annotations

from collections.abc import Iterator

from textual.binding import Binding
from textual.widget import Widget

from perf_tui.editing.merging import Merge
from perf_tui.reader.targets import TargetTable
from perf_tui.showing.glyphs import Glyphs
from perf_tui.tui.drawing.pasted_table import MOST_SAID, merge_rows, said_rows
from perf_tui.tui.drawing.rows import Piece, Role, clip
from perf_tui.tui.screens.dialog import Dialog
from perf_tui.tui.widgets.choices import ChoiceRows, ChoiceScroll
from perf_tui.tui.widgets.rows import Rows

NO_OTHER = "这一行没有别的认法"
KEYS = "Enter 并入指标表  空格 换一种认法  Delete 表上没有的删去或留着  Esc 不并"
NONE_MISSING = "表上没有的指标一项也没有"


class PastedTableDialog(Dialog[Merge]):
    """Shows what becomes of each row of a table. The result is the merge to do.

    `source` says where the table comes from: that it was pasted, or the name of its file.
    """

    BINDINGS = [
        Binding("enter", "take", show=False, priority=True),
        Binding("space", "turn", show=False),
        Binding("delete,ctrl+x", "drop", show=False),
    ]
    keys = "Enter 加进指标表  上下键翻看  Esc 不加"
    about = "表格里认出了什么，指标表会怎样变；并入以后可以逐项改，也可以撤销"

    def __init__(self, table: TargetTable, merge: Merge, glyphs: Glyphs, source: str) -> None:
        super().__init__(f"{source}：{len(table.indicators)} 项指标")
        self._table, self._merge, self._glyphs = table, merge, glyphs
        if merge.form.indicators:
            self.keys = KEYS

    def compose_body(self) -> Iterator[Widget]:
        """Yield the columns, the rows, and what is said of the one under the cursor."""
        yield Rows(id="pasted-columns")
        with ChoiceScroll(classes="dialog-body"):
            yield ChoiceRows()
        yield Rows(id="pasted-said")

    def on_mount(self) -> None:
        """Focus the rows, and let what is said follow their cursor."""
        super().on_mount()
        choices = self.query_one(ChoiceRows)
        self.set_focus(choices)
        self.watch(choices, "cursor", self._say_more, init=False)

    def on_resize(self) -> None:
        """Draw for the present width."""
        super().on_resize()
        self._draw()

    def action_take(self) -> None:
        """Merge the table as it is shown."""
        self.dismiss(self._merge)

    def action_turn(self) -> None:
        """Take the row under the cursor for another indicator, or keep or remove what it names."""
        merge, place = self._merge, self.query_one(ChoiceRows).cursor
        missing = merge.missing[max(0, place - len(merge.rows)) :][:1]
        if place < len(merge.rows):
            self._go_on_with(merge.turned(place), NO_OTHER)
        elif missing:
            dropped = merge.dropped.symmetric_difference({missing[0].id})
            self._go_on_with(merge.dropping(*dropped), NO_OTHER)
        else:
            self.no_effect("space")

    def action_drop(self) -> None:
        """Remove all that the table lacks, or keep them."""
        missing = [one.id for one in self._merge.missing]
        dropped = () if self._merge.dropped else missing
        self._go_on_with(self._merge.dropping(*dropped), NONE_MISSING)

    def _go_on_with(self, merge: Merge, otherwise: str) -> None:
        same = (merge.same, merge.dropped) == (self._merge.same, self._merge.dropped)
        self._merge = merge
        self._draw()
        if same:
            self.say(otherwise)
        else:
            self.go_on()

    def _draw(self) -> None:
        width = self.query_one(ChoiceScroll).size.width - 1
        columns = "　".join(f"{one.heading}→{one.meaning}" for one in self._table.columns)
        said: list[tuple[str, Role]] = [(columns, "dim")]
        said += [(note, "warning") for note in self._table.notes]
        spelled = ((clip(self._glyphs.spell(words), max(1, width)), role) for words, role in said)
        self.query_one("#pasted-columns", Rows).show([(Piece(*one),) for one in spelled])
        rows = merge_rows(self._table, self._merge, width, self._glyphs)
        self.query_one(ChoiceRows).show(rows)
        self._say_more()

    def _say_more(self) -> None:
        place, width = self.query_one(ChoiceRows).cursor, self.query_one(ChoiceScroll).size.width
        said = said_rows(self._merge, place, width - 1, self._glyphs)
        self.query_one("#pasted-said", Rows).show([*said, *[()] * (MOST_SAID - len(said))])
