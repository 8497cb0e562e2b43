"""Sentence templates: a text replaces `{name}`, and `[…]` vanishes if a name in it is blank.

`{{`, `}}`, `[[` and `]]` are literal. Brackets do not nest.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeAlias

# Stands for a value while the template's punctuation is tidied, so that values stay untouched.
_VALUE: Final = "\0"
_TOKEN: Final = re.compile(
    r"(?P<literal>\{\{|\}\}|\[\[|\]\]|[^{}\[\]\0]+)"
    r"|\{(?P<name>[a-z_][a-z0-9_]*)\}"
    r"|(?P<open>\[)|(?P<close>\])"
)
_BEFORE_STOP: Final = re.compile(r"[，、；]+(?=[，、；。\n]|\Z)")
_AFTER_STOP: Final = re.compile(r"(?<![^。\n])[，、；。]+")


class TemplateError(ValueError):
    """A template that cannot be read. `offset` is the 0-based column of the trouble."""

    def __init__(self, trouble: str, offset: int) -> None:
        super().__init__(f"句子模板第 {offset + 1} 个字符处{trouble}")
        self.offset = offset


class Slot(NamedTuple):
    """A place in a sentence for the fact of this name."""

    name: str


_Parts: TypeAlias = tuple[str | Slot, ...]


class _Clause(NamedTuple):
    """A stretch of the template. One in brackets is optional."""

    parts: _Parts
    optional: bool

    @property
    def names(self) -> frozenset[str]:
        return frozenset(part.name for part in self.parts if isinstance(part, Slot))


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence with slots for facts. Templates are equal if their sources are.

    `required` are the names outside brackets.
    """

    source: str
    names: frozenset[str]
    required: frozenset[str]
    _clauses: tuple[_Clause, ...] = field(repr=False, compare=False)

    def fill(self, texts: Mapping[str, str | None], blank: Callable[[str], str]) -> str:
        """Return the sentence with the texts inserted as they are.

        A name is blank if its text is missing, None or empty. `blank(name)` returns the visible gap
        for a blank name outside brackets. Where a clause has vanished, punctuation of the template
        is dropped at the start, at the end and beside another mark.
        """
        kept = [
            part
            for clause in self._clauses
            if not clause.optional or all(texts.get(name) for name in clause.names)
            for part in clause.parts
        ]
        frame = "".join(part if isinstance(part, str) else _VALUE for part in kept)
        values = [
            texts.get(part.name) or blank(part.name) for part in kept if isinstance(part, Slot)
        ]
        literals = _tidy(frame).split(_VALUE)
        return literals[0] + "".join(
            value + literal for value, literal in zip(values, literals[1:], strict=True)
        )


def compile_template(source: object) -> Template:
    """Compile a template of a form file. Raises TemplateError, and nothing else."""
    if not isinstance(source, str):
        raise TemplateError("不是一段文字，用引号括起来", 0)
    clauses = tuple(_clauses(source))
    names = frozenset[str]().union(*(clause.names for clause in clauses))
    required = frozenset[str]().union(*(clause.names for clause in clauses if not clause.optional))
    return Template(source, names, required, clauses)


def template_of(*parts: str | Slot) -> Template:
    """Return the template of words as they are and of slots, without compiling its source."""
    said = [f"{{{one.name}}}" if isinstance(one, Slot) else _escaped(one) for one in parts]
    clause = _Clause(parts, optional=False)
    names = clause.names
    return Template("".join(said), names, names, (clause,))


def _escaped(words: str) -> str:
    # Nearly all words are without any, and translating them takes thirty times longer.
    return words.translate(MARKS) if _MARK.search(words) else words


_MARK: Final = re.compile(r"[{}\[\]]")
MARKS: Final = str.maketrans({"{": "{{", "}": "}}", "[": "[[", "]": "]]"})


def _tidy(frame: str) -> str:
    return _AFTER_STOP.sub("", _BEFORE_STOP.sub("", frame))


def _clauses(source: str) -> Iterator[_Clause]:
    parts: list[str | Slot] = []
    opened: int | None = None
    for token in _tokens(source):
        if token["literal"]:
            parts.append(_unescape(token["literal"]))
        elif token["name"]:
            parts.append(Slot(token["name"]))
        elif token["open"]:
            if opened is not None:
                raise TemplateError("又开了一个方括号，方括号里不能再套方括号", token.start())
            yield _Clause(tuple(parts), optional=False)
            parts, opened = [], token.start()
        else:
            yield _optional(parts, opened, token.start())
            parts, opened = [], None
    if opened is not None:
        raise TemplateError("的方括号没有合上，补上 ]", opened)
    yield _Clause(tuple(parts), optional=False)


def _tokens(source: str) -> Iterator[re.Match[str]]:
    place = 0
    while place < len(source):
        token = _TOKEN.match(source, place)
        if token is None:
            raise TemplateError("读不下去，字段写成 {字段名}，要印出括号就写两遍", place)
        yield token
        place = token.end()


def _optional(parts: list[str | Slot], opened: int | None, closed: int) -> _Clause:
    if opened is None:
        raise TemplateError("多了一个 ]，删去它或补上 [", closed)
    clause = _Clause(tuple(parts), optional=True)
    if not clause.names:
        raise TemplateError("的方括号里没有字段，加上字段或去掉方括号", opened)
    return clause


def _unescape(literal: str) -> str:
    return literal[0] if literal in ("{{", "}}", "[[", "]]") else literal
