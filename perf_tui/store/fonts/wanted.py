"""The fonts that GB/T 9704-2012 prescribes, and stand-ins for those that a machine lacks."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Font:
    """A font by its Chinese name, with its use and its stand-ins, the best one first."""

    name: str
    use: str
    stand_ins: tuple[str, ...]


FONTS = (
    Font("方正小标宋简体", "标题", ("华文中宋", "宋体")),
    Font("仿宋_GB2312", "正文", ("仿宋", "华文仿宋")),
    Font("黑体", "一级标题", ("华文细黑", "微软雅黑")),
    Font("楷体_GB2312", "二级标题", ("楷体", "华文楷体")),
    Font("宋体", "页码", ("新宋体", "华文宋体")),
)
# Files and systems use either name.
ENGLISH = {
    "方正小标宋简体": "FZXiaoBiaoSong-B05S",
    "仿宋_GB2312": "FangSong_GB2312",
    "黑体": "SimHei",
    "楷体_GB2312": "KaiTi_GB2312",
    "宋体": "SimSun",
    "华文中宋": "STZhongsong",
    "仿宋": "FangSong",
    "华文仿宋": "STFangsong",
    "华文细黑": "STXihei",
    "微软雅黑": "Microsoft YaHei",
    "楷体": "KaiTi",
    "华文楷体": "STKaiti",
    "新宋体": "NSimSun",
    "华文宋体": "STSong",
}


def is_installed(name: str, installed: Collection[str]) -> bool:
    """Whether a font is installed. The names in `installed` are casefolded."""
    return name.casefold() in installed or ENGLISH[name].casefold() in installed


def stand_in(font: Font, installed: Collection[str]) -> str:
    """Return the best stand-in that is installed, or an empty string if there is none."""
    return next((name for name in font.stand_ins if is_installed(name, installed)), "")


def missing_fonts_notice(installed: Collection[str]) -> str:
    """Return a short sentence on how many fonts are missing, or an empty string if none is."""
    missing = sum(not is_installed(font.name, installed) for font in FONTS)
    return f"这台电脑缺 {missing} 种公文字体，用 perf-tui doctor 看" if missing else ""
