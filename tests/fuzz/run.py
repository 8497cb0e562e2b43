"""`make fuzz`: atheris on one target, from the samples on; a finding ends it and is written down.

    python -m fuzz.run toml -max_total_time=120

Every finding belongs into `tests/fuzz/findings/`, named by its target, where the tests keep it.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

# Nothing of the program is imported before atheris can watch it.
FOLDER = Path(__file__).parents[2] / "sample_years"
LIST = (
    b"<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr></w:pPr>"
    b"<w:r><w:t>a</w:t><w:tab/></w:r></w:p>\0<w:abstractNum w:abstractNumId='0'>"
    b"<w:lvl w:ilvl='0'><w:numFmt w:val='upperRoman'/><w:lvlText w:val='%1.'/></w:lvl>"
    b"</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)
SEEDS = {
    "toml": [path.read_bytes() for path in FOLDER.glob("*.toml")],
    "tables": [b'a.b = [1, {c = 2024-01-01, d = """x"""}]\n[[e]]\n"f" = 0x1f\n'],
    "expressions": [b"min(a, 2.5) / (b - 1) >= 0 and not c < d", "甲{a}[，乙{b}]。".encode()],
    "word": [LIST, b"<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"],
}


def main() -> None:
    """Fuzz until the time that libFuzzer's options give is up."""
    import atheris  # installed by `make fuzz` only

    name, *options = sys.argv[1:]
    with atheris.instrument_imports(include=["perf_tui", "tomllib"]):
        from fuzz import targets

    with tempfile.TemporaryDirectory() as corpus:
        for number, seed in enumerate(SEEDS[name]):
            (Path(corpus) / str(number)).write_bytes(seed)
        artifacts = f"-artifact_prefix={Path(__file__).parent}/findings/{name}-"
        atheris.Setup([sys.argv[0], corpus, artifacts, *options], _called(getattr(targets, name)))
        atheris.Fuzz()


def _called(target: Any) -> Any:
    return lambda content: target(bytes(content))


if __name__ == "__main__":
    main()
