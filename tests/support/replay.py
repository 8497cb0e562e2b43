"""A whole year filled in by keys alone, and how many of them are not content."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from perf_tui.core.answers.year import Year
from perf_tui.core.form import Page
from perf_tui.store.years.year_file import YearFile, read_year_file
from support.program import STARTED, program
from support.samples import JIANLONG, township

EARLIER = JIANLONG.with_name("jianlong-2023.toml")
# Keys that are not content, for each that is.
HIGHEST = 0.15


@dataclass(frozen=True, slots=True)
class Effort:
    """How many keys typed something, and how many only led to where it belongs."""

    content: int
    other: int

    @property
    def ratio(self) -> float:
        return self.other / self.content


def fill_in(sample: YearFile, path: Path) -> Effort:
    """Types every answer of a year into a new file at `path`, saves it and leaves the program.

    The new file brings along what is known from the year before, an earlier sample.
    """
    last = shutil.copy(EARLIER, path.parent)
    with program(path.parent, "new", path, "--year", "2024", "--from", last) as made:
        assert made.exit_status() == 0
    given = read_year_file(path, township).year.texts
    keys = [*_walk(sample.form.pages, sample.year, given), ("f2", False), ("f10", False)]
    with program(path.parent, "open", path) as terminal:
        terminal.wait_for(STARTED)
        for key, content in keys:
            if content:
                terminal.type(key.replace("\n", "\r"))
            else:
                terminal.press(key)
        assert terminal.exit_status() == 0
    typed = sum(len(key) for key, content in keys if content)
    return Effort(typed, sum(1 for _, content in keys if not content))


def _walk(pages: tuple[Page, ...], year: Year, given: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """The keys from the task list to the last field: (a key or typed text, whether it is content).

    Nothing is typed at the addresses `given`, which the new file brings along. Enter from field to
    field, F4 as soon as nothing is left to type on a page.
    """
    written = set(given)
    yield "enter", False
    for page in pages:
        wanted = [at for at in page.addresses if year.text(at) and at not in written]
        written.update(wanted)
        last = page.addresses.index(wanted[-1]) if wanted else 0
        for place, address in enumerate(page.addresses[: last + 1]):
            # At full marks Enter passes over the reasons that nobody asks for.
            if place and (address in wanted or not address.endswith("_reason")):
                yield "enter", False
            if address in wanted:
                yield year.text(address), True
        yield "f4", False
