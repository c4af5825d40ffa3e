"""Words that nobody can read for certain: printed over each other, or beyond the edge of the page."""

from __future__ import annotations

from grantcheck.read.pdf.misplaced import cut_off, printed_over
from read.layout.drawing import words


def test_lines_of_running_text_are_not_printed_over_each_other():
    assert not printed_over(words(50, 100, "En linje med ord") + words(50, 108, "og den næste tæt på"))


def test_a_heading_over_the_text_of_another_note_is():
    assert printed_over(words(50, 100, "KF7 Åben hal", size=16) + words(50, 97, "Afsatte midler"))


def test_words_on_one_baseline_that_run_into_each_other_are():
    assert printed_over(words(50, 100, "Konsulent") + words(60, 100, "Drift"))


def test_figures_of_two_cells_side_by_side_are_not():
    assert not printed_over(words(50, 100, "205") + words(80, 102, "210", size=6))


def test_a_line_that_goes_on_beyond_the_edge_is_cut_off():
    assert cut_off(words(560, 100, "2028 2029 2030"), 595)


def test_a_line_inside_the_page_is_not_cut_off_by_marks_of_the_printer_outside():
    assert not cut_off(words(50, 100, "2028 2029") + words(620, 300, "notat.indd"), 595)
