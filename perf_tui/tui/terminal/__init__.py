"""The only place that reads the terminal: bytes come in, keys, pastes and clicks go out.

`cutting` cuts what a terminal sends into pieces, `meaning` turns pieces into the editor's messages,
`reader` combines both with the clock, and `driver` runs them beside the editor.
"""
