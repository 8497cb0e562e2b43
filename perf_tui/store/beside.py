"""The program's own files beside a year's file, each named after it: `.2024.toml.journal`."""

from __future__ import annotations

import os
from hashlib import sha256
from itertools import count
from pathlib import Path

COMPANIONS = {"journal": "填写记录", "backups": "备份", "history.txt": "修改记录"}
USUAL_LONGEST = 255


def beside(path: Path, what: str) -> Path:
    """Where a file of the program's own lies; a link has those of the file it leads to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.{what}")


def name_words(path: Path) -> str:
    """What cannot lie beside a file because its name is too long, as a sentence; "" for nothing."""
    here = beside(path, "lock")
    most = _longest_name(here.parent)
    missing = [
        what for end, what in COMPANIONS.items() if len(os.fsencode(beside(path, end).name)) > most
    ]
    if not missing:
        return ""
    lost = "，死机、断电会丢掉没有保存的内容" if COMPANIONS["journal"] in missing else ""
    room = (most - len("..history.txt" + ".toml")) // len("字".encode())
    return f"文件名太长，旁边放不下{'、'.join(missing)}{lost}；把文件名改到 {room} 个汉字以内再打开"


def _longest_name(folder: Path) -> int:
    """How many bytes a name may have in a folder."""
    try:
        return os.pathconf(folder, "PC_NAME_MAX")
    except (OSError, AttributeError):  # Windows has no such call
        return USUAL_LONGEST


def put_aside(path: Path) -> Path:
    """Give a file a name at which nothing looks for it, and nothing removes it; the new path."""
    names = (path.with_name(f"{path.name}.{number}") for number in count(1))
    aside = next(name for name in names if not name.exists())
    path.rename(aside)
    return aside


def digest_of(content: bytes) -> str:
    """What tells one version of a file from every other."""
    return sha256(content).hexdigest()
