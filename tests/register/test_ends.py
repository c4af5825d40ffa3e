"""Where grants end, from the bare figures: never another answer than that of the grants in full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grantcheck.register.ends import Ends
from grantcheck.register.expiry import expiries
from grantcheck.register.store import Register, open_register

from .stated import AUTUMN, NOW, SPRING, file_with, gave

YEARS = range(2022, 2029)
_rows = st.lists(
    st.builds(
        lambda grant, year, amount, agreement, permanent: gave(
            {year: amount}, agreement, grant=grant, permanent=permanent
        ),
        st.sampled_from(["G1", "G2", "G3"]),
        st.sampled_from(YEARS),
        st.sampled_from([0, 340, 340, -340, -50, 1_000_000]),
        st.sampled_from(["Budgetaftale 2022", "Budgetaftale 2024"]),
        st.booleans(),
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda rows: (rows[0].grant, rows[0].year, rows[0].agreement, rows[0].amount < 0),
)
_covered = st.sampled_from([None, (2022, 2025), (2022, 2029)])


def test_a_register_that_nobody_wrote_to_has_no_ends(register: Register) -> None:
    assert register.ends(2026) == Ends({}, {}, 0)


def test_what_ends_what_may_and_what_ends_later_are_told_apart(register: Register) -> None:
    register.add(
        file_with(
            gave({2024: 1, 2025: 1}, grant="ends"),
            gave({2025: 300, 2026: 300}, grant="later"),
            gave({2025: 5}, grant="permanent", permanent=True),
            gave({2024: 5}, grant="before"),
            covered=(2022, 2029),
        ),
        SPRING,
        NOW,
    )
    register.add(file_with(gave({2025: 7}, grant="unknown")), AUTUMN, NOW)
    now, in_spring = register.ends(2026), register.ends(2026, SPRING)
    assert (list(now.near), now.later, now.grants) == (["ends", "unknown"], {2027: 300}, 5)
    assert (list(in_spring.near), in_spring.later, in_spring.grants) == (["ends"], {2027: 300}, 4)
    assert now.near["ends"] == register.grants()["ends"]
    assert register.ends(2026, SPRING - timedelta(days=1)) == Ends({}, {}, 0)


@settings(max_examples=60, deadline=None)
@given(files=st.lists(st.tuples(_rows, _covered), min_size=1, max_size=3), year=st.sampled_from(YEARS))
def test_the_answer_is_that_of_all_grants(files: Sequence, year: int) -> None:
    with TemporaryDirectory() as folder:
        register = open_register(str(Path(folder) / "r.sqlite"))
        for number, (rows, covered) in enumerate(files):
            named = [row.year for group in rows for row in group]
            span = covered and (min(covered[0], *named), max(covered[1], *named))
            register.add(
                file_with(*rows, name=f"{number}.csv", covered=span), SPRING + timedelta(days=number), NOW
            )
        known = register.grants()
        ends = register.ends(year)
    assert expiries(ends.near.values(), year, later=ends.later) == expiries(known.values(), year)
    assert ends.grants == len(known)


@pytest.mark.parametrize("count", [3, 700])
def test_few_grants_and_many_are_read_alike(register: Register, count: int) -> None:
    register.add(
        file_with(*(gave({2025: 1}, grant=f"G{number}") for number in range(count)), covered=(2022, 2026)),
        SPRING,
        NOW,
    )
    near = register.ends(2026).near
    assert len(near) == count
    assert near == register.grants(only=near) == register.grants()
