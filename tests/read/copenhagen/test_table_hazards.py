"""Tables as narrow columns, merged cells and raised marks leave them in a text: read for certain, or in doubt."""

from __future__ import annotations

import pytest

from grantcheck.model.terms import TableKind
from read.reading import notes_in

OVERVIEW = "Tabel 1. Oversigt over ønskets aktiviteter på alle styringsområder"
WORDS = "1.000 kr., 2026 p/l Styringsområde"
SERVICE = (
    "Tabel 2. Udgifter til service\n1.000 kr., 2026 p/l Udvalg Bevilling Indtægt/udgift\n2026 2027 I alt\n"
)


def tables_in(body: str):
    (note,) = notes_in(f"KF7 Åben hal\nResume\nKort.\nØkonomi\nDer søges.\n{body}")
    return note


@pytest.mark.parametrize("total", ["I al\n\nt", "I\n\na\nl\nt", "I a\n\nlt", "i alt", "I ALT"])
def test_the_heading_of_the_totals_may_be_cut_or_in_small_letters(total: str) -> None:
    note = tables_in(
        f"{OVERVIEW}\n{WORDS}\n\n2026 2027 {total}\n\nRengøring Service 1 2 3\nUdgifter i alt (netto) 1 2 3"
    )
    table = note.table(TableKind.OVERVIEW)
    assert table.has_totals
    assert [(row.label, row.total) for row in table.rows] == [
        ("Rengøring", 3_000),
        ("Udgifter i alt (netto)", 3_000),
    ]


def test_years_that_touch_are_still_years() -> None:
    note = tables_in(
        f"{OVERVIEW}\n{WORDS}\n2026 202\n7\n\n20282029 I alt\nRengøring Service 1 2 3 4 10\nUdgifter i alt (netto) 1 2 3 4 10"
    )
    assert note.table(TableKind.OVERVIEW).years == (2026, 2027, 2028, 2029)


@pytest.mark.parametrize(
    "years", ["2026 2027\n\n202828 I alt", "2026 2027\n\n2029 I alt", "2026 2027\n\n20", "2026 2027\n"]
)
def test_a_heading_with_digits_behind_its_years_is_not_read(years: str) -> None:
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n{years}")
    assert note.table(TableKind.OVERVIEW) is None
    assert "overview" in {entry.about for entry in note.unread}


def test_a_year_for_each_line_of_one_digit() -> None:
    years = "\n\n".join("\n\n".join(str(year)) for year in range(2026, 2033))
    note = tables_in(
        f"{OVERVIEW}\n{WORDS}\n{years}\n\nI alt\nDrift Service 1 1 1 1 1 1 1 7\nUdgifter i alt (netto) 1 1 1 1 1 1 1 7"
    )
    assert note.table(TableKind.OVERVIEW).years == tuple(range(2026, 2033))


@pytest.mark.parametrize("name", ["Forløb 20271", "Drift 2026-20291", "Hal (etape 1)2", "Plads til 1.2502"])
def test_more_digits_than_a_name_has_may_be_a_mark(name: str) -> None:
    rows = f"{name} Service 1 2 3\nUdgifter i alt (netto) 1 2 3\nAdministrativt bilag\n"
    detail = f"{SERVICE}{name} Socialudvalget Udsatte voksne U 1 2 3\nServiceudgifter i alt 1 2 3"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}{detail}")
    for table in note.tables:
        assert "label" in table.rows[0].doubt


@pytest.mark.parametrize(
    ("footnote", "doubt"), [("", False), ("1 Opgjort i foråret.\n", True), ("2 Opgjort.\n", False)]
)
def test_a_number_that_ends_a_name_is_in_doubt_where_a_footnote_has_its_last_digit(
    footnote: str, doubt: bool
) -> None:
    rows = f"Etape 21 Service 1 2 3\nUdgifter i alt (netto) 1 2 3\n{footnote}"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    assert ("label" in note.table(TableKind.OVERVIEW).rows[0].doubt) is doubt


def test_a_figure_with_a_footnotes_digit_stands_only_where_sums_agree() -> None:
    rows = "Drift Service 201 30 50\nRådgivning Service 21 30 51\nUdgifter i alt (netto) 41 60 101\n1 Opgjort i foråret."
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    drift, advice, _ = note.table(TableKind.OVERVIEW).rows
    assert drift.doubt == ("2026",)
    assert advice.doubt == ()


def test_the_word_of_a_control_area_alone_may_be_a_name() -> None:
    rows = "Hal Anlæg 1 2 3\nService 1 2 3\nUdgifter i alt (netto) 2 4 6"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    row = note.table(TableKind.OVERVIEW).rows[1]
    assert {"label", "control_area"} <= set(row.doubt)


def test_a_name_may_end_with_the_word_of_a_control_area_where_cells_are_blank() -> None:
    rows = "Hal Anlæg 1 2 3\nBassin 1 2 3\nProjekt Service 1 2 3\nUdgifter i alt (netto) 3 6 9"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    row = note.table(TableKind.OVERVIEW).rows[2]
    assert {"label", "control_area"} <= set(row.doubt)


def test_the_detail_tables_tell_a_name_that_ends_with_the_word_of_a_control_area() -> None:
    rows = "Projekt Service 1 2 3\nUdgifter i alt (netto) 1 2 3\nAdministrativt bilag\n"
    detail = f"{SERVICE}Projekt Service Socialudvalget Udsatte voksne U 1 2 3\nServiceudgifter i alt 1 2 3"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}{detail}")
    assert {"label", "control_area"} <= set(note.table(TableKind.OVERVIEW).rows[0].doubt)


@pytest.mark.parametrize(
    ("body", "about"),
    [
        (f"{WORDS}\n2026 2027 I alt\nDrift Service 1 2 3\nUdgifter i alt (netto) 1 2 3", "overview"),
        (
            f"{SERVICE.partition(chr(10))[2]}Drift Socialudvalget Ældre U 1 2 3\nServiceudgifter i alt 1 2 3",
            "service",
        ),
        ("1.000 kr., løbende p/l 2024 2025\nBudgetaftale 2024 1 2\nAfsatte midler i alt 1 2", "prior"),
    ],
)
@pytest.mark.parametrize("caption", ["", "Tabel A. Tal\n", "Udgifter\n"])
def test_a_table_without_its_caption_does_not_vanish_in_silence(body: str, about: str, caption: str) -> None:
    note = tables_in(f"{caption}{body}\n")
    assert note.tables == ()
    assert ("GC903", about) in {(entry.code, entry.about) for entry in note.unread}
    assert note.claims == ()


def test_a_heading_row_that_a_page_repeats_is_no_table_of_its_own() -> None:
    rows = f"Drift Service 1 2 3\n\n\n\nBudget 2026 2/2\n{WORDS}\n2026 2027 I alt\nUdgifter i alt (netto) 1 2 3\n"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    assert "GC903" not in {entry.code for entry in note.unread}


def test_a_blank_cell_and_a_figure_of_many_pieces_leave_a_row_in_doubt() -> None:
    rows = "Drift Service −1\n.86\n9.0\n00\n\n−1\n1.2\n14.\n00\n0\n\nUdgifter i alt (netto) 1 2 3"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    assert {"2026", "2027", "total"} <= set(note.table(TableKind.OVERVIEW).rows[0].doubt)


def test_a_sign_above_a_figure_with_a_mark_leaves_a_row_in_doubt() -> None:
    rows = "Drift Service -100\n-\n5001\nUdgifter i alt (netto) 1 2 3"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    assert {"2026", "2027", "total"} <= set(note.table(TableKind.OVERVIEW).rows[0].doubt)


def test_the_end_of_a_mark_on_a_line_of_its_own_leaves_a_row_in_doubt() -> None:
    rows = "Drift Service 405 500\n9051\n)\n\nUdgifter i alt (netto) 405 500 905"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    drift, total = note.table(TableKind.OVERVIEW).rows
    assert {"2026", "2027", "total"} <= set(drift.doubt)
    assert total.total == 905_000


def test_a_long_figure_without_dots_stands_only_where_its_row_adds_up() -> None:
    rows = "Drift Service 405 500 9051\nHal Anlæg 1000 500 1500\nUdgifter i alt (netto) 1405 1000 2405"
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    drift, hall, _ = note.table(TableKind.OVERVIEW).rows
    assert drift.doubt == ("total",)
    assert (hall.total, hall.doubt) == (1_500_000, ())


def test_a_total_that_a_page_cuts_is_in_doubt_with_its_name() -> None:
    rows = (
        "Drift Service 1.64\n0\n\n10 1.650\nUdgifter i alt 1.64 10 1.65\n\n\n\nBudget 2026 2/2\n(netto) 0 0"
    )
    note = tables_in(f"{OVERVIEW}\n{WORDS}\n2026 2027 I alt\n{rows}")
    assert set(note.table(TableKind.OVERVIEW).rows[1].doubt) == {"label", "2026", "2027", "total"}
