"""Every rule by its code: what it finds, how grave that is, its threshold and its basis.

`year.py` and `report.py` are the table. A code that a rule gives to a finding and that does not
stand there, or stands there without a rule, fails a test.
"""

from collections.abc import Mapping

from perf_tui.checks.catalogue.entries import CatalogueEntry, Scope
from perf_tui.checks.catalogue.report import REPORT
from perf_tui.checks.catalogue.year import YEAR

CATALOGUE: Mapping[Scope, tuple[CatalogueEntry, ...]] = {"year": YEAR, "report": REPORT}
"""What is checked → its rules in the order of the table. A code may stand under both scopes."""

SCOPES: Mapping[Scope, str] = {"year": "年度", "report": "报告"}
"""What each scope is called on the command line."""

__all__ = ["CATALOGUE", "SCOPES", "CatalogueEntry", "Scope"]
