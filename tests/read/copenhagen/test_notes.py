"""Whole notes: the published one, and small ones with one trouble each."""

from __future__ import annotations

import pytest

from grantcheck.model.note import Note, Row
from grantcheck.model.terms import ClaimRole, Direction, RowKind, TableKind
from read.reading import SHARED, notes_in

HEAD = "KF7 Åben hal i weekenden\nResume\nKort.\nIndhold\nMere.\nØkonomi\nDer søges.\n"
OVERVIEW = "Tabel 1. Oversigt over ønskets aktiviteter på alle styringsområder\n{unit} Styringsområde\n2026 2027 I alt\n"
UNIT = "1.000 kr., 2026 p/l"


def overview(rows: str, unit: str = UNIT) -> tuple[Note, tuple[Row, ...]]:
    (note,) = notes_in(f"{HEAD}{OVERVIEW.format(unit=unit)}{rows}\nAdministrativt bilag\n")
    table = note.table(TableKind.OVERVIEW)
    assert table is not None
    return note, table.rows


@pytest.mark.parametrize("name", ["BOR02.txt"])
def test_the_published_note_reads_as_it_stands(name: str) -> None:
    file = SHARED / "corpus" / "seed" / name
    if not file.exists():
        pytest.skip("the published note is not at hand")
    (note,) = notes_in(file.read_text("utf-8"))
    assert (note.code, note.subtitle, note.budget_year) == ("BOR02", "bevillingsudløb", 2026)
    assert note.department == "Borgerrådgiveren"
    assert [label for label, mark in note.categories.items() if mark] == ["Bevillingsudløb"]
    assert [label for label, mark in note.districts.items() if mark] == ["Bydækkende"]
    assert [(claim.amount, claim.role) for claim in note.claims] == [
        (200_000, ClaimRole.PRIOR),
        (200_000, ClaimRole.REQUEST),
    ]
    service, prior = note.table(TableKind.SERVICE), note.table(TableKind.PRIOR)
    assert service is not None
    assert prior is not None
    assert service.rows[0].committee == "Borgerrådgiverudvalget"
    assert service.rows[0].direction is Direction.EXPENSE
    assert service.rows[0].total == 820_000
    assert prior.price_level == "current"
    assert list(prior.rows[0].amounts.values()) == [205_000] * 4 + [0, 0]
    assert not note.unread
    assert [(head.page, head.pages) for head in note.page_heads] == [(2, 2)]


def test_a_row_has_its_figures_with_their_places() -> None:
    _, rows = overview("Rengøring Service 1.200 −300 900\nUdgifter i alt (netto) 1.200 −300 900")
    assert rows[0].amounts == {2026: 1_200_000, 2027: -300_000}
    assert rows[0].total == 900_000
    assert rows[0].printed["2027"] == "−300"
    assert rows[1].kind is RowKind.TOTAL
    assert not rows[0].doubt


def test_thousands_that_a_blank_parts_which_does_not_break_are_one_figure() -> None:
    _, rows = overview("Rengøring Service 1\u00a0200 -300 900\nUdgifter i alt (netto) 1\u00a0200 -300 900")
    assert rows[0].amounts == {2026: 1_200_000, 2027: -300_000}
    assert rows[0].doubt == ()


@pytest.mark.parametrize("printed", ["(300)", "300-"])
def test_a_figure_in_brackets_or_with_a_minus_behind_is_in_doubt(printed: str) -> None:
    _, rows = overview(f"Rengøring Service 1.200 {printed} 900\nUdgifter i alt (netto) 1.200 -300 900")
    assert "2027" in rows[0].doubt
    assert rows[0].amounts[2027] is None


def test_a_sum_that_fails_casts_no_doubt() -> None:
    note, rows = overview("Rengøring Service 100 100 210\nUdgifter i alt (netto) 100 100 210")
    assert rows[0].total == 210_000
    assert not note.table(TableKind.OVERVIEW).rows[0].doubt  # type: ignore[union-attr]


def test_a_blank_cell_leaves_the_years_open_and_keeps_a_total_that_adds_up() -> None:
    _, rows = overview("Rengøring Service 100 100\nUdgifter i alt (netto) 100 0 100")
    assert rows[0].doubt == ("2026", "2027")
    assert (rows[0].total, set(rows[0].amounts.values())) == (100_000, {None})


def test_a_figure_cut_by_a_line_break_comes_together_only_where_nothing_else_is_possible() -> None:
    _, rows = overview("Rengøring Service 13.40\n0\n\n100 13.50\n0\nUdgifter i alt (netto) 13.400 100 13.500")
    assert (rows[0].amounts[2026], rows[0].total, rows[0].doubt) == (13_400_000, 13_500_000, ())
    _, rows = overview("Rengøring Service 13.40 100 13.500\nUdgifter i alt (netto) 13.400 100 13.500")
    assert rows[0].doubt == ("2026", "2027", "total")


def test_a_sign_alone_on_its_line_is_zero_or_a_minus_and_only_the_sum_can_tell() -> None:
    _, rows = overview("Salg Service -\n500 -\n200 -700\nUdgifter i alt (netto) -500 -200 -700")
    assert rows[0].amounts == {2026: -500_000, 2027: -200_000}
    _, rows = overview("Salg Service -\n500 -\n200 -900\nUdgifter i alt (netto) -500 -200 -700")
    assert set(rows[0].doubt) == {"2026", "2027", "total"}


def test_thousands_with_a_blank_are_in_doubt() -> None:
    _, rows = overview("Drift Service 19 968 20 100 40 068\nUdgifter i alt (netto) 1 1 2")
    assert set(rows[0].doubt) >= {"2026", "2027", "total"}


@pytest.mark.parametrize("label", ["Etape 2", "2026 pilot i Valby", "Klub 9", "Halvtid 2027"])
def test_digits_of_a_name_are_no_figures(label: str) -> None:
    _, rows = overview(f"{label} Service 1 2 3\nUdgifter i alt (netto) 1 2 3")
    assert (rows[0].label, rows[0].total) == (label, 3_000)


def test_without_a_unit_every_figure_is_in_doubt() -> None:
    note, rows = overview("Rengøring Service 1 2 3\nUdgifter i alt (netto) 1 2 3", unit="")
    table = note.table(TableKind.OVERVIEW)
    assert table is not None
    assert (table.unit, table.price_level, table.precision) == (None, None, None)
    assert rows[0].amounts == {2026: 1, 2027: 2}
    assert rows[0].doubt == ("2026", "2027", "total")


def test_a_caption_without_a_table_is_told() -> None:
    (note,) = notes_in(HEAD + "Tabel 2. Udgifter til service\nIngen tal her.\nAdministrativt bilag\n")
    assert ("GC903", "service") in {(entry.code, entry.about) for entry in note.unread}


def test_two_notes_in_one_file_are_two_notes() -> None:
    notes = notes_in(HEAD + "\n" + HEAD.replace("KF7", "BU06/BU17"))
    assert [note.code for note in notes] == ["KF7", "BU06/BU17"]


def test_a_table_below_no_heading_of_the_template_is_read() -> None:
    (note,) = notes_in(f"{OVERVIEW.format(unit=UNIT)}Lys Service 1 2 3\nUdgifter i alt (netto) 1 2 3\n")
    table = note.table(TableKind.OVERVIEW)
    assert table is not None
    assert table.rows[0].amounts == {2026: 1_000, 2027: 2_000}
    assert note.sections == ()


def test_text_without_code_and_table_is_no_note() -> None:
    assert notes_in("Resume\nEt brev.\n") == ()


def test_boxes_behind_all_their_labels_are_read_only_if_alike() -> None:
    (note,) = notes_in(
        HEAD + "Bydele\nBydækkende: ☐\nValby  Vanløse  ☒ ☒\nNørrebro  Østerbro  ☒ ☐\nAdresse\n"
    )
    marks = note.districts
    assert (marks["Bydækkende"], marks["Valby"], marks["Vanløse"]) == (False, True, True)
    assert (marks["Nørrebro"], marks["Østerbro"], marks["Udenbys"]) == (None, None, None)


@pytest.mark.parametrize("printed", ["bevillingsudløb", "Bevillingsudløb", "BEVILLINGSUDLØB"])
def test_a_subtitle_stands_in_brackets_whatever_its_case(printed: str) -> None:
    (note,) = notes_in(HEAD.replace("weekenden", f"weekenden ({printed})"))
    assert (note.title, note.subtitle) == ("Åben hal i weekenden", printed)


@pytest.mark.parametrize("mark", ["x", "X", "✓", "[x]", "☒"])
@pytest.mark.parametrize("colon", ["", ":"])
def test_a_category_may_end_with_a_colon(mark: str, colon: str) -> None:
    box = f"Budget 2026\nSocialforvaltningen\nKategorisering{colon}\nNeed to\nRettidig omhu{colon}\nBevillingsudløb{colon} {mark}\n"
    (note,) = notes_in(HEAD + box)
    assert note.department == "Socialforvaltningen"
    assert [note.categories[label] for label in ("Need to", "Rettidig omhu", "Bevillingsudløb")] == [
        False,
        False,
        True,
    ]
