"""What the prompts say: the question for a field, what was understood, what is wrong or open."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from perf_tui.core.findings import Finding
from perf_tui.core.form import Field, Page
from perf_tui.core.numbers import Number, read_back
from perf_tui.core.progress import Progress
from perf_tui.core.punctuation import stopped
from perf_tui.core.readings import Reading, as_words
from perf_tui.core.rounding import fixed, plain
from perf_tui.core.session import Change
from perf_tui.core.standing import Standing
from perf_tui.core.working import work_item, work_total
from perf_tui.tui.desk import Desk
from perf_tui.tui.drawing.blocks import blocks_of, page_title

REWRITE_HERE = "不改写就照此印出；要改写，就在下面写。"


def question_of(field: Field, text: str) -> str:
    """A field's label, its unit or choices, and in brackets what Enter keeps."""
    choices = (f"{number} {choice}" for number, choice in enumerate(field.choices, 1))
    lines = "可写几行，最后单独一行“.”" if field.kind == "paragraph" else ""
    inside = "、".join(choices) or field.unit or lines
    kept = f"[{_kept(field, text)}]" if _kept(field, text) else ""
    return f"{field.label}{f'（{inside}）' if inside else ''}{kept}："


def _kept(field: Field, text: str) -> str:
    if text:
        return "回车保留" if field.kind == "paragraph" else text.replace("\n", " ")
    if field.fallback:
        return f"表定 {field.fallback}"
    return "必填" if field.required else ""


def words_before(standing: Standing, page: Page) -> dict[str, list[str]]:
    """Address → what stands between it and the field before: title, guidance, results."""
    words: dict[str, list[str]] = {}
    lines = ["", page_title(standing, page)]
    for block in blocks_of(standing, page):
        if block.heading not in ("", page.title):
            lines.append(f"{block.heading}：")
        lines += [text for text, _ in block.intro]
        lines += [REWRITE_HERE] if block.generated else []
        for address in block.addresses:
            words[address] = lines + _written(standing, address, lines)
            lines = []
        lines += [f"{label}：{text}" for label, text in block.results]
    return words


def _written(standing: Standing, address: str, told: list[str]) -> list[str]:
    """A passage of the user's own that has not just been told."""
    text = standing.year.text(address)
    wordy = standing.form.fields[address].kind == "paragraph"
    return [text] if text and wordy and text not in told else []


def understood(field: Field, reading: Reading) -> Iterator[str]:
    """An answer read back; nothing where it stands as it was typed."""
    if isinstance(reading, Number):
        yield read_back(reading, field.unit)
    elif isinstance(reading, date) or (field.kind == "choice" and isinstance(reading, str)):
        yield f"= {as_words(reading)}"


def faults_at(desk: Desk, address: str) -> Iterator[str]:
    """What is wrong with a field that has been judged, in the words of the screen.

    In full at every field that takes part: nothing of what was said before is still in sight.
    """
    for finding in desk.change.findings:
        if address in finding.places and finding.field in desk.judged:
            yield f"! {_told(finding)}"


def _told(finding: Finding) -> str:
    """What to do, and for a warning the commands that settle it; or the reason that was given."""
    if finding.accepted:
        return f"{stopped(finding.message)}已说明：{finding.accepted}"
    if finding.severity != "warning":
        return finding.sentence
    adopt = f"输 .采纳 改为 {finding.suggestion}，" if finding.suggestion else ""
    return f"{finding.sentence}{adopt}情况属实就输 .说明 和理由。"


def help_with(field: Field) -> Iterator[str]:
    """What belongs into a field, where it is found, and its range."""
    yield f"本栏：{field.label}" + (f"（{field.unit}）" if field.unit else "")
    yield from filter(None, (field.hint, field.source and f"出处：{field.source}"))
    if field.numeric and field.minimum is not None and field.maximum is not None:
        yield f"应在 {plain(field.minimum)} 到 {plain(field.maximum)}{field.unit} 之间"


def score_words(standing: Standing, page: Page) -> Iterator[str]:
    """The working of the total and, on an indicator's page, of its own score."""
    own = work_item(standing, standing.item(page.id)) if page.kind == "indicator" else ()
    yield from (f"{line.label}：{line.equation}" for line in (*own, *work_total(standing)))


def page_words(change: Change) -> Iterator[str]:
    """Every page with how far it has come."""
    for page in change.standing.form.pages:
        yield f"{_name(page)}：{_progress(change.progress[page.id])}"


def open_words(change: Change) -> Iterator[str]:
    """The score so far, and the pages that are not done."""
    score, progress = change.standing.score, change.progress
    if score.total is None:
        yield f"已得 {fixed(score.so_far)}，待定 {fixed(score.open)}"
    else:
        yield f"总分 {fixed(score.total)}，等级 {score.grade}"
    undone = [p for p in change.standing.form.pages if _undone(progress[p.id])]
    if undone:
        yield f"还没有填好的有 {len(undone)} 项："
    yield from (f"{_name(page)}：{_progress(progress[page.id])}" for page in undone)


def _undone(progress: Progress) -> bool:
    return bool(progress.blanks or progress.problems)


def _progress(progress: Progress) -> str:
    blanks = f"缺 {progress.blanks} 栏" if progress.blanks else ""
    problems = f"要改 {progress.problems} 处" if progress.problems else ""
    return "，".join(filter(None, (progress.status, blanks, problems)))


def _name(page: Page) -> str:
    return page.title if page.number is None else f"{page.number} {page.title}"
