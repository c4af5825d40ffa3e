from __future__ import annotations

import pytest

from grantcheck.report.visible import around_mark, shortened, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain æøå 205.000 kr.", "plain æøå 205.000 kr."),
        ("\x1b[2J\x1b]0;title\x07", "␛[2J␛]0;title␇"),
        ("two\r\nlines\tand tab", "two lines and tab"),
        ("abc\u202edcba\u202c", "abc<U+202E>dcba<U+202C>"),
        ("zero\u200bwidth\ufeff", "zero<U+200B>width<U+FEFF>"),
        ("\x7f\x9b31m", "␡<U+009B>31m"),
        ("half \udc80", "half <U+DC80>"),
        ("hy\u00adphen", "hyphen"),
        ("[red]no markup[/red] :smile:", "[red]no markup[/red] :smile:"),
    ],
)
def test_hidden_and_acting_characters_show(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_shortened_says_that_something_is_left_out() -> None:
    assert shortened("a" * 10, 10) == "a" * 10
    assert shortened("a" * 11, 10) == "a" * 9 + "…"


def test_a_long_excerpt_is_cut_on_both_sides_of_its_mark() -> None:
    text = "x" * 5_000 + "205" + "y" * 5_000
    before, figure, after = around_mark(text, (5_000, 5_003), 100)
    assert figure == "205"
    assert before.startswith("…x")
    assert after.endswith("y…")
    assert len(before + figure + after) <= 102


@pytest.mark.parametrize("mark", [None, (3, 3), (-1, 2), (2, 99)])
def test_a_mark_that_fits_nothing_marks_nothing(mark: tuple[int, int] | None) -> None:
    assert around_mark("205 kr.", mark, 100) == ("205 kr.", "", "")
