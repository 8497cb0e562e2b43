"""Commands that answer a warning, and the rekeying of the budget."""

from __future__ import annotations

from perf_tui.cli.prompts.filing import hear_within
from perf_tui.cli.prompts.lines import is_dot
from perf_tui.cli.prompts.walk import Walk
from perf_tui.core.findings.finding import CHECKED, Finding
from perf_tui.core.wording.punctuation import stopped
from perf_tui.editing import answering
from perf_tui.editing.refusing import RefusedError
from perf_tui.editing.rekeying import Rekeying

TAKE_BACK = "收回"
NOTHING_TO_TAKE_BACK = "这里没有可收回的说明"


def adopt(walk: Walk, place: int, _: str) -> None:
    """Put what a warning suggests into its field."""
    address = walk.steps[place].field.address
    finding = answering.adopt(walk.open_year, address, walk.address_before(place))
    walk.say(answering.adopted(walk.open_year, finding))


def explain(walk: Walk, place: int, reason: str) -> None:
    """Accept a warning, or take its acceptance back. One with a suggestion needs no reason."""
    address = walk.steps[place].field.address
    finding = answering.warning_to_accept(walk.open_year, address, walk.address_before(place))
    if not reason and not answering.is_question(finding):
        walk.say(_how_to_explain(finding))
        return
    if reason == TAKE_BACK and not finding.accepted:
        raise RefusedError(NOTHING_TO_TAKE_BACK)
    kept = "" if reason == TAKE_BACK else reason or CHECKED
    walk.say(f"{answering.accept(walk.open_year, finding, kept)}：{finding.message}")


def enter_twice(walk: Walk, _: int, __: str) -> None:
    """Ask for the figures of the budget a second time. A lone dot ends it."""
    typing = Rekeying(walk.open_year.change.evaluation)
    walk.say("照原件把预算数再填一遍，单独一行“.”就不再填")
    while typing.field:
        line = hear_within(walk, f"{typing.field.label}，再填一遍：")
        if is_dot(line):
            return
        try:
            walk.say(typing.type(line).words)
        except RefusedError as refusal:
            walk.say(refusal)
    walk.say(typing.verdict)


def _how_to_explain(finding: Finding) -> str:
    if finding.accepted:
        given = f"{stopped(finding.message)}已说明：{finding.accepted}"
        return f"{given}；在 .说明 后面写上新的理由，输 .说明 {TAKE_BACK} 就收回"
    proposed = answering.proposed_reason(finding)
    return f"{stopped(finding.message)}在 .说明 后面写上理由，如 .说明 {proposed}"
