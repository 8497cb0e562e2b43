"""What the prompts say of a field: its question, how the answer was read, what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from perf_tui.core.answers.items import Items
from perf_tui.core.answers.readings import Reading, as_words
from perf_tui.core.answers.year import pending_at, taken_from
from perf_tui.core.evaluation.evaluation import Evaluation
from perf_tui.core.evaluation.last_answers import last_words
from perf_tui.core.findings.finding import SEVERITIES, Finding
from perf_tui.core.form import Field, Page
from perf_tui.core.numbers import Number, Refusal, read_back
from perf_tui.core.wording.punctuation import stopped
from perf_tui.editing.open_year import OpenYear
from perf_tui.showing.blocks import REWRITTEN, blocks_of, page_title
from perf_tui.showing.guidance import about_field, wanted_evidence

KINDS = {"indicator": "指标", "section": "文字"}
REWRITE = "不改写就照此印出；输 .改写 在此基础上改写，或者直接写。"
STAND_INS = {REWRITTEN: "用的是你改写的文字；输 .清空 就恢复自动生成。"}
HOW = {"paragraph": "可写几行，最后单独一行“.”", "list": "几项用顿号隔开，没有就填 无"}
# This many characters of last year's words are said unasked; .帮助 says them all.
BEGINNING = 60


def question_of(evaluation: Evaluation, field: Field) -> str:
    """Return the question for a field: its label, its unit or choices, and last year's figure.

    In brackets comes what Enter keeps.
    """
    choices = (f"{number} {choice}" for number, choice in enumerate(field.choices, 1))
    lines = HOW.get(field.kind, "")
    before = "" if field.wordy else last_words(evaluation, field.address)
    asked = "、".join(choices) or field.unit or lines
    inside = "，".join(filter(None, (asked, before and f"上年 {before}")))
    kept = _kept(evaluation, field)
    return f"{field.label}{f'（{inside}）' if inside else ''}{f'[{kept}]' if kept else ''}："


def _kept(evaluation: Evaluation, field: Field) -> str:
    text, source = (evaluation.year.text(at) for at in (field.address, pending_at(field.address)))
    if text:
        kept = "" if field.kind == "paragraph" else text.replace("\n", " ")
        confirm = f"{taken_from(source)}，回车确认" if source else ""
        return "，".join(filter(None, (kept, confirm))) or "回车保留"
    if field.fallback:
        return f"表定 {field.fallback}"
    return "必填" if field.required else ""


def page_words(evaluation: Evaluation, page: Page) -> str:
    """Return a page's title, after its place among the pages of its kind."""
    alike = [one for one in evaluation.form.pages if one.kind == page.kind]
    if page.kind not in KINDS:
        return page_title(evaluation, page)
    title = page_title(evaluation, page).removeprefix(f"{page.number} ")
    place = alike.index(page) + 1
    return f"{KINDS[page.kind]}第 {place} 项，共 {len(alike)} 项：{title}"


def words_before(evaluation: Evaluation, page: Page) -> dict[str, list[str]]:
    """Return address → what is said before its question.

    That is guidance, results of the fields before, and last year's words.
    """
    words: dict[str, list[str]] = {}
    lines: list[str] = []
    for block in blocks_of(evaluation, page):
        if block.heading not in ("", page.title):
            lines.append(f"{block.heading}：")
        lines += [STAND_INS.get(text, text) for text, _ in block.intro]
        lines += [REWRITE] if block.generated else []
        for address in block.addresses:
            words[address] = [*lines, *_written(evaluation, address, lines)]
            lines = []
        lines += [f"{label}：{text}" for label, text in block.results]
    return words


def _written(evaluation: Evaluation, address: str, told: list[str]) -> Iterator[str]:
    """Yield how last year's words begin if the field is blank, or the passage in the field.

    A passage that was just `told` is left out.
    """
    field, text = evaluation.form.fields[address], evaluation.year.text(address)
    if field.wordy and not text and (before := last_words(evaluation, address)):
        yield f"上年：{_beginning(before)}"
    if field.kind == "paragraph" and text and text not in told:
        yield text


def _beginning(words: str) -> str:
    line = words.replace("\n", " ")
    return line if len(line) <= BEGINNING else f"{line[:BEGINNING]}……（全文用 .帮助 看）"


def understood(field: Field, reading: Reading) -> Iterator[str]:
    """Yield how an answer was read, or nothing if that is as it was typed."""
    if isinstance(reading, Number):
        yield f"读作 {read_back(reading, field.unit).removeprefix('= ')}"
    elif isinstance(reading, Items):
        yield f"读作 {len(reading.names)} 项"
    elif isinstance(reading, date) or (field.kind == "choice" and isinstance(reading, str)):
        yield f"读作 {as_words(reading)}"


def faults_at(open_year: OpenYear, address: str, but: str = "") -> Iterator[str]:
    """Yield what is wrong with a judged field, `but` for one code, in the words of the screen.

    A finding is told in full at every field that takes part, because what was said before is out of
    sight.
    """
    for finding in open_year.change.findings:
        told = address in finding.places and finding in open_year.shown
        if finding.code != but and (finding.field == address or told):
            yield _finding_words(finding)


def _finding_words(finding: Finding) -> str:
    """Return what is wrong and what to do, with the commands that answer a warning.

    For an accepted warning, it is the reason given.
    """
    if finding.accepted:
        return f"{stopped(finding.message)}已说明：{finding.accepted}"
    told = f"{SEVERITIES[finding.severity]}：{finding.sentence}"
    if finding.severity != "warning":
        return told
    if finding.suggestion:
        return f"{told}输 .采纳 改为 {finding.suggestion}，输 .说明 保留不改。"
    return f"{told}情况属实就输 .说明 和理由。"


def help_with(evaluation: Evaluation, page: Page, field: Field) -> Iterator[str]:
    """Yield what a field asks for, its range, the evidence it needs, and last year's answer."""
    yield from about_field(field)
    yield from filter(None, (wanted_evidence(evaluation.form, page),))
    if before := last_words(evaluation, field.address):
        yield f"上年：{before}"


def is_unreadable(evaluation: Evaluation, field: Field) -> bool:
    """Whether the text in a field cannot be read."""
    return isinstance(evaluation.readings.by_address[field.address], Refusal)
