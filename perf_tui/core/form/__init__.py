"""Form definitions: the models of the files, the fields and pages they make, and their lint."""

from perf_tui.core.form.definition import Form
from perf_tui.core.form.fields import Field
from perf_tui.core.form.models import Fact, Indicator, Section, Severity
from perf_tui.core.form.pages import Page
from perf_tui.core.form.scheme import Scheme

__all__ = ["Fact", "Field", "Form", "Indicator", "Page", "Scheme", "Section", "Severity"]
