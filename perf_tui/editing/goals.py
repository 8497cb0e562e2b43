"""Where typing a number or a name leads to: a page, or a field on it by a sign of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from unicodedata import normalize

from perf_tui.core.form import Form, Page
from perf_tui.core.form.pages import matching_pages
from perf_tui.core.numbers import clean_text

# The last letter goes before a second one: no sign is the beginning of another.
SIGNS, MORE = "123456789" + ascii_lowercase[:-1], ascii_lowercase[-1]


@dataclass(frozen=True, slots=True)
class Goal:
    """A page, or the field at `address` on it, which `sign` behind the page's number means."""

    page: Page
    address: str | None = None
    sign: str = ""


def goals(form: Form, texts: Mapping[str, str], typed: str) -> Sequence[Goal]:
    """What a text can mean: pages by number, name or initials, fields by number and sign.

    A number that means one page only brings its fields along; `texts` says which are asked for.
    """
    wanted = _plain(typed)
    pages = [Goal(page) for page in matching_pages(form.pages, typed)]
    if len(pages) == 1 and wanted.isdecimal():
        return [*pages, *_fields(form, texts, pages[0].page)]
    return pages or [
        goal
        for page, rest in _numbered(form, wanted)
        for goal in _fields(form, texts, page)
        if goal.sign.startswith(rest)
    ]


def picked(found: Sequence[Goal], typed: str, *, at_once: bool) -> Goal | None:
    """The goal that needs no more keys: a field's whole sign, or `at_once` a whole number."""
    wanted = _plain(typed)
    if len(found) == 1 and found[0].address and wanted.endswith(found[0].sign):
        return found[0]
    whole = wanted.isdecimal() and len({goal.page.id for goal in found}) == 1
    return found[0] if at_once and whole else None


def _plain(typed: str) -> str:
    return normalize("NFKC", clean_text(typed)).strip().lower()


def _numbered(form: Form, wanted: str) -> Iterator[tuple[Page, str]]:
    """The page whose number is the longest beginning of a text, and what follows it."""
    for end in range(len(wanted) - 1, 0, -1):
        number, rest = wanted[:end], wanted[end:]
        if number.isdecimal():
            found = [page for page in form.pages if page.number == int(number)]
            yield from ((page, rest) for page in found)
            if found:
                return


def _fields(form: Form, texts: Mapping[str, str], page: Page) -> Iterator[Goal]:
    shown = (at for at in page.addresses if form.fields[at].asked(texts))
    yield from (Goal(page, at, _sign(place)) for place, at in enumerate(shown))


def _sign(place: int) -> str:
    return SIGNS[place] if place < len(SIGNS) else MORE + SIGNS[place - len(SIGNS)]
