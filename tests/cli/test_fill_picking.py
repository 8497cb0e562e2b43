"""`fill`: indicators of the library and figures of other pages by the command .指标."""

from collections.abc import Callable

from perf_tui.core.form import Indicator

Filled = Callable[..., tuple[list[Indicator], str]]
RATE = (
    ".指标 加 补贴发放率/≥95%/10",
    ".指标 改 1 方法 2",
    ".指标 改 1 分子 实发户数",
    ".指标 改 1 分子单位 户",
    ".指标 改 1 分母 应发户数",
)


def test_one_of_the_library_is_found_and_added(filled: Filled) -> None:
    (one,), said = filled(".指标 库", ".指标 库 教育", ".指标 库 教育 营养", ".指标 库 教育 营养 1")
    assert one.name == "营养改善计划受益学生覆盖率"
    assert one.measure
    assert not one.weight
    assert "教育 12 项" in said
    assert "1 营养改善计划受益学生覆盖率，≥100%" in said
    assert "已加上“营养改善计划受益学生覆盖率”，权重还没有定" in said
    assert "佐证：" in said


def test_what_is_not_in_the_library_is_said(filled: Filled) -> None:
    taken = ".指标 库 营养 1", ".指标 库 营养 1"
    indicators, said = filled(".指标 库 没这个", ".指标 库 教育 19", ".指标 库 率", *taken)
    assert len(indicators) == 1
    assert said.count("没有这样的，换个词试试") == 2
    assert "只列前 20 项" in said
    assert "指标表里已有“营养改善计划受益学生覆盖率”" in said


def test_a_measure_is_chosen_and_its_fields_are_read_out(filled: Filled) -> None:
    (one,), said = filled(*RATE, ".指标 改 1 佐证材料1 花名册、凭证", ".指标 看 1")
    assert one.measure
    assert [fact.label for fact in one.facts] == ["应发户数", "实发户数"]
    assert [wanted.title for wanted in one.evidence] == ["花名册", "凭证"]
    for line in ("计算方法：分子÷分母×100", "分母单位：户", "佐证材料2：凭证", "指标性质：≥"):
        assert line in said


def test_what_is_wrong_with_a_definition_is_said_at_once(filled: Filled) -> None:
    _, said = filled(
        *RATE, ".指标 改 1 句式 发放{实际}户", ".指标 改 1 分子乙 x", ".指标 改 9 分子 x"
    )
    assert "必改：正文句式里的“实际”没有对应的数" in said
    assert said.count("没有这一项，或没有这一栏") == 2


def test_a_figure_of_another_page_is_used(filled: Filled) -> None:
    use = ".指标 选用 1 分母 预算", ".指标 选用 1 分母 预算 2"
    (one,), said = filled(*RATE, *use, ".指标 选用 1 权重 预算", ".指标 选用 8 分母 预算")
    assert one.shared == ("adjusted",)
    assert "2 全年调整预算数，在预算执行" in said
    assert "已选用“全年调整预算数”，在“预算执行”里填一次就行" in said
    assert said.count("没有可选用的") == 2


def test_a_list_is_answered_in_one_line_and_counted(filled: Filled) -> None:
    define = ".指标 加 培训场次/≥2场/50", ".指标 改 1 方法 计数", ".指标 改 1 清单 培训班"
    _, said = filled(*define, ".到 1", "电工、焊工、茶艺", ".分")
    assert "培训班（几项用顿号隔开，没有就填 无）" in said
    assert "读作 3 项" in said
    assert "3场" in said
