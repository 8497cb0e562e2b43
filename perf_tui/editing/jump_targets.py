"""Where a typed number or name leads: to a page, or to a field on it by its own character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from unicodedata import normalize

from perf_tui.core.form import Form, Page
from perf_tui.core.form.pages import matching_pages
from perf_tui.core.numbers import clean_text
from perf_tui.editing.refusing import RefusedError

NUMBERS_APART = re.compile(r"(\d{1,4})\s+(\d{1,4})")
NO_PAGE = "没有第 {number} 项"
NO_FIELD = "“{page}”有 {count} 栏，没有第 {ordinal} 栏"
# z only introduces a second character, so that no shortcut is the beginning of another's.
SHORTCUTS, MORE = "123456789" + ascii_lowercase[:-1], ascii_lowercase[-1]


@dataclass(frozen=True, slots=True)
class JumpTarget:
    """A page, or the field at `address` on it.

    `shortcut` is what is typed behind the page's number to mean the field, empty for a page.
    """

    page: Page
    address: str | None = None
    shortcut: str = ""


def jump_targets(form: Form, texts: Mapping[str, str], typed: str) -> Sequence[JumpTarget]:
    """Return what `typed` can mean: pages by number, name or initials, or fields behind a number.

    A number that can only mean one page returns the fields of that page too. `texts` are the
    year's answers, which decide which fields are asked for.
    """
    wanted = _plain(typed)
    pages = [JumpTarget(page) for page in matching_pages(form.pages, typed)]
    if len(pages) == 1 and wanted.isdecimal():
        return [*pages, *_fields(form, texts, pages[0].page)]
    return pages or [
        target
        for page, rest in _numbered(form, wanted)
        for target in _fields(form, texts, page)
        if target.shortcut.startswith(rest)
    ]


def field_at(form: Form, texts: Mapping[str, str], typed: str) -> JumpTarget | None:
    """Return the field that two numbers apart mean: "14 10" is the tenth field of page 14.

    The fields are counted as the year asks for them. Raises RefusedError if there is no such page
    or field; returns None if `typed` is anything else.
    """
    found = NUMBERS_APART.fullmatch(_plain(typed))
    if found is None:
        return None
    number, ordinal = int(found[1]), int(found[2])
    page = next((page for page in form.pages if page.number == number), None)
    if page is None:
        raise RefusedError(NO_PAGE, number=str(number))
    fields = list(_fields(form, texts, page))
    if not 0 < ordinal <= len(fields):
        raise RefusedError(NO_FIELD, page=page.title, count=str(len(fields)), ordinal=str(ordinal))
    return fields[ordinal - 1]


def picked(found: Sequence[JumpTarget], typed: str, *, at_once: bool) -> JumpTarget | None:
    """Return the target that needs no further key, or None.

    That is a field whose `shortcut` was typed in full and, with `at_once`, the only page that a
    number can mean.
    """
    wanted = _plain(typed)
    if len(found) == 1 and found[0].address and wanted.endswith(found[0].shortcut):
        return found[0]
    whole = wanted.isdecimal() and len({target.page.id for target in found}) == 1
    return found[0] if at_once and whole else None


def _plain(typed: str) -> str:
    return normalize("NFKC", clean_text(typed)).strip().lower()


def _numbered(form: Form, wanted: str) -> Iterator[tuple[Page, str]]:
    """Yield the page whose number is the longest beginning of the text, and what follows it."""
    for end in range(len(wanted) - 1, 0, -1):
        number, rest = wanted[:end], wanted[end:]
        if number.isdecimal():
            found = [page for page in form.pages if page.number == int(number)]
            yield from ((page, rest) for page in found)
            if found:
                return


def _fields(form: Form, texts: Mapping[str, str], page: Page) -> Iterator[JumpTarget]:
    shown = (at for at in page.addresses if form.fields[at].asked(texts))
    yield from (JumpTarget(page, at, _shortcut(place)) for place, at in enumerate(shown))


def _shortcut(place: int) -> str:
    return SHORTCUTS[place] if place < len(SHORTCUTS) else MORE + SHORTCUTS[place - len(SHORTCUTS)]
