"""The one place that reads the terminal: bytes in, keys, pastes and clicks out.

`cutting` parts what a terminal sends into pieces, `meaning` says what a piece is to the editor,
`reader` brings both together with the clock, `driver` runs them beside the editor.
"""
