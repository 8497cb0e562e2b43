"""How the editor says what the user can do: by the keys in force."""

from __future__ import annotations

from collections.abc import Mapping


def ways(key_of: Mapping[str, str]) -> dict[str, str]:
    """Return action → how it is done, in words, like "按 F7".

    `key_of` has the key of each action.
    """
    said = {name: f"按 {key}" for name, key in key_of.items()}
    return said | {
        "again": "再按 Enter",
        "confirm": "按 Enter 确认",
        "evidence": f"{key_of['check']} 里逐项列出",
        "reopen": f"{said['finish']} 写明理由重新打开",
    }
