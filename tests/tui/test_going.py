"""Going to a page or a field by what is typed, on the task list and in the dialog."""

from pathlib import Path

import pytest

from perf_tui.core.form import Page
from perf_tui.editing.jump_targets import jump_targets, picked
from perf_tui.tui.screens.page import PageScreen
from support.editor import Editor, editing
from support.samples import opened, township
from support.states import sample

FORM = township("township")
INDICATORS = [page for page in FORM.pages if page.number]


def at(editor: Editor) -> str | None:
    """The address of the field being typed in, None elsewhere."""
    screen = editor.app.screen
    return screen.active if isinstance(screen, PageScreen) else None


@pytest.mark.parametrize("page", INDICATORS, ids=lambda page: page.id)
def test_every_sign_means_one_field_and_begins_no_other(page: Page) -> None:
    texts = dict.fromkeys(FORM.fields, "有")
    number = f"{page.number:02}"
    _, *fields = jump_targets(FORM, texts, number)
    assert [target.address for target in fields] == list(page.addresses)
    for target in fields:
        typed = number + target.shortcut
        assert picked(jump_targets(FORM, texts, typed), typed, at_once=False) == target
        begun = typed[:-1]
        assert picked(jump_targets(FORM, texts, begun), begun, at_once=False) is None


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("14", "indicators.budget_execution.deviation_reason"),
        ("１４", "indicators.budget_execution.deviation_reason"),
        ("5", FORM.pages[6].addresses[0]),
        ("01", "facts.cadres_due"),
    ],
)
async def test_a_number_typed_on_the_task_list_opens_its_page(
    year: Path, typed: str, address: str
) -> None:
    async with editing(year) as editor:
        await editor.at_once("enter", "escape", *typed)
        assert at(editor) == address


async def test_a_number_that_may_go_on_waits_for_enter(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once("1")
        assert editor.screen == "GoToDialog"
        await editor.at_once("enter")
        assert at(editor) == "facts.cadres_due"


async def test_words_typed_or_pasted_on_the_task_list_look_for_a_page(year: Path) -> None:
    async with editing(year) as editor:
        await editor.at_once(*"yszxl", "enter")
        assert at(editor) == "indicators.budget_execution.deviation_reason"
        await editor.at_once("escape")
        await editor.paste("满意度")
        await editor.at_once("enter")
        assert "19 本镇居民满意度" in editor.text


async def test_a_sign_behind_the_number_goes_to_the_field_and_what_follows_belongs_there(
    year: Path,
) -> None:
    async with editing(year) as editor:
        await editor.at_once("enter", "ctrl+g", *"012", *"140", "enter")
        assert editor.open_year.session.year.text("facts.cadres_paid") == "140"
        await editor.at_once("f6", *"0", "1")
        assert "接着输栏前的字符" in editor.text
        await editor.at_once("y", "enter")
        assert "还是没有这样的项" in editor.text


async def test_signs_are_those_of_the_fields_that_are_shown(tmp_path: Path) -> None:
    sample(path := tmp_path / "2024.toml")
    texts = opened(path).evaluation.year.texts
    _, *fields = jump_targets(FORM, texts, "14")
    shown = [target.address for target in fields]
    assert shown == [a for a in fields[0].page.addresses if FORM.fields[a].asked(texts)]
    async with editing(path) as editor:
        await editor.at_once("f6", *"14", fields[-1].shortcut)
        assert at(editor) == shown[-1]
