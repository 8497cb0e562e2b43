"""argparse in Chinese: its headings, and its errors as one sentence that says where to look."""

from __future__ import annotations

import re
from argparse import Action, ArgumentParser, HelpFormatter
from collections.abc import Iterable
from typing import Any, NoReturn

from perf_tui.cli.output import err

UNUSABLE = 2
UNKNOWN_COMMAND = re.compile(
    r"argument 命令: invalid choice: '?(.*?)'? \(choose from (.+)\)", re.DOTALL
)
COMPLAINTS = (
    (r"the following arguments are required: (?P<a>.+)", "缺少 {a}"),
    (r"unrecognized arguments: (?P<a>.+)", "不认识 {a}"),
    (r"argument (?P<a>.+?): expected .+", "{a} 后面缺少内容"),
    (r"argument (?P<a>.+?): ignored explicit argument .+", "{a} 后面不带内容"),
    (
        r"argument (?P<a>.+?): invalid choice: '?(?P<b>.*?)'? \(choose from (?P<c>.+)\)",
        "{a} 里没有 {b}，有的是 {c}",
    ),
    (r"argument (?P<a>.+?): (?P<b>.+)", "{a} {b}"),
)


class ChineseFormatter(HelpFormatter):
    """A help formatter with a Chinese heading for the usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Add the usage as argparse does, with another default for the prefix."""
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


class ChineseParser(ArgumentParser):
    """A parser with Chinese messages. Usage errors exit with status 2."""

    def __init__(self, **settings: Any) -> None:
        settings |= {"add_help": False, "allow_abbrev": False, "formatter_class": ChineseFormatter}
        super().__init__(**settings)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with the command line, and exit."""
        err(f"{self.prog}：{translated(message)}；用 {self.prog} --help 看写法")
        self.exit(UNUSABLE)


def translated(complaint: str) -> str:
    """Return an error message of argparse in Chinese, a general one if it is unknown."""
    if unknown := UNKNOWN_COMMAND.fullmatch(complaint):
        return _no_command(unknown[1], _listed(unknown[2]))
    for pattern, words in COMPLAINTS:
        if found := re.fullmatch(pattern, complaint, re.DOTALL):
            parts = found.groupdict()
            if "c" in parts:
                parts["c"] = "、".join(_listed(parts["c"]))
            return words.format(**parts)
    return "写法不对"


def _no_command(name: str, known: list[str]) -> str:
    from perf_tui.core.form.problems import nearest, shown  # not needed for help

    hint = nearest(name, known) or f"，有的是 {'、'.join(known)}"
    return f"没有“{shown(name)}”这个命令{hint}"


def _listed(choices: str) -> list[str]:
    """Return the words in a list such as "'open', 'demo'"."""
    return choices.replace("'", "").split(", ")
