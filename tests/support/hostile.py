"""Texts that a terminal, Word, a spreadsheet or a markup reader would obey instead of showing."""

from __future__ import annotations

from unicodedata import category

from hypothesis import strategies as st

# Sequences of terminals, marks of direction, characters without width, half characters, no
# characters, markup of rich, of Textual, of Markdown and of HTML, formulas, templates.
PIECES = (
    *("\x1b[31m", "\x1b]0;pwned\x07", "\x1b]52;c;cHduZWQ=\x07", "\x1bc", "\x9b2J", "\x90q", "\x00"),
    *("\x07", "\x08", "\x0b", "\x0c", "\r", "\x7f", "\x85", "\x1a", "\t", "\n", "\r\n"),
    *("\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u2028", "\u2029"),
    *("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\U000e0041", "\u0301" * 9),
    *("\ufffe", "\uffff", "\U0001fffe", "\ue000"),
    *("[/", "[b]", "[/b]", "[@click=quit]", "[red on", "[link=file:///etc/passwd]", ":smile:"),
    *("=cmd|'/C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "＝1+1", "%0a=1", "'=1", '"', ",", ";"),
    *(
        "<script>",
        "&lt;",
        "]]>",
        "<!--",
        "| a |",
        "`",
        "**",
        "# ",
        "1. ",
        "[a](javascript:x)",
        "\\",
    ),
    *("{budget}", "{0}", "{{", "}}", "%s", "${x}", "../../x", "甲", "健龙镇", "3882万", "95.41"),
)
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=8).map("".join)
EVERYTHING = "甲".join(PIECES)
OBEYED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def obeyed_in(text: str, allowed: str = "\n") -> list[str]:
    """The characters that something would obey, or nobody would see."""
    return [char for char in text if category(char) in OBEYED and char not in allowed]
