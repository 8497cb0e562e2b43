"""What the prompts say: the question for a field, what was understood, what is wrong there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

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
# So much of last year's words is told by itself, the whole with the guidance.
BEGINNING = 60


def question_of(evaluation: Evaluation, field: Field) -> str:
    """A field's label, its unit or choices, last year's figure, and in brackets what Enter does."""
    choices = (f"{number} {choice}" for number, choice in enumerate(field.choices, 1))
    lines = "可写几行，最后单独一行“.”" if field.kind == "paragraph" else ""
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
    """A page's title, after its place among those of its kind."""
    alike = [one for one in evaluation.form.pages if one.kind == page.kind]
    if page.kind not in KINDS:
        return page_title(evaluation, page)
    title = page_title(evaluation, page).removeprefix(f"{page.number} ")
    place = alike.index(page) + 1
    return f"{KINDS[page.kind]}第 {place} 项，共 {len(alike)} 项：{title}"


def words_before(evaluation: Evaluation, page: Page) -> dict[str, list[str]]:
    """Address → what stands between it and the field before: guidance, results, last year."""
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
    """The beginning of last year's words, and a passage of one's own that was not just told."""
    field, text = evaluation.form.fields[address], evaluation.year.text(address)
    if field.wordy and not text and (before := last_words(evaluation, address)):
        yield f"上年：{_beginning(before)}"
    if field.kind == "paragraph" and text and text not in told:
        yield text


def _beginning(words: str) -> str:
    line = words.replace("\n", " ")
    return line if len(line) <= BEGINNING else f"{line[:BEGINNING]}……（全文用 .帮助 看）"


def understood(field: Field, reading: Reading) -> Iterator[str]:
    """An answer read back; nothing where it stands as it was typed."""
    if isinstance(reading, Number):
        yield f"读作 {read_back(reading, field.unit).removeprefix('= ')}"
    elif isinstance(reading, date) or (field.kind == "choice" and isinstance(reading, str)):
        yield f"读作 {as_words(reading)}"


def faults_at(open_year: OpenYear, address: str) -> Iterator[str]:
    """What is wrong with a field that has been judged, in the words of the screen.

    In full at every field that takes part: nothing of what was said before is still in sight.
    """
    for finding in open_year.change.findings:
        if finding.field == address or (address in finding.places and finding in open_year.shown):
            yield _finding_words(finding)


def _finding_words(finding: Finding) -> str:
    """How grave it is, what to do, and the commands that settle a warning; or the reason given."""
    if finding.accepted:
        return f"{stopped(finding.message)}已说明：{finding.accepted}"
    told = f"{SEVERITIES[finding.severity]}：{finding.sentence}"
    if finding.severity != "warning":
        return told
    if finding.suggestion:
        return f"{told}输 .采纳 改为 {finding.suggestion}，输 .说明 保留不改。"
    return f"{told}情况属实就输 .说明 和理由。"


def help_with(evaluation: Evaluation, page: Page, field: Field) -> Iterator[str]:
    """What belongs into a field, where it is found, its range, its evidence and last year's."""
    yield from about_field(field)
    yield from filter(None, (wanted_evidence(evaluation.form, page),))
    if before := last_words(evaluation, field.address):
        yield f"上年：{before}"


def is_unreadable(evaluation: Evaluation, field: Field) -> bool:
    """Whether what stands in a field cannot be understood."""
    return isinstance(evaluation.readings.by_address[field.address], Refusal)
