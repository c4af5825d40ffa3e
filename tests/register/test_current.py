"""The last word on each figure."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.register.current import Stated, in_force


@st.composite
def batches(draw: st.DrawFn) -> list[list[Stated]]:
    """Batches that state each line, year and sign once."""
    drawn = []
    for number in range(draw(st.integers(0, 4))):
        said = draw(
            st.dictionaries(
                st.tuples(st.integers(1, 3), st.integers(2024, 2026), st.sampled_from([-1, 1])),
                st.integers(0, 3),
                max_size=6,
            )
        )
        drawn.append(
            [
                Stated(number, line, year, sign * amount, permanent=False)
                for (line, year, sign), amount in said.items()
                if sign > 0 or amount
            ]
        )
    return drawn


@given(batches())
def test_every_figure_of_the_last_batch_is_in_force(stated):
    assert not stated or set(stated[-1]) <= set(in_force(stated))


@given(batches())
def test_a_line_and_year_has_at_most_one_figure_and_one_cancellation(stated):
    keys = [(one.line, one.year, one.sign) for one in in_force(stated)]
    assert len(keys) == len(set(keys))


@given(batches())
def test_what_no_later_batch_names_stays(stated):
    now = set(in_force(stated))
    for place, batch in enumerate(stated):
        later = {(one.line, one.year) for following in stated[place + 1 :] for one in following}
        assert {one for one in batch if (one.line, one.year) not in later} <= now


@given(batches())
def test_to_state_everything_again_changes_no_amount(stated):
    now = in_force(stated)
    again = [Stated(99, one.line, one.year, one.amount, one.permanent) for one in now]
    amounts = sorted((one.line, one.year, one.amount) for one in in_force([*stated, again]))
    assert amounts == sorted((one.line, one.year, one.amount) for one in now)


def test_zero_takes_away_a_figure_and_its_cancellation():
    given_back = [Stated(1, 1, 2025, 340, permanent=False), Stated(1, 1, 2025, -340, permanent=False)]
    zero = Stated(2, 1, 2025, 0, permanent=False)
    assert in_force([given_back, [zero]]) == [zero]
