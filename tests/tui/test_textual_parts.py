"""What the program knows of Textual's private parts: in one place, and as they were when tried."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest

import perf_tui.tui

ROOMS = Path(perf_tui.tui.__path__[0])
# Overridden, called or replaced in `textual_parts`, each with the beginning of the digest of what
# it looked like when the program was last tried with it. Where one has changed: read it anew, try
# the program in a terminal, widen the range in pyproject.toml, and put the new digest here.
HOOKS = {
    "textual._ansi_sequences": "0b4037a3f369",
    "textual._keyboard_protocol": "a82e341351e8",
    "textual._styles_cache:StylesCache.get_inner_outer": "d2509f3e7966",
    "textual._wrap": "5ae6feea1af9",
    "textual._xterm_parser:XTermParser.parse_mouse_code": "ceae22ff03d1",
    "textual.keys:_character_to_key": "422e0a6af915",
    "textual.app:App._check_bindings": "c9643552d942",
    "textual.app:App._fatal_error": "2474616cec7f",
    "textual.app:App._handle_exception": "baea2e7f88e7",
    "textual.app:App.exit": "d8c06b817ac8",
    "textual.app:App.panic": "9c4a264c909e",
    "textual.message_pump:MessagePump._close_messages_no_wait": "f5db7e8fd40a",
    "textual.drivers._writer_thread:WriterThread": "411a9202bed5",
    "textual.drivers.linux_driver:LinuxDriver": "ec65992e0f98",
    "textual.widgets._input:Input._on_paste": "4130f8efa484",
    "textual.widgets._input:Input._value": "33f9515a42e7",
    "textual.widgets._input:Input.render_line": "20fe97da621b",
    "textual.widgets._text_area:TextArea._on_paste": "786b2d3d97b5",
}
PRIVATE = (
    "textual.app:App",
    "textual.screen:Screen",
    "textual.widgets:Input",
    "textual.widgets:TextArea",
)
DRIVER = "textual.drivers.linux_driver:LinuxDriver"


@pytest.mark.parametrize("hook", HOOKS)
def test_what_is_relied_on_has_not_changed(hook: str) -> None:
    assert digest(hook) == HOOKS[hook], f"this Textual has changed {hook}"


def test_nothing_private_is_known_elsewhere() -> None:
    found = {
        f"{path.relative_to(ROOMS)}: {name}"
        for path in sorted(ROOMS.rglob("*.py"))
        if "textual_parts" not in path.parts
        for name in private_names(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert found == set()


def digest(hook: str) -> str:
    """The beginning of the digest of a module's, class's, function's or pattern's source."""
    module, _, name = hook.partition(":")
    part: object = import_module(module)
    for step in filter(None, name.split(".")):
        part = inspect.getattr_static(part, step)
    part = getattr(part, "__wrapped__", part)
    part = part.fget if isinstance(part, property) else part
    known = inspect.isclass(part) or inspect.isfunction(part) or isinstance(part, ModuleType)
    source = inspect.getsource(part) if known else str(part)  # type: ignore[arg-type]
    return sha256(source.encode()).hexdigest()[:12]


def private_names(tree: ast.Module) -> Iterator[str]:
    """What a module of ours imports, reaches or overrides that is private in Textual."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=names) if module.startswith("textual"):
                parts = [*module.split("."), *(one.name for one in names)]
                yield from (f"import of {part}" for part in parts if part.startswith("_"))
            case ast.Attribute(value=ast.Name(id="os")):
                pass
            case ast.Attribute(attr=name) | ast.FunctionDef(name=name) if name in members():
                yield name
            case ast.AsyncFunctionDef(name=name) if name in members():
                yield name


@cache
def members() -> frozenset[str]:
    """The private names of Textual's classes of which ours are made, and of their variables."""
    bases = [
        getattr(import_module(name), part)
        for name, _, part in (x.partition(":") for x in (*PRIVATE, DRIVER))
    ]
    classes = {
        each for base in bases for each in base.__mro__ if each.__module__.startswith("textual")
    }
    names = {name for each in classes for name in vars(each)}
    sources = (ast.parse(inspect.getsource(inspect.getmodule(each) or each)) for each in classes)
    assigned = {
        node.attr
        for source in sources
        for node in ast.walk(source)
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store)
    }
    return frozenset(n for n in names | assigned if n.startswith("_") and not n.startswith("__"))
