"""`perf-tui check`: everything that is wrong or doubtful, page by page."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator, Sequence
from itertools import groupby

from perf_tui.checks import judge
from perf_tui.cli.files import read_beside_last, read_standing
from perf_tui.cli.findings import as_object, counted
from perf_tui.cli.output import say
from perf_tui.core.findings import SEVERITIES, Finding, errors_of
from perf_tui.core.standing import Standing
from perf_tui.showing.glyphs import ASCII, FULL

WHOLE = "整体"


def run(arguments: Namespace) -> int:
    """Print the findings as text or as JSON; 1 where an error is among them."""
    if arguments.against:
        standing = read_standing(arguments.file, arguments.against)
    else:
        standing = read_beside_last(arguments.file)
    findings = judge(standing)
    if arguments.json:
        say(json.dumps(as_object(findings), ensure_ascii=False, indent=2))
    else:
        glyphs = ASCII if arguments.ascii else FULL
        say(glyphs.spell("\n".join(as_lines(standing, findings))))
    return int(bool(errors_of(findings)))


def as_lines(standing: Standing, findings: Sequence[Finding]) -> Iterator[str]:
    """The unit and the year, the findings under their pages, then how many there are."""
    yield f"{standing.unit}  {standing.year.year} 年"
    yield ""
    for page, group in groupby(findings, key=lambda finding: _page(standing, finding)):
        yield page
        for finding in group:
            yield f"  {SEVERITIES[finding.severity]}  {finding.sentence}"
        yield ""
    yield counted(findings)


def _page(standing: Standing, finding: Finding) -> str:
    page = standing.form.home_of.get(finding.field or "")
    if page is None:
        return WHOLE
    return page.title if page.number is None else f"{page.number} {page.title}"
