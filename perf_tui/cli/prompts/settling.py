"""Commands that answer a warning, and typing the budget a second time."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.cli.prompts.filing import hear_within
from perf_tui.cli.prompts.lines import is_dot
from perf_tui.cli.prompts.walk import Walk
from perf_tui.core.double_entry import Pair, typed_again, verdict_on
from perf_tui.core.findings import CHECKED, Finding
from perf_tui.core.numbers import Refusal
from perf_tui.core.punctuation import stopped


def adopt(walk: Walk, place: int, _: str) -> None:
    """Take what a warning suggests."""
    finding = next((one for one in _warnings(walk, place) if one.suggestion), None)
    if finding is None:
        walk.tell("这里没有可采纳的建议")
    else:
        walk.desk.adopt(finding)
        walk.tell(f"已改为 {finding.suggestion}")


def explain(walk: Walk, place: int, reason: str) -> None:
    """Stand by what was typed: a question is answered by that alone, a warning wants its reason."""
    finding = next(_warnings(walk, place), None)
    if finding is None:
        walk.tell("这里没有要说明的提醒")
    elif not reason and not finding.suggestion:
        walk.tell(f"{stopped(finding.message)}在 .说明 后面写上理由，如 .说明 {CHECKED}")
    else:
        walk.desk.accept(finding, reason or CHECKED)
        walk.tell(f"已记下说明：{finding.message}")


def enter_twice(walk: Walk, _: int, __: str) -> None:
    """Hear the figures of the budget again; a dot ends it."""
    standing = walk.desk.change.standing
    pairs: list[Pair] = []
    walk.tell("照原件把预算数再填一遍，单独一行“.”就不再填")
    for fact in standing.form.budget:
        heard = _hear_again(walk, f"budget.{fact.key}")
        if heard is None:
            return
        pairs.append(heard)
        walk.tell(heard.words)
    walk.tell(verdict_on(pairs))


def _hear_again(walk: Walk, address: str) -> Pair | None:
    standing = walk.desk.change.standing
    while True:
        line = hear_within(walk, f"{standing.form.fields[address].label}，再填一遍：")
        if is_dot(line):
            return None
        heard = typed_again(standing, address, line)
        if not isinstance(heard, Refusal):
            return heard
        walk.tell(heard.message)


def _warnings(walk: Walk, place: int) -> Iterator[Finding]:
    """The open warnings at this field, then those at the one before, which were told last."""
    findings = walk.desk.change.findings
    for step in (walk.steps[place], walk.steps[walk.before(place) or 0]):
        yield from (
            finding
            for finding in findings
            if finding.severity == "warning" and finding.open
            if step.field.address in finding.places
        )
