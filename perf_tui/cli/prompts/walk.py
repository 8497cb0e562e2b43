"""The way through the fields of a year, and what is said on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from perf_tui.cli.output import err
from perf_tui.cli.prompts.vocabulary import WAYS
from perf_tui.cli.prompts.words import page_words, words_before
from perf_tui.core.form import Field, Form, Page
from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import RefusedError, Sentence
from perf_tui.showing.glyphs import Glyphs


class LeavingError(Exception):
    """The user has saved and wants to leave."""


@dataclass(frozen=True, slots=True)
class Question:
    """A field, on a page that shows it."""

    page: Page
    field: Field


@dataclass
class Walk:
    """The way through all fields of all pages of a year; a place is an index into `steps`.

    The year may define other questions after an edit, an undo or going back to a backup; `steps`
    follow its form. `announced` is the page whose title was said last.
    """

    open_year: OpenYear
    glyphs: Glyphs
    announced: Page | None = None
    _known: tuple[Form, tuple[Question, ...]] | None = None

    @property
    def steps(self) -> tuple[Question, ...]:
        """Every question of the form as it is now, in the order of the screen."""
        form = self.open_year.form
        if self._known is None or self._known[0] is not form:
            self._known = (
                form,
                tuple(
                    Question(page, form.fields[address])
                    for page in form.pages
                    for address in page.addresses
                ),
            )
        return self._known[1]

    def again(self, question: Question, place: int) -> int:
        """Return where a question that was asked at a place is now.

        That is the place itself if the year does not define the question any more.
        """
        wanted = question.page.id, question.field.address
        found = ((step.page.id, step.field.address) for step in self.steps)
        return next((at for at, one in enumerate(found) if one == wanted), place)

    def asks(self, place: int) -> bool:
        """Whether the question at a place is asked, given the answers so far."""
        return self.steps[place].field.asked(self.open_year.session.year.texts)

    def before(self, place: int) -> int | None:
        """Return the place of the question before, or None at the first one."""
        return next(filter(self.asks, reversed(range(place))), None)

    def address_before(self, place: int) -> str | None:
        """Return the field of the question before, whose warnings were told last.

        It is None at the first question.
        """
        before = self.before(place)
        return None if before is None else self.steps[before].field.address

    def start_of(self, page: Page) -> int:
        """Return the place of a page's first field."""
        return next(place for place, step in enumerate(self.steps) if step.page.id == page.id)

    def place_on(self, page: Page, address: str | None) -> int:
        """Return the place of a field on a page, or of its first field if `address` is None."""
        return self.start_of(page) + (page.addresses.index(address) if address else 0)

    def place_of(self, address: str) -> int | None:
        """Return the place of a field on the page where it belongs.

        Says so and returns None if that is the definition of an indicator, which is not asked for.
        """
        page = self.open_year.form.home_of.get(address)
        if page is None:  # the order of the indicators
            return None
        if page is self.open_year.form.scheme_page:
            self.say("这是评分方案里的，用 .方案 改")
            return None
        if page.kind == "definition":
            self.say(f"这是“{page.title}”的指标定义，用 .指标 改")
            return None
        return self.place_on(page, address)

    def announce(self, page: Page) -> None:
        """Say the title of a page, unless it was said last."""
        if self.announced is None or self.announced.id != page.id:
            self.announced = page
            self.say("", page_words(self.open_year.change.evaluation, page))

    def introduce(self, place: int) -> None:
        """Say what comes between the question before and the one at a place."""
        step = self.steps[place]
        self.announce(step.page)
        words = words_before(self.open_year.change.evaluation, step.page)
        self.say_all(words[step.field.address])

    def say_trouble(self) -> None:
        """Say what could not be kept, once."""
        trouble, self.open_year.keeper.trouble = self.open_year.keeper.trouble, ""
        if trouble:
            self.say(trouble)

    def say(self, *lines: str | Sentence | RefusedError) -> None:
        """Say lines in characters that the terminal can draw."""
        self.say_all(lines)

    def say_all(self, lines: Iterable[str | Sentence | RefusedError]) -> None:
        """Say lines, as `say` does."""
        for line in lines:
            err(self.glyphs.spell(line if isinstance(line, str) else line.worded(WAYS)))
