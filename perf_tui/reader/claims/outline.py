"""The lines of a report as its outline has them: chapters, numbered headings, words, tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from perf_tui.core.claims.claims import Quote, ReportPart, Stated
from perf_tui.core.numbers.numerals import read_numerals
from perf_tui.reader.claims.spelling import NUMBER, half

Kind = Literal["chapter", "section", "numbered", "words", "row", "blank"]
NUMERAL = "[一二三四五六七八九十]{1,3}"
_CHAPTER = re.compile(rf"\s*(?P<printed>{NUMERAL})、\s*(?P<title>\S.*)")
_SECTION = re.compile(rf"\s*\((?P<printed>{NUMERAL})\)\s*、?\s*(?P<title>\S.*)")
# At the beginning of a line, 2024.05万元 is money and not the number of a heading.
_NUMBERED = re.compile(
    r"\s*(?:(?P<printed>\d{1,3})\s*[.、)](?!\d)|\((?P<inner>\d{1,3})\)|(?P<circled>[①-⑳])[、.]?"
    r"|(?:绩效)?指标\s*(?P<labelled>\d{1,3})\s*[:、.](?!\d))"
    r"\s*(?P<title>\S.*)"
)
_PRINTED = re.compile(rf"\(?(?:\d{{1,3}}|{NUMERAL})[.、)]\s*")
# （5分）, （权重5分）, （权重：5）, （5分，自评5分）
_WEIGHT = re.compile(
    rf"[(【\[][^()\d]{{0,8}}(?:(?P<number>{NUMBER})\s*(?P<unit>分)\s*(?:[，,；;][^()]{{0,20}})?"
    rf"|(?<=权重)\s*:?\s*(?P<number2>{NUMBER})\s*%?\s*)[)】\]]"
)
_PRINTED_AS = ("inner", "circled", "labelled", "printed")
LONGEST_TITLE = 60  # characters


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of a report and what it is; `number` counts from 1.

    `plain` is the text in half-width characters, as `half` returns it. `printed` is the number
    before its `title`, and `weight` the points in brackets behind it.
    """

    number: int
    text: str
    plain: str
    kind: Kind = "blank"
    title: str = ""
    printed: int | None = None
    weight: Stated | None = None

    @property
    def quote(self) -> Quote:
        """The line without the spaces around it."""
        return Quote(self.number, self.text.strip())

    @property
    def style(self) -> str:
        """The style of its number. The styles 1., （1） and ① are levels of their own."""
        first = self.plain.strip()[:1]
        if self.kind != "numbered" or first.isdecimal():
            return self.kind
        return "bracketed" if first == "(" else "circled"

    @property
    def is_title(self) -> bool:
        """Whether the line looks like a heading: short, and not ending like a sentence."""
        return len(self.title) <= LONGEST_TITLE and not self.title.rstrip().endswith(
            tuple("。；，：")
        )


def outlined(lines: Sequence[str]) -> Iterator[ReportLine]:
    """Yield every line with its kind, its title, its number and its weight."""
    for number, text in enumerate(lines, 1):
        yield _outlined(number, text)


def parts_of(lines: Sequence[ReportLine]) -> Iterator[ReportPart]:
    """Yield the chapters and sections, each with its lines down to the next one of either kind."""
    heads = [line for line in lines if line.kind in ("chapter", "section") and not line.weight]
    ends = [*(head.number for head in heads[1:]), len(lines) + 1]
    for head, end in zip(heads, ends, strict=False):
        said = (line for line in lines[head.number : end - 1] if line.kind in ("words", "numbered"))
        body = tuple(line.quote for line in said)
        yield ReportPart(Quote(head.number, head.title), head.kind == "chapter", body)


def _outlined(number: int, text: str) -> ReportLine:
    line = ReportLine(number, text, half(text))
    if not line.plain.strip():
        return line
    # A line with tabs is a table's row, unless the only tab follows the number of a heading.
    if "\t" in _PRINTED.sub("", line.plain.strip()):
        return replace(line, kind="row")
    for kind, pattern in _HEADINGS:
        if found := pattern.match(line.plain):
            return _heading(line, kind, found)
    weight = _weight_at_end(line)
    return replace(line, kind="words", title=line.plain.strip(), weight=weight)


_HEADINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("chapter", _CHAPTER),
    ("section", _SECTION),
    ("numbered", _NUMBERED),
)


def _heading(line: ReportLine, kind: Kind, found: re.Match[str]) -> ReportLine:
    printed = next(filter(None, map(found.groupdict().get, _PRINTED_AS)))
    start = found.start("title")
    weight = _WEIGHT.search(line.plain, start, start + LONGEST_TITLE)
    title = line.text[start : weight.start() if weight else None].strip()
    stated = _weight(line, weight) if weight else None
    return replace(line, kind=kind, title=title, printed=_value(printed), weight=stated)


def _value(printed: str) -> int | None:
    if "①" <= printed <= "⑳":
        return ord(printed) - ord("①") + 1
    return int(printed) if printed.isdecimal() else read_numerals(printed)


def _weight_at_end(line: ReportLine) -> Stated | None:
    """Return the weight at the end of a heading without a number, or None if it has none."""
    found = _WEIGHT.search(line.plain, 0, 2 * LONGEST_TITLE)
    if found is None or line.plain[found.end() :].strip(" :") or found.start() > LONGEST_TITLE:
        return None
    return _weight(line, found)


def _weight(line: ReportLine, found: re.Match[str]) -> Stated:
    value = Decimal((found["number"] or found["number2"]).replace(",", ""))
    return Stated(value, Quote(line.number, line.text[found.start() : found.end()]), "分")
