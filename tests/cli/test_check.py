"""`check`: findings under their pages, the contract's object, and the status telling of errors."""

import json
from pathlib import Path

import pytest

from perf_tui.cli import main
from perf_tui.cli.commands.check import as_lines
from perf_tui.cli.files import read_evaluation
from perf_tui.core.findings.finding import Finding
from perf_tui.store.years.samples import copy_samples

Captured = pytest.CaptureFixture[str]
LOW = ("38820071.88", "30000000")


@pytest.fixture
def samples(tmp_path: Path) -> Path:
    return copy_samples(tmp_path).parent


@pytest.fixture
def low(samples: Path) -> Path:
    """2024 with an execution rate of 73.73 %, for which two reasons are missing."""
    path = samples / "jianlong-2024.toml"
    path.write_text(path.read_text().replace(*LOW))
    return path


def test_a_finished_year_has_no_errors(samples: Path, capsys: Captured) -> None:
    assert main(["check", str(samples / "jianlong-2024.toml")]) == 0
    out = capsys.readouterr().out
    assert out.startswith("重庆市璧山区健龙镇人民政府  2024 年\n")
    assert "必改 0，" in out.splitlines()[-1]


def test_missing_reasons_stand_under_their_pages_with_what_to_do(
    low: Path, capsys: Captured
) -> None:
    assert main(["check", str(low)]) == 1
    lines = capsys.readouterr().out.splitlines()
    budget = lines.index("预算执行")
    indicator = lines.index("14 预算执行率")
    assert budget < indicator
    errors = [place for place, line in enumerate(lines) if line.startswith("  必改  ")]
    assert [place > indicator for place in errors] == [False, True]
    assert "73.73%" in lines[errors[0]]
    assert lines[errors[1]].endswith("在“偏差原因”里写明为什么没有达到目标。")
    assert lines[-1].startswith("必改 2，")


def test_findings_as_an_object(low: Path, capsys: Captured) -> None:
    assert main(["check", str(low), "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    kinds = [finding["severity"] for finding in report["findings"]]
    assert report["counts"] == {name: kinds.count(name) for name in ("error", "warning", "notice")}
    reason = next(one for one in report["findings"] if one["code"] == "reason-missing")
    assert reason.pop("message")
    assert reason.pop("fix")
    assert reason == {
        "code": "reason-missing",
        "severity": "error",
        "indicator": 14,
        "field": "indicators.budget_execution.deviation_reason",
        "line": None,
        "quote": None,
        "related": reason["related"],
    }
    execution = next(one for one in report["findings"] if one["code"] == "execution-reason-missing")
    assert execution["related"] == ["budget.executed", "budget.adjusted"]


def test_last_year_shows_what_was_typed_in_another_unit(samples: Path, capsys: Captured) -> None:
    path = samples / "yunxi-2024.toml"
    text = path.read_text().replace("initial = 21480600", "initial = 2148.06")
    path.write_text(text.replace('file = "yunxi-2023.toml"', ""))
    against = ["--against", str(samples / "yunxi-2023.toml")]

    def codes(*more: str) -> set[str]:
        main(["check", str(path), "--json", *more])
        return {one["code"] for one in json.loads(capsys.readouterr().out)["findings"]}

    assert codes(*against) - codes() == {"unit-against-last"}


def test_the_last_year_kept_in_the_file_is_used_and_missed(samples: Path, capsys: Captured) -> None:
    path = samples / "2025.toml"
    main(["new", str(path), "--year", "2025", "--from", str(samples / "yunxi-2024.toml")])
    path.write_text(path.read_text() + "[budget]\ninitial = 2148.06\n")
    capsys.readouterr()
    main(["check", str(path)])
    assert "年初预算数与上年相差" in capsys.readouterr().out
    (samples / "yunxi-2024.toml").unlink()
    assert main(["check", str(path)]) == 1
    out, err = capsys.readouterr()
    assert "与上年相差" not in out
    assert "没有与上年对照：上年文件 yunxi-2024.toml 打不开，没有这个文件" in err


def test_ascii_draws_no_curly_quotes(samples: Path, capsys: Captured) -> None:
    main(["check", str(samples / "jianlong-2024.toml"), "--ascii"])
    out = capsys.readouterr().out
    assert "预算调整的原因" in out
    assert not set("“”≥≤×÷") & set(out)


def test_a_finding_without_a_field_concerns_the_whole(samples: Path) -> None:
    finding = Finding("x", "notice", "出了事", "改一改")
    lines = list(as_lines(read_evaluation(samples / "jianlong-2024.toml"), [finding]))
    assert lines[2:4] == ["整体", "  提示  出了事。改一改。"]


@pytest.mark.parametrize("last", ["yunxi-2024.toml", "jianlong-2024.toml"])
def test_last_year_lies_before_this_one(samples: Path, capsys: Captured, last: str) -> None:
    argv = ["check", str(samples / "yunxi-2024.toml"), "--against", str(samples / last)]
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "不早于" in err
    assert "换成上年的文件" in err
