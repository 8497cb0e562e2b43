"""No key is silent on the start's screen, pressed one by one in a real terminal."""

import pytest

from support.dead_keys import dead_keys
from support.states import STATES, State

SHELVES = [state for state in STATES if state.listing and not state.keys]


@pytest.mark.parametrize("state", SHELVES, ids=lambda state: state.name)
def test_every_key_does_something_or_says_that_it_does_not(state: State) -> None:
    assert dead_keys(state) == []
