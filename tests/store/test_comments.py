"""Comments that a person wrote into a file are there after every save, and change nothing else."""

from __future__ import annotations

import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perf_tui.core.answers.year import Year
from perf_tui.store.keeping.backups import good_backups
from perf_tui.store.keeping.keeper import Keeper
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.toml import comments
from perf_tui.store.toml.comments import carried_over
from perf_tui.store.toml.statements import statements
from perf_tui.store.years.checksum import intact
from perf_tui.store.years.year_file import (
    YearFile,
    format_year,
    parse_year,
    read_year_file,
    write_year_file,
)
from support.samples import JIANLONG, township

HEAD = 'format = 1\nform = "township"\nyear = 2024\n'
# Everything that TOML has, in the table of a program to come.
STRANGE = """
[plugin]
list = [1, [
  2,
  { three = "三" },
], "#"]
"quoted.key" = '# no comment'
"a=b]" = '''
# no comment
'''
dotted . name = 1.50
inline = { a = { b = 1 } }
"line\\nbreak" = nan

[[history]]
at = 2024-01-01T08:00:00Z
[history.by]
name = "甲"

[[history]]
[[history.step]]
n = 1
[[history.step]]

[empty]
[upper]
[upper.lower]
x = 1

[[short]]
[[short]]
"""
SOURCE = format_year(read_year_file(JIANLONG, township)).decode() + STRANGE
LINES = SOURCE.split("\n")
YEAR = parse_year(SOURCE.encode(), township)
WORDS = st.text(
    st.characters(
        exclude_categories=["Cs"], exclude_characters="".join(map(chr, range(32))) + "\x7f"
    ),
    max_size=8,
) | st.sampled_from([" = 1", "[x]", '"', "'''", " checksum = ", "#", "\t", "尾注 "])


def meant(text: str) -> str:
    try:
        table = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError:
        return "nothing"
    return repr({**table, "checksum": ""})


MEANT = meant(SOURCE)


@st.composite
def commented(draw: st.DrawFn) -> tuple[str, list[str]]:
    """The source with comments wherever they may stand, and the comments."""
    lines, comments = [*LINES], list[str]()
    for place in draw(
        st.lists(st.integers(0, len(LINES) - 1), min_size=1, max_size=4, unique=True)
    ):
        comment = f"#{len(comments)}{draw(WORDS)}"
        line = draw(
            st.sampled_from([f"{comment}\n{{}}", f"\n  {comment}\n\n{{}}", f"{{}} {comment}"])
        )
        tried = [*lines]
        tried[place] = line.replace("{}", lines[place])
        if meant("\n".join(tried)) == MEANT:  # else it stands within a string
            lines, comments = tried, [*comments, comment]
    return "\n".join(lines), comments


def comments_in(text: str) -> Counter[str]:
    """Every comment, without what was put before one whose key is gone."""
    found = Counter[str]()
    for one in statements(text):
        for line in (*one.above, one.beside, *one.within, *one.below):
            if comment := line.strip():
                _, moved, rest = comment.partition(" 处 ")
                found[rest if comment.startswith("# 原在 ") and moved else comment] += 1
    return found


def parsed(text: str) -> YearFile:
    return parse_year(text.encode(), township)


def saved(text: str, **texts: str) -> str:
    """The file as it is saved once these texts were typed, `budget__executed`."""
    file = parsed(text)
    typed = {key.replace("__", "."): value for key, value in texts.items()}
    changed = YearFile(file.form, file.year.with_texts(typed), file.unknown, commented=text)
    return format_year(changed).decode()


@given(
    commented(),
    st.dictionaries(st.sampled_from(sorted(YEAR.year.texts)), st.text(max_size=5), max_size=40),
)
def test_every_comment_is_there_and_the_meaning_is_that_of_the_plain_file(
    source: tuple[str, list[str]], texts: dict[str, str]
) -> None:
    text, comments = source
    file = parsed(text)
    year = file.year.with_texts(texts)
    content = format_year(YearFile(file.form, year, file.unknown, commented=file.commented))
    plain = format_year(YearFile(file.form, year, file.unknown))
    assert bool(file.commented) == bool(comments)
    assert intact(content)
    again = parse_year(content, township)
    assert meant(content.decode()) == meant(plain.decode())
    kept = comments_in(content.decode())
    assert {c.strip(): kept[c.strip()] for c in comments} == Counter(c.strip() for c in comments)
    assert format_year(again) == content


@given(st.text(max_size=5))
def test_without_comments_the_file_is_what_it_always_was(text: str) -> None:
    plain = saved(SOURCE, sections__duties=text)
    assert carried_over(plain, plain) == plain


def lines_about(text: str, word: str) -> list[str]:
    """The line with a word and those around it."""
    lines = text.splitlines()
    (at,) = (number for number, line in enumerate(lines) if word in line)
    return lines[max(at - 1, 0) : at + 2]


def test_above_a_key_and_behind_its_value_they_stay_when_the_value_changes() -> None:
    text = f"{HEAD}[facts]\n# 村支书说是145，待核\ncadres_due = 145   # 尾注\ncadres_paid = 1\n"
    assert saved(text, facts__cadres_due="146").endswith(
        "[facts]\n# 村支书说是145，待核\ncadres_due = 146   # 尾注\ncadres_paid = 1\n"
    )


def test_a_key_that_is_gone_leaves_its_comments_with_a_word_of_where_they_were() -> None:
    text = f"{HEAD}[facts]\ncadres_paid = 1\n# 待核\ncadres_due = 145 # 尾注\n# 完\n\n# 末\n"
    assert saved(text, facts__cadres_due="").endswith(
        "[facts]\ncadres_paid = 1\n\n# 待核\n# 原在 facts.cadres_due 处 # 尾注\n# 完\n\n# 末\n"
    )


def test_a_table_that_is_gone_leaves_its_comments_with_what_comes_before() -> None:
    text = f"{saved(HEAD)}\n# 全镇\n[budget] # 元\nexecuted = 1\n"
    assert saved(text, budget__executed="").endswith("\n# 全镇\n# 原在 budget 处 # 元\n")


def test_at_both_ends_of_a_file_they_stay_there() -> None:
    text = saved(f"# 一\n\n# 二\n{HEAD}[unit]\nname = '甲'\n\n# 三\n", budget__executed="1")
    assert text.startswith("# 一\n\n# 二\nformat = 1\n")
    assert 'name = "甲"\n\n# 三\n\n[budget]' in text


def test_keys_in_another_order_take_theirs_along() -> None:
    text = saved(
        f"{HEAD}[facts] # 数\ncadres_paid = 1 # b\ncadres_due = 2 # a\n[unit] # 名\nname = '甲'\n"
    )
    assert text.endswith(
        '[unit] # 名\nname = "甲"\n\n[facts] # 数\ncadres_due = 2 # a\ncadres_paid = 1 # b\n'
    )


def test_an_untouched_list_keeps_those_inside_it() -> None:
    text = f"{HEAD}list = [ # 前\n  1.50, # 一\n  # 二\n]\n"
    assert "\nlist = [ # 前\n  1.50, # 一\n  # 二\n]\n" in saved(text)


def test_what_is_written_in_another_form_has_them_above() -> None:
    text = f"{HEAD}[upper] # 上\n[upper.lower]\nx = 1\n[[short]] # 短\n[unit]\nname = '甲'\n"
    text = saved(text + "[indicators]\nwellbeing = { tier = '达成', list = [ # 里\n] } # 旁\n")
    assert lines_about(text, "[upper.lower]")[0] == "# 上"
    assert lines_about(text, "short = [")[0] == "# 短"
    assert lines_about(text, "[indicators.wellbeing]")[:2] == [
        "# 里",
        "[indicators.wellbeing] # 旁",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "utf-16"])
def test_they_are_kept_from_files_of_other_programs(encoding: str) -> None:
    text = f"{HEAD}[unit]\r\n# 单位\r\nname = '甲' # 尾\r\n"
    content = format_year(parse_year(text.encode(encoding), township)).decode()
    assert content.endswith('[unit]\n# 单位\nname = "甲" # 尾\n')


# What is kept of an open file.

NAME = "unit.name"
NOTE = "# 村支书说是145，待核"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A saved year into which somebody has written a comment."""
    path = tmp_path / "2024.toml"
    write_year_file(path, YearFile(township("township"), Year("township", 2024, {NAME: "甲"})))
    _note(path)
    return path


def _note(path: Path, note: str = NOTE) -> None:
    path.write_text(path.read_text().replace("[unit]", f"[unit]\n{note}"))


def _open(path: Path) -> Keeper:
    return open_file(path, township).keeper


def _with(keeper: Keeper, name: str) -> Year:
    return keeper.saved.year.with_text(NAME, name)


def test_they_are_saved_saved_elsewhere_and_in_the_backups(path: Path) -> None:
    keeper = _open(path)
    keeper.save(_with(keeper, "乙"))
    first = path.read_bytes()
    keeper.save(_with(keeper, "乙"))
    assert path.read_bytes() == first
    assert NOTE in first.decode()
    other = keeper.save_elsewhere(_with(keeper, "丙"), path.with_name("b.toml"))
    assert NOTE in other.path.read_text()
    other.close()
    (_, file), *_ = good_backups(path, township)
    assert NOTE in file.commented


def test_a_key_emptied_and_typed_again_has_its_comment_back(path: Path) -> None:
    path.write_text(path.read_text().replace('"甲"', '"甲" # 尾注'))
    keeper = _open(path)
    before = path.read_text().splitlines()[-3:]
    keeper.save(_with(keeper, ""))
    assert "# 原在 unit.name 处 # 尾注" in path.read_text()
    keeper.save(_with(keeper, "甲"))
    assert path.read_text().splitlines()[-3:] == before
    keeper.close()


def test_what_was_typed_before_a_kill_is_taken_up_with_them(path: Path) -> None:
    keeper = _open(path)
    keeper.note(_with(keeper, "乙"))
    keeper.close()
    opened = open_file(path, township)
    assert opened.remains is not None
    assert opened.remains.year is not None
    assert opened.remains.fits
    opened.keeper.take_up(opened.remains.year)
    opened.keeper.save(opened.remains.year)
    opened.keeper.close()
    assert NOTE in path.read_text()


def test_those_added_while_the_file_was_open_are_not_written_over(path: Path) -> None:
    keeper = _open(path)
    _note(path, "# 又一条")
    keeper.save(_with(keeper, "乙"), overwrite=True)
    assert "# 又一条" in path.read_text()
    path.write_text("[")
    keeper.save(_with(keeper, "丙"), overwrite=True)
    assert NOTE in path.read_text()
    keeper.close()


def test_going_back_to_a_copy_brings_them_back(path: Path) -> None:
    file = read_year_file(path, township)
    write_year_file(path, YearFile(file.form, file.year))
    keeper = _open(path)
    keeper.take_comments(file)
    keeper.save(_with(keeper, "乙"))
    assert NOTE in path.read_text()
    keeper.close()


@pytest.mark.parametrize("places", ["", "x = 2\n", "x = 1 # 尾注\nx = 1\n"])
def test_where_their_places_would_change_something_they_stand_at_the_end(
    places: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(comments, "at_their_places", lambda *_: places)
    source = 'x = 1 # 尾注\n# 待核\ny = "# no comment"\n'
    assert carried_over(source, "x = 1\n") == "x = 1\n# 尾注\n# 待核\n"
