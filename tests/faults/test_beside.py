"""What lies beside a year's file may be anything: it is used, told, or left alone, never obeyed."""

from __future__ import annotations

import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from faults.forked import measured
from faults.reading import BUG
from perf_tui.store.files.sidecar import sidecar
from support.samples import JIANLONG

KINDS = ("journal", "lock", "backups", "history.txt")


def sealed(*lines: bytes) -> bytes:
    """A journal's lines with seals that fit."""
    seal, out = "", b""
    for line in lines:
        seal = sha256(seal.encode() + line).hexdigest()[:32]
        out += seal.encode() + b" " + line + b"\n"
    return out


def _made(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


ORIGIN = b'{"form": "township", "year": 2024, "base": "x", "begun": "2024"}'
HOSTILE: dict[str, Callable[[Path], object]] = {
    "fifo": lambda path: os.mkfifo(path),  # noqa: PLW0108 — not every system has it
    "folder": Path.mkdir,
    "link round": lambda path: path.symlink_to(path.name),
    "link to a device": lambda path: path.symlink_to("/dev/full"),
    "nothing": _made(b""),
    "noise": _made(bytes(range(256)) * 4096),
    "huge": _made(b"x\n" * 2**24),
    "brackets": _made(b"[" * 100_000),
    "sealed noise": _made(sealed(b"\xff")),
    "sealed brackets": _made(sealed(b"[" * 100_000)),
    "sealed list": _made(sealed(b"[]")),
    "sealed digits": _made(sealed(b'{"year": %s}' % (b"9" * 5000))),
    "sealed noise behind a beginning": _made(sealed(ORIGIN, b"[" * 100_000)),
    "sealed texts": _made(
        sealed(ORIGIN, b'{"at": [], "version": 1, "texts": {"unit.name": "\\u001b"}}')
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("kind", KINDS)
def test_filling_and_saving_goes_on(tmp_path: Path, kind: str, name: str) -> None:
    path = tmp_path / "2024.toml"
    path.write_bytes(JIANLONG.read_bytes())
    HOSTILE[name](sidecar(path, kind))
    done = measured("fill", path, cwd=tmp_path, text="\n健龙\n.q\n".encode())
    assert done.status == 0, done.err
    assert "Traceback" not in done.err
    assert BUG not in done.err
    assert "已保存到" in done.err
    assert 'short_name = "健龙"' in path.read_text(encoding="utf-8")
