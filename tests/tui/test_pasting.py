"""What a terminal sends, cut into pieces anywhere, keeps its pastes in one piece."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.tui.pasting import END, START, PasteFilter

SENT = st.lists(st.sampled_from([START, END, "\x1b", "\x1b[A", "\x1b[2", "[201~", "甲", "乙\n"]))


def passed(pieces: list[str]) -> str:
    paste_filter = PasteFilter()
    return "".join(map(paste_filter.pass_on, pieces))


@pytest.mark.parametrize(
    ("sent", "wanted"),
    [
        ("\x1b[A甲\x1b", "\x1b[A甲\x1b"),
        (f"{START}甲{END}\x1b[A", f"{START}甲{END}\x1b[A"),
        (f"{START}甲\x1b[31m乙\x1b\x07{END}", f"{START}甲\x1a[31m乙\x1a\x07{END}"),
        (f"{START}\x1b{END}{START}\x1b[201m{END}", f"{START}\x1a{END}{START}\x1a[201m{END}"),
        (f"{START}{START}{END}", f"{START}\x1a[200~{END}"),
    ],
)
def test_an_escape_is_replaced_only_within_a_paste(sent: str, wanted: str) -> None:
    assert passed([sent]) == wanted
    assert passed(list(sent)) == wanted


@given(SENT, st.data())
def test_it_does_not_matter_where_the_pieces_are_cut(sent: list[str], data: st.DataObject) -> None:
    text = f"{''.join(sent)}{END}"
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pieces = [text[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert passed(pieces) == passed([text])
