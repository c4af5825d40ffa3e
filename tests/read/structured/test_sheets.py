"""Proposals as rows of a CSV or Excel file: what becomes a note, a row, a doubt or a problem."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import Workbook

from grantcheck.model.location import LineLocation, SheetLocation
from grantcheck.model.terms import ControlArea, Direction, RowKind, TableKind

from .reading import doubts_in, note_in, problem_in, read, read_in, workbook

PLAIN = "kode;titel;budgetår;kategorier;aktivitet;styringsområde;i/u;2026;2027;i alt;enhed;prisniveau\n"
ROW = "A1;Læsesal;2026;Bevillingsudløb;Natåbent;Service;U;310;310;620;1.000 kr.;2026 p/l\n"
UNIT = "unit: 1000\nnumber_format: {decimal: ',', thousands: '.'}\n"
WIDE = UNIT + "columns: {code: Nr, activity: Navn, control_area: Område}\n"


def test_a_sheet_with_plain_headings_needs_no_mapping():
    note = note_in(read(PLAIN + ROW, "forslag.csv"))
    (table,) = note.tables
    (row,) = table.rows
    assert (note.code, note.title, note.budget_year, note.department) == ("A1", "Læsesal", 2026, None)
    assert [label for label, mark in note.categories.items() if mark] == ["Bevillingsudløb"]
    assert (table.kind, table.unit, table.price_level, table.years) == (
        TableKind.SERVICE,
        1_000,
        2026,
        (2026, 2027),
    )
    assert (row.label, row.control_area, row.direction) == (
        "Natåbent",
        ControlArea.SERVICE,
        Direction.EXPENSE,
    )
    assert (row.amounts, row.total) == ({2026: 310_000, 2027: 310_000}, 620_000)
    assert row.places["2026"] == LineLocation(line=2, column=52)
    assert note.unread == ()


def test_english_headings_and_a_comma_between_cells_do_as_well():
    text = "Code,Activity,Control area,2026,Unit\nA1,Reading room,service,310,kr\n"
    assert note_in(read(text, "a.csv")).tables[0].rows[0].amounts == {2026: 310}


def test_a_row_for_each_year_is_plain_too():
    text = "kode;aktivitet;styringsområde;år;beløb;enhed\nA1;X;Anlæg;2026;5;kr.\nA1;X;Anlæg;2027;6;kr.\nA1;Y;Anlæg;2026;7;kr.\n"
    (table,) = note_in(read(text, "a.csv")).tables
    assert [(row.label, row.amounts) for row in table.rows] == [
        ("X", {2026: 5, 2027: 6}),
        ("Y", {2026: 7, 2027: None}),
    ]


def test_a_year_that_stands_twice_for_one_activity_is_in_doubt():
    text = "kode;aktivitet;styringsområde;år;beløb;enhed\nA1;X;Anlæg;2026;5;kr.\nA1;X;Anlæg;2026;6;kr.\n"
    note = note_in(read(text, "a.csv"))
    assert note.tables[0].rows[0].doubt == ("2026",)
    assert doubts_in(note) == [("GC904", "2026 ('6'): the year stands in two rows of this activity.")]


def test_rows_with_one_code_make_one_note_and_each_code_its_own():
    text = PLAIN + ROW + ROW.replace("A1", "B2") + ROW.replace("Natåbent", "Lørdage")
    first, second = read(text, "a.csv").notes
    assert (first.code, second.code) == ("A1", "B2")
    assert [row.label for row in first.tables[0].rows] == ["Natåbent", "Lørdage"]


def test_each_control_area_has_its_table_and_a_sum_is_no_activity():
    text = PLAIN + ROW + ROW.replace("Service", "Anlæg") + ROW.replace("Natåbent", "Serviceudgifter i alt")
    tables = note_in(read(text, "a.csv")).tables
    assert [table.kind for table in tables] == [TableKind.SERVICE, TableKind.CAPITAL]
    assert [row.kind for row in tables[0].rows] == [RowKind.ACTIVITY, RowKind.TOTAL]


def test_a_sum_over_all_areas_makes_the_rows_an_overview():
    text = PLAIN + ROW + ROW.replace("Natåbent", "Udgifter i alt (netto)").replace("Service", "")
    (table,) = note_in(read(text, "a.csv")).tables
    assert table.kind is TableKind.OVERVIEW
    assert [row.doubt for row in table.rows] == [(), ()]


@pytest.mark.parametrize(
    ("old", "new", "code", "said", "doubt"),
    [
        (";310;310;", ";310;31O;", "GC904", "2027 ('31O'): it is no figure.", ("2027",)),
        (";310;310;", ";1.310;310;", "GC904", "2026 ('1.310'): it is 1.31 or 1310; say which", ("2026",)),
        (";620;", ";620*;", "GC904", "total ('620*'): it is no figure.", ("total",)),
        ("Service", "Servise", "GC904", "'Servise' is no control area.", ("control_area",)),
        (";U;", ";?;", "GC904", "'?' is neither income (I) nor expense (U).", ("direction",)),
        ("1.000 kr.", "krukker", "GC904", "'krukker' is no unit", ("2026", "2027", "total")),
        ("2026 p/l", "måske", "GC904", "'måske' is no price level", ()),
        (";2026;", ";næste år;", "GC904", "'næste år' is no year.", ()),
    ],
)
def test_a_cell_that_is_not_understood_is_in_doubt_and_told(old: str, new: str, code: str, said: str, doubt):
    note = note_in(read(PLAIN + ROW.replace(old, new, 1), "a.csv"))
    (row,) = note.tables[0].rows
    assert row.doubt == doubt
    ((told, message),) = doubts_in(note)
    assert told == code
    assert said in message


def test_a_blank_cell_is_blank_and_not_in_doubt():
    (row,) = note_in(read(PLAIN + ROW.replace(";310;310;", ";310;;"), "a.csv")).tables[0].rows
    assert (row.amounts[2027], row.doubt) == (None, ())


def test_a_title_that_differs_from_row_to_row_is_not_chosen():
    note = note_in(read(PLAIN + ROW + ROW.replace("Læsesal", "Læsesalen"), "a.csv"))
    assert note.title is None
    assert doubts_in(note) == [("GC904", "'Læsesalen' differs from another row of the same note.")]


def test_categories_that_differ_from_row_to_row_are_undecided():
    note = note_in(read(PLAIN + ROW + ROW.replace("Bevillingsudløb", "Need to"), "a.csv"))
    assert set(note.categories.values()) == {None}


def test_prices_that_differ_from_row_to_row_are_not_chosen():
    note = note_in(read(PLAIN + ROW + ROW.replace("2026 p/l", "2025 p/l"), "a.csv"))
    assert note.tables[0].price_level is None
    assert doubts_in(note) == [("GC904", "'2025 p/l' differs from another row of the same note.")]


def test_a_sheet_without_unit_has_its_figures_in_doubt():
    note = note_in(read("kode;aktivitet;styringsområde;2026\nA1;X;Service;5\n", "a.csv"))
    assert note.tables[0].unit is None
    assert note.tables[0].rows[0].doubt == ("2026",)
    assert "The sheet states no unit." in doubts_in(note)[0][1]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nummer;2026\nA1;5\n", "it is not known what the column 'nummer' holds. Write a mapping file"),
        ("kode;;2026\nA1;x;5\n", "it is not known what the column '?' holds"),
        ("aktivitet;2026\nX;5\n", "no column is headed 'code'"),
        ("kode;aktivitet\nA1;X\n", "amounts need either a column for each year"),
        ("kode;2026;år;beløb\nA1;5;2026;5\n", "amounts need either a column for each year"),
        ("kode;nr.;2026\nA1;A1;5\n", "two columns are for 'code'"),
        (";;\nA1;5;5\n", "Row 1 holds no headings"),
        ("kode;2026\nA1;5;6\n", "line 2: The row has 3 cells, the headings 2."),
        ("kode;2026;2027\nA1;5\n", "line 2: The row has 2 cells, the headings 3."),
        ('kode;2026\n"A1;5\n', "line 2: A quotation mark is not closed."),
        ('kode;2026\n"A1"x;5\n', "line 2: Text follows a closing quotation mark."),
        ("kode;2026\n;5\n", "line 2: The row has amounts but no code."),
        ("kode;år;beløb\nA1;i år;5\n", "line 2: 'i år' is no year."),
        ("kode;slags;2026\nA1;andet;5\n", "line 2: 'andet' is neither a request nor a prior allocation."),
        ("kode;2026\nA1\x00;5\n", "line 2: The text holds a character that no text has"),
        ("kode;2026\nÆ1;5\n".encode("latin-1"), "line 2: The text is not utf-8. Save it as UTF-8"),
    ],
)
def test_a_sheet_that_could_be_misread_is_not_read(text: str | bytes, said: str):
    assert said in problem_in(read(text, "a.csv"))


def test_a_sum_over_all_notes_and_a_footnote_belong_to_no_note():
    text = "kode;aktivitet;2026;enhed\nA1;X;5;kr.\n;I alt;5;\n;Kilde: regnskabet;;\n"
    assert len(note_in(read(text, "a.csv")).tables[0].rows) == 1


def test_a_quoted_cell_holds_quotes_lines_and_the_character_between_cells():
    text = 'kode;aktivitet;2026;enhed\nA1;"Sal ""A"";\nog B";5;kr.\nA2;X;6;kr.\n'
    first, second = read(text, "a.csv").notes
    assert first.tables[0].rows[0].label == 'Sal "A"; og B'
    assert first.tables[0].rows[0].places["2026"] == LineLocation(line=3, column=7)
    assert second.tables[0].rows[0].places["2026"] == LineLocation(line=4, column=6)


def test_prior_rows_are_told_by_a_column():
    text = (
        "kode;aktivitet;slags;2024;2025;2026;enhed;prisniveau\n"
        "A1;X;ønske;;;5;kr.;2026 p/l\nA1;Budgetaftale 2024;tidligere;4;4;;kr.;løbende p/l\n"
    )
    asked, prior = note_in(read(text, "a.csv")).tables
    assert (asked.years, asked.price_level) == ((2026,), 2026)
    assert (prior.kind, prior.years, prior.price_level) == (TableKind.PRIOR, (2024, 2025), "current")
    assert prior.rows[0].label == "Budgetaftale 2024"


def test_prior_allocations_stand_in_columns_beside_the_request(tmp_path: Path):
    text = "Nr;Navn;Område;Aftale;2024;2025;2026\nA1;X;Service;Budgetaftale 2024;4;4;5\nA2;Y;Service;;;;6\n"
    mapping = (
        WIDE
        + "price_level: 2026\nprior: {columns: {agreement: Aftale}, years: [2024, 2025], price_level: current}\n"
    )
    first, second = read_in(tmp_path, text, "a.csv", mapping).notes
    asked, prior = first.tables
    assert (asked.years, asked.price_level, prior.years, prior.price_level) == (
        (2026,),
        2026,
        (2024, 2025),
        "current",
    )
    assert [table.kind for table in second.tables] == [TableKind.SERVICE]


def test_the_mapping_tells_headings_years_marks_and_the_way_figures_are_written(tmp_path: Path):
    text = "Liste\nNr|Navn|Område|B26|B27|Udløb\nA1|X|service|1,250.5|-|ja\nA2|Y|service|1|2|\n".encode(
        "utf-16"
    )
    mapping = (
        "header_row: 2\nencoding: utf-16\ndelimiter: '|'\nunit: 1000\nbudget_year: 2026\ndepartment: Socialforvaltningen\n"
        "number_format: {decimal: '.', thousands: ','}\ncategory_marks: {Udløb: Bevillingsudløb}\n"
        "columns: {code: Nr, activity: Navn, control_area: Område}\nyears: {B26: 2026, B27: 2027}\n"
    )
    first, second = read_in(tmp_path, text, "a.csv", mapping).notes
    assert first.tables[0].rows[0].amounts == {2026: 1_250_500, 2027: 0}
    assert (first.budget_year, first.department) == (2026, "Socialforvaltningen")
    assert (first.categories, second.categories) == ({"Bevillingsudløb": True}, {"Bevillingsudløb": False})


def test_a_mark_that_is_neither_is_undecided(tmp_path: Path):
    mapping = WIDE + "category_marks: {U: Bevillingsudløb}\n"
    note = note_in(read_in(tmp_path, "Nr;Navn;Område;2026;U\nA1;X;Service;5;måske\n", "a.csv", mapping))
    assert note.categories == {"Bevillingsudløb": None}
    assert doubts_in(note) == [("GC905", "'måske' is neither a mark nor blank.")]


EXCEL_HEAD = ["kode", "aktivitet", "styringsområde", 2026, 2027, "i alt", "enhed"]


def test_an_excel_file_is_read_with_its_cells():
    note = note_in(read(workbook(EXCEL_HEAD, ["A1", "X", "Service", 310, 310.0, 620, "1.000 kr."]), "a.xlsx"))
    (row,) = note.tables[0].rows
    assert row.amounts == {2026: 310_000, 2027: 310_000}
    assert row.places["2027"] == SheetLocation(sheet="Forslag", cell="E2")
    assert row.printed == {"2026": "310", "2027": "310", "total": "620"}


def test_a_number_that_excel_keeps_with_decimals_is_exact(tmp_path: Path):
    raw = workbook(["Nr", "Navn", "Område", 2026], ["A1", "X", "Service", 0.2])
    mapping = WIDE.replace("1000", "1000000") + "decimals: 1\n"
    (row,) = note_in(read_in(tmp_path, raw, "a.xlsx", mapping)).tables[0].rows
    assert (row.amounts, row.printed) == ({2026: 200_000}, {"2026": "0,2"})


def excel_doubt(value: object, form: str = "General") -> tuple[str, str]:
    def styled(book: Workbook) -> None:
        book.worksheets[0]["D2"].number_format = form
        if value == "#REF!":
            book.worksheets[0]["D2"].data_type = "e"

    raw = workbook(EXCEL_HEAD, ["A1", "X", "Service", value, 310, None, "1.000 kr."], change=styled)
    note = note_in(read(raw, "a.xlsx"))
    assert note.tables[0].rows[0].doubt == ("2026",)
    assert note.tables[0].rows[0].amounts == {2026: None, 2027: 310_000}
    ((code, message),) = doubts_in(note)
    assert note.unread[0].about == "service"
    assert note.unread[0].location == SheetLocation(sheet="Forslag", cell="D2")
    return code, message


@pytest.mark.parametrize(
    ("value", "form", "code", "said"),
    [
        ("=300+10", "General", "GC909", "its formula has no stored value"),
        (310.5, "General", "GC904", "more decimals than the 0"),
        (True, "General", "GC904", "it holds true or false"),
        (
            datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None),
            "dd-mm-yyyy",
            "GC904",
            "it is formatted as a date",
        ),
        ("#REF!", "General", "GC904", "it holds an error of the spreadsheet"),
        ("ca. 310", "General", "GC904", "it is no figure"),
        (310_000, "#,##0,", "GC904", "its number format shows another figure"),
        (3, "0%", "GC904", "its number format shows another figure"),
    ],
)
def test_an_excel_cell_that_is_no_plain_number_is_in_doubt(value: object, form: str, code: str, said: str):
    told, message = excel_doubt(value, form)
    assert told == code
    assert said in message


@pytest.mark.parametrize("form", ["#,##0", '#,##0 "kr., 100%"', "0.0", "[Red]-#,##0", "General"])
def test_a_number_format_that_shows_the_number_itself_casts_no_doubt(form: str):
    def styled(book: Workbook) -> None:
        book.worksheets[0]["D2"].number_format = form

    raw = workbook(EXCEL_HEAD, ["A1", "X", "Service", 310, 310, None, "kr."], change=styled)
    assert note_in(read(raw, "a.xlsx")).unread == ()


def test_a_figure_never_spreads_over_merged_cells():
    raw = workbook(
        EXCEL_HEAD,
        ["A1", "X", "Service", 620, None, 620, "kr."],
        change=lambda book: book.worksheets[0].merge_cells("D2:E2"),
    )
    (row,) = note_in(read(raw, "a.xlsx")).tables[0].rows
    assert row.doubt == ("2026", "2027")
    assert row.amounts == {2026: None, 2027: None}


def test_a_formula_in_a_name_leaves_the_name_in_doubt():
    raw = workbook(EXCEL_HEAD, ["A1", '="X"', "Service", 310, 310, None, "kr."])
    note = note_in(read(raw, "a.xlsx"))
    assert note.tables[0].rows[0].doubt == ("label",)
    assert note.unread[0].code == "GC909"


def two_sheets(book: Workbook) -> None:
    prior = book.create_sheet("Tidligere")
    prior.append(["Nr", "Aftale", 2024, 2025])
    prior.append(["A1", "Budgetaftale 2024", 4, 4])


ASKED = (["Nr", "Navn", "Område", 2026], ["A1", "X", "Service", 5])


def test_prior_allocations_stand_on_a_sheet_of_their_own_even_a_hidden_one(tmp_path: Path):
    def hidden(book: Workbook) -> None:
        two_sheets(book)
        book["Tidligere"].sheet_state = "hidden"

    mapping = (
        WIDE + "prior: {sheet: Tidligere, columns: {agreement: Aftale}, unit: 1, price_level: current}\n"
    )
    asked, prior = note_in(read_in(tmp_path, workbook(*ASKED, change=hidden), "a.xlsx", mapping)).tables
    assert (asked.unit, prior.unit) == (1_000, 1)
    assert prior.rows[0].places["2024"] == SheetLocation(sheet="Tidligere", cell="C2")


def test_a_hidden_sheet_is_not_read_unless_it_is_named():
    def hidden(book: Workbook) -> None:
        two_sheets(book)
        book["Tidligere"].sheet_state = "hidden"

    raw = workbook(EXCEL_HEAD, ["A1", "X", "Service", 310, 310, None, "kr."], change=hidden)
    assert [table.kind for table in note_in(read(raw, "a.xlsx")).tables] == [TableKind.SERVICE]


def test_of_two_visible_sheets_none_is_chosen():
    assert "The file has 2 visible sheets ('Forslag', 'Tidligere')." in problem_in(
        read(workbook(*ASKED, change=two_sheets), "a.xlsx")
    )
