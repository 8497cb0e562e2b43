"""The library of common indicators: what its files declare, and how one is found in it.

Annotations are kept as types, not as text, because `structure` and pydantic read files by them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from perf_tui.core.form.build import Reading, Table, read_part
from perf_tui.core.form.form_table import FormTable
from perf_tui.core.form.initials import initials_of
from perf_tui.core.form.models import Constraint, Entered, Evidence, Fact, Sign
from perf_tui.core.form.problems import FormError, KeyPlace, Problem
from perf_tui.core.form.values import Key, Measure, NumberOrText, TextKey, Words

Category = Literal["产出指标", "效益指标", "满意度指标", "成本指标"]
Subcategory = Literal[
    "数量指标",
    "质量指标",
    "时效指标",
    "经济效益指标",
    "社会效益指标",
    "生态效益指标",
    "可持续影响指标",
    "服务对象满意度指标",
    "经济成本指标",
    "社会成本指标",
    "生态环境成本指标",
]
Evaluated = Literal["乡镇", "部门", "项目"]

ABSENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryIndicator(FormTable):
    """An indicator to pick from: what an `Indicator` has apart from weight, place and sentence.

    `suits` is for whose self-evaluation it is, `source` where its figure is kept. `target` is the
    usual one. `area` is the field of work, which its file says. Without `entered` the actual value
    may be typed within the usual bounds.
    """

    id: Key
    area: TextKey = ""
    name: Words
    category: Category
    subcategory: Subcategory
    suits: tuple[Evaluated, ...]
    unit: TextKey = ""
    sign: Sign
    target: NumberOrText
    guidance: Words
    source: Words
    entered: Entered | None = None
    measure: Measure | None = None
    facts: tuple[Fact, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryFile(FormTable):
    """The indicators of one field of work."""

    area: Words
    indicators: tuple[LibraryIndicator, ...]


def build_library(
    files: Mapping[str, Table], read: Reading = read_part
) -> tuple[LibraryIndicator, ...]:
    """Build the library from {"library/09_water.toml": …}. Raises FormError with every problem."""
    found: dict[str, LibraryIndicator] = {}
    problems: list[Problem] = []
    for file, table in files.items():
        try:
            part = read(LibraryFile, file, table)
        except FormError as error:
            problems.extend(error.problems)
            continue
        for one in part.indicators:
            if one.id in found:
                message = f"已用在“{found[one.id].name}”，换一个 id"
                problems.append(KeyPlace(file).at("indicators", one.id, "id").problem(message))
            found.setdefault(one.id, replace(one, area=part.area))
    if problems:
        raise FormError(problems)
    return tuple(found.values())


def find(
    library: Iterable[LibraryIndicator], typed: str = "", *, category: str = "", suits: str = ""
) -> tuple[LibraryIndicator, ...]:
    """Return the indicators with every typed word: in the name before in the rest.

    A name has a word also where its characters only follow in order, as 垃圾处置 in
    生活垃圾收运处置率, or as pinyin initials. No word, no category or an empty `suits` leaves
    nothing out.
    """
    words = typed.casefold().split()
    fitting = (
        one
        for one in library
        if category in {"", one.category} and (not suits or suits in one.suits)
    )
    ranked = [(_rank(one, words), one) for one in fitting]
    found = sorted((pair for pair in ranked if pair[0] < ABSENT), key=lambda pair: pair[0])
    return tuple(one for _, one in found)


def _rank(one: LibraryIndicator, words: Iterable[str]) -> int:
    name = one.name.casefold()
    titles = (piece.title for piece in one.evidence)
    rest = "\n".join((one.area, one.subcategory, one.guidance, one.source, *titles)).casefold()
    return max((_rank_of(word, name, rest) for word in words), default=0)


def _rank_of(word: str, name: str, rest: str) -> int:
    if word in name:
        return 0
    characters = iter(name)
    if all(character in characters for character in word) or word in initials_of(name):
        return 1
    return 2 if word in rest else ABSENT
