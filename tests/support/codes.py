"""The codes and severities that the source of the program can give to what it finds.

Every construction of a `Finding` or a `ReportFinding` is read, wherever it stands. Its code and
severity are followed through helper functions, loops over generators and constants to the words
themselves.
What cannot be followed raises `UntraceableError`, so that no code escapes unseen.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import get_args, get_type_hints

import perf_tui
from perf_tui.checks.catalogue import CATALOGUE
from perf_tui.core.form.models import Constraint

ROOT = Path(perf_tui.__file__).parent
MADE = {"Finding": "year", "ReportFinding": "report"}
PLACES = ("code", "severity")
Function = ast.FunctionDef
Triple = tuple[str, str, str]
"""Scope, code, severity."""
LISTED: set[Triple] = {
    (scope, entry.code, severity)
    for scope, entries in CATALOGUE.items()
    for entry in entries
    for severity in entry.severities
}
"""What the table of rules has."""


class UntraceableError(AssertionError):
    """A code or severity that does not lead to words in the source."""


@dataclass(frozen=True)
class Module:
    """A module's tree; `within` is the innermost function around each node."""

    name: str
    tree: ast.Module

    @cached_property
    def within(self) -> dict[ast.AST, Function]:
        around: dict[ast.AST, Function] = {}
        for function in ast.walk(self.tree):  # outer functions come before inner ones
            if isinstance(function, Function):
                around |= dict.fromkeys(ast.walk(function), function)
        return around

    @cached_property
    def calls(self) -> list[ast.Call]:
        return [node for node in ast.walk(self.tree) if isinstance(node, ast.Call)]

    def function(self, name: str) -> Function | None:
        found = (node for node in self.tree.body if isinstance(node, Function))
        return next((node for node in found if node.name == name), None)


@dataclass(frozen=True)
class Place:
    """An expression, and where it stands."""

    expression: ast.expr
    module: Module
    function: Function | None

    def to(self, expression: ast.expr) -> Place:
        """Another expression at the same place."""
        return Place(expression, self.module, self.function)

    def __str__(self) -> str:
        where = f"{self.module.name}:{self.expression.lineno}"
        return f"{where}: {ast.unparse(self.expression)}"


def pairs_in_source() -> set[Triple]:
    """Everything that the program can find."""
    found: set[Triple] = set()
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        found |= set(
            pairs_in_module(
                ".".join(parts).removesuffix(".__init__"), path.read_text(encoding="utf-8")
            )
        )
    return found


def pairs_in_module(name: str, source: str) -> Iterator[Triple]:
    """The same for one module; UntraceableError where a code can come from elsewhere."""
    module = Module(name, ast.parse(source))
    _refuse_other_names(module)
    for call in module.calls:
        if scope := MADE.get(_name(call.func)):
            function = module.within.get(call)
            places = [Place(one, module, function) for one in _arguments(call, PLACES, module)]
            yield from ((scope, code, severity) for code, severity in _pairs(places))


def _refuse_other_names(module: Module) -> None:
    """Ways past the reading: another name for the class, a subclass, a code put in later."""
    for node in ast.walk(module.tree):
        match node:
            case ast.alias(name=name, asname=str()) if name in MADE:
                raise UntraceableError(f"{module.name}: {name} under another name")
            case ast.ClassDef(bases=bases) if any(_name(base) in MADE for base in bases):
                raise UntraceableError(f"{module.name}: {node.name} is made of one")
            case ast.Assign(value=ast.Name(id=name)) if name in MADE:
                raise UntraceableError(f"{module.name}: {name} under another name")
            case ast.Call(func=func, keywords=keywords) if _name(func) == "replace":
                if {"code", "severity", None} & {keyword.arg for keyword in keywords}:
                    raise UntraceableError(f"{module.name}:{node.lineno}: replaced")


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _arguments(call: ast.Call, names: Sequence[str], module: Module) -> list[ast.expr]:
    """What a call passes under these names, which are also the order of its first arguments."""
    if any(isinstance(one, ast.Starred) for one in call.args):
        raise UntraceableError(f"{module.name}:{call.lineno}: starred")
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    given |= dict(zip(names, call.args, strict=False))
    if not given.keys() >= set(names):
        raise UntraceableError(f"{module.name}:{call.lineno}: {names} not given")
    return [given[name] for name in names]


def _pairs(places: Sequence[Place]) -> Iterator[tuple[str, str]]:
    """Code and severity together, so that each code gets only its own severities."""
    function = next((one.function for one in places if _is_parameter(one)), None)
    if function is None:
        yield from product(*map(_values, places))
        return
    module = places[0].module
    calls = [call for call in module.calls if _name(call.func) == function.name]
    if not function.name.startswith("_") or not calls:
        raise UntraceableError(f"{module.name}: {function.name} may be called from anywhere")
    for call in calls:
        around = module.within.get(call)
        yield from _pairs([_passed(one, call, around) for one in places])


def _is_parameter(place: Place) -> bool:
    return isinstance(place.expression, ast.Name) and place.expression.id in _parameters(place)


def _parameters(place: Place) -> dict[str, ast.expr | None]:
    """The names of the function's parameters in their order, each with its default."""
    if place.function is None:
        return {}
    spec = place.function.args
    parameters: dict[str, ast.expr | None] = {one.arg: None for one in spec.args}
    late = [one.arg for one in spec.args][len(spec.args) - len(spec.defaults) :]
    parameters |= dict(zip(late, spec.defaults, strict=True))
    return parameters | {
        one.arg: default for one, default in zip(spec.kwonlyargs, spec.kw_defaults, strict=True)
    }


def _passed(place: Place, call: ast.Call, around: Function | None) -> Place:
    """A parameter as this call passes it; anything else stays what it is."""
    if not _is_parameter(place):
        return place
    name = place.expression.id  # type: ignore[attr-defined]
    parameters = _parameters(place)
    default = parameters[name]
    given = {keyword.arg: keyword.value for keyword in call.keywords}
    given |= dict(zip(parameters, call.args, strict=False))
    if any(isinstance(one, ast.Starred) for one in call.args):
        raise UntraceableError(f"{place.module.name}:{call.lineno}: starred")
    if name not in given and default is None:
        raise UntraceableError(f"{place.module.name}:{call.lineno}: {name} not given")
    return Place(given.get(name, default), place.module, around)  # type: ignore[arg-type]


def _values(place: Place) -> set[str]:
    match place.expression:
        case ast.Constant(value=str(value)):
            return {value}
        case ast.IfExp(body=body, orelse=orelse):
            return _values(place.to(body)) | _values(place.to(orelse))
        case ast.Attribute(value=ast.Name(id="constraint"), attr="severity"):
            return set(get_args(get_type_hints(Constraint)["severity"]))
        case ast.Name(id=name):
            return _values_of_name(place, name)
    raise UntraceableError(str(place))


def _values_of_name(place: Place, name: str) -> set[str]:
    """A name that the function sets or loops over, else a constant of the module."""
    values: set[str] = set()
    for node in ast.walk(place.function) if place.function else ():
        match node:
            case ast.Assign(targets=[target], value=value):
                if (at := _position(target, name)) is not None:
                    values |= _values(place.to(_element(place, value, at)))
            case ast.For(target=target, iter=ast.Call() as call):
                if (at := _position(target, name)) is not None:
                    values |= _yielded(place.to(call), call, at)
    constant = getattr(import_module(place.module.name), name, None) if not values else None
    if isinstance(constant, str):
        return {constant}
    if not values:
        raise UntraceableError(str(place))
    return values


def _position(target: ast.expr, name: str) -> int | None:
    """Where a name stands in the target of an assignment or a loop; -1 where it is all of it."""
    if isinstance(target, ast.Tuple):
        names = [_name(one) for one in target.elts]
        return names.index(name) if name in names else None
    return -1 if _name(target) == name else None


def _element(place: Place, value: ast.expr, position: int) -> ast.expr:
    if position == -1:
        return value
    if isinstance(value, ast.Tuple):
        return value.elts[position]
    raise UntraceableError(str(place))


def _yielded(place: Place, call: ast.Call, position: int) -> set[str]:
    """What a generator of the same module yields at a position of its tuples."""
    function = place.module.function(_name(call.func))
    if function is None:
        raise UntraceableError(str(place))
    values: set[str] = set()
    for node in ast.walk(function):
        inner = Place(call, place.module, function)
        match node:
            case ast.Yield(value=ast.expr() as value):
                values |= _values(inner.to(_element(inner, value, position)))
            case ast.YieldFrom(value=ast.Call() as other):
                values |= _yielded(inner.to(other), other, position)
            case ast.YieldFrom():
                raise UntraceableError(str(inner))
    return values
