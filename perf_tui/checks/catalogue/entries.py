"""What the catalogue says of a rule, and the sources that rules are drawn from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from perf_tui.core.form import Scheme, Severity
from perf_tui.core.numbers.rounding import plain

Scope = Literal["year", "report"]
"""A year's answers, as `check` judges them, or a finished report, as `audit` does."""

# The sources. Those of the finance side are known from its forms and its practice, without the
# number of a document or an article: none is to be added here that nobody has seen.
RECEIVED = "财政部门接收自评表的审核要求"
RETURNED = "财政部门退回自评报告的常见原因"
REGIONAL = "部分地区的封顶规定"
SCORING = "自评计分办法"
TABLE = "自评表格式（重庆）"
OUTLINE = "自评报告的通行结构"
PRACTICE = "自评工作惯例"
FORM = "表单的规定"
ARITHMETIC = "算术"
CALENDAR = "公历"
WRITING = "公文写作惯例"
LAYOUT = "公文格式 GB/T 9704—2012"
NUMERALS = "出版物上数字用法 GB/T 15835"

_KEY = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One rule's line: `finds` and `basis` are phrases in Chinese without a full stop.

    `severities` are all those that its findings may have. `threshold` is empty for a rule without
    one. A number that the form sets stands in it as the key of the scheme: `{low_execution}`.
    """

    code: str
    severities: tuple[Severity, ...]
    finds: str
    basis: str
    threshold: str = ""

    @property
    def form_keys(self) -> tuple[str, ...]:
        """The keys under [scheme] in form.toml that set the threshold, empty if code sets it."""
        return tuple(_KEY.findall(self.threshold))

    def threshold_in(self, scheme: Scheme) -> str:
        """Return the threshold with the scheme's numbers in it, empty for a rule without one."""
        return _KEY.sub(lambda key: plain(getattr(scheme, key[1])), self.threshold)
