"""How the prompts say what the user can do: the command for each action."""

from __future__ import annotations

WAYS = {
    "again": "再输一次",
    "choose": "输 .上年",
    "confirm": "按回车确认",
    "evidence": "输 .佐证 看缺哪些",
    "export": "输 .导出",
    "reopen": "输 .重开 和理由",
    "rewrite": "输 .改写",
    "save": "输 .存",
    "undo": "输 .撤销",
}
"""Action → how it is done, in words."""
