"""What is no word of a text: marks that Word and its converters leave, and gaps of a draft."""

from __future__ import annotations

import re

STRAY = re.compile(
    r"""\[(?:bookmark|image|img|comment|endnote|footnote|ref)\s*:[^\[\]\n]{0,60}\]
    | 错误[!！]\s*(?:未找到引用源|未定义书签|使用“开始”选项卡)[。.]?
    | Error!\s*(?:Reference\ source\ not\ found|Bookmark\ not\ defined)\.?
    | \\\*\s*MERGEFORMAT
    | (?:HYPERLINK|PAGEREF|TOC)\s+\\?["\w][^\s，。]{0,80}
    | \b_(?:GoBack|Toc\d{6,12}|Ref\d{6,12}|Hlk\d{6,12})\b
    """,
    re.VERBOSE,
)


def without_strays(text: str) -> str:
    """Return the text, as long as before, with spaces for such marks."""
    return STRAY.sub(lambda found: " " * len(found[0]), text)


GAP = re.compile(r"〔[^〔〕\n]{1,30}〕")
"""A gap that this program prints where something is not filled in: 〔成文日期〕."""
