"""Every action of the editor with its keys: the table from which key bar and bindings are made.

The keys work while a Chinese input method is on: function keys and Ctrl chords, but no bare letters
and no Alt. Some actions have one of each. The user's settings may replace them (`rebinding`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from textual.binding import Binding

# Terminals send Shift+F1 as F13 and so on; keyboards do not have these keys.
SENT_FOR_SHIFT = {f"f{number}" for number in range(13, 25)}


@dataclass(frozen=True, slots=True)
class Action:
    """Something the user can do: the function `name` in the module `subject` of `actions`.

    `keys` are named as Textual names them, separated by commas; the key bar shows the first.
    `initials` are the pinyin initials of the label, `words` say what the action does.
    """

    subject: str
    name: str
    keys: str
    label: str
    initials: str
    words: str
    in_bar: bool = True

    @property
    def key_label(self) -> str:
        """The first key as the key bar prints it: F2, ^E."""
        first = self.first_key
        return f"^{first[-1].upper()}" if first.startswith("ctrl+") else first.upper()

    @property
    def first_key(self) -> str:
        """The first key, as Textual names it. Texts name the action by it."""
        return self.keys.split(",", 1)[0]

    @property
    def key_names(self) -> str:
        """All keys as a keyboard names them, `F2  Ctrl+S`, without F13 and the like."""
        keys = [key for key in self.keys.split(",") if key not in SENT_FOR_SHIFT]
        return "  ".join(map(key_name, keys or self.keys.split(",")))


NAMES = {
    "up": "上键",
    "down": "下键",
    "left": "左键",
    "right": "右键",
    "escape": "Esc",
    "pageup": "PageUp",
    "pagedown": "PageDown",
}


def key_name(key: str) -> str:
    """Return a key of Textual's as a keyboard names it: Ctrl+S for `ctrl+s`."""
    return "+".join(NAMES.get(part) or part.capitalize() for part in key.split("+"))


def key_names(actions: Iterable[Action]) -> Mapping[str, str]:
    """Map each action's name to its first key as a keyboard names it.

    The result fills placeholders such as `{save}` in texts that name keys.
    """
    return {action.name: key_name(action.first_key) for action in actions}


# This works in every dialog too, so it is bound by the application.
LEAVE = Action("saving", "leave", "f10,ctrl+q", "离开", "lk", "保存并离开")
COPY = Action(
    "copying", "copy", "ctrl+c", "复制", "fz", "复制选中的文字，没有选中就复制整栏", in_bar=False
)
ACTIONS = (
    Action("looking", "guidance", "f1", "说明", "sm", "这一处怎么填，有哪些按键"),
    # Terminals send Shift+F1 as F13.
    Action(
        "looking", "capitals", "shift+f1,f13", "大写", "dx", "把本栏的金额读成大写", in_bar=False
    ),
    Action("saving", "save", "f2,ctrl+s", "保存", "bc", "写入文件"),
    # Terminals send Shift+F2 as F14, Shift+F3 as F15.
    Action(
        "backups", "backups", "shift+f2,f14", "备份", "bf", "看以前存的各份，或恢复", in_bar=False
    ),
    Action(
        "backups",
        "history",
        "shift+f3,f15",
        "修改记录",
        "xgjl",
        "哪一天改了什么",
        in_bar=False,
    ),
    Action("walking", "previous_page", "f3", "上一项", "syx", "翻到前一项"),
    Action("walking", "next_page", "f4", "下一项", "xyx", "翻到后一项"),
    # Terminals send Shift+F12 as F24.
    Action(
        "defining",
        "scheme",
        "shift+f12,f24",
        "评分方案",
        "pffa",
        "按本地财政局的规定改分值、等级、档次和界限",
        in_bar=False,
    ),
    Action("problems", "check", "f5", "检查", "jc", "列出问题，按 Enter 前往"),
    # Terminals send Shift+F5 as F17.
    Action(
        "target_files",
        "read_table",
        "shift+f5,f17",
        "读入指标",
        "drzb",
        "从文件里的目标表或自评表读指标",
        in_bar=False,
    ),
    Action("walking", "go_to", "f6,ctrl+g", "转到", "zd", "按序号、名称或拼音首字母找一项"),
    # Terminals send Shift+F6 as F18.
    Action(
        "defining",
        "indicators",
        "shift+f6,f18",
        "指标表",
        "zbb",
        "加、改、删指标，定指标值和权重，粘贴目标表",
        in_bar=False,
    ),
    # Terminals send Shift+F4 as F16.
    Action(
        "defining",
        "pick",
        "shift+f4,f16",
        "选用",
        "xy",
        "从指标库选指标，或选用别处已有的数",
        in_bar=False,
    ),
    Action("last_year", "take", "f7", "取上年", "qsn", "把上年的值取过来，待确认", in_bar=False),
    Action(
        "last_year",
        "take_page",
        "shift+f7,f19",
        "整页取上年",
        "zyqsn",
        "本页空着的都取上年的值",
        in_bar=False,
    ),
    # Terminals send Shift+F11 as F23.
    Action(
        "projects",
        "take_projects",
        "shift+f11,f23",
        "取项目",
        "qxm",
        "把各项目的个数、资金取到项目自评汇总里，待确认",
        in_bar=False,
    ),
    Action("problems", "next_problem", "f8", "下一处", "xyc", "下一处问题或空白"),
    Action(
        "problems",
        "previous_problem",
        "shift+f8,f20",
        "上一处",
        "syc",
        "上一处问题或空白",
        in_bar=False,
    ),
    Action("looking", "preview", "f9", "预览", "yl", "报告成文的样子，从当前一项看起"),
    Action("exporting", "export", "ctrl+e", "导出", "dc", "把报告写成 Word、Markdown 或表格"),
    # Terminals send Shift+F9 as F21.
    Action(
        "exporting",
        "copy_table",
        "shift+f9,f21",
        "复制自评表",
        "fzzpb",
        "把自评表复制出来，可粘贴到表格里",
        in_bar=False,
    ),
    Action(
        "looking",
        "working",
        "ctrl+t",
        "算式",
        "ss",
        "总分和本项得分怎么来的，失分在哪里",
        in_bar=False,
    ),
    Action("last_year", "choose", "ctrl+l", "上年文件", "snwj", "选上年的文件", in_bar=False),
    Action("last_year", "compare", "ctrl+b", "历年对比", "lndb", "各年的值和得分", in_bar=False),
    Action("rewriting", "rewrite", "ctrl+r", "改写", "gx", "从自动生成的文字改起", in_bar=False),
    Action(
        "answering", "adopt", "ctrl+k", "采纳建议", "cnjy", "把本栏改成提醒里建议的", in_bar=False
    ),
    Action(
        "answering", "accept", "ctrl+n", "说明无误", "smww", "本栏的提醒经核对无误", in_bar=False
    ),
    Action(
        "finishing",
        "finish",
        "ctrl+d",
        "定稿",
        "dg",
        "核对全部内容后锁定这一年，或写明理由重新打开",
        in_bar=False,
    ),
    Action(
        "finishing", "enter_twice", "ctrl+f", "双录核对", "slhd", "预算数再填一遍", in_bar=False
    ),
    Action("undoing", "undo", "ctrl+z", "撤销", "cx", "收回最近的修改", in_bar=False),
    Action("undoing", "redo", "ctrl+y", "重做", "cz", "重做收回的修改", in_bar=False),
    COPY,
    Action("choosing", "palette", "ctrl+p,f11", "命令", "ml", "按名称找一个动作", in_bar=False),
    Action(
        "choosing", "settings", "f12,ctrl+o", "设置", "sz", "配色、符号、鼠标、按键", in_bar=False
    ),
)
DEFAULTS = (*ACTIONS, LEAVE)
# The keys of these actions have a meaning of their own in some dialogs.
GUIDANCE, CHECK, NEXT_PAGE, GO_TO, FINISH, EXPORT = (
    next(action for action in ACTIONS if action.name == name)
    for name in ("guidance", "check", "next_page", "go_to", "finish", "export")
)


def bindings(actions: Iterable[Action]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """Return the bindings of actions. They precede the editors' own bindings of the same keys."""
    return [binding(action, f"run('{action.subject}', '{action.name}')") for action in actions]


def binding(action: Action, does: str) -> Binding:
    """Return the binding of an action's keys to `does`. Its id, the name, allows rebinding."""
    return Binding(action.keys, does, action.label, show=False, priority=True, id=action.name)
