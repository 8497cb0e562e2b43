"""What fuzzing and review have found stays found, and the targets themselves do not fail."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz import targets
from fuzz.run import SEEDS

FINDINGS = sorted((Path(__file__).parent / "findings").iterdir())


@pytest.mark.parametrize("path", FINDINGS, ids=lambda path: path.name)
def test_a_finding_is_refused_or_used(path: Path) -> None:
    getattr(targets, path.name.partition("-")[0])(path.read_bytes())


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_is_used(name: str) -> None:
    for seed in SEEDS[name]:
        getattr(targets, name)(seed)


@given(st.binary(max_size=200), st.sampled_from(sorted(SEEDS)))
def test_any_bytes_are_refused_or_used(content: bytes, name: str) -> None:
    getattr(targets, name)(content)


@given(st.data())
def test_a_year_cut_up_and_put_together_is_refused_or_used(data: st.DataObject) -> None:
    seed = SEEDS["toml"][0]
    cuts = sorted(data.draw(st.lists(st.integers(0, len(seed)), min_size=2, max_size=6)))
    kept = [seed[: cuts[0]], *(seed[a:b] for a, b in pairwise(cuts))]
    targets.toml(b"".join(data.draw(st.permutations(kept))))
