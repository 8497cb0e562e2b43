"""The colours of the themes.

Letters stand out from their ground by a contrast of 4.5 at least, by 7 in the high-contrast theme
(WCAG 2.1, 1.4.3 and 1.4.6), and no two roles that stand side by side share a colour.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

# What is typed, what is being done, what is well, what is doubtful, what is wrong, what is aside.
ROLES = ("primary", "accent", "success", "warning", "error", "muted")


def _made_of(name: str, ground: str, letters: str, bar: str, field: str, *colours: str) -> Theme:
    """A theme whose letters have just these colours: Textual would tint them."""
    named = dict(zip(ROLES, colours, strict=True))
    return Theme(
        name,
        primary=named["primary"],
        accent=named["accent"],
        success=named["success"],
        warning=named["warning"],
        error=named["error"],
        foreground=letters,
        background=ground,
        surface=field,
        panel=bar,
        dark=ground < letters,
        variables={
            **{f"text-{role}": colour for role, colour in named.items()},
            "input-selection-background": named["primary"],
            "input-selection-foreground": ground,
        },
    )


OURS = (
    _made_of(
        *("perf-dark", "#121212", "#e6e6e6", "#26384a", "#2c2c2c"),
        *("#9ecbff", "#6fe0d8", "#8ad4a1", "#ffc473", "#ff94a8", "#a8a8a8"),
    ),
    _made_of(
        *("perf-light", "#ffffff", "#1a1a1a", "#d5e3f0", "#ececec"),
        *("#0b4f8a", "#005b5b", "#1a6330", "#7a4600", "#a3123a", "#595959"),
    ),
    _made_of(
        *("perf-contrast", "#000000", "#ffffff", "#000080", "#303030"),
        *("#b0e0ff", "#00ffff", "#00ff00", "#ffff00", "#ffb0b0", "#d0d0d0"),
    ),
    # A terminal's own ground may be dark or light: on both its own letters are sure, and of the
    # other colours red and magenta. Yellow and green are lost on white, blue and cyan on one.
    replace(
        BUILTIN_THEMES["ansi-dark"],
        name="perf-ansi",
        primary="ansi_default",
        accent="ansi_default",
        success="ansi_default",
        warning="ansi_magenta",
    ),
)
