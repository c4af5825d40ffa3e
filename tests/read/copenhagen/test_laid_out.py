"""The template reader for blocks: what a table's cells say, and what is told of everything else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from grantcheck.model.location import CellLocation, PageLocation, ParagraphLocation
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import ControlArea, Direction, RowKind, TableKind
from grantcheck.read.blocks import Block, Cell, CheckBox, Grid, Layout, PageHeader, Paragraph, Trouble
from grantcheck.read.copenhagen.laid_out.note import read_laid_out
from read.reading import SOURCE, profile

HERE = ParagraphLocation(paragraph=1)
OVERVIEW = "Tabel 1. Oversigt over ønskets aktiviteter på alle styringsområder"
HEAD = ["1.000 kr., 2026 p/l", "Styringsområde", "2026", "2027", "I alt"]
DETAIL_HEAD = ["1.000 kr., 2026 p/l", "Udvalg", "Bevilling", "Indtægt/udgift", "2026", "2027", "I alt"]
ROWS = [["Mægling", "Service", "205", "-", "205"], ["Udgifter i alt (netto)", "", "205", "", "205"]]


def text(content: str, page: int | None = None) -> Paragraph:
    place = HERE if page is None else PageLocation(page=page, bbox=(0, 0, 9, 9))
    return Paragraph(content, place, page)


def grid(rows: list[list[str]], **changes: object) -> Grid:
    cells = tuple(
        Cell(row, column, content, CellLocation(table=1, row=row + 1, column=column + 1))
        for row, contents in enumerate(rows)
        for column, content in enumerate(contents)
    )
    made = Grid(len(rows), max(map(len, rows)), cells, CellLocation(table=1, row=1, column=1))
    return replace(made, **changes)  # type: ignore[arg-type]


def changed(table: Grid, row: int, column: int, **changes: object) -> Grid:
    """The table with one cell otherwise, and without those that it covers."""
    spans = (changes.get("row_span", 1), changes.get("column_span", 1))
    cells = []
    for cell in table.cells:
        if (cell.row, cell.column) == (row, column):
            cells.append(replace(cell, **changes))  # type: ignore[arg-type]
        elif not (row <= cell.row < row + spans[0] and column <= cell.column < column + spans[1]):  # type: ignore[operator]
            cells.append(cell)
    return replace(table, cells=tuple(cells))


def notes(*blocks: Block, pages: int | None = None) -> tuple[Note, ...]:
    return read_laid_out(Layout(blocks, pages), SOURCE, profile())


def note(*blocks: Block) -> Note:
    (found,) = notes(text("BOR02 Mægling"), text("Resume"), *blocks)
    return found


def overview(table: Grid) -> tuple[Table, Row, Note]:
    read = note(text("Økonomi"), text(OVERVIEW), table)
    found = read.table(TableKind.OVERVIEW)
    assert found is not None
    return found, found.rows[0], read


def told(read: Note) -> set[tuple[str, str]]:
    return {
        (unread.code, unread.about) for unread in read.unread if unread.about in set(TableKind) | {"page"}
    }


def test_a_table_is_read_by_its_columns() -> None:
    table, row, read = overview(grid([HEAD, *ROWS]))
    assert (table.unit, table.price_level, table.years, table.has_totals) == (1000, 2026, (2026, 2027), True)
    assert (row.label, row.control_area, row.kind) == ("Mægling", ControlArea.SERVICE, RowKind.ACTIVITY)
    assert (row.amounts, row.total, row.doubt) == ({2026: 205_000, 2027: 0}, 205_000, ())
    assert row.places["2027"] == CellLocation(table=1, row=2, column=4)
    assert table.rows[1].kind is RowKind.TOTAL
    assert table.rows[1].amounts == {2026: 205_000, 2027: None}
    assert told(read) == set()


def test_a_detail_table() -> None:
    rows = [["Mægling", "Borgerrådgiverudvalget", "Borgerrådgivningen", "I", "−5", "0", "−5"]]
    total = ["Serviceudgifter i alt", "", "", "", "−5", "0", "−5"]
    read = note(text("Tabel 2. Udgifter til service"), grid([DETAIL_HEAD, *rows, total]))
    row = read.table(TableKind.SERVICE).rows[0]  # type: ignore[union-attr]
    assert (row.committee, row.appropriation, row.direction) == (
        "Borgerrådgiverudvalget",
        "Borgerrådgivningen",
        Direction.INCOME,
    )
    assert row.total == -5_000


@pytest.mark.parametrize(
    ("column", "changes", "doubt"),
    [
        (2, {"text": "13.40"}, "2026"),
        (2, {"text": "1 250"}, "2026"),
        (2, {"text": "205", "raised": "1)"}, "2026"),
        (2, {"text": "205", "uncertain": "two pieces"}, "2026"),
        (2, {"text": "", "uncertain": "picture"}, "2026"),
        (0, {"text": ""}, "label"),
        (0, {"text": "Mægling1"}, "label"),
        (0, {"uncertain": "cut"}, "label"),
        (1, {"text": ""}, "control_area"),
        (1, {"text": "Noget andet"}, "control_area"),
        (1, {"uncertain": "cut"}, "control_area"),
    ],
)
def test_what_is_not_certain_is_in_doubt(column: int, changes: dict[str, object], doubt: str) -> None:
    _, row, read = overview(changed(grid([HEAD, *ROWS]), 1, column, **changes))
    assert row.doubt == (doubt,)
    assert row.amounts[2026] == (None if doubt == "2026" else 205_000)
    assert told(read) == {("GC904", "overview")}


def test_a_figure_over_two_columns_or_rows_is_in_doubt() -> None:
    _, row, _ = overview(changed(grid([HEAD, *ROWS]), 1, 2, column_span=2))
    assert row.doubt == ("2026", "2027")
    table, row, _ = overview(changed(grid([HEAD, *ROWS]), 1, 2, row_span=2))
    assert row.doubt == table.rows[1].doubt == ("2026",)


def test_a_name_over_figures_is_no_figure() -> None:
    _, row, _ = overview(changed(grid([HEAD, *ROWS]), 1, 0, column_span=3))
    assert {"control_area", "2026"} <= set(row.doubt)


def test_a_merged_cell_holds_for_all_its_rows() -> None:
    rows = [["Mægling", "Service", "205", "0", "205"], ["Kurser", "", "5", "0", "5"]]
    table = changed(grid([HEAD, *rows, ["Udgifter i alt (netto)", "", "210", "0", "210"]]), 1, 1, row_span=2)
    found, _, read = overview(table)
    assert [row.control_area for row in found.rows] == [ControlArea.SERVICE, ControlArea.SERVICE, None]
    assert told(read) == set()


@pytest.mark.parametrize(
    "head",
    [
        ["1.000 kr., 2026 p/l", "Styringsområde", "2026", "2028", "I alt"],
        ["1.000 kr., 2026 p/l", "Styringsområde", "2026", "Note", "2027"],
        ["1.000 kr., 2026 p/l", "Noget", "2026", "2027", "I alt"],
        ["1.000 kr., 2026 p/l", "I alt", "2026", "2027", "Styringsområde"],
        ["1.000 kr., 2026 p/l", "", "2026", "2027", "I alt"],
        ["1.000 kr., 2026 p/l", "mio. kr.", "2026", "2027", "I alt"],
        ["1.000 kr., 2026 p/l", "Styringsområde", "2026", "2027", "2026"],
    ],
)
def test_a_heading_that_the_template_does_not_have(head: list[str]) -> None:
    read = note(text(OVERVIEW), grid([head, *ROWS]))
    assert read.table(TableKind.OVERVIEW) is None
    assert told(read) == {("GC903", "overview")}


def test_without_a_unit_every_amount_is_in_doubt() -> None:
    table, row, _ = overview(grid([["Aktivitet", *HEAD[1:]], *ROWS]))
    assert (table.unit, row.doubt, row.amounts[2026]) == (None, ("2026", "2027", "total"), 205)


def test_a_heading_of_two_rows() -> None:
    upper = ["2026 p/l", "Styringsområde", "1.000 kr.", "", ""]
    table = grid([upper, ["", "", "2026", "2027", "I alt"], *ROWS])
    for column in (0, 1):
        table = changed(table, 0, column, row_span=2)
    found, row, _ = overview(changed(table, 0, 2, column_span=3))
    assert (found.unit, found.price_level, row.doubt) == (1000, 2026, ())


@pytest.mark.parametrize(
    "caption", [[], [text(f"{OVERVIEW} (fortsat)")], [PageHeader("Budget 2026 2/2", HERE, 2)]]
)
def test_a_table_goes_on_behind_a_page_break(caption: list[Block]) -> None:
    first, second = grid([HEAD, ROWS[0]]), grid([HEAD, ROWS[1]])
    read = note(text(OVERVIEW), first, *caption, second)
    assert len(read.table(TableKind.OVERVIEW).rows) == 2  # type: ignore[union-attr]
    assert told(read) == set()


def test_a_table_without_heading_goes_on_in_the_same_columns() -> None:
    read = note(text(OVERVIEW), grid([HEAD, ROWS[0]]), grid([ROWS[1]]))
    assert len(read.table(TableKind.OVERVIEW).rows) == 2  # type: ignore[union-attr]


def test_a_second_table_of_one_kind_is_told() -> None:
    read = note(text(OVERVIEW), grid([HEAD, *ROWS]), text(OVERVIEW), grid([HEAD, *ROWS]))
    assert told(read) == {("GC903", "overview")}


def test_a_caption_without_a_table_is_told() -> None:
    read = note(text(OVERVIEW), text("Tabel 2. Udgifter til service"), grid([DETAIL_HEAD]))
    assert told(read) == {("GC903", "overview"), ("GC903", "service")}


def test_a_table_of_money_without_a_caption_is_told() -> None:
    assert told(note(text("Indhold"), grid([HEAD, *ROWS]))) == {("GC903", "page")}
    assert told(note(text("Indhold"), grid([["Borgere", "2024", "2025"], ["Antal", "7", "8"]]))) == set()


def test_a_table_without_a_total_is_told() -> None:
    _, _, read = overview(grid([HEAD, ROWS[0]]))
    assert told(read) == {("GC904", "overview")}


def test_rows_behind_the_total() -> None:
    note_row = [["1) Opgjort i foråret.", "", "", "", ""]]
    _, _, read = overview(grid([HEAD, *ROWS, *note_row]))
    assert told(read) == set()
    table, _, read = overview(grid([HEAD, *ROWS, ["Heraf", "Service", "5", "0", "5"]]))
    assert (len(table.rows), told(read)) == (2, {("GC904", "overview")})


def test_a_row_of_words_alone_is_left_out_and_told() -> None:
    table, row, read = overview(grid([HEAD, ["Nye aktiviteter", "", "", "", ""], *ROWS]))
    assert (row.label, len(table.rows)) == ("Mægling", 2)
    assert told(read) == {("GC904", "overview")}


def test_names_in_a_table_without_lines_must_look_whole() -> None:
    rows = [["mægling og", *ROWS[0][1:]], ROWS[1]]
    assert overview(grid([HEAD, *rows]))[1].doubt == ()
    assert overview(grid([HEAD, *rows], ruled=False))[1].doubt == ("label",)


# --- the side box and the check boxes
def box(*marks: tuple[str, str]) -> Grid:
    return grid(
        [
            ["Budget 2026", ""],
            ["Socialforvaltningen", ""],
            ["Kategorisering", ""],
            *[list(one) for one in marks],
        ]
    )


def test_the_side_box() -> None:
    read = note(
        box(*[(label, "x" if label == "Need to" else "") for label in profile().category_lists[0].labels])
    )
    assert (read.budget_year, read.department) == (2026, "Socialforvaltningen")
    assert [label for label, mark in read.categories.items() if mark] == ["Need to"]
    assert None not in read.categories.values()
    assert read.places["category: Need to"] == CellLocation(table=1, row=4, column=1)


def test_a_mark_that_is_not_certain_is_not_decided() -> None:
    marks = box(*[(label, "") for label in profile().category_lists[0].labels])
    read = note(changed(marks, 3, 1, uncertain="picture"))
    assert [label for label, mark in read.categories.items() if mark is None] == ["Need to"]


def test_a_side_box_of_one_cell_of_lines() -> None:
    labels = profile().category_lists[0].labels
    head = ("Budget 2026", "Socialforvaltningen", "Kategorisering")
    table = grid([[" ".join(head), ""], *[[label, ""] for label in labels]])
    read = note(changed(table, 0, 0, lines=head))
    assert (read.budget_year, read.department) == (2026, "Socialforvaltningen")
    assert set(read.categories.values()) == {False}


def test_check_boxes_matched_by_position() -> None:
    boxes = [CheckBox(name, name == "Valby", HERE) for name in profile().districts[:-1]]
    read = note(text("Bydele"), *boxes, CheckBox(profile().districts[-1], None, HERE))
    assert [name for name, mark in read.districts.items() if mark] == ["Valby"]
    assert [name for name, mark in read.districts.items() if mark is None] == ["Amager Vest"]


# --- several notes, pages, troubles
def test_what_stands_on_a_note_s_pages_is_its() -> None:
    def head(page: int) -> PageHeader:
        return PageHeader(f"Budget 2026 {page}/4", PageLocation(page=page, bbox=(0, 0, 9, 9)), page)

    first = (head(1), text("BOR02 Mægling", 1), text("Resume", 1), head(2), text("Indhold", 2))
    second = (head(3), text("BOR03 Kurser", 3), text("Resume", 3), head(4))
    read = notes(*first, *second, pages=4)
    assert [(one.code, [head.page for head in one.page_heads]) for one in read] == [
        ("BOR02", [1, 2]),
        ("BOR03", [3, 4]),
    ]


def test_troubles_are_told() -> None:
    trouble = Trouble("GC902", "page", "A page without text.", "En side uden tekst.", HERE)
    changes = Trouble("GC908", "page", "Changes.", "Ændringer.", HERE)
    read = note(trouble, changes, changes)
    assert [one.code for one in read.unread if one.about == "page"] == ["GC902", "GC908"]


def test_a_title_that_the_side_box_ran_into_is_not_certain() -> None:
    (read,) = notes(text("BOR02 Mægling"), text("Budget 2026"), text("Resume"))
    assert (read.code, read.title) == ("BOR02", None)


def test_no_note() -> None:
    assert notes() == ()
    assert notes(text("Et brev"), grid([["a", "b"], ["c", "d"]])) == ()


def test_a_heading_that_comes_again_cut_by_the_page_is_no_row():
    again = ["2026 p/l", "Styringsområ", "2026", "2027", "I alt"]
    table, row, read = overview(grid([HEAD, ROWS[0], again, ROWS[1]]))
    assert [one.label for one in table.rows] == ["Mægling", "Udgifter i alt (netto)"]
    assert table.rows[1].doubt == ("label", "control_area")
    assert row.doubt == ()
    assert "overview" in {unread.about for unread in read.unread}


def test_two_agreements_in_one_name_are_in_doubt_where_no_line_parts_them():
    rows = [["1.000 kr., løbende p/l", "2024", "2025"], ["Budgetaftale 2022 Budgetaftale 2023", "1", "2"]]
    total = ["Afsatte midler i alt", "1", "2"]
    for ruled, doubt in ((True, ()), (False, ("label",))):
        read = note(text("Tidligere afsatte midler"), grid([*rows, total], ruled=ruled))
        (table,) = read.tables
        assert table.rows[0].doubt == doubt


def test_a_table_that_runs_into_the_side_box_is_told():
    rows = [
        ["Budget 2026", "", ""],
        ["Kategorisering", "", ""],
        ["Need to", "x", ""],
        ["1.000 kr.", "2026", "2027"],
    ]
    read = note(text("Økonomi"), grid(rows, boxed=True))
    assert ("GC903", "page") in {(unread.code, unread.about) for unread in read.unread}


def test_a_page_with_two_notes_is_told_of_in_both():
    lines = [
        ("BOR02 Mægling", 1),
        ("Resume", 1),
        ("Slut.", 2),
        ("KF7 Åben hal", 2),
        ("Resume", 2),
        ("Mere.", 3),
    ]
    place = PageLocation(page=2, bbox=(0, 0, 9, 9))
    trouble = Trouble("GC902", "page", "Unread.", "Ulæst.", place)
    read = notes(*[text(content, page) for content, page in lines], trouble, pages=3)
    assert [[unread.code for unread in one.unread if unread.code == "GC902"] for one in read] == [
        ["GC902"]
    ] * 2
