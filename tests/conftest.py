"""No test touches the user's home; Hypothesis draws the same examples on every run under CI."""

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "local", deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=100
)
settings.register_profile("ci", settings.get_profile("local"), derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session", autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Settings and places of the tests, and of the programs that they start, lie by themselves."""
    folder = str(tmp_path_factory.mktemp("home"))
    os.environ |= dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), folder)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-snapshots` keeps what the screens show now."""
    parser.addoption("--update-snapshots", action="store_true", help="write the screens' snapshots")
