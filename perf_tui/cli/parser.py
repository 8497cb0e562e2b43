"""The commands and options of the command line."""

from __future__ import annotations

from argparse import SUPPRESS, Action, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from perf_tui.cli.output import echo
from perf_tui.cli.usage import ChineseParser
from perf_tui.showing.themes import THEMES

PROGRAM = "perf-tui"
THEMES_EXPLAINED = "界面配色：dark 深色（默认）、light 浅色、contrast 高对比、ansi 终端的 16 色"
FORMS_EXPLAINED = (
    "list 列出、show 看一套、check 检查、add 添加到用户文件夹、export 导出成一个文件、"
    "keys 说明各个键、schema 打印 JSON Schema；写文件夹就检查它，不写就检查自带的"
)
Add = Callable[..., Action]


def parse(argv: Sequence[str] | None) -> Namespace:
    """Return the parsed arguments, with `command` None if no command is given.

    Raises SystemExit after help, version and usage errors.
    """
    parser = ChineseParser(
        prog=PROGRAM, description="部门整体支出绩效自评：填写、核对、算分、导出报告"
    )
    parser.set_defaults(ascii=False, theme=None)
    commands = parser.add_subparsers(
        title="可用的命令", dest="command", metavar="命令", parser_class=ChineseParser
    )
    for name, (words, declare) in COMMANDS.items():
        command = commands.add_parser(name, help=words, description=words)
        declare(command.add_argument_group("参数").add_argument)
        _declare_common(command)
    _declare_common(parser)
    return parser.parse_args(argv)


def _declare_common(parser: ArgumentParser) -> None:
    """Declare the options that may stand before or after the command.

    Their defaults are suppressed, so that the parser of one place does not reset the other's.
    """
    add = parser.add_argument_group("通用选项").add_argument
    add("--ascii", action="store_true", default=SUPPRESS, help="不用宽度不定的符号，适合老终端")
    add("--theme", choices=tuple(THEMES), default=SUPPRESS, help=THEMES_EXPLAINED)
    add("--version", action=_Version, nargs=0, default=SUPPRESS, help="显示版本")
    add("-h", "--help", action="help", default=SUPPRESS, help="显示这段说明")


class _Version(Action):
    def __call__(self, parser: ArgumentParser, *_: Any) -> None:
        from importlib.metadata import PackageNotFoundError, version

        try:
            echo(f"{PROGRAM} {version(PROGRAM)}")
        except PackageNotFoundError:
            echo(f"{PROGRAM}（没有安装，直接从源代码运行）")
        parser.exit()


def _declare_open(add: Add) -> None:
    _add_file(add)


def _declare_demo(add: Add) -> None:
    add("--dir", type=Path, metavar="DIR", help="放示例的文件夹，不写就新建一个")


def _declare_new(add: Add) -> None:
    add("out", type=Path, metavar="OUT.toml", help="新建的年度文件")
    add("--year", type=_year, required=True, metavar="Y", help="自评的年度")
    add("--unit", metavar="NAME", help="单位名称")
    add("--project", metavar="NAME", help="项目名称，建的是这个项目的自评")
    add(
        "--form",
        metavar="FORM",
        help="用哪套表单，名字（见 forms list）或路径，默认 township，项目 project，有上年的同上年",
    )
    add(
        "--from",
        dest="last",
        type=Path,
        metavar="LAST.toml",
        help="上年的文件，带出单位信息，填写时对照",
    )
    add(
        "--targets",
        type=Path,
        metavar="TABLE",
        help="绩效目标表或自评表，.xlsx、.xls、.docx 或 .csv，指标从里面读；表单默认用 national",
    )
    _add_force(add)


def _declare_fill(add: Add) -> None:
    _add_file(add)


def _declare_score(add: Add) -> None:
    _add_file(add)
    _add_json(add)


def _declare_check(add: Add) -> None:
    _add_file(add)
    against = "与上年的文件对照，不写就用新建时记下的"
    add("--against", type=Path, metavar="LAST.toml", help=against)
    _add_json(add)


def _declare_compare(add: Add) -> None:
    add("files", type=Path, nargs="+", metavar="FILE.toml", help="两个或更多年度文件")
    _add_json(add)


def _declare_export(add: Add) -> None:
    add("files", type=Path, nargs="+", metavar="FILE.toml", help="年度文件，可以写几个")
    out = (
        "导出的文件，后缀 .docx、.md，只要表格用 .xlsx，只要自评表用 .csv、.tsv；"
        "几个年度的自评表合成一个 .docx、.xlsx、.md，或写文件夹，各导出一份报告"
    )
    add("-o", "--output", dest="out", required=True, metavar="OUT", help=out)
    add(
        "--copy",
        choices=("internal", "public"),
        default="internal",
        help="internal 内部稿（默认），public 公开稿",
    )
    add("--final", action="store_true", help="正式稿：还有必改的就列出来，不导出")
    add("--sealed", action="store_true", help="要盖章的，署名和日期处留出印章的位置")
    _add_force(add)


def _declare_import(add: Add) -> None:
    add("file", type=Path, metavar="REPORT", help="写好的报告，.docx 或 .txt")
    add("-o", "--output", dest="out", type=Path, required=True, metavar="OUT.toml", help="年度文件")
    add("--year", type=_year, metavar="Y", help="自评的年度，不写就从报告里认")
    add(
        "--form",
        metavar="FORM",
        help="用哪套表单的指标和评分方案，名字或路径，不写就从报告里认",
    )
    _add_json(add)
    _add_force(add)


def _declare_audit(add: Add) -> None:
    add("file", type=Path, metavar="REPORT", help="写好的报告，.docx 或 .txt")
    add("--text", action="store_true", help="只列出报告的各行，行号就是这里的第几行")
    by = "按哪套表单的评分方案核对，名字（见 forms list）或路径，默认 township"
    add("--form", metavar="FORM", default="township", help=by)
    _add_json(add)


def _declare_rules(add: Add) -> None:
    add("codes", nargs="*", metavar="CODE", help="规则的代码，不写就列出全部")
    _add_json(add)


def _declare_recover(add: Add) -> None:
    _add_file(add)
    add("-o", "--output", dest="out", type=Path, metavar="OUT.toml", help="写到另一个文件")
    base = "文件挪到了哪里，FILE.toml 写它原来的位置"
    add("--base", type=Path, metavar="MOVED.toml", help=base)
    add("--backups", action="store_true", help="列出这个文件的备份")
    add("--backup", type=int, metavar="N", help="取第几份备份，要有 -o")


def _declare_forms(add: Add) -> None:
    add("doing", nargs="?", metavar="ACTION|DIR", help=FORMS_EXPLAINED)
    add("what", nargs="?", metavar="NAME|PATH", help="表单的名字，或文件夹、文件")
    add("-o", "--output", dest="out", type=Path, metavar="OUT", help="导出的文件")
    add("--title", metavar="TITLE", help="从年度文件导出时，表单的标题")
    _add_json(add)
    _add_force(add)


def _declare_doctor(add: Add) -> None:
    add("--keys", action="store_true", help="逐个试按键，看终端认不认")


COMMANDS: dict[str, tuple[str, Callable[[Add], None]]] = {
    "open": ("打开一个年度，填写和修改", _declare_open),
    "demo": ("复制一套示例并打开 2024 年", _declare_demo),
    "new": ("新建一个年度", _declare_new),
    "fill": ("一问一答地填写，适合读屏软件和简单终端", _declare_fill),
    "score": ("算总分和等级，列出计算过程", _declare_score),
    "check": ("核对，列出要改的地方", _declare_check),
    "compare": ("把几个年度放在一起对比", _declare_compare),
    "export": ("导出报告", _declare_export),
    "import": ("从一份写好的报告取出数据，建成年度文件", _declare_import),
    "audit": ("核对一份写好的报告，找出前后对不上的地方", _declare_audit),
    "rules": ("列出核对的规则：代码、界限和依据", _declare_rules),
    "recover": ("取回没存进文件的内容，或一份备份", _declare_recover),
    "forms": ("列出、检查、添加、导出表单", _declare_forms),
    "doctor": ("看终端、字体、文件位置有没有问题", _declare_doctor),
}


def _add_file(add: Add) -> None:
    add("file", type=Path, metavar="FILE.toml", help="年度文件")


def _add_json(add: Add) -> None:
    add("--json", action="store_true", help="输出 JSON")


def _add_force(add: Add) -> None:
    add("--force", action="store_true", help="覆盖已有的文件")


def _year(text: str) -> int:
    from perf_tui.store.years.year_file import (  # slow to import, and seldom needed
        FIRST_YEAR,
        LAST_YEAR,
    )

    if text.isdecimal() and FIRST_YEAR <= int(text[:9]) <= LAST_YEAR:
        return int(text[:9])
    raise ArgumentTypeError(f"应是 {FIRST_YEAR} 到 {LAST_YEAR} 之间的年份")
