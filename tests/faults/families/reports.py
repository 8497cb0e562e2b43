"""Reports of Word and of text: hostile, and damaged."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from faults.families.damage import ended
from faults.figure import BUG, Figure
from faults.hostile_reports import REFUSED, USED
from faults.reading import flips, prefixes
from faults.strange_claims import CLAIMS
from perf_tui.reader import ReportError
from perf_tui.reader.word import word_lines
from support.measured import measured
from support.word import level, listed, numbers, paragraph, scheme, word

LISTS = scheme(0, level(0, "chineseCounting", "%1、")) + numbers(1, 0)


def hostile_reports(folder: Path) -> Iterator[Figure]:
    """The corpora through the commands that read reports."""
    path, out = folder / "report.docx", folder / "out.toml"
    imported = ("import", path, "-o", out, "--force")
    tried = (
        ("refused", ("audit", path), True, REFUSED.values()),
        ("read", ("audit", path, "--text"), False, USED.values()),
        ("audited", ("audit", path), None, (partial(bytes, one) for one in CLAIMS.values())),
        ("imported", imported, None, (partial(bytes, one) for one in CLAIMS.values())),
    )
    for fault, command, refused, contents in tried:
        done = []
        for make in contents:
            path.write_bytes(make())
            done.append(measured(*command, cwd=folder))
        yield ended(f"hostile report: {fault}", done, refused=refused)


def damaged_reports(_: Path, step: int = 1) -> Iterator[Figure]:
    """Every prefix and every bit of a small Word file, or one in `step`: read, or refused."""
    content = word(listed("基本情况", 1) + paragraph("满分"), LISTS)
    good = word_lines(content)
    for fault, versions in (("truncations", prefixes), ("bit flips", flips)):
        found = [_read(version) for version in versions(content, step)]
        bugs = [one for one in found if isinstance(one, str)]
        other = [one for one in found if isinstance(one, tuple) and one not in (good, ())]
        told = f"{found.count(good)} read as they were, {len(other)} otherwise"
        yield Figure(f"Word: {fault}", len(found), tuple(bugs), told, {fault: len(found)})


def _read(content: bytes) -> tuple[str, ...] | str:
    """The lines, none where they are refused; what was raised otherwise."""
    try:
        return word_lines(content)
    except ReportError:
        return ()
    except Exception as error:  # noqa: BLE001 — which is what is looked for
        return f"{BUG}: {error!r}"


FAMILIES = (hostile_reports, damaged_reports)
