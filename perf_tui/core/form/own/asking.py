"""The fields of a definition, which those of the same shape have in common, and its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

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
FILLED = "·"


class Pattern(NamedTuple):
    """Property → field, of which the first ones, `shown`, stand on the page."""

    fields: Mapping[str, Field]
    shown: tuple[str, ...]


def pattern_of(
    texts: Texts, categories: tuple[str, ...], sources: Texts | None, *, extra: bool
) -> Pattern:
    """Return the fields of a definition by its texts; the same object for those alike.

    `sources` says where facts are typed, by name; None stands for an indicator of the form set.
    The target of an `extra` is not required: what is added or taken away has none.
    """
    told = [(key, text if _decides(key) else FILLED) for key, text in texts.items()]
    taken = None if sources is None else tuple(_sources(texts, sources))
    return _pattern(tuple(one for one in told if one[0] not in ALWAYS), categories, taken, extra)


def _decides(key: str) -> bool:
    return key in ("sign", "method", "unit") or key.endswith(("_from", "_unit"))


def _sources(texts: Texts, sources: Texts) -> Iterable[tuple[str, str]]:
    names = (texts.get(slot_key(slot, "from"), "") for slot in SLOTS)
    return ((name, sources[name]) for name in names if name in sources)


@lru_cache(maxsize=1024)
def _pattern(
    told: Sequence[tuple[str, str]],
    categories: tuple[str, ...],
    sources: Sequence[tuple[str, str]] | None,
    extra: bool,
) -> Pattern:
    texts = dict(told)
    where = None if sources is None else dict(sources)
    shown = {_key(one): one for one in property_fields("", texts, categories, where)}
    if sources is None:
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
        shown = self.asked.shown
        required = (key for key in shown if self.pattern[key].required)
        return Page(
            f"{OWN}.{one.id}",
            "definition",
            one.name or NEW,
            one.initials,
            tuple(self.prefix + key for key in shown),
            one.number,
            tuple(self.prefix + key for key in required),
        )
