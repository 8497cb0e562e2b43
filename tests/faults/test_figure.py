"""What `make faults` takes for a promise kept."""

from functools import partial

from faults.families import keys, kills, raised
from faults.figure import ALTERED, Figure, summary
from faults.figures import families


def test_a_fault_that_never_came_is_no_promise_kept() -> None:
    assert Figure("a", 1).kept
    assert not Figure("a", 0).kept
    assert not Figure("a", 9, ("x",)).kept
    assert Figure("a", 0, skipped="no strace").kept


def test_the_summary_adds_up_and_takes_the_worst() -> None:
    first = Figure("a", 5, (f"{ALTERED}: x",), counts={"kills": 5, "fields lost by a kill": 1})
    second = Figure("b", 0, counts={"kills": 2, "fields lost by a kill": 0})
    found = dict(line.rsplit(maxsplit=1) for line in summary([first, second]))
    assert found["kills"] == "7"
    assert found["fields lost by a kill, at most"] == "1"
    assert found["troubles: file altered"] == found["troubles of every kind"] == "1"
    assert found["faults that never came"] == "1"


def test_in_full_there_are_as_many_as_are_promised() -> None:
    promised = {kills.at_random: 500, keys.at_random: 100_000, keys.bytes_at_random: 100_000}
    parts = [one for one in families(quick=False) if isinstance(one, partial)]
    for family, number in promised.items():
        numbers = [one.keywords for one in parts if one.func == family]
        assert sum(one.get("kills", 0) + one.get("keys", 0) for one in numbers) == number
    ways = [one.keywords for one in parts if one.func == raised.every_function]
    assert {"way": next(iter(raised.WAYS)), "step": 1} in ways
