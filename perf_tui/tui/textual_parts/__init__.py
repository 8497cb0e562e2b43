"""The parts of Textual that are promised to nobody, and that the program stands on all the same.

They are named here and nowhere else: what is private in Textual has a public name in this package,
a class with the handles that Textual's own class lacks, or a function. A new version of Textual may
change any of them without a word; `tests/tui/test_textual_parts.py` says which.
"""
