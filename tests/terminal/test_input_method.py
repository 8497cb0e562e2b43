"""With a Chinese input method on, nothing is lost, however its bytes arrive."""

from pathlib import Path

from support.input_method import lost_keys


def test_what_an_input_method_commits_arrives_whole_and_in_order(tmp_path: Path) -> None:
    assert lost_keys(tmp_path) == []
