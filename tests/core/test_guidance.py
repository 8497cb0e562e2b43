"""What a page is about, in the form's own words."""

from perf_tui.core.guidance import about_page, wanted_evidence
from support.samples import township

FORM = township("township")


def test_indicators_and_sections_say_what_they_ask_for_and_other_pages_say_nothing() -> None:
    told = {page.kind: about_page(FORM, page) for page in FORM.pages}
    assert told["indicator"]
    assert told["section"]
    assert not any(words for kind, words in told.items() if kind not in ("indicator", "section"))


def test_only_indicators_want_evidence() -> None:
    wanted = {page.kind: wanted_evidence(FORM, page) for page in FORM.pages}
    assert [kind for kind, words in wanted.items() if words] == ["indicator"]
    assert wanted["indicator"].startswith("应备佐证：")
