"""Wrong tables: each mistake gives one complaint at its cell, with a remedy."""

from __future__ import annotations

import pytest
from openpyxl import Workbook
from rules.tables.tabled import FIRST, RULE, TABLE, folder_with
from rules.written import spoilt

from grantcheck.data.fault import DataWarning
from grantcheck.rules.tables.grid import MOST_ROWS
from grantcheck.workbench.complaints import complaints

from .mistakes import RULE_MISTAKES, TABLE_MISTAKES


def told(folder, language="en") -> list[tuple[str, int, str]]:
    return [(f.path.name, f.line, " ".join(f.said(language))) for f in complaints(folder, folder)]


def test_nobody_complains_about_a_whole_table(tmp_path):
    assert told(folder_with(tmp_path)) == []


@pytest.mark.parametrize("mistake", TABLE_MISTAKES)
def test_each_mistake_in_a_table_is_told_at_its_cell(tmp_path, mistake):
    before, after, line, said = TABLE_MISTAKES[mistake]
    ((name, at, sentence),) = told(folder_with(tmp_path, table=spoilt(before, after, TABLE)))
    assert (name, at) == ("allowed.csv", line)
    assert sentence.startswith(said) or said in sentence


@pytest.mark.parametrize("mistake", TABLE_MISTAKES)
def test_each_is_told_in_danish_too(tmp_path, mistake):
    before, after, _, _ = TABLE_MISTAKES[mistake]
    folder = folder_with(tmp_path, table=spoilt(before, after, TABLE))
    assert told(folder, "da")[0][2] != told(folder, "en")[0][2]


@pytest.mark.parametrize("mistake", RULE_MISTAKES)
def test_each_mistake_around_a_table_is_told(tmp_path, mistake):
    before, after, name, line, said = RULE_MISTAKES[mistake]
    found = told(folder_with(tmp_path, spoilt(before, after, RULE)))
    assert found[0][:2] == (name, line)
    assert said in found[0][2]
    assert len(found) == 1


def test_a_row_that_is_never_reached_is_told(tmp_path):
    table = "request.year;prior.area;most\n<= 2026;-;1\n>= 2026;service;2\n2024..2030;service;3\n"
    assert told(folder_with(tmp_path, FIRST, table)) == [
        ("allowed.csv", 4, "cell A4: row 4 is never reached: the rows above fit wherever it does. Move it up, narrow a row above, or take it out.")
    ]  # fmt: skip


def test_a_gap_between_rows_is_a_warning(tmp_path):
    (fault,) = complaints(folder_with(tmp_path, table=TABLE.replace("2027;-", "2029;-")), tmp_path)
    assert isinstance(fault, DataWarning)
    assert fault.problem == ("cell A1: no row fits request.year 2027..2028, prior.area “anlæg” or “service”.")
    assert fault.remedy == "There the rule is not verifiable; add a row if that is not meant."


def test_all_wrong_cells_are_told_and_not_only_the_first(tmp_path):
    table = spoilt("10 000", "x", spoilt("5 000", "y", TABLE))
    assert [(line, said[:7]) for _, line, said in told(folder_with(tmp_path, table=table))] == [
        (2, "cell C2"), (3, "cell C3"),
    ]  # fmt: skip


def test_a_table_that_no_condition_asks_is_told(tmp_path):
    unasked = spoilt("request.amount > allowed.most", "request.amount > 5000", RULE)
    assert any(
        "no condition compares with a threshold of 'allowed'. Name one, or take the table out." in said
        for _, _, said in told(folder_with(tmp_path, unasked))
    )


def test_a_table_may_ask_two_facts_and_no_more(tmp_path):
    rule = spoilt("prior: prior}", "prior: prior, other: prior}", RULE)
    table = spoilt("most;#", "other.year;most;#", TABLE)
    assert (
        "about more than two facts (other, prior, request). Make two tables of it."
        in told(folder_with(tmp_path, rule, table))[0][2]
    )


def test_a_table_is_not_too_long(tmp_path):
    rows = "".join(f"{amount}..{amount};-;5\n" for amount in range(MOST_ROWS + 1))
    table = "request.amount;prior.area;most\n" + rows
    assert told(folder_with(tmp_path, table=table)) == [
        ("allowed.csv", MOST_ROWS + 2, f"cell A{MOST_ROWS + 2}: a table has at most {MOST_ROWS} rows. Divide it into several rules.")
    ]  # fmt: skip


EXCEL = spoilt("allowed.csv", "allowed.xlsx", RULE)


def workbook(folder, *rows, sheets=("Ark1",)):
    book = Workbook()
    book.remove(book.active)
    for name in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "base" / "allowed.xlsx")


ROWS = [
    ["request.year", "prior.area", "most", "# remark"],
    ["2025..2026", "service", 5000, None],
    ["2025..2026", "anlæg", 10000.0, None],
    [2027, "-", "7.500", "as text"],
]


def test_a_workbook_serves_as_well(tmp_path):
    folder = folder_with(tmp_path, EXCEL)
    workbook(folder, *ROWS)
    assert told(folder) == []


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (["2028", "-", "=5*1000", None], "cell 'Ark1'!C5: the cell holds a formula. Write the value itself."),
        (["2028", "-", "#N/A", None], "cell 'Ark1'!C5: the cell holds an error of Excel."),
        (
            ["2028", 5, 5000, None],
            "cell 'Ark1'!B5: '5' is a number, where a text belongs. Format the cell as text.",
        ),
        (["2028", "-", True, None], "cell 'Ark1'!C5: 'True' is not a number."),
        ([2028.5, "-", 5000, None], "cell 'Ark1'!A5: '2028.5' is finer than the unit allows."),
    ],
)
def test_a_mistake_in_a_workbook_is_told_with_sheet_and_cell(tmp_path, row, said):
    folder = folder_with(tmp_path, EXCEL)
    workbook(folder, *ROWS, row)
    ((name, line, sentence),) = told(folder)
    assert (name, line) == ("allowed.xlsx", 5)
    assert sentence.startswith(said)


def test_of_several_sheets_one_must_be_named(tmp_path):
    folder = folder_with(tmp_path, EXCEL)
    workbook(folder, *ROWS, sheets=("Grænser", "Noter"))
    assert told(folder)[0][2] == (
        "The file has several sheets: Grænser, Noter. Name one as 'sheet' in the rule file."
    )
    folder_with(tmp_path, spoilt("hit: unique", "hit: unique\n    sheet: Grænse", EXCEL))
    assert told(folder)[0][2] == "There is no sheet 'Grænse'. Did you mean 'Grænser'?"
    folder_with(tmp_path, spoilt("hit: unique", "hit: unique\n    sheet: Grænser", EXCEL))
    assert told(folder) == []


def test_a_file_that_is_no_workbook_is_told(tmp_path):
    folder = folder_with(tmp_path, EXCEL)
    (folder / "base" / "allowed.xlsx").write_text("no workbook", "utf-8")
    assert told(folder)[0][2] == "The file cannot be read as Excel. Save it anew as .xlsx."
