"""`export`: the format by the ending, nothing half done, nothing overwritten unasked."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from perf_tui.checks import judge
from perf_tui.cli import main
from perf_tui.core.evaluation.evaluation import evaluate
from perf_tui.core.wording.printed import printed_of
from perf_tui.store.years.samples import copy_samples
from support.counting import counting

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def year(tmp_path: Path) -> str:
    return str(copy_samples(tmp_path).with_name("yunxi-2024.toml"))


def test_markdown_and_word_by_the_ending(tmp_path: Path, year: str, capsys: Captured) -> None:
    assert main(["export", year, "-o", str(tmp_path / "a.md")]) == 0
    assert main(["export", year, "--output", str(tmp_path / "a.DOCX")]) == 0
    out, err = capsys.readouterr()
    assert out == ""
    assert f"已导出 {tmp_path / 'a.md'}" in err
    assert "示例县云溪镇人民政府" in (tmp_path / "a.md").read_text()
    assert "word/document.xml" in ZipFile(BytesIO((tmp_path / "a.DOCX").read_bytes())).namelist()


def test_an_export_reads_scores_and_judges_the_year_once(tmp_path: Path, year: str) -> None:
    with counting(evaluate, printed_of, judge) as counts:
        assert main(["export", year, "-o", str(tmp_path / "a.docx")]) == 0
    assert counts == {"evaluate": 1, "printed_of": 1, "judge": 1}


def test_the_public_copy_goes_without_the_contact(tmp_path: Path, year: str) -> None:
    for copy in ("internal", "public"):
        assert main(["export", year, "-o", str(tmp_path / f"{copy}.md"), "--copy", copy]) == 0
    assert "000-00000000" in (tmp_path / "internal.md").read_text()
    assert "000-00000000" not in (tmp_path / "public.md").read_text()


def test_a_sealed_copy_has_the_date_four_characters_from_the_right(
    tmp_path: Path, year: str
) -> None:
    for name, options in (("bare", []), ("sealed", ["--sealed"])):
        assert main(["export", year, "-o", str(tmp_path / f"{name}.docx"), *options]) == 0
    bare, sealed = (
        ZipFile(tmp_path / f"{name}.docx").read("word/document.xml").decode()
        for name in ("bare", "sealed")
    )
    four = f'w:right="{4 * 315}"'
    assert four in sealed
    assert four not in bare


def test_an_existing_file_is_kept_unless_forced(
    tmp_path: Path, year: str, capsys: Captured
) -> None:
    path = tmp_path / "a.md"
    path.write_text("mine")
    assert main(["export", year, "-o", str(path)]) == 2
    assert "--force" in capsys.readouterr().err
    assert path.read_text() == "mine"
    assert main(["export", year, "-o", str(path), "--force"]) == 0
    assert path.read_text() != "mine"


@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("a.pdf", ".docx、.md、.xlsx、.csv、.tsv 中的一个"),
        ("a", ".docx、.md、.xlsx、.csv、.tsv 中的一个"),
        ("none/a.md", "先建好它"),
        ("folder.md", "这是文件夹"),
        ("yunxi-2024.toml/a.md", "不是文件夹"),
    ],
)
def test_where_nothing_can_be_written_one_sentence_says_why(
    tmp_path: Path, year: str, capsys: Captured, out: str, said: str
) -> None:
    (tmp_path / "folder.md").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert main(["export", year, "-o", str(tmp_path / out), "--force"]) == 2
    sentence = capsys.readouterr().err
    assert said in sentence
    assert sentence.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == before


def test_a_draft_is_called_one(tmp_path: Path, year: str, capsys: Captured) -> None:
    path = Path(year)
    path.write_text(path.read_text().replace("executed = ", "executed = 1 # "))
    out = tmp_path / "a.md"
    assert main(["export", year, "-o", str(out)]) == 0
    err = capsys.readouterr().err
    assert f"已导出草稿 {out}，还有 2 处必改，用 perf-tui check 查看" in err
    assert "（草稿）" in out.read_text()


def test_the_final_copy_is_refused_with_a_list_while_errors_stand(
    tmp_path: Path, year: str, capsys: Captured
) -> None:
    path, out = Path(year), tmp_path / "a.docx"
    path.write_text(path.read_text().replace("executed = ", "executed = 1 # "))
    out.write_bytes(b"mine")
    assert main(["export", year, "-o", str(out), "--final", "--force"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert f"{year} 还有 2 处必改，没有导出正式稿；改好下列各处再导出" in said.err
    assert "  预算执行：" in said.err
    assert out.read_bytes() == b"mine"


def test_the_final_copy_is_written_where_nothing_stands_in_the_way(
    tmp_path: Path, year: str
) -> None:
    assert main(["export", year, "-o", str(tmp_path / "a.md"), "--final"]) == 0
    assert "草稿" not in (tmp_path / "a.md").read_text()


def test_a_final_year_gives_a_final_copy_or_none(tmp_path: Path, year: str) -> None:
    path, out = Path(year), tmp_path / "a.md"
    locked = '\n[final]\ndate = "2025-04-15 10:00"\n'
    path.write_text(path.read_text().replace("executed = ", "executed = 1 # ") + locked)
    assert main(["export", year, "-o", str(out)]) == 2
    assert not out.exists()


def test_the_table_alone_by_the_ending(tmp_path: Path, year: str) -> None:
    for ending in ("csv", "tsv"):
        assert main(["export", year, "-o", str(tmp_path / f"a.{ending}")]) == 0
        text = (tmp_path / f"a.{ending}").read_bytes().decode("utf-8-sig")
        assert "示例县云溪镇人民政府" in text
        assert "佐证材料目录" not in text
