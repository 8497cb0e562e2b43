"""The names of the colour themes, known without loading Textual."""

THEMES = {
    "dark": "textual-dark",
    "light": "textual-light",
    "contrast": "contrast",
    "ansi": "ansi-dark",
}
