"""The sample years that come with the program."""

from __future__ import annotations

from pathlib import Path

from perf_tui.store.forms import load_form
from perf_tui.store.years.year_file import format_year, read_year_file, write_year_file

PACKAGE = Path(__file__).parents[2]
# They travel inside the installed package; in a checkout they lie beside it.
ROOTS = (PACKAGE / "data" / "sample_years", PACKAGE.parent / "sample_years")
FIRST_TO_OPEN = "jianlong-2024.toml"


def sample_folder() -> Path:
    """Return the folder of the sample years."""
    return next((root for root in ROOTS if root.is_dir()), ROOTS[0])


def changed_copies(target: Path) -> list[str]:
    """Return the names of the samples whose copies in the folder `target` differ from them."""
    return [
        sample.name
        for sample in sorted(sample_folder().glob("*.toml"))
        if (copy := target / sample.name).is_file()
        if copy.read_bytes() != format_year(read_year_file(sample, load_form))
    ]


def copy_samples(target: Path) -> Path:
    """Copy the sample years to a folder and return the path of the copy to open first.

    The folder is created if need be. Copies that exist are left alone: somebody may have worked in
    them. Raises OSError or SaveError if something cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    for sample in sorted(sample_folder().glob("*.toml")):
        copy = target / sample.name
        if not copy.exists():
            # Read and written, not copied byte by byte, so that every copy carries its checksum.
            write_year_file(copy, read_year_file(sample, load_form))
    return target / FIRST_TO_OPEN
