"""Lines, rulings, cells: the pieces a page is read from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grantcheck.read.layout.cell_text import BROKEN, GLYPH, cell_text
from grantcheck.read.layout.line import lines_of, phrases
from grantcheck.read.layout.ruling import Ruling, connected, merged
from grantcheck.read.layout.word import Word
from grantcheck.read.layout.wrapping import figure_rows

from .drawing import across, down, grid, words


def test_dashes_become_one_ruling():
    dashes = [across(100 + 0.2 * (i % 2), 50 + 6 * i, 54 + 6 * i) for i in range(20)]
    (ruling,) = merged(dashes)
    assert (ruling.start, ruling.end) == (50, 168)


def test_specks_are_no_rulings():
    assert merged([across(100, 50, 53)]) == []


def test_rulings_that_touch_hang_together():
    two = [*grid([0, 50, 100], [0, 20, 40]), *grid([0, 50], [200, 220])]
    assert sorted(len(group) for group in connected(two)) == [4, 6]


def test_a_superscript_is_a_mark_and_not_text():
    label, mark = words(50, 100, "Anlæg")[0], words(70, 97, "1)", size=5)[0]
    mark.raised = True
    (line,) = lines_of([label, mark])
    assert (line.text, line.marks) == ("Anlæg", ["1)"])


def test_the_power_of_a_measure_is_text():
    area, power = words(50, 100, "400m")[0], words(66, 97, "2", size=5)[0]
    power.raised = True
    (line,) = lines_of([area, power])
    assert (line.text, line.marks) == ("400m2", [])


def test_phrases_part_at_wide_gaps():
    (line,) = lines_of([*words(50, 100, "Service i alt"), *words(150, 100, "205")])
    assert [[word.text for word in run] for run in phrases(line)] == [["Service", "i", "alt"], ["205"]]


@pytest.mark.parametrize(
    ("pieces", "room", "text", "certain"),
    [
        (["13.40", "0"], 22, "13.400", True),
        (["−118.2", "50"], 25, "−118.250", True),
        (["-", "97.005"], 26, "-97.005", True),
        (["202", "6"], 15, "2026", True),
        (["1.234", ".567"], 25, "1.234.567", True),
        (["82", "0"], 10, "82 0", False),
        (["13.40", "0"], 60, "13.40 0", False),
        (["205", "410"], 15, "205 410", False),
        (["13.40", "00"], 22, "13.40 00", False),
    ],
)
def test_figures_broken_in_a_drawn_cell(pieces: list[str], room: float, text: str, certain: bool):
    broken = [word for i, piece in enumerate(pieces) for word in words(100, 100 + 9 * i, piece, right=True)]
    found = cell_text(broken, room)
    assert (found.text, found.uncertain) == (text, "" if certain else BROKEN)


def test_figures_are_never_joined_outside_of_drawn_cells():
    broken = [*words(100, 100, "13.40", right=True), *words(100, 109, "0", right=True)]
    assert cell_text(broken).uncertain == BROKEN


def test_an_unknown_glyph_leaves_the_cell_in_doubt():
    assert cell_text(words(50, 100, "2\ufffd5")).uncertain == GLYPH


def test_hyphenated_names_are_joined():
    name = [*words(50, 100, "Borgerrådgi-"), *words(50, 109, "verudvalget")]
    assert cell_text(name).text == "Borgerrådgiverudvalget"


def _line(y: float, **figures: str) -> dict[int, list[Word]]:
    return {int(at[1:]): words(100 + 30 * int(at[1:]), y, text, right=True) for at, text in figures.items()}


def test_a_malformed_figure_goes_on_below():
    rows = figure_rows([_line(100, c0="13.40", c1="205"), _line(109, c0="0")], room=22)
    assert len(rows) == 1


def test_whole_figures_are_rows_of_their_own():
    rows = figure_rows([_line(100, c0="1.340", c1="205"), _line(109, c0="1.250", c1="0")], room=30)
    assert len(rows) == 2


def test_what_may_be_one_row_or_two_is_one():
    rows = figure_rows([_line(100, c0="82", c1="41"), _line(109, c0="0", c1="0")], room=10)
    assert len(rows) == 1


def test_a_ruling_knows_what_it_runs_along():
    assert Ruling(horizontal=True, at=0, start=10, end=50).covered(40, 80) == 10
    assert down(5, 0, 10).meets(across(5, 0, 10))
    assert not down(50, 0, 10).meets(across(5, 0, 10))


def test_words_keep_their_style():
    word = words(50, 100, "Resume", bold=True)[0]
    assert replace(word, text="x").bold
