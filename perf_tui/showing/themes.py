"""The names of the colour themes, available without loading Textual."""

THEMES = {
    "dark": "perf-dark",
    "light": "perf-light",
    "contrast": "perf-contrast",
    "ansi": "perf-ansi",
}
THEME_LABELS = {"dark": "深色", "light": "浅色", "contrast": "高对比", "ansi": "终端的 16 色"}
