"""Mapping files: where they lie, and every mistake in one."""

from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.data.fault import DataFault
from grantcheck.model.note import DATA_TYPES
from grantcheck.read.media import STRUCTURED_TYPES
from grantcheck.read.reader import read_document

from .reading import note_in, problem_in, profile, read_in, workbook

SHEET = "Nr;Navn;2026\nA1;X;5\n"
SOUND = "unit: 1\ncolumns: {code: Nr, activity: Navn}\n"


@pytest.mark.parametrize("name", ["forslag.mapping.yaml", "mapping.yaml"])
def test_a_mapping_lies_beside_the_sheet_or_in_its_folder(tmp_path: Path, name: str):
    (tmp_path / "forslag.csv").write_text(SHEET, "utf-8")
    (tmp_path / name).write_text(SOUND, "utf-8")
    assert note_in(read_document(tmp_path / "forslag.csv", "forslag.csv", profile())).code == "A1"


def test_the_mapping_that_is_given_goes_before_the_one_beside(tmp_path: Path):
    (tmp_path / "forslag.csv").write_text(SHEET, "utf-8")
    (tmp_path / "mapping.yaml").write_text("nonsense", "utf-8")
    given = tmp_path / "given.yaml"
    given.write_text(SOUND.replace("unit: 1", "unit: 1000"), "utf-8")
    note = note_in(read_document(tmp_path / "forslag.csv", "forslag.csv", profile(), mapping=given))
    assert note.tables[0].unit == 1_000


def test_a_mistake_in_the_mapping_that_is_given_ends_the_run(tmp_path: Path):
    (tmp_path / "forslag.csv").write_text(SHEET, "utf-8")
    given = tmp_path / "given.yaml"
    given.write_text("unit: 1\ncolums: {code: Nr}\n", "utf-8")
    with pytest.raises(DataFault) as caught:
        read_document(tmp_path / "forslag.csv", "forslag.csv", profile(), mapping=given)
    assert str(caught.value).startswith(f"{given}:2: 'colums' is not a known key. Did you mean 'columns'?")


def test_a_mapping_that_is_given_must_be_there(tmp_path: Path):
    (tmp_path / "forslag.csv").write_text(SHEET, "utf-8")
    with pytest.raises(DataFault, match="The file cannot be read"):
        read_document(tmp_path / "forslag.csv", "forslag.csv", profile(), mapping=tmp_path / "none.yaml")


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("unit: 1\ncolumns: {code: Number, activity: Navn}\n", "line 2: No column is headed 'Number'."),
        ("unit: 1\ncolumns: {code: Nrr}\n", "line 2: No column is headed 'Nrr'. Did you mean 'Nr'?"),
        ("unit: 1\ncolumns: {activity: Navn}\n", "line 2: 'columns' names no column for 'code'"),
        ("columns: {code: Nr}\n", "line 1: 'unit' is missing: write 'unit: 1' for kroner"),
        (SOUND + "years: [2027]\n", "line 3: No column is headed '2027'."),
        (SOUND + "years: {'2026': 2026, Navn: 2026}\n", "Two columns are for 2026."),
        (SOUND + "years: []\n", "No column is headed with a year."),
        (
            SOUND + "years: [2026]\nlong: {year: Nr, amount: Navn}\n",
            "line 4: 'years' names a column for each year",
        ),
        (
            SOUND + "long: {year: Nr, amount: Navm}\n",
            "line 3: No column is headed 'Navm'. Did you mean 'Navn'?",
        ),
        (SOUND + "category_marks: {Udløb: Bevillingsudløb}\n", "line 3: No column is headed 'Udløb'."),
        (SOUND + "encoding: utf8\n", "line 3: 'encoding' is 'utf8'; it should be 'utf-8'"),
        (SOUND + "number_format: {decimal: '.', thousand: ','}\n", "Did you mean 'thousands'?"),
        (SOUND + "prior: {sheet: Gamle}\n", "A CSV file has no sheet 'Gamle'."),
        ("- x\n", "line 1: The file must be keys with values"),
        ("unit: [\n", "This is not valid YAML"),
    ],
)
def test_a_mistake_in_the_mapping_beside_is_told_of_the_sheet(tmp_path: Path, mapping: str, said: str):
    problem = problem_in(read_in(tmp_path, SHEET, "forslag.csv", mapping))
    assert said in problem


def test_a_mapping_that_is_no_text_is_told_of_the_sheet(tmp_path: Path):
    (tmp_path / "forslag.csv").write_text(SHEET, "utf-8")
    (tmp_path / "mapping.yaml").write_bytes(b"\xff\xfe\x00")
    document = read_document(tmp_path / "forslag.csv", "forslag.csv", profile())
    assert problem_in(document) == "mapping.yaml, line 1: The file is not UTF-8 text. Save it as UTF-8."


def test_two_columns_of_one_name_are_not_told_apart(tmp_path: Path):
    problem = problem_in(read_in(tmp_path, "Nr;Navn;Navn;2026\nA1;X;Y;5\n", "forslag.csv", SOUND))
    assert "Two columns are headed 'Navn'. Rename one." in problem


def test_a_sheet_that_is_not_there_is_told_with_the_nearest(tmp_path: Path):
    raw = workbook(["Nr", "Navn", 2026], ["A1", "X", 5])
    problem = problem_in(read_in(tmp_path, raw, "forslag.xlsx", SOUND + "sheet: Forslg\n"))
    assert problem == "The file has no sheet 'Forslg'. Did you mean 'Forslag'?"


def test_prior_allocations_need_a_code_too(tmp_path: Path):
    raw = workbook(
        ["Nr", "Navn", 2026],
        ["A1", "X", 5],
        change=lambda book: book.create_sheet("Gamle").append(["Aftale", 2024]),
    )
    problem = problem_in(read_in(tmp_path, raw, "forslag.xlsx", SOUND + "prior: {sheet: Gamle}\n"))
    assert "The prior allocations have no column for 'code'." in problem


def test_every_structured_media_type_is_known_to_give_data():
    assert set(STRUCTURED_TYPES.values()) == DATA_TYPES
