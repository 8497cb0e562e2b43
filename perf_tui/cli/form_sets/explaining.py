"""`perf-tui forms keys` and `schema`: what form files may say, for people and for editors."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator

from perf_tui.cli.files import CommandError
from perf_tui.cli.output import echo, err
from perf_tui.core.form.build import FORM_FILE, INDICATORS, TABLES
from perf_tui.core.form.extending import EXTENDS
from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.keys.described import Examples, Key, described, examples_in, models_in
from perf_tui.core.form.keys.words import EXTENDS as EXTENDS_WORDS
from perf_tui.core.form.keys.words import WORDS
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.library import LibraryFile
from perf_tui.core.form.models import FormSet, Indicator
from perf_tui.store.files.atomic import SHARED, write_atomically
from perf_tui.store.forms.files import Tables
from perf_tui.store.forms.installed import installed_sets, root
from perf_tui.store.forms.library import read_library
from perf_tui.store.forms.reading import read_tables
from perf_tui.store.years.beginning import DEFAULT_FORM

# The kinds of files, each with what is written in it.
FILES: tuple[tuple[str, type[FormTable]], ...] = (
    (FORM_FILE, FormSet),
    (f"{INDICATORS}/名字.toml", Indicator),
    (f"{TABLES}/名字.toml", TableLayout),
    ("library/名字.toml", LibraryFile),
)
OF_FOLDERS = (Indicator, TableLayout)  # which have files of their own


def keys(_: Namespace) -> int:
    """Print every key of form files with its type, its meaning and an example."""
    examples = _examples()
    told: set[type[FormTable]] = set()
    for file, model in FILES:
        for one, path in models_in(model).items():
            if one not in told and not (model is FormSet and one in OF_FOLDERS):
                told.add(one)
                echo("\n".join(_lines(one, file if one is model else "", path, examples)))
    return 0


def schema(arguments: Namespace) -> int:
    """Print the JSON Schema of one kind of file, or write those of all kinds into a folder."""
    from perf_tui.core.form.keys.json_schema import KINDS, schema_of  # loads pydantic
    from perf_tui.store.forms import load_form

    form = load_form(DEFAULT_FORM)
    what, out = arguments.what, arguments.out
    if what is not None and what not in KINDS:
        raise CommandError(f"没有 {what} 这种文件的 Schema，有的是 {'、'.join(KINDS)}")
    if what is None and out is None:
        raise CommandError(f"要哪种文件的 Schema？写 {'、'.join(KINDS)} 之一，或用 -o 文件夹 全写")
    written = {kind: _json(schema_of(kind, form)) for kind in ([what] if what else KINDS)}
    if out is None:
        echo(written[what].rstrip("\n"))
        return 0
    out.mkdir(parents=True, exist_ok=True)
    for kind, text in written.items():
        write_atomically(out / f"{kind}.json", text.encode(), SHARED, "写成")
    err(f"已写到 {out}：{'、'.join(f'{kind}.json' for kind in written)}")
    return 0


def _examples() -> Examples:
    """Return examples of keys from the form sets and the library that come with the program."""
    sets = [read_tables(path) for path in installed_sets().values()]
    sets.sort(key=lambda tables: tables[FORM_FILE].get("id") != DEFAULT_FORM)
    found = examples_in(LibraryFile, read_library(root()).values())
    for tables in reversed(sets):
        found |= examples_in(FormSet, [tables[FORM_FILE]])
        found |= examples_in(Indicator, _within(tables, INDICATORS))
        found |= examples_in(TableLayout, _within(tables, TABLES))
    return found


def _within(tables: Tables, folder: str) -> list[dict[str, object]]:
    return [table for name, table in tables.items() if name.startswith(f"{folder}/")]


def _lines(model: type[FormTable], file: str, path: str, examples: Examples) -> Iterator[str]:
    """Yield a model's keys; `path` is that of its table in the file, empty for the file itself."""
    yield f"{file or path}  {WORDS[model.__name__]['']}"
    if model is FormSet:
        yield f"  {EXTENDS}  文字  {EXTENDS_WORDS}"
        yield f'      例：{EXTENDS} = "national"'
    for key in described(model, examples):
        if not (model is FormSet and key.name in (INDICATORS, TABLES)):
            yield f"  {key.name}  {key.kind}{'，必写' if key.required else ''}  {key.words}"
            yield f"      例：{_example(key, path)}"
    yield ""


def _example(key: Key, path: str) -> str:
    """Return an example in one line as it is written; of tables, how they begin."""
    import tomli_w  # only this and writing need it

    if key.inner is not None:
        place = f"{path}.{key.name}".removeprefix(".")
        return f"[[{place}]]" if key.several else f"[{place}]"
    lines = tomli_w.dumps({key.name: key.example}).splitlines()
    return " ".join(line.strip() for line in lines).replace("[ ", "[").replace(", ]", "]")


def _json(found: dict[str, object]) -> str:
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
