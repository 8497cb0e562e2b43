"""A finished report in which everything adds up, and what was found in others."""

from __future__ import annotations

from perf_tui.checks.report import judge_report
from perf_tui.core.findings.report_finding import ReportFinding
from perf_tui.reader.claims import claims_of
from support.samples import township

SOUND = """\
青石镇人民政府
2024年度整体支出绩效自评报告
一、基本情况
（一）职能职责
1.贯彻上级决定，管理本镇行政事务。
2.保障民生，维护社会稳定。
（二）单位构成
青石镇人民政府内设机构3个，即：党政综合办公室、经济发展办公室、平安法治办公室。
（三）预算及支出情况
年初预算数2000万元，全年调整预算数2100万元，全年执行数1995万元，执行率95.00%。
二、主要成效
新修村道12公里，比上年的10公里增长20%；公用经费190万元，比上年减少10万元，下降5%。
三、绩效评价情况及结论
（一）绩效评价情况
1.养老补贴发放率（40分）
应发600人，已发600人，发放率100%，达到100%的目标。本项得40分。
2.安全生产事故次数（30分）
检查企业64家，目标为0起，未发生安全生产事故。本项得30分。
3.矛盾纠纷调解成功率（20分）
排查纠纷200件，调解成功198件，调解成功率99%，高于95%的目标。本项得20分。
4.居民满意度（10分）
收回问卷300份，满意度95%，高于90%的目标。本项得10分。
（二）绩效评价结论
综合得分99.5分，等级为“优”。
四、存在的问题
绩效管理的业务学习不够。
五、有关建议
安排业务培训。
附件：自评表
青石镇人民政府
2025年4月10日
"""
TABLE = """\
附件1
指标名称\t指标权重(分)\t得分系数(%)\t指标得分(分)
1.养老补贴发放率\t40\t100\t40
2.安全生产事故次数\t30\t100\t30
3.矛盾纠纷调解成功率\t20\t100\t20
4.居民满意度\t10\t100\t10
合计\t100\t\t100
自评总分\t99.50
"""


def found_in(text: str) -> tuple[ReportFinding, ...]:
    """What does not add up in a report."""
    return judge_report(claims_of(text.splitlines()), township("township").scheme)


def changed(old: str, new: str, text: str = SOUND) -> str:
    """The report with other words at one place, which has to be there."""
    assert text.count(old) == 1, old
    return text.replace(old, new)


def line_of(words: str, text: str) -> int:
    """The number of the line with these words."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)
