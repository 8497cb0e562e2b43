"""Shares are worked out anew where a text changed that they asked for, and nowhere else."""

from __future__ import annotations

from perf_tui.core.answers.shares import EVERYTHING, Shares
from perf_tui.core.form.laid_over import LaidOver
from support.forms import FULL, small_form, stand

OWNERS = ("a", "b", "all")
BEFORE = {"a": "1", "b": "2"}


def worked(shares: Shares, owners: tuple[str, ...] = OWNERS) -> tuple[tuple[str, ...], list[str]]:
    """The results, each its owner's text or all of them, and the owners that were asked."""
    asked: list[str] = []

    def work(owner: str) -> str:
        asked.append(owner)
        texts = shares.texts
        if owner == "all":
            return f"{len(texts)}{[*texts]}"
        return texts[owner] if texts.get(owner) else ""

    return shares.of("texts", owners, work), asked


def test_only_what_asked_for_a_changed_text_is_worked_out_anew() -> None:
    shares = Shares(BEFORE)
    assert worked(shares) == (("1", "2", "2['a', 'b']"), [*OWNERS])
    assert worked(shares) == (("1", "2", "2['a', 'b']"), ["all"])
    later = shares.after({"a": "1", "b": "3"}, {"b"})
    assert worked(later) == (("1", "3", "2['a', 'b']"), ["b", "all"])
    gone = later.after({"b": "3"}, {"a"})
    assert worked(gone) == (("", "3", "1['b']"), ["a", "all"])


def test_a_change_is_remembered_until_somebody_asks() -> None:
    shares = Shares(BEFORE)
    worked(shares)
    later = shares.after({"a": "9", "b": "2"}, {"a"}).after({"a": "9", "b": "8"}, {"b"})
    assert worked(later)[1] == [*OWNERS]


def test_owners_may_come_and_go() -> None:
    shares = Shares(BEFORE)
    worked(shares, ("a", "b"))
    later = shares.after({"a": "1", "b": "3"}, {"b"})
    assert worked(later, ("c", "b", "a")) == (("", "3", "1"), ["c", "b"])


def test_among_as_many_owners_another_is_asked_alone() -> None:
    owners = tuple(f"{number}" for number in range(20))
    shares = Shares({"3": "x", "7": "y"})
    worked(shares, owners)
    later = shares.after({"3": "x", "7": "z"}, {"7"})
    texts, asked = worked(later, (*owners[:5], "3", *owners[6:]))
    assert (texts[3], texts[5], texts[7], asked) == ("x", "x", "z", ["3", "7"])
    assert worked(later.after({"7": "z"}, {"3"}), (*owners[:5], "3", *owners[6:]))[1] == ["3", "3"]


def test_owners_that_changed_places_are_not_asked_again() -> None:
    owners = tuple(f"{number}" for number in range(20))
    shares = Shares({"3": "x"})
    worked(shares, owners)
    assert worked(shares.after({}, {"3"}), owners[::-1])[1] == ["3"]


def test_whoever_uses_a_share_asks_for_what_it_asked() -> None:
    shares = Shares(BEFORE)
    worked(shares)
    noted = shares.texts.listen()
    assert (shares.one("texts", 0), noted) == ("1", {"a"})
    shares.one("texts", 2)
    assert noted == {"a", *EVERYTHING}


def test_readings_and_words_can_be_listed() -> None:
    evaluation = stand(small_form(), FULL)
    readings, printed = evaluation.readings, evaluation.printed
    assert dict(readings.by_address).keys() == evaluation.form.fields.keys()
    assert len(readings.by_address) == len(evaluation.form.fields)
    assert dict(readings.amounts).keys() == evaluation.form.addresses.keys()
    assert len(readings.amounts) == len(evaluation.form.addresses)
    assert len(printed) == len({*printed})
    laid = LaidOver({"actual": "1", "total": "2"}, printed)
    assert (laid["total"], len(laid)) == ("2", len(printed) + 1)
    assert {*laid} == {"actual", *printed}


def test_what_was_typed_for_no_field_reads_as_a_blank() -> None:
    readings = stand(small_form(), {"facts.gone": "1", "indicators.gone.actual": "2"}).readings
    assert [readings.by_address[at] for at in ("facts.gone", "indicators.gone.actual")] == [
        None
    ] * 2
