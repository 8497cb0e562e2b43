"""The fields of a definition, which those of the same shape have in common, and its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from perf_tui.core.form.fields import Field
from perf_tui.core.form.models import COMPARATORS, Indicator
from perf_tui.core.form.own.facts import SLOTS, Texts, slot_key
from perf_tui.core.form.own.properties import (
    BEFORE,
    NO,
    NUMBER,
    OWN,
    REMOVED,
    YES,
    kept_fields,
    own_at,
    property_fields,
)
from perf_tui.core.form.pages import Page
from perf_tui.core.form.parts import FieldsAlike

NEW = "新指标"
# Properties that are always asked for, whatever they say; what others say decides on the fields.
ALWAYS = {"name", "target", "weight", "category", "subcategory", "core", "guidance"}
ALWAYS |= {BEFORE, NUMBER, REMOVED}
DECIDING = {"sign", "method", "unit"}
FILLED = "·"
Shape: TypeAlias = tuple[tuple[str, str], ...]
FROM = tuple(slot_key(slot, "from") for slot in SLOTS)


class Pattern(NamedTuple):
    """Property → field, of which the first ones, `shown`, stand on the page."""

    fields: Mapping[str, Field]
    shown: tuple[str, ...]


def shape_of(texts: Texts) -> Shape:
    """Return all of a definition's texts that decides which fields it has."""
    return tuple(
        [
            (key, text if key in DECIDING or key.endswith(("_from", "_unit")) else FILLED)
            for key, text in texts.items()
            if key not in ALWAYS
        ]
    )


def taken_by(texts: Texts) -> tuple[str, ...]:
    """Return the names of the facts that a definition takes from elsewhere."""
    return tuple([texts[key] for key in FROM if key in texts])


@lru_cache(maxsize=1024)
def pattern_of(
    shape: Shape,
    extra: bool,
    categories: tuple[str, ...],
    sources: Shape,
    *,
    known: bool,
) -> Pattern:
    """Return the fields of definitions of a shape.

    `sources` says of each fact that they take where it is typed. The target of an `extra` is not
    required, because what is added or taken away has none. That of a `known` indicator of the form
    set is measured and proven as the set has it.
    """
    texts = dict(shape)
    where = None if known else dict(sources)
    shown = {_key(one): one for one in property_fields("", texts, categories, where)}
    if known:
        shown = {key: replace(one, required=False) for key, one in shown.items()}
    elif extra:
        shown["target"] = replace(shown["target"], required=False)
    kept = {_key(one): one for one in kept_fields("", texts, shown.values())}
    return Pattern({**shown, **kept}, tuple(shown))


def _key(one: Field) -> str:
    return one.address.removeprefix(own_at("", ""))


class OwnFields(FieldsAlike):
    """The fields of a definition. `known` is the indicator of the set that it changes, if any."""

    def __init__(self, ident: str, asked: Pattern, known: Indicator | None) -> None:
        super().__init__(f"{OWN}.{ident}.", asked.fields)
        self.asked, self._known = asked, known

    def finished(self, ending: str, one: Field) -> Field:
        """Return the field; what the set says of an indicator stands while it is blank."""
        known = self._known
        if known is None or ending not in self.asked.shown:
            return one
        said = {"sign": COMPARATORS[known.sign], "core": YES if known.core else NO}
        fallback = said.get(ending) or str(getattr(known, ending, ""))
        return replace(one, fallback=fallback)

    def page_of(self, one: Indicator) -> Page:
        """Return the page of the definition; `one` is the indicator that it makes."""
        prefix, shown, pattern = self.prefix, self.asked.shown, self.pattern
        return Page(
            f"{OWN}.{one.id}",
            "definition",
            one.name or NEW,
            one.initials,
            tuple([prefix + key for key in shown]),
            one.number,
            tuple([prefix + key for key in shown if pattern[key].required]),
        )
