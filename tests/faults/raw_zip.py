"""Zip files with anything in their headers, and content that is gigabytes once it is unpacked."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

STORED, DEFLATED = 0, 8
ENCRYPTED = 1
MEGABYTE = 2**20


@dataclass(frozen=True, slots=True)
class Entry:
    """A part as it lies in the file: packed already, with what its headers say of it."""

    name: str
    packed: bytes
    size: int
    crc: int
    method: int = DEFLATED
    flags: int = 0
    extra: bytes = b""
    comment: bytes = b""


def entry(name: str, content: str | bytes) -> Entry:
    """An honest one."""
    plain = content.encode() if isinstance(content, str) else content
    packer = zlib.compressobj(wbits=-15)
    packed = packer.compress(plain) + packer.flush()
    return Entry(name, packed, len(plain), zlib.crc32(plain))


@cache
def bomb(begin: bytes, again: bytes, megabytes: int = 1024) -> bytes:
    """What unpacks to `begin` and then the same over and over."""
    packer = zlib.compressobj(wbits=-15)
    first = packer.compress(begin) + packer.flush(zlib.Z_FULL_FLUSH)
    piece = again * (MEGABYTE // len(again))
    repeated = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    return first + repeated * megabytes + packer.flush()


def raw_zip(entries: Iterable[Entry], directory_size: int | None = None) -> bytes:
    """The file; `directory_size` is what it says of its list of parts, the truth by default."""
    body, directory, count = bytearray(), bytearray(), 0
    for one in entries:
        count += 1
        name = one.name.encode()
        sizes = struct.pack("<LLL", one.crc, len(one.packed), one.size)
        kind = struct.pack("<HHHHH", 20, one.flags, one.method, 0, 33)
        lengths = struct.pack("<HH", len(name), len(one.extra))
        place = len(body)
        body += b"PK\x03\x04" + kind + sizes + lengths + name + one.extra + one.packed
        more = struct.pack("<HHHLL", len(one.comment), 0, 0, 0, place)
        directory += b"PK\x01\x02" + b"\x14\x00" + kind + sizes + lengths + more
        directory += name + one.extra + one.comment
    size = len(directory) if directory_size is None else directory_size
    counts = struct.pack("<HHHH", 0, 0, count & 0xFFFF, count & 0xFFFF)
    end = b"PK\x05\x06" + counts + struct.pack("<LLH", size, len(body), 0)
    return bytes(body + directory + end)
