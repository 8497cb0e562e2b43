"""Numbers typed and pasted: the wanted value reaches the file, or a refusal the screen."""

from pathlib import Path

import pytest

from support.typed_numbers import misread, misread_after_last

WAYS = pytest.mark.parametrize("pasted", [False, True], ids=["typed", "pasted"])


@WAYS
def test_every_row_reaches_the_file_or_is_refused_in_sight(year: Path, pasted: bool) -> None:
    assert misread(year, pasted=pasted) == []


@WAYS
def test_ten_thousands_where_last_year_had_yuan_are_asked_about_and_mended_by_one_key(
    tmp_path: Path, pasted: bool
) -> None:
    assert misread_after_last(tmp_path, pasted=pasted) == []
