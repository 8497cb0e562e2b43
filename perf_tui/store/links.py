"""Warning of a file with several names (hard links), which part once one of them is saved."""

from __future__ import annotations

import os
from pathlib import Path


def link_words(path: Path) -> str:
    """Return a sentence on what saving does to the file's other names, or "" if it has none.

    Saving puts a new file in place of the old one at one name, so the others keep the old one.
    """
    real = Path(os.path.realpath(path))
    try:
        mine = real.stat()
        if mine.st_nlink < 2:
            return ""
        with os.scandir(real.parent) as entries:
            others = [one.name for one in entries if one.inode() == mine.st_ino]
    except OSError:
        return ""
    others = sorted({*others} - {real.name})
    first = (
        f"{real.name} 和 {'、'.join(others)} 是同一个文件的几个名字"
        if others
        else (f"{real.name} 在别的文件夹里还有一个名字")
    )
    old = "、".join(others) or "那一份"
    return f"{first}（硬链接）；在这里保存后就分开了，{old} 里还是旧内容，以后只填其中一份"
