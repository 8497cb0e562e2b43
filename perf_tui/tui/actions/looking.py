"""Texts to read: guidance, how the total comes about, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from perf_tui.core.evaluation.last_answers import last_words
from perf_tui.core.form import Page
from perf_tui.editing.capitals import in_capitals
from perf_tui.editing.finality import hindrances
from perf_tui.tui.drawing.rows import DrawnRow
from perf_tui.tui.screens.dialog import ReadingDialog
from perf_tui.tui.screens.main import MainScreen

if TYPE_CHECKING:
    from perf_tui.render.document import Document
    from perf_tui.tui.screens.export import CopyChoice


async def guidance(screen: MainScreen) -> None:
    """Show what is asked here, what last year's answer was, and what the keys do."""
    from perf_tui.tui.drawing.guidance import INDICATORS, YEAR, guidance_rows
    from perf_tui.tui.screens.indicators import IndicatorsScreen

    guide = INDICATORS if isinstance(screen, IndicatorsScreen) else YEAR
    evaluation, address, glyphs = screen.open_year.change.evaluation, screen.place(), screen.glyphs
    page, last = screen.open_page(), last_words(evaluation, address) if address else ""
    place = (page, address) if page and address else None

    def draw(width: int) -> list[DrawnRow]:
        return guidance_rows(
            evaluation.form, place, width, glyphs, screen.actions, last=last, guide=guide
        )

    await screen.ask(ReadingDialog("说明", draw))


async def capitals(screen: MainScreen) -> None:
    """Show the amount in the active field in capital numerals."""
    screen.leave_field()
    screen.say(in_capitals(screen.open_year.change.evaluation, screen.place()))


async def working(screen: MainScreen) -> None:
    """Show how the total comes about; on an indicator's page, how its score does first."""
    from perf_tui.tui.drawing.working import working_rows

    evaluation, glyphs, page = screen.open_year.change.evaluation, screen.glyphs, screen.open_page()
    here = page.id if page else ""
    await screen.ask(
        ReadingDialog("总分怎么算", lambda width: working_rows(evaluation, width, glyphs, here))
    )


async def preview(screen: MainScreen) -> None:
    """Show the report as it will print, from where the open page prints."""
    from perf_tui.render.report import build_report
    from perf_tui.tui.screens.preview import PreviewDialog

    screen.leave_field()
    evaluation, here = screen.open_year.change.evaluation, screen.open_page()

    def build(choice: CopyChoice) -> Document:
        return build_report(evaluation, choice.copy, draft=not choice.final)

    async def go(page: Page) -> None:
        if page is not here:
            await screen.show_page(page)

    dialog = PreviewDialog(
        build,
        evaluation.form,
        screen.glyphs,
        here.id if here else "",
        may_be_final=not hindrances(screen.open_year),
    )
    await screen.ask(dialog, go)
