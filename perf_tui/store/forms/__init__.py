"""Form sets on disk: reading, finding, checking, adding them; and the library beside them."""

from perf_tui.store.forms.checking import check_forms
from perf_tui.store.forms.finding import forms_beside, load_form
from perf_tui.store.forms.installed import ROOTS, form_folder, is_installed
from perf_tui.store.forms.library import load_library
from perf_tui.store.forms.reading import is_path_of_set, read_form, tables_in

__all__ = [
    "ROOTS",
    "check_forms",
    "form_folder",
    "forms_beside",
    "is_installed",
    "is_path_of_set",
    "load_form",
    "load_library",
    "read_form",
    "tables_in",
]
