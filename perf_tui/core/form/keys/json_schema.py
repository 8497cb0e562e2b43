"""JSON Schema of form files and of years, for editors that complete keys and mark mistakes.

This module loads pydantic, which makes the schemas of the models; what the keys mean is added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, cast

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

from perf_tui.core.answers.year import RECORDS
from perf_tui.core.form.build import FORM_FILE, INDICATORS, TABLES
from perf_tui.core.form.definition import Form
from perf_tui.core.form.extending import EXTENDS, LEFT_OUT
from perf_tui.core.form.fields import Field
from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.keys.words import EXTENDS as EXTENDS_WORDS
from perf_tui.core.form.keys.words import LEFT_OUT as LEFT_OUT_WORDS
from perf_tui.core.form.keys.words import WORDS
from perf_tui.core.form.layout import TableLayout
from perf_tui.core.form.library import LibraryFile
from perf_tui.core.form.models import FormSet, Indicator
from perf_tui.core.form.own.properties import OWN, every_property

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "title"  # pydantic's own, which repeats the key
PART = "Part"  # a model of which nothing has to be said, because another set says it
TYPED: Schema = {"type": ["string", "number"]}
RECORD_WORDS: Mapping[str, str] = {
    "accepted": "核对事项的说明",
    "accepted_for": "说明时的数，数变了说明就作废",
    "pending": "带过来还没有确认的内容取自哪里",
    "final": "定稿和重新打开的日期",
    "last": "上年的文件",
}
HEADER: Mapping[str, Schema] = {
    "format": {"type": "integer", "minimum": 1, "description": "文件格式的版本"},
    "form": {"type": "string", "description": "用哪套表单"},
    "form_version": {"type": "integer", "description": "表单的第几版"},
    "year": {"type": "integer", "description": "自评的年度"},
    "checksum": {"type": "string", "description": "校验和；手工改过的文件打开时会说"},
}


def schema_of(what: str, form: Form) -> Schema:
    """Return the schema of one kind of file, one of `KINDS`; `form` is that of the years."""
    return {"$schema": DIALECT, **KINDS[what](form)}


def _form_file(_: Form) -> Schema:
    """Return the schema of form.toml: a whole one, or one that extends another set.

    Editors complete keys by its properties, of which all but a few are required in a whole one.
    """
    whole = _without_folders(_model_schema(FormSet))
    defs = whole.pop("$defs")
    parts = {f"{PART}{name}": _partial(one) for name, one in defs.items()}
    partial = _partial(whole)
    partial["properties"] = {
        EXTENDS: {"type": "string", "description": EXTENDS_WORDS},
        LEFT_OUT: {
            "type": "array",
            "items": {"type": "string"},
            "description": LEFT_OUT_WORDS,
        },
        **partial["properties"],
    }
    partial["required"] = ["id", "version", TITLE]
    choice = {"if": {"required": [EXTENDS]}, "then": {}, "else": whole}
    return {**partial, **choice, "$defs": {**defs, **parts}}


def _table_file(_: Form) -> Schema:
    """Return the schema of a table, of which a set that extends another says only some keys."""
    whole = _model_schema(TableLayout)
    return {key: one for key, one in whole.items() if key != "required"}


def _set_file(_: Form) -> Schema:
    """Return the schema of one file that holds a whole set."""
    whole = _without_folders(_model_schema(FormSet))
    defs = whole.pop("$defs") | _model_schema(Indicator)["$defs"]
    defs |= _model_schema(TableLayout)["$defs"]
    defs |= {"Form": whole, "Indicator": _bare(Indicator), "TableLayout": _bare(TableLayout)}
    return {
        "type": "object",
        "required": [FORM_FILE],
        "properties": {FORM_FILE: {"$ref": "#/$defs/Form"}},
        "patternProperties": {
            f"^{INDICATORS}/.*\\.toml$": {"$ref": "#/$defs/Indicator"},
            f"^{TABLES}/.*\\.toml$": {"$ref": "#/$defs/TableLayout"},
        },
        "additionalProperties": False,
        "$defs": defs,
    }


def _year_file(form: Form) -> Schema:
    """Return the schema of a year's file. What has no place in the form is allowed anywhere."""
    tree: Schema = {}
    for field in form.fields.values():
        _put(tree, field.address.split("."), field)
    indicators = tree.get(INDICATORS, {"type": "object", "properties": {}})
    indicators["additionalProperties"] = {"type": "object"}
    own = {key: _value(one) for key, one in every_property(form.categories).items()}
    return {
        "type": "object",
        "required": ["format", "form", "year"],
        "properties": {
            **HEADER,
            **tree,
            OWN: {
                "type": "object",
                "description": "本单位的指标，和对表单里指标的改动",
                "additionalProperties": {"type": "object", "properties": own},
            },
            **{
                name: {
                    "type": "object",
                    "description": RECORD_WORDS[name],
                    "additionalProperties": TYPED,
                }
                for name in RECORDS
            },
            "form_set": {"type": "object", "description": "年度带着的表单：文件名和里面的表"},
        },
    }


KINDS: Mapping[str, Callable[[Form], Schema]] = {
    "form": _form_file,
    "indicator": lambda _: _model_schema(Indicator),
    "table": _table_file,
    "set": _set_file,
    "library": lambda _: _model_schema(LibraryFile),
    "year": _year_file,
}
"""Kind of file → what makes its schema."""


class _Generator(GenerateJsonSchema):
    """Shows defaults as they would be written in TOML."""

    def encode_default(self, dft: Any) -> Any:
        return _number(dft) if isinstance(dft, Decimal) else super().encode_default(dft)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Leave null out: TOML has none, the key is not written instead."""
        return self.generate_inner(schema["schema"])


def _model_schema(model: type[FormTable]) -> Schema:
    kind: Any = model  # mypy takes a class with fields for unhashable
    schema = TypeAdapter(kind).json_schema(schema_generator=_Generator)
    defs = {name: _explained(name, one) for name, one in schema.pop("$defs", {}).items()}
    return {**_explained(model.__name__, schema), "$defs": defs}


def _bare(model: type[FormTable]) -> Schema:
    return {key: one for key, one in _model_schema(model).items() if key != "$defs"}


def _explained(name: str, schema: Schema) -> Schema:
    """Return the schema of a model with what it and its keys mean."""
    words = WORDS.get(name, {})
    properties = {
        key: {
            **{word: value for word, value in one.items() if word != TITLE and value is not None},
            "description": words.get(key, ""),
        }
        for key, one in schema["properties"].items()
    }
    return {
        "type": "object",
        "description": words.get("", ""),
        "properties": properties,
        **({"required": schema["required"]} if "required" in schema else {}),
        "additionalProperties": False,
    }


def _without_folders(schema: Schema) -> Schema:
    """Return the schema of form.toml, beside which the indicators and tables lie."""
    folders = (INDICATORS, TABLES)
    properties = {key: one for key, one in schema["properties"].items() if key not in folders}
    required = [key for key in schema["required"] if key not in folders]
    return {**schema, "properties": properties, "required": required}


def _partial(schema: Schema) -> Schema:
    """Return the schema with nothing required, all the way down."""
    return cast(Schema, _relaxed({key: one for key, one in schema.items() if key != "required"}))


def _relaxed(value: object) -> object:
    if isinstance(value, dict):
        return {
            key: one.replace("#/$defs/", f"#/$defs/{PART}") if key == "$ref" else _relaxed(one)
            for key, one in value.items()
        }
    return [_relaxed(one) for one in value] if isinstance(value, list) else value


def _put(tree: Schema, path: Iterable[str], field: Field) -> None:
    *outer, key = path
    for step in outer:
        tree = tree.setdefault(step, {"type": "object", "properties": {}})["properties"]
    tree[key] = _value(field)


def _value(field: Field) -> Schema:
    words = "；".join(filter(None, (field.label, field.unit, field.hint)))
    return {**TYPED, "description": words}


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
