"""Typed and pasted text without the characters nobody can see."""

import re
from unicodedata import category

_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
# What a terminal obeys or draws as nothing, line and paragraph separators among it.
_UNSEEN_CATEGORIES = _HIDDEN_CATEGORIES | {"Zl", "Zp"}
# Not characters at all, and not allowed in XML, so they could never reach a Word file.
_NONCHARACTERS = frozenset("\ufffe\uffff")
_SPACES_AND_HIDDEN = "".join(
    map(
        chr,
        (
            *range(0x21),
            *range(0x7F, 0xA1),
            *(0xAD, 0x1680, 0x180E),
            *range(0x2000, 0x2010),
            *range(0x2028, 0x2030),
            *range(0x205F, 0x2070),
            *(0x3000, 0xFEFF),
        ),
    )
)
# The name of a file whose bytes are no UTF-8 reaches Python with a stand-in for each such byte.
_BYTE = re.compile("[\udc80-\udcff]")
_BYTES = re.compile("[!-~\x80-\u07ff\udc80-\udcff]+")
_QUOTED_LENGTH = 20
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％", "0123456789%")
_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")


def clean_text(text: str) -> str:
    """`text` without zero-width, bidi and control characters.

    Line breaks of every kind become "\\n", a tab becomes a space.
    """
    if text.isprintable():
        return text
    text = _LINE_BREAK.sub("\n", text).replace("\t", " ")
    return "".join(char for char in text if char == "\n" or not _is_hidden(char))


def half_width(text: str) -> str:
    """`text` with digits, their points and percent signs as print has them (GB/T 15835)."""
    return _POINT.sub(".", text.translate(_HALF_WIDTH))


def hides_something(text: str) -> bool:
    """Whether cleaning takes anything away but the kind of its line breaks and tabs."""
    if text.isprintable():
        return False
    return any(_is_hidden(char) for char in _LINE_BREAK.sub("\n", text) if char not in "\n\t")


def _is_hidden(char: str) -> bool:
    return category(char) in _HIDDEN_CATEGORIES or char in _NONCHARACTERS


def with_marks(text: str) -> str:
    r"""`text` with a mark that can be seen for every character that cannot: \u202e.

    Line feeds stay. The marks are those of JSON, so that they may stand in it, too. The name of a
    file that an old program has named in GBK is read as that.
    """
    if _BYTE.search(text):
        text = _BYTES.sub(lambda found: _read(found[0]), text)
    return "\n".join(map(_line_with_marks, text.split("\n")))


def _line_with_marks(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(_mark(char) if category(char) in _UNSEEN_CATEGORIES else char for char in line)


def _read(name: str) -> str:
    """What stands for bytes as the characters that they are; unchanged where they are none."""
    content = name.encode("utf-8", "surrogateescape")
    for encoding in ("utf-8", "gbk"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return name


def _mark(char: str) -> str:
    halves = char.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{halves[at : at + 4]}" for at in range(0, len(halves), 4))


def trimmed(text: str) -> str:
    """`text` without spaces of any width and invisible characters at both ends."""
    return text.strip(_SPACES_AND_HIDDEN)


def quoted(text: str) -> str:
    """`text` in 「」 as a message shows it: one line, at most 20 characters."""
    # Cleaning shortens, so look a little further than what is shown, but never at a whole paste.
    line = clean_text(text[: _QUOTED_LENGTH * 4]).replace("\n", " ")
    if len(line) <= _QUOTED_LENGTH:
        return f"「{line}」"
    return f"「{line[: _QUOTED_LENGTH - 1]}…」"
