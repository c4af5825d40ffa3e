"""What a timeline draws of a note, year by year."""

from __future__ import annotations

from grantcheck.model.report import NoteHeading
from grantcheck.report.formats.html.telling import Telling
from grantcheck.report.formats.html.timeline import Timeline, timeline

from ...conftest import CLEAN, HEADING, amounts


def drawn(granted=(), asked=()) -> Timeline | None:
    heading = HEADING.model_copy(update={"granted": amounts(*granted), "asked": amounts(*asked)})
    return timeline(heading, "KUL14", Telling("en"))


def told(line: Timeline) -> list[tuple[str, str]]:
    return [(bar.year, bar.css) for bar in line.bars]


def test_years_without_money_between_are_a_gap():
    line = drawn([(2024, 100), (2025, 0)], [(2026, 0), (2027, 100)])
    assert told(line) == [("2024", "granted"), ("2025", "gap"), ("2026", "gap"), ("2027", "asked")]
    assert "Without money between them: 2025, 2026." in line.said


def test_money_granted_and_asked_for_in_one_year_stands_side_by_side():
    line = drawn([(2025, 100), (2026, 100)], [(2026, 50)])
    assert told(line) == [("2025", "granted"), ("2026", "granted"), ("2026", "asked")]
    assert "Granted and asked for in the same year: 2026." in line.said


def test_a_figure_that_was_not_read_is_no_gap():
    line = drawn([(2024, 100), (2025, None)], [(2027, 100)])
    assert told(line) == [("2024", "granted"), ("2025", "unread"), ("2026", "none"), ("2027", "asked")]
    assert "gap" not in line.said.lower()


def test_bars_are_as_long_as_the_money():
    line = drawn([(2025, 50)], [(2026, 100)])
    half, whole = line.bars
    assert half.height * 2 == whole.height
    assert half.y + half.height == whole.y + whole.height == line.base


def test_income_hangs_below_the_line():
    line = drawn([(2025, 100)], [(2026, -100)])
    assert line.bars[1].y == line.base
    assert line.bars[1].y + line.bars[1].height < line.height
    assert line.bars[1].label == "−100"


def test_whatever_is_not_zero_shows():
    assert drawn([(2025, 1)], [(2026, 10**9)]).bars[0].height > 0


def test_a_long_span_leaves_out_the_years_between():
    assert [year for year, _ in told(drawn([(1900, 5)], [(2100, 5)]))] == ["1900", "2100"]


def test_without_figures_there_is_no_drawing():
    assert drawn() is None
    assert drawn([(2025, 0)], [(2026, 0)]) is None


def test_a_note_without_earlier_money_draws_what_it_asks_for():
    heading: NoteHeading = CLEAN
    assert told(timeline(heading, "KUL15", Telling("en")))[-1] == ("2029", "unread")
