"""What a thousand indicators cost beside nineteen: first frame, peak memory, keys.

Both years have indicators of their own alone. They are opened in turn in a real pseudo-terminal of
80×24. The quickest runs are compared, which other programs on the machine slow down least. Exit
status 1 when a ratio is above its bar.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.editor import Bar, Cost, Program, measure, report

from perf_tui.core.answers.year import Year
from perf_tui.core.form.own import form_for, own_at
from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import YearFile, write_year_file
from support.surroundings import settle

RUNS = 9
FEW, MANY = 19, 1000
FORM = "national"
UNIT = "云溪镇人民政府"
BARS = (
    Bar("first frame", "first_frame", "ms", 1.3),
    Bar("peak memory", "memory", "MiB", 1.5),
    Bar("key echo", "echo", "ms", 1.1),
)
DEFINING = (Bar("definition", "echo", "ms", 1.5),)
INTO_FIELD, INTO_DEFINITION = ("down", "down", "enter"), ("shift+f6", "enter")


def main() -> int:
    settle()
    print(f"{'':12}{MANY:>13}{FEW:>13}{'ratio':>8}{'bar':>7}")
    too_high = False
    for keys, bars in ((INTO_FIELD, BARS), (INTO_DEFINITION, DEFINING)):
        for bar, ratio in zip(bars, ratios(keys, bars), strict=True):
            too_high |= ratio > bar.highest
    return int(too_high)


def ratios(keys: tuple[str, ...], bars: tuple[Bar, ...]) -> list[float]:
    """The ratios of what it costs to open both years and to type where the keys lead."""
    with TemporaryDirectory() as folder:
        many, few = (program(Path(folder), count, keys) for count in (MANY, FEW))
        for one in (many, few):  # compiles and warms the file cache
            measure(one, Path(folder))
        pairs: list[tuple[Cost, Cost]] = [
            (measure(many, Path(folder)), measure(few, Path(folder))) for _ in range(RUNS)
        ]
    of_many, of_few = zip(*pairs, strict=True)
    return [report(bar, of_many, of_few, min) for bar in bars]


def program(folder: Path, count: int, keys: tuple[str, ...]) -> Program:
    """The editor on a year with so many filled indicators."""
    path = folder / f"{count}.toml"
    texts = {"unit.name": UNIT, "budget.initial": "273", "budget.adjusted": "406"}
    texts |= {"budget.executed": "388"}
    for number in range(1, count + 1):
        ident = f"own{number}"
        told = {
            "name": f"第{number}项工作完成率",
            "target": "95",
            "unit": "%",
            "category": "产出指标",
        }
        told |= {"weight": f"{90 / count:.3f}", "number": str(number)}
        texts |= {own_at(ident, key): text for key, text in told.items()}
        texts[f"indicators.{ident}.actual"] = str(90 + number % 10)
    write_year_file(path, YearFile(form_for(load_form(FORM), texts), Year(FORM, 2024, texts)))
    return Program(("-m", "perf_tui", "open", str(path)), UNIT, keys, path)


if __name__ == "__main__":
    sys.exit(main())
