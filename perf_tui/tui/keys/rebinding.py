"""The user's own keys in place of the actions' default keys."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from perf_tui.tui.keys.bindings import Action, key_name

# Keys that work while a Chinese input method is on. Ctrl+H, I, J and M are left out, because
# terminals send them as Backspace, Tab and Enter.
ALLOWED = re.compile(r"(shift\+|ctrl\+)?f([1-9]|1\d|2[0-4])|ctrl\+[a-gk-ln-z]")


def rebind(
    defaults: Sequence[Action], wanted: Mapping[str, str]
) -> tuple[tuple[Action, ...], tuple[str, ...]]:
    """Return the actions with the keys in force, and a sentence for each wish that is refused.

    `wanted` maps an action's name to its keys, separated by commas.
    """
    names = {action.name: action for action in defaults}
    wishes = {name: _spelled(keys) for name, keys in wanted.items()}
    refused = {name: f"设置里的 keys.{name} 没有这个动作" for name in wishes if name not in names}
    for name in wishes.keys() & names.keys():
        if bad := [key for key in wishes[name].split(",") if not ALLOWED.fullmatch(key)]:
            refused[name] = f"设置里的 keys.{name} 用不了 {bad[0]}，改用功能键或 Ctrl 加字母"
    while True:
        met = {name: keys for name, keys in wishes.items() if name not in refused}
        actions = tuple(replace(one, keys=met.get(one.name, one.keys)) for one in defaults)
        clash = _clash(actions, met)
        if clash is None:
            return actions, tuple(refused[name] for name in wishes if name in refused)
        name, key, label = clash
        refused[name] = f"设置里的 keys.{name} 用不了 {key_name(key)}，“{label}”在用，换一个键"


def _spelled(keys: str) -> str:
    return ",".join(dict.fromkeys(key.strip().lower() for key in keys.split(",")))


def _clash(actions: Sequence[Action], met: dict[str, str]) -> tuple[str, str, str] | None:
    """Return the last wish that takes another action's key, the key, and the other's label."""
    for name in reversed(met):
        for other in actions:
            taken = set(met[name].split(",")).intersection(other.keys.split(","))
            if taken and other.name != name:
                return name, min(taken), other.label
    return None
