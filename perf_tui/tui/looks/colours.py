"""The colours of the themes.

Text has a contrast of at least 4.5 to its background, and of 7 in the high-contrast theme (WCAG
2.1, 1.4.3 and 1.4.6). No two roles that stand side by side share a colour.
"""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

# Typed values, the current place, what is right, what is doubtful, what is wrong, side remarks.
ROLES = ("primary", "accent", "success", "warning", "error", "muted")


def _made_of(name: str, ground: str, letters: str, bar: str, field: str, *colours: str) -> Theme:
    """Return a theme whose text has exactly these colours, which Textual would otherwise tint."""
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
    # The terminal's background may be dark or light. Its default text colour, red and magenta are
    # readable on both; yellow and green are lost on white, blue and cyan on one of them.
    replace(
        BUILTIN_THEMES["ansi-dark"],
        name="perf-ansi",
        primary="ansi_default",
        accent="ansi_default",
        success="ansi_default",
        warning="ansi_magenta",
    ),
)
