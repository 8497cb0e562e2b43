"""The quick reading of plain TOML gives what any reader gives, or leaves the text alone."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.store.toml.plain import read_plain
from support.samples import SAMPLES

NAMES = st.from_regex(r"[a-z][a-z0-9_-]{0,5}", fullmatch=True)
VALUES = (
    st.text(max_size=6)
    | st.integers(-(10**17), 10**17)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3)
    | st.dates(min_value=date(1000, 1, 1))
    | st.booleans()
)
TABLES = st.recursive(
    st.dictionaries(NAMES, VALUES, max_size=4),
    lambda inner: st.dictionaries(NAMES, VALUES | inner, max_size=4),
    max_leaves=8,
)


def thoroughly(text: str) -> dict[str, object]:
    return tomllib.loads(text, parse_float=Decimal)


@given(TABLES)
def test_what_is_written_reads_alike_or_is_left_alone(table: dict[str, object]) -> None:
    text = tomli_w.dumps(table)
    assert read_plain(text) in (None, thoroughly(text))


@given(st.lists(st.sampled_from(["[a]", "[a.b]", "[b]", "a = 1", "b = 2.50", 'b = "x"', ""])))
def test_lines_in_any_order_read_alike_or_are_left_alone(lines: list[str]) -> None:
    text = "".join(f"{line}\n" for line in lines)
    read = read_plain(text)
    if read is not None:
        assert read == thoroughly(text)


@pytest.mark.parametrize(
    "line", ["a = 2024-02-30", "a = 1.", "a = 01", 'a = "\\n"', "a.b = 1", "# c"]
)
def test_what_is_not_plain_is_left_alone(line: str) -> None:
    assert read_plain(f"{line}\n") is None


def test_what_stands_twice_is_left_alone() -> None:
    for text in ("a = 1\na = 2\n", "[a]\n[a]\n", "a = 1\n[a.b]\n", "a = 1\n[a]\n"):
        assert read_plain(text) is None


def test_plain_lines_are_read() -> None:
    text = 'a = 1\n\n[b]\nc = "字"\nd = -2.50\ne = 2024-01-31\n\n[b.f]\ng = 0\n'
    assert read_plain(text) == thoroughly(text)


def test_the_samples_read_alike_or_are_left_alone() -> None:
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    assert all(read_plain(text) in (None, thoroughly(text)) for text in texts)
