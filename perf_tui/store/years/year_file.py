"""Reading and writing a year's file: TOML that a person can read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from perf_tui.core.answers.year import RECORDS, Year
from perf_tui.core.form import Form
from perf_tui.core.form.build import build_form
from perf_tui.core.form.own import OWN, form_for, own_at
from perf_tui.core.form.problems import FormError, shown
from perf_tui.core.form.scheme.changing import SCHEME, scheme_at
from perf_tui.store.errors import NotAYearError, PlacedError, SaveError, YearError
from perf_tui.store.files.atomic import write_atomically
from perf_tui.store.files.encodings import Brought, bring
from perf_tui.store.toml.parsing import MOST_BYTES, parse_toml, read_content, text_with_comments
from perf_tui.store.years.checksum import intact, sealed
from perf_tui.store.years.nesting import NO_TABLE, Table, merged, put, take_answers
from perf_tui.store.years.values import text_of, value_of

# A function for every format that there has been, which converts a table to the next format.
STEPS: tuple[Callable[[Table], Table], ...] = ()
# The first format has no indicators or scheme of the year's own and no form set in it. A file
# without these is still saved in it.
WITHOUT_OWN = 1 + len(STEPS)
FORMAT = WITHOUT_OWN + 1
FIRST_YEAR, LAST_YEAR = 2000, 2100
ENDING = ".toml"
NO_YEAR = "这不是年度文件（没有 format 和 form），换一个文件，或用 perf-tui new 新建"
HEADING = re.compile(rb"^[^\w\n]*form(?:at)?\s*=", re.MULTILINE)
# Where a year carries a form set along that is not installed everywhere: file name → its table.
FORM_SET = "form_set"
HEADER = ("format", "form", "form_version", "year", "checksum")


@dataclass(frozen=True, slots=True)
class YearFile:
    """A year with its form, and what else is known of its file.

    - `unknown` holds, as parsed, what this version has no field for.
    - `edited_by_hand` is true if the checksum is absent or does not fit: something else has changed
      the file since it was saved.
    - `converted` names the encoding, line ends or format from which it was converted.
    - `newer` is true if a later version of the program saved it; it must not be written then.
    - `made_with` is the version of the form set with which the file was saved, 0 if it says none.
    - `commented` is the file's text if a person has written comments into it, else empty. Saving
      carries the comments over.
    """

    form: Form
    year: Year
    unknown: Mapping[str, object] = field(default_factory=dict)
    edited_by_hand: bool = False
    converted: tuple[str, ...] = ()
    newer: bool = False
    commented: str = ""
    made_with: int = field(default=0, compare=False)

    def with_year(self, year: Year) -> YearFile:
        """Return the file with another year in it, and the form as that defines it."""
        return replace(self, form=form_for(self.form, year.texts), year=year)

    @property
    def notice(self) -> str:
        """Return a sentence on what was converted while reading, or an empty string."""
        was = "、".join(self.converted)
        return f"文件原是 {was}，已转换着读；保存后是 UTF-8 和现在的格式" if was else ""


def read_year_file(path: Path, load_form: Callable[[str], Form]) -> YearFile:
    """Read the year in a file; raise YearError, with the path and a sentence, if that fails.

    `load_form` gives the form of a name.
    """
    try:
        return parse_year(read_content(path), load_form)
    except YearError as error:
        raise type(error)(f"{path}：{error}") from error


def write_year_file(path: Path, file: YearFile) -> bytes:
    """Save a year atomically and return the bytes written; SaveError leaves the old file whole."""
    if file.newer:
        raise SaveError(f"{path} 没有保存：内容来自更新版本的程序，升级程序再存")
    content = format_year(file)
    if len(content) > MOST_BYTES:
        raise SaveError(f"{path} 没有保存：内容超过 2 MiB，删短最长的文字再保存")
    write_atomically(path, content)
    return content


def parse_year(
    content: bytes, load_form: Callable[[str], Form], *, even_newer: bool = False
) -> YearFile:
    """Read the year in the bytes of a file; raise YearError, without a path, if that fails.

    With `even_newer`, a file of a later format is read as far as this version understands it.
    """
    brought, table = _table_of(content)
    try:
        return _file_of(brought, table, load_form, even_newer=even_newer)
    except PlacedError as error:
        from perf_tui.store.toml.statements import line_of

        line = line_of(brought.content.decode(), error.place)
        raise YearError(f"第 {line} 行的 {error}" if line else str(error)) from error


def format_year(file: YearFile) -> bytes:
    """Return the bytes that a year is saved as; the same year always gives the same bytes."""
    import tomli_w  # only saving needs it

    form, year = file.form, file.year
    carries = bool(year.record(OWN) or year.record(SCHEME)) or FORM_SET in file.unknown
    version = FORMAT if carries else WITHOUT_OWN
    known: Table = dict(zip(HEADER, (version, year.form, form.version, year.year, ""), strict=True))
    for address in form.fields:
        if text := year.text(address):
            put(known, address.split("."), value_of(form.fields[address], text))
    for address in sorted(year.texts.keys() - form.fields.keys()):
        table, _, key = address.partition(".")
        # What an indicator that was removed or defined anew has no field for is kept all the same.
        path = [table, key] if table in RECORDS else address.split(".")
        put(known, path, year.text(address))
    document = merged(known, file.unknown)
    compact = tomli_w.dumps(document)
    # In multiline strings the writer would turn \r\n into \n.
    text = compact if r"\r\n" in compact else tomli_w.dumps(document, multiline_strings=True)
    if file.commented:
        from perf_tui.store.toml.comments import carried_over

        text = carried_over(file.commented, text)
    return sealed(text.encode("utf-8", "replace"))


def _table_of(content: bytes) -> tuple[Brought, Table]:
    """Return the file's table; what cannot be read is a damaged year only if it looks like one."""
    try:
        brought = bring(content)
        return brought, parse_toml(brought.content)
    except YearError as error:
        if HEADING.search(content.replace(b"\0", b"")):  # UTF-16 has one beside every letter
            raise
        raise NotAYearError(NO_YEAR) from error


def _file_of(
    brought: Brought, table: Table, load_form: Callable[[str], Form], *, even_newer: bool
) -> YearFile:
    version, name, number = _header(table)
    if version > FORMAT and not even_newer:
        raise YearError(f"是更新版本的程序存的（format = {version}），升级程序再打开")
    for step in STEPS[version - 1 :]:
        table = step(table)
    converted = (
        brought.converted
        if version >= WITHOUT_OWN
        else (*brought.converted, f"旧格式（format = {version}）")
    )
    texts = _own_texts(table)
    form = form_for(_form_of(table, name, load_form), {**texts, **_scheme_texts(table)})
    rest = {key: value for key, value in table.items() if key not in (*HEADER, OWN)}
    for record in RECORDS:
        _take_record(record, rest.pop(record, {}), texts)
    unknown = take_answers(rest, form, texts)
    year, altered = Year(name, number, texts), not intact(brought.content)
    commented = text_with_comments(brought.content)
    made_with = table.get("form_version")
    return YearFile(
        form,
        year,
        unknown,
        edited_by_hand=altered,
        converted=converted,
        newer=version > FORMAT,
        commented=commented,
        made_with=made_with if type(made_with) is int else 0,
    )


def _form_of(table: Table, name: str, load_form: Callable[[str], Form]) -> Form:
    """Return the form set that the year carries along, or the installed one of its name."""
    try:
        carried = table.get(FORM_SET)
        if carried is None:
            return load_form(name)
        form = build_form(carried) if _is_form_set(carried) else None
    except FormError as error:
        raise YearError(f"用的表单打不开，{error.problems[0]}") from error
    if form is None or form.id != name:
        raise PlacedError(FORM_SET, f"不是表单 {shown(name)} 的定义，从原来的文件再拷一份")
    return form


def _is_form_set(carried: object) -> bool:
    return isinstance(carried, dict) and all(isinstance(one, dict) for one in carried.values())


def _own_texts(table: Table) -> dict[str, str]:
    """Return the texts that define the year's own indicators, without which there is no form."""
    own = table.get(OWN, {})
    if not isinstance(own, dict) or not all(isinstance(one, dict) for one in own.values()):
        raise PlacedError(OWN, NO_TABLE)
    return {
        own_at(ident, key): text
        for ident, properties in own.items()
        for key, value in properties.items()
        if (text := text_of(value, own_at(ident, key)))
    }


def _scheme_texts(table: Table) -> dict[str, str]:
    """Return the texts that change the scheme."""
    scheme = table.get(SCHEME, {})
    if not isinstance(scheme, dict):
        raise PlacedError(SCHEME, NO_TABLE)
    said = {scheme_at(key): value for key, value in scheme.items()}
    return {at: text for at, value in said.items() if (text := text_of(value, at))}


def _header(table: Table) -> tuple[int, str, int]:
    """Return format, form name and year, which every format has at the same places."""
    version, form, year = (table.get(key) for key in ("format", "form", "year"))
    if version is None or form is None:
        raise NotAYearError(NO_YEAR)
    if type(version) is not int or version < 1:
        raise PlacedError("format", f"应为 {FORMAT}，改好再打开")
    if not isinstance(form, str):
        raise PlacedError("form", "应是表单的名字，改好再打开")
    if type(year) is not int or not FIRST_YEAR <= year <= LAST_YEAR:
        raise PlacedError("year", f"应是 {FIRST_YEAR} 到 {LAST_YEAR} 之间的年份，改好再打开")
    return version, form, year


def _take_record(name: str, table: object, texts: dict[str, str]) -> None:
    """Put a record's entries into `texts`; a dot in a key does not separate steps."""
    if not isinstance(table, dict):
        raise PlacedError(name, NO_TABLE)
    for key, value in table.items():
        if text := text_of(value, f"{name}.{key}"):
            texts[f"{name}.{key}"] = text
