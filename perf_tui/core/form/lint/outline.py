"""Rules for the report's outline."""

from __future__ import annotations

from collections.abc import Iterator

from perf_tui.core.form.lint.source import Source, sections, top
from perf_tui.core.form.problems import KeyPlace, Problem, nearest

INDICATORS = "indicators"


def unknown_sections(source: Source) -> Iterator[Problem]:
    """Find entries of chapters that are neither a section of the form nor `indicators`."""
    known = {*source.form.by_key, INDICATORS}
    for place, key in _entries(source):
        if key not in known:
            yield place.problem(f"没有 {key} 这一节{nearest(key, known)}，改对或先定义它")


def repeated_sections(source: Source) -> Iterator[Problem]:
    """Find entries of chapters that would be printed twice."""
    seen: set[str] = set()
    for place, key in _entries(source):
        if key in seen:
            yield place.problem(f"{key} 排了两次，留一次")
        seen.add(key)


def empty_chapters(source: Source) -> Iterator[Problem]:
    """Find chapters without sections."""
    for chapter in source.form.outline:
        if not chapter.sections:
            yield top("outline", chapter.title).problem("这一章没有内容，写上 sections 或删去")


def contradictory_sections(source: Source) -> Iterator[Problem]:
    """Find sections that are both optional and required."""
    for place, one in sections(source):
        if one.optional and one.required:
            yield place.at("optional").problem("可不填的节不能同时必填，加上 required = false")


def _entries(source: Source) -> Iterator[tuple[KeyPlace, str]]:
    for chapter in source.form.outline:
        for key in chapter.sections:
            yield top("outline", chapter.title, "sections"), key
