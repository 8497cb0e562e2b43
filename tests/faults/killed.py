"""What the user of a program knew when it was killed, and what is found afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from faults.figure import ALTERED, FALSE_SAVED, FIELD_LOST
from perf_tui.store.forms import load_form
from perf_tui.store.keeping.opened_file import open_file
from perf_tui.store.years.checksum import intact
from perf_tui.store.years.year_file import YearFile, format_year, parse_year


@dataclass(slots=True)
class Desk:
    """What the user knows: `versions` are the texts after each accepted field, the last of them
    the newest; the file holds the one numbered `saved` at least; `flying` is what was under way.
    """

    path: Path
    versions: list[dict[str, str]]
    saved: int = 0
    row: int = 0
    flying: tuple[str, str] | None = None
    troubles: list[str] = field(default_factory=list)
    lost: int = 0


def look(open_year: Desk) -> None:
    """The oracle; afterwards all lies as the next start will find it."""
    content = open_year.path.read_bytes()
    if not intact(content):
        open_year.troubles.append(f"{ALTERED}: its checksum does not hold")
        return
    file = parse_year(content, load_form)
    on_disk = dict(file.year.texts)
    if format_year(YearFile(file.form, file.year, file.unknown)) != content:
        open_year.troubles.append(f"{ALTERED}: it is no version that was saved")
    known = [dict(one) for one in open_year.versions[open_year.saved :]]
    if on_disk not in [*known, _flown(open_year)]:
        open_year.troubles.append(f"{FALSE_SAVED}: the file is older than what was announced")
    opened = open_file(open_year.path, load_form)
    opened.keeper.close()
    remains = opened.remains
    if remains and not (remains.year and remains.fits and remains.whole and remains.first):
        open_year.troubles.append(f"{FIELD_LOST}: the journal cannot be used")
    found = dict(remains.year.texts) if remains and remains.year else on_disk
    open_year.lost = _lost(open_year, found)
    open_year.versions, open_year.saved = [on_disk, found] if remains else [found], 0
    _look_at_report(open_year)


def _flown(open_year: Desk) -> dict[str, str]:
    """The texts with what was under way."""
    return open_year.versions[-1] | dict([open_year.flying] if open_year.flying else [])


def _lost(open_year: Desk, found: dict[str, str]) -> int:
    """How many fields are not as they were typed; only what was being typed may be one."""
    wanted, before = _flown(open_year), open_year.versions[-1]
    lost = [at for at in wanted.keys() | found.keys() if wanted.get(at) != found.get(at)]
    for at in lost:
        old, now = before.get(at, ""), found.get(at, "")
        if (
            not open_year.flying
            or at != open_year.flying[0]
            or not (now == old or wanted[at].startswith(now))
        ):
            open_year.troubles.append(f"{FIELD_LOST}: {at} is {now!r}, not {wanted.get(at)!r}")
    return len(lost)


def _look_at_report(open_year: Desk) -> None:
    """What was exported is there as a whole, or not at all."""
    report = open_year.path.with_suffix(".docx")
    if not report.exists():
        return
    try:
        with ZipFile(report) as package:
            bad = package.testzip()
    except BadZipFile as error:
        bad = str(error)
    if bad:
        open_year.troubles.append(f"{ALTERED}: the report, {bad}")
