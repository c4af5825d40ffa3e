"""Tables: every cell once, in its column, and nothing certain that is not."""

from __future__ import annotations

import pytest

from grantcheck.model.location import CellLocation
from grantcheck.read.blocks import Grid, Paragraph
from read.generated.word_xml import wrapped

from .word import CHANGE, blocks, cells, grid, p, run, tbl, tc, tr, troubles

RESTART = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"
TWO = '<w:gridSpan w:val="2"/>'


def texts(body: str) -> list[tuple[int, int, str]]:
    return [(cell.row, cell.column, cell.text) for cell in cells(body)]


def test_cells_with_their_places() -> None:
    body = tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc("")))
    assert texts(body) == [(0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "")]
    assert cells(body)[2].location == CellLocation(table=1, row=2, column=1)


def test_merged_cells_stand_once() -> None:
    body = tbl(tr(tc("a", RESTART), tc("b")), tr(tc("", ON), tc("c")), tr(tc("i alt", TWO)))
    assert texts(body) == [(0, 0, "a"), (0, 1, "b"), (1, 1, "c"), (2, 0, "i alt")]
    assert cells(body)[0].row_span == 2
    assert cells(body)[3].column_span == 2
    assert not any(cell.uncertain for cell in cells(body))


def test_cells_merged_the_old_way() -> None:
    first, second = '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'
    body = tbl(tr(tc("i alt", first), tc("", second), tc("205")), tr(tc("a"), tc("b"), tc("c")))
    assert cells(body)[0].column_span == 2
    assert texts(body)[1] == (0, 2, "205")


def test_a_row_may_begin_later() -> None:
    skipped = '<w:gridBefore w:val="1"/>'
    body = tbl(tr(tc("a"), tc("b")), tr(tc("205"), properties=skipped))
    assert texts(body)[2] == (1, 1, "205")


def test_content_controls_around_rows_and_cells() -> None:
    body = tbl(wrapped(tr(wrapped(tc("a")), tc("b"))), tr(tc("c"), tc("d")))
    assert texts(body) == [(0, 0, "a"), (0, 1, "b"), (1, 0, "c"), (1, 1, "d")]


def test_deleted_and_hidden_rows_are_gone() -> None:
    gone = f"<w:del {CHANGE}/>"
    body = tbl(tr(tc("a")), tr(tc("b"), properties=gone), tr(tc("c"), properties="<w:hidden/>"), tr(tc("d")))
    assert texts(body) == [(0, 0, "a"), (1, 0, "d")]
    assert troubles(body) == [("GC908", "page")]


def test_marks_stand_apart_from_figures() -> None:
    mark = run("1)", '<w:vertAlign w:val="superscript"/>')
    found = cells(tbl(tr(tc("a"), tc(p(run("1.450"), mark))), tr(tc("b"), tc("c"))))[1]
    assert (found.text, found.raised) == ("1.450", "1)")


@pytest.mark.parametrize(
    "body",
    [
        tbl(tr(tc("a"), tc("b"), tc("c")), tr(tc("d"), tc("205"))),
        tbl(tr(tc("a"), tc("b")), tr(tc("d"), tc("205", ON))),
        tbl(tr(tc("a"), tc("b")), tr(tc("d"), tc(p("<w:r><w:drawing/></w:r>")))),
        tbl(tr(tc("a"), tc("b")), tr(tc("d"), tc(p(run("205", "<w:strike/>"), run("210"))))),
        tbl(tr(tc("a"), tc("b")), tr(tc("d"), tc("205", f"<w:cellIns {CHANGE}/>"))),
        tbl(tr(tc("a"), tc("b", RESTART)), tr(tc("d"), tc("205", ON)), tr(tc("d"), tc("e"))),
    ],
    ids=["missing cell", "merged with nothing", "picture", "struck out", "tracked cell", "covered text"],
)
def test_what_is_not_certain_is_said(body: str) -> None:
    assert any(cell.uncertain for cell in cells(body))


def test_a_cell_of_several_paragraphs() -> None:
    found = cells(tbl(tr(tc(p(run("Etable-")) + p(run("ring"))), tc("b")), tr(tc("c"), tc("d"))))[0]
    assert (found.text, found.lines) == ("Etablering", ("Etable-", "ring"))


def test_a_table_that_sets_text_side_by_side_is_no_table() -> None:
    inner = tbl(tr(tc("Need to"), tc("x")), tr(tc("Henvist sag"), tc("")))
    body = tbl(tr(tc(p(run("BOR02 Navn")) + p(run("Resume"))), tc(inner + p())))
    read = blocks(body)
    assert [block.text for block in read if isinstance(block, Paragraph)] == ["BOR02 Navn", "Resume"]
    (nested,) = [block for block in read if isinstance(block, Grid)]
    assert nested.location == CellLocation(table=2, row=1, column=1)


def test_a_table_of_one_row_with_single_paragraphs_is_one() -> None:
    assert grid(tbl(tr(tc("a"), tc("b")))).rows == 1
