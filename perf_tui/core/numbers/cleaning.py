"""Typed and pasted text without invisible characters."""

import re
from unicodedata import category

_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_HIDDEN_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
# What a terminal obeys or draws as nothing, including line and paragraph separators.
_UNSEEN_CATEGORIES = _HIDDEN_CATEGORIES | {"Zl", "Zp"}
# They are no characters and not allowed in XML, so they could never reach a Word file.
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
# In the name of a file, Python puts one of these in place of each byte that is no UTF-8.
_BYTE = re.compile("[\udc80-\udcff]")
_BYTES = re.compile("[!-~\x80-\u07ff\udc80-\udcff]+")
_QUOTED_LENGTH = 20
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％", "0123456789%")
_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")


def clean_text(text: str) -> str:
    """Return the text without zero-width, bidi and control characters.

    Line breaks of every kind become "\\n", and a tab becomes a space.
    """
    if text.isprintable():
        return text
    text = _LINE_BREAK.sub("\n", text).replace("\t", " ")
    return "".join(char for char in text if char == "\n" or not _is_hidden(char))


def half_width(text: str) -> str:
    """Return the text with digits, their points and percent signs half-width (GB/T 15835)."""
    return _POINT.sub(".", text.translate(_HALF_WIDTH))


def hides_something(text: str) -> bool:
    """Whether cleaning would remove a character. Converted line breaks and tabs do not count."""
    if text.isprintable():
        return False
    return any(_is_hidden(char) for char in _LINE_BREAK.sub("\n", text) if char not in "\n\t")


def _is_hidden(char: str) -> bool:
    return category(char) in _HIDDEN_CATEGORIES or char in _NONCHARACTERS


def with_marks(text: str) -> str:
    r"""Return the text with a visible mark, such as \u202e, for every invisible character.

    Line feeds stay. The marks are those of JSON, so that they may stand in JSON as well. The name
    of a file from an old program that wrote GBK is read as such.
    """
    if _BYTE.search(text):
        text = _BYTES.sub(lambda found: _read(found[0]), text)
    return "\n".join(map(_line_with_marks, text.split("\n")))


def _line_with_marks(line: str) -> str:
    if line.isprintable():
        return line
    return "".join(_mark(char) if category(char) in _UNSEEN_CATEGORIES else char for char in line)


def _read(name: str) -> str:
    """Return the characters meant by stand-ins for bytes, or the name as it is if none are."""
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
    """Return the text without spaces of any width and invisible characters at both ends."""
    return text.strip(_SPACES_AND_HIDDEN)


def quoted(text: str) -> str:
    """Return the text in 「」 for a message: one line of at most 20 characters."""
    # Cleaning shortens the text, so more is cleaned than is shown, but never a whole paste.
    line = clean_text(text[: _QUOTED_LENGTH * 4]).replace("\n", " ")
    if len(line) <= _QUOTED_LENGTH:
        return f"「{line}」"
    return f"「{line[: _QUOTED_LENGTH - 1]}…」"
