"""The part word/settings.xml."""

from __future__ import annotations

from perf_tui.render.docx.xml import root, w


def settings() -> str:
    """Odd and even footers, Chinese, and the layout of a current Word."""
    return root(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=420),
        w("evenAndOddHeaders"),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", _compatible("compatibilityMode", 15)),
        w("themeFontLang", val="en-US", eastAsia="zh-CN"),
    )


def _compatible(name: str, value: int) -> str:
    return w("compatSetting", name=name, uri="http://schemas.microsoft.com/office/word", val=value)
