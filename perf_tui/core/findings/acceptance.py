"""Reasons for which warnings are accepted, each valid for the figures it was given for."""

from __future__ import annotations

import re
from dataclasses import replace
from zlib import crc32

from perf_tui.core.answers.year import Year
from perf_tui.core.findings.finding import Finding

ACCEPTED, BASIS = "accepted", "accepted_for"
_FIGURES = re.compile(r"[0-9.]+")


def with_reason(finding: Finding, year: Year) -> Finding:
    """Return the finding with the reason that the year keeps for it, if it is a warning.

    Once what it was given for has changed, the reason has lapsed. A reason without a basis, as
    somebody may write it into the file, does not lapse.
    """
    if finding.severity != "warning":
        return finding
    reason, basis = (year.text(f"{table}.{finding.key}") for table in (ACCEPTED, BASIS))
    if not reason:
        return finding
    if basis and basis != _basis(finding, year):
        return replace(finding, lapsed=reason)
    return replace(finding, accepted=reason)


def acceptance(finding: Finding, year: Year, reason: str) -> dict[str, str]:
    """Return the texts that accept a finding for a reason, as address → text.

    An empty reason takes the acceptance back.
    """
    basis = reason and _basis(finding, year)
    return {f"{ACCEPTED}.{finding.key}": reason, f"{BASIS}.{finding.key}": basis}


def place_of_acceptance(address: str) -> str | None:
    """Return the field at which a reason kept at `address` was given, else None."""
    table, _, key = address.partition(".")
    return key.split("/")[1] if table in (ACCEPTED, BASIS) and "/" in key else None


def _basis(finding: Finding, year: Year) -> str:
    """Return eight digits for what a reason is given for: the texts of all fields that take part.

    Some warnings depend on more than their fields, so the figures in the message count as well. The
    text of a passage does not count, because a corrected comma must not void a reason.
    """
    texts = (year.text(at) for at in finding.places if not _is_passage(at))
    parts = (*texts, *_FIGURES.findall(finding.message))
    return f"{crc32(chr(0).join(parts).encode('utf-8', 'replace')):08x}"


def _is_passage(address: str) -> bool:
    return address.startswith("sections.") or address.endswith(".paragraph")
