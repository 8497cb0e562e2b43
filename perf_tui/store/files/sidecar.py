"""The program's own files beside a year's file, named after it, like `.2024.toml.journal`."""

from __future__ import annotations

import os
from hashlib import sha256
from itertools import count
from pathlib import Path

COMPANIONS = {"journal": "填写记录", "backups": "备份", "history.txt": "修改记录"}
USUAL_LONGEST = 255


def sidecar(path: Path, what: str) -> Path:
    """Return the path of the companion `what` of a file; for a link, of the file it leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.{what}")


def name_words(path: Path) -> str:
    """Return a sentence on the companions for which the file's name is too long, or ""."""
    here = sidecar(path, "lock")
    most = _longest_name(here.parent)
    missing = [
        what for end, what in COMPANIONS.items() if len(os.fsencode(sidecar(path, end).name)) > most
    ]
    if not missing:
        return ""
    lost = "，死机、断电会丢掉没有保存的内容" if COMPANIONS["journal"] in missing else ""
    room = (most - len("..history.txt" + ".toml")) // len("字".encode())
    return f"文件名太长，旁边放不下{'、'.join(missing)}{lost}；把文件名改到 {room} 个汉字以内再打开"


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


def _longest_name(folder: Path) -> int:
    """Return how many bytes a name may have in a folder."""
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (OSError, AttributeError):  # Windows has no such call
        return USUAL_LONGEST


def put_aside(path: Path) -> Path:
    """Rename a file to a free name at which nothing will look for it, and return the new path.

    Raises OSError if that fails.
    """
    names = (path.with_name(f"{path.name}.{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    path.rename(aside)
    return aside


def digest_of(content: bytes) -> str:
    """Return the SHA-256 digest of a file's bytes, which tells its versions apart."""
    return sha256(content).hexdigest()
