"""What an audit finds does not hang on the unit, on the order of the activities, or on the calendar."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .auditing import FIXTURES, FOUND, audited, by_file, outcomes
from .drawn_grants import Grant, grants, shifted

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

ROUND = settings(max_examples=12, deadline=None)
SOME = st.lists(grants(), min_size=8, max_size=8)
DATED = frozenset({"GC601"})
"""Rules that look at names, which change with the calendar."""
IN_KRONER = frozenset({"GC506"})
"""Rules with a limit in kroner, which more money passes."""
Judged = list[tuple[dict[str, str], Counter[tuple[str, ...]]]]


def _judged(texts: Sequence[str], *, without: Collection[str] = ()) -> Judged:
    """By note: the outcome of each rule, and how often each rule is broken, open or noted."""
    with TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            Path(folder, f"{number:03}.txt").write_text(text, encoding="utf-8")
        files = by_file(audited(Path(folder), engine="reference"))
    judged = [[f for f in files[name] if f.rule not in without] for name in sorted(files)]
    return [
        (outcomes(found), Counter((f.rule, f.outcome, str(f.severity)) for f in found if f.outcome in FOUND))
        for found in judged
    ]


def _texts(drawn: Sequence[Grant]) -> list[str]:
    return [grant.text() for grant in drawn]


@given(drawn=SOME, unit=st.sampled_from((("Mio. kr.", "mio. kr."), ("Hele kr.", "kr."))))
@ROUND
def test_the_unit_of_all_amounts_does_not_matter(drawn: list[Grant], unit: tuple[str, str]) -> None:
    scaled = _texts([grant.in_unit(*unit) for grant in drawn])
    assert _judged(_texts(drawn), without=IN_KRONER) == _judged(scaled, without=IN_KRONER)


@given(drawn=SOME, order=st.permutations((0, 1, 2)))
@ROUND
def test_the_order_of_the_activities_does_not_matter(drawn: list[Grant], order: list[int]) -> None:
    assert _judged(_texts(drawn)) == _judged(_texts([grant.ordered(order) for grant in drawn]))


@given(drawn=SOME, by=st.integers(1, 3))
@ROUND
def test_the_calendar_does_not_matter(drawn: list[Grant], by: int) -> None:
    later = [shifted(text, by) for text in _texts(drawn)]
    assert _judged(_texts(drawn), without=DATED) == _judged(later, without=DATED)


@pytest.mark.parametrize("by", [1, 2])
def test_the_fixtures_give_the_same_in_another_year(by: int) -> None:
    texts = [
        file.read_text(encoding="utf-8")
        for folder in ("notes", "clean")
        for file in sorted((FIXTURES / folder).glob("*.txt"))
    ]
    later = [shifted(text, by) for text in texts]
    assert _judged(texts, without=DATED) == _judged(later, without=DATED)


@given(drawn=SOME)
@settings(max_examples=3, deadline=None)
def test_drawn_notes_are_read_for_certain(drawn: list[Grant]) -> None:
    for found, _ in _judged(_texts(drawn)):
        assert {rule: found[rule] for rule in ("GC903", "GC904", "GC905", "GC906", "GC910")} == dict.fromkeys(
            ("GC903", "GC904", "GC905", "GC906", "GC910"), "holds"
        )
