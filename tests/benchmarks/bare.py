"""The yardstick: a Textual program with three panes, stock widgets and no work to do."""

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Input, OptionList, Static

MARKER = "三栏"


class Bare(App[None]):
    """A list of 25 rows, a form of 12 inputs and a panel, with the stock footer."""

    CSS = "OptionList { width: 24; } #form { width: 1fr; } #panel { width: 20; }"
    BINDINGS = [("f2", "save", "保存"), ("f5", "check", "核对"), ("f10", "quit", "离开")]

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield OptionList(*(f"{number:2} 指标" for number in range(1, 26)))
            with VerticalScroll(id="form"):
                for number in range(1, 13):
                    yield Input(placeholder=f"数据 {number}")
            yield Static(MARKER, id="panel")
        yield Footer()

    def on_mount(self) -> None:
        self.query(Input).first().focus()


if __name__ == "__main__":
    Bare().run()
