"""Where something still has to be done, and the way from one such place to the next."""

from __future__ import annotations

from typing import NamedTuple

from perf_tui.editing.open_year import OpenYear
from perf_tui.editing.refusing import Sentence, sentence

NOTHING = "没有缺漏，也没有问题"


class OpenPlace(NamedTuple):
    """The address of a problem or blank, and which one of how many it is, in words."""

    address: str
    words: str


def problems_of(open_year: OpenYear) -> list[str]:
    """Return the addresses of all problems and blanks, in walking order."""
    places = {one.places[0] for one in open_year.change.findings if one.open and one.places}
    return sorted(places, key=open_year.form.walk.__getitem__)


def next_problem(open_year: OpenYear, here: str | None, step: int) -> OpenPlace | None:
    """Return the next problem or blank in walking order, and judge it; None if there is none.

    `here` is the active field. A `step` of 1 goes on and one of -1 back; the last and the first
    follow each other.
    """
    problems, walk = problems_of(open_year), open_year.form.walk
    ahead = [at for at in problems if here is None or step * (walk[at] - walk[here]) > 0]
    if not problems:
        return None
    address = (ahead or problems)[0 if step > 0 else -1]
    open_year.show_findings_at(address)
    place = f"第 {problems.index(address) + 1} 处，共 {len(problems)} 处"
    if problems == [here]:
        place = "只剩这一处"
    elif here and not ahead:
        place = f"{'后面没有了，回到第一处' if step > 0 else '前面没有了，转到最后一处'}；{place}"
    return OpenPlace(address, place)


def nothing_left(open_year: OpenYear) -> Sentence:
    """Return the sentence that no problem is left, and how much evidence is missing."""
    missing = sum(one.evidence for one in open_year.change.progress.values())
    if not missing:
        return Sentence(NOTHING)
    return sentence(f"{NOTHING}；佐证还缺 {{count}} 份，{{evidence}}", count=str(missing))
