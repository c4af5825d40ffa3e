"""Tables: drawn, half drawn, and shown by nothing but where their words stand."""

from __future__ import annotations

from grantcheck.read.blocks import Grid, Paragraph
from grantcheck.read.layout.document import page_blocks
from grantcheck.read.layout.page import Page

from .drawing import across, grid, page, words, year_table

ROWS = [("Konsulent", ["205", "205"]), ("Drift", ["1.250", "-"]), ("Udgifter i alt", ["1.455", "205"])]


def _grids(*pages: Page) -> list[Grid]:
    return [block for blocks in page_blocks(pages) for block in blocks if isinstance(block, Grid)]


def _texts(table: Grid) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in table.cells:
        rows[cell.row].append(cell.text)
    return rows


def _doubts(table: Grid) -> set[tuple[int, int]]:
    return {(cell.row, cell.column) for cell in table.cells if cell.uncertain}


def test_a_drawn_table():
    xs, ys = [40.0, 180, 220, 260], [90.0, 105, 120]
    found = [
        *words(45, 100, "1.000 kr."),
        *words(215, 100, "2026", right=True),
        *words(255, 100, "2027", right=True),
    ]
    found += [
        *words(45, 115, "Konsulent"),
        *words(215, 115, "205", right=True),
        *words(255, 115, "0", right=True),
    ]
    (table,) = _grids(page(found, grid(xs, ys)))
    assert table.ruled
    assert _texts(table) == [["1.000 kr.", "2026", "2027"], ["Konsulent", "205", "0"]]


def test_a_missing_ruling_merges_two_rows():
    xs, ys = [40.0, 180, 260], [90.0, 105, 120, 135]
    rulings = [one for one in grid(xs, ys) if not (one.horizontal and one.at == 120)] + [
        across(120, 180, 260)
    ]
    found = [*words(45, 100, "x"), *words(45, 115, "Konsulent"), *words(190, 115, "U"), *words(190, 130, "I")]
    (table,) = _grids(page(found, rulings))
    merged = next(cell for cell in table.cells if cell.text == "Konsulent")
    assert (merged.row, merged.row_span) == (1, 2)


def test_a_table_without_rulings():
    (table,) = _grids(page(year_table(ROWS)))
    assert not table.ruled
    assert _texts(table)[1:] == [
        ["Konsulent", "205", "205"],
        ["Drift", "1.250", "-"],
        ["Udgifter i alt", "1.455", "205"],
    ]
    assert _doubts(table) == set()


def test_a_blank_name_without_rulings_is_in_doubt():
    (table,) = _grids(page(year_table([ROWS[0], ("", ["5", "5"]), ROWS[2]])))
    assert _doubts(table) == {(2, 0)}


def test_a_name_over_two_lines_belongs_to_the_row_it_begins_on():
    rows = [("Konsulent", ["205", "205"]), ("Drift af", ["5", "5"]), ("Udgifter i alt", ["210", "210"])]
    found = year_table(rows, step=25) + words(50, 100 + 2 * 25 + 9, "havnebad")
    (table,) = _grids(page(found))
    assert _texts(table)[2][0] == "Drift af havnebad"


def test_tight_lines_whose_row_is_open_are_in_doubt():
    found = year_table(ROWS, step=9.5) + words(50, 100 + 4 * 9.5, "(netto)")
    (table,) = _grids(page(found))
    assert all((cell.row, cell.column) in _doubts(table) for cell in table.cells if "netto" in cell.text)


def test_a_figure_between_two_columns_is_in_doubt():
    rows = [ROWS[0], ("Drift", ["", ""]), ROWS[2]]
    found = year_table(rows) + words(285, 124, "1.250", right=True)
    (table,) = _grids(page(found))
    assert any(cell.uncertain for cell in table.cells if cell.text == "1.250")


def test_rows_between_horizontal_rulings():
    found = year_table(ROWS, step=20)
    rulings = [across(y, 45, 305) for y in (88, 108, 128, 148, 168)]
    (table,) = _grids(page(found, rulings))
    assert table.ruled
    assert [row[0] for row in _texts(table)[1:]] == ["Konsulent", "Drift", "Udgifter i alt"]


def test_figures_below_that_fit_no_row_leave_the_table_in_doubt():
    found = (
        year_table(ROWS)
        + words(90, 160, "samlet")
        + words(250, 160, "7", right=True)
        + words(330, 160, "og andet")
    )
    tables = _grids(page(found + words(250, 172, "99", right=True)))
    assert tables[0].rows >= 4


def test_a_sentence_with_years_is_no_table():
    blocks = page_blocks([page(words(50, 100, "Der anmodes om 0,2 mio. kr. i 2026 2027 og frem"))])[0]
    assert [type(block) for block in blocks] == [Paragraph]


def test_a_table_goes_on_on_the_next_page_without_its_heading():
    first = year_table(ROWS[:2], top=700)
    second = [
        *words(50, 60, "Udgifter i alt"),
        *words(250, 60, "1.455", right=True),
        *words(300, 60, "205", right=True),
    ]
    (table,) = _grids(page(first), page(second, number=2))
    assert [row[0] for row in _texts(table)[1:]] == ["Konsulent", "Drift", "Udgifter i alt"]
    assert {cell.location.page for cell in table.cells} == {1, 2}


def test_a_heading_that_is_repeated_stands_once():
    xs = [40.0, 180, 270, 320]
    one = page(year_table(ROWS[:2], top=700), grid(xs, [690, 704, 716, 728]))
    two = page(year_table(ROWS[2:], top=60), grid(xs, [50, 64, 76]), number=2)
    (table,) = _grids(one, two)
    assert [row[0] for row in _texts(table)] == [
        "1.000 kr., 2026 p/l",
        "Konsulent",
        "Drift",
        "Udgifter i alt",
    ]


def test_a_row_cut_by_the_end_of_a_page_is_put_together():
    xs = [40.0, 200, 270, 320]
    one = page(year_table([("Skolemad til samt-", ["205", "205"])], top=700), grid(xs, [690, 704, 716]))
    rest = words(50, 60, "lige skoler")
    two = page(
        rest + words(50, 75, "Udgifter i alt") + words(250, 75, "205", right=True),
        grid(xs, [50, 64, 79]),
        number=2,
    )
    (table,) = _grids(one, two)
    assert [row[0] for row in _texts(table)[1:]] == ["Skolemad til samtlige skoler", "Udgifter i alt"]


def test_a_row_cut_where_its_rest_may_be_another_row_is_in_doubt():
    xs = [40.0, 200, 270, 320]
    one = page(year_table([("Skolemad", ["205", "205"])], top=700), grid(xs, [690, 704, 716]))
    two = page(
        words(50, 60, "Kantiner") + words(50, 75, "I alt") + words(250, 75, "5", right=True),
        grid(xs, [50, 64, 79]),
        number=2,
    )
    (table,) = _grids(one, two)
    assert (1, 0) in _doubts(table)


def _broken(total: str) -> Grid:
    rows = [("Konsulent", ["1.250.00", "5", total])]
    found = year_table(rows, years=2026) + words(250, 112 + 9, "0", right=True)
    found = [word for word in found if word.text != "2028"] + words(350, 100, "I alt", right=True, bold=True)
    (table,) = _grids(page(found))
    return table


def test_a_broken_figure_that_its_total_confirms_is_certain():
    table = _broken("1.250.005")
    assert _texts(table)[1] == ["Konsulent", "1.250.000", "5", "1.250.005"]
    assert _doubts(table) == set()


def test_a_broken_figure_that_its_total_contradicts_stays_as_it_is_and_in_doubt():
    table = _broken("1.250.006")
    assert _texts(table)[1][1] == "1.250.00 0"
    assert _doubts(table) == {(1, 1)}


def test_a_heading_of_two_rows():
    found = year_table(ROWS) + words(240, 89, "1.000 kr.", bold=True)
    (table,) = _grids(page(found))
    assert [cell.text for cell in table.cells if cell.row == 0 and cell.text] == ["1.000 kr."]
    assert next(cell for cell in table.cells if cell.text == "1.000 kr.").column_span == 2
    assert _texts(table)[1][1:] == ["2026", "2027"]


def test_a_caption_is_no_part_of_the_heading():
    found = year_table(ROWS) + words(50, 88, "Tabel 1. Oversigt", bold=True)
    blocks = page_blocks([page(found)])[0]
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == ["Tabel 1. Oversigt"]


def test_a_sentence_below_a_table_is_no_row():
    found = year_table(ROWS)
    bottom = max(word.baseline for word in found) + 14
    found += words(45, bottom, "Udgifterne er opgjort med 25 t.kr. hvert år fra 2026 til 2029.")
    blocks = [block for one in page_blocks([page(found)]) for block in one]
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == [
        "Udgifterne er opgjort med 25 t.kr. hvert år fra 2026 til 2029."
    ]
    assert [block.rows for block in blocks if isinstance(block, Grid)] == [4]


def test_a_name_whose_second_line_had_room_on_the_first_is_in_doubt():
    found = year_table([("Konsulent til unge og ældre", ["205", "205"]), *ROWS[1:]])
    second = min(word.baseline for word in found if word.text == "Drift")
    found += words(min(word.left for word in found), second + 9, "Pulje")
    (table,) = _grids(page(found))
    assert (2, 0) in _doubts(table)


def test_a_box_beside_the_text_that_touches_a_table_is_no_part_of_it():
    box = grid([400.0, 520, 540], [40.0, 50, 60, 70, 80, 90])
    table = grid([40.0, 440, 490, 540], [90.0, 105, 120])
    found = [word for number in range(5) for word in words(402, 48 + 10 * number, f"Mærke {number}")]
    found += [
        *words(45, 100, "1.000 kr."),
        *words(485, 100, "2026", right=True),
        *words(535, 100, "2027", right=True),
    ]
    found += [
        *words(45, 115, "Drift"),
        *words(485, 115, "205", right=True),
        *words(535, 115, "0", right=True),
    ]
    side, main = sorted(_grids(page(found, [*box, *table])), key=lambda one: one.boxed, reverse=True)
    assert (side.rows, side.boxed) == (5, True)
    assert _texts(main) == [["1.000 kr.", "2026", "2027"], ["Drift", "205", "0"]]


def test_a_table_that_reaches_over_the_edge_of_the_page_is_in_doubt():
    found = [
        *words(45, 100, "1.000 kr."),
        *words(540, 100, "2026", right=True),
        *words(590, 100, "2027", right=True),
        *words(45, 115, "Drift"),
        *words(540, 115, "205", right=True),
        *words(590, 115, "0", right=True),
    ]
    (table,) = _grids(page(found, grid([40.0, 500, 545, 640], [90.0, 105, 120])))
    assert len(_doubts(table)) == 6


def _gapped(first: str, second: str) -> Grid:
    rows = [
        (f"Konsulent {first}", [first, first]),
        ("", [second, second]),
        ("Udgifter i alt", ["12 345", "-"]),
    ]
    (table,) = _grids(page(year_table(rows, step=9.5)))
    return table


def test_parts_of_a_figure_that_broke_at_its_blank_are_in_doubt_where_others_have_blanks():
    assert {(1, 1), (1, 2), (2, 1), (2, 2)} <= _doubts(_gapped("1", "250"))


def test_a_minus_that_stands_alone_above_a_figure_may_be_its_own():
    (table,) = _grids(page(year_table([("Konsulent", ["-", "-"]), ("", ["5.681", "5.681"]), ROWS[2]])))
    assert {(1, 1), (1, 2), (2, 1), (2, 2)} <= _doubts(table)


def test_a_blank_between_digits_on_the_page_before_shows_the_style_of_the_table():
    rows = [("Konsulent", ["1", "1"]), ("", ["250", "250"]), ("Udgifter i alt", ["1", "1"])]
    first = page(words(50, 100, "I alt 12 345 til drift."))
    (table,) = _grids(first, page(year_table(rows, step=9.5), number=2))
    assert {(1, 1), (2, 1)} <= _doubts(table)
