"""A note as an officer writes it by hand, and every mistake in one."""

from __future__ import annotations

from textwrap import dedent

import pytest

from grantcheck.model.location import LineLocation
from grantcheck.model.terms import ClaimRole, RowKind, TableKind

from .reading import note_in, problem_in, read

BOR02 = """\
code: BOR02
title: Bedre borgerrådgivning
subtitle: bevillingsudløb
budget_year: 2026
department: Borgerrådgiveren
categories: [Bevillingsudløb]
districts: [Bydækkende]
claims:
  - amount: 200000
    text: "0,2 mio. kr. årligt på service i 2022-2025"
    from_year: 2022
    to_year: 2025
    frequency: per_year
    control_area: service
statements:
  - {kind: continues, text: videreføre bevillingen}
tables:
  - kind: overview
    unit: 1000
    price_level: 2026
    rows:
      - label: Borgerrådgivning
        control_area: service
        amounts: {2026: 205000, 2027: 205000, 2028: 205000, 2029: 205000}
        total: 820000
  - kind: prior
    unit: 1000
    price_level: current
    rows:
      - label: Budgetaftale 2022
        amounts:
          2022: 205000
          2023: 205500
"""


def mistake(text: str, name: str = "note.yaml") -> str:
    return problem_in(read(dedent(text), name))


def in_table(row: str) -> str:
    return f"code: A1\ntitle: B\ntables:\n- kind: overview\n  rows:\n  - {row}\n"


def test_marked_categories_are_listed_and_the_others_of_the_template_are_not_marked():
    note = note_in(read(BOR02))
    assert [label for label, mark in note.categories.items() if mark] == ["Bevillingsudløb"]
    assert note.categories["Need to"] is False
    assert note.districts["Valby"] is False


def test_a_value_stands_where_its_line_is():
    note = note_in(read(BOR02))
    prior = note.table(TableKind.PRIOR)
    assert prior is not None
    assert note.places["code"] == LineLocation(line=1, column=1)
    assert prior.rows[0].places["2023"] == LineLocation(line=33, column=1)
    assert note.claims[0].location == LineLocation(line=9, column=1)


def test_what_nobody_need_write_follows_from_the_amounts():
    note = note_in(read(BOR02))
    overview, prior = note.tables
    assert overview.years == (2026, 2027, 2028, 2029)
    assert overview.has_totals
    assert not prior.has_totals
    assert (overview.precision, prior.precision) == (1000, 100)
    assert overview.rows[0].printed["total"] == "820"
    assert prior.rows[0].printed == {"2022": "205,0", "2023": "205,5"}
    assert overview.rows[0].kind is RowKind.ACTIVITY


def test_a_claim_takes_its_precision_from_its_text_and_its_role_from_its_years():
    (claim,) = note_in(read(BOR02)).claims
    assert claim.precision == 100_000
    assert claim.role is ClaimRole.PRIOR


def test_texts_by_part_are_read_as_those_of_any_note():
    text = """
        code: A1
        title: B
        budget_year: 2026
        sections:
          resume: Der ønskes 2,4 mio. kr. årligt på service i 2026-2029. Bevillingen udløber i 2025.
          economy: Ingen.
        """
    note = note_in(read(dedent(text)))
    assert [(claim.amount, claim.location.line) for claim in note.claims] == [(2_400_000, 6)]
    assert [statement.kind for statement in note.statements] == ["expires"]
    assert {"resume", "economy", "districts", "prior"} <= {section.name for section in note.sections}
    assert "content" not in {section.name for section in note.sections}


def test_a_blank_year_is_blank_and_not_in_doubt():
    row = note_in(read(in_table("{label: X, amounts: {2026: 1, 2027: null}}"))).tables[0].rows[0]
    assert row.amounts == {2026: 1, 2027: None}
    assert row.doubt == ()


def test_a_unit_that_is_not_stated_is_null():
    table = note_in(read("code: A\ntitle: B\ntables:\n- {kind: prior, unit: null, rows: []}\n")).tables[0]
    assert (table.unit, table.precision) == (None, None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("code: A1\n", "line 1: 'title' is missing. Add it."),
        ("code: A1\ntitel: B\n", "line 2: 'titel' is not a known key. Did you mean 'title'?"),
        ("code: A1\ntitle: 12\n", "line 2: 'title' is '12'; it should be text"),
        (
            "code: A1\ntitle: B\nbudget_year: '2026'\n",
            "line 3: 'budget_year' is '2026'; it should be a whole number.",
        ),
        (
            "code: A1\ntitle: B\nbudget_year: 26\n",
            "line 3: 'budget_year' is '26'; it should be at least 1900.",
        ),
        (
            "code: A1\ntitle: B\nbudget_year: 20266\n",
            "line 3: 'budget_year' is '20266'; it should be at most 2200.",
        ),
        ("code: A1\ntitle: B\nbudget_year: true\n", "'budget_year' is 'true'"),
        ("code: A1\ntitle: B\ntables: 3\n", "line 3: 'tables' is '3'; it should be a list."),
        ("code: A1\ntitle: B\ncategories: {Need to: ja}\n", "it should be true or false"),
        ("code: A1\ntitle: B\nschema_version: 2\n", "'schema_version' is '2'; it should be 1."),
        ("- a\n- b\n", "line 1: The file must be keys with values, one a line."),
        (
            "code: A1\ntitle: B\ntables:\n- kind: overvew\n  rows: []\n",
            "line 4: 'tables.0.kind' is 'overvew'",
        ),
        ("code: A1\ntitle: B\ntables:\n- kind: overvew\n  rows: []\n", "Did you mean 'overview'?"),
        (in_table("{amounts: {}}"), "'label' is missing in 'tables.0.rows.0'. Add it."),
        (
            in_table("{label: X, amounts: {2026: '5'}}"),
            "'tables.0.rows.0.amounts.2026' is '5'; it should be a whole",
        ),
        (
            in_table("{label: X, amounts: {2026: 5,5}}"),
            "'tables.0.rows.0.amounts.5' is '5'; it should be at least 1900.",
        ),
        (in_table("{label: X, amounts: {2026: 5.5}}"), "'5.5' is neither a whole number nor quoted text."),
        (in_table("{label: X, amounts: {26: 5}}"), "at least 1900"),
        (in_table("{label: X, amounts: {}, comittee: Y}"), "Did you mean 'committee'?"),
        (in_table("{label: X, direction: udgift, amounts: {}}"), "it should be 'I' or 'U'"),
        (in_table("{label: X, amounts: {2026: 1}, doubt: ['2027']}"), "'2027' is nothing of this row"),
        (in_table("{label: X, amounts: {2026: 1}, doubt: [totl]}"), "Did you mean 'total'?"),
        (in_table("{label: X, amounts: {2026: 999999999999999}}"), "at most 100000000000000"),
        ("code: A1\ntitle: B\ncode: A2\n", "line 3: The key 'code' stands twice here."),
        ("code: A1\ntitle: [\n", "This is not valid YAML"),
        ("notes: []\nnote: 1\n", "line 2: 'note' is not a known key. Did you mean 'notes'?"),
        ("notes:\n- code: A1\n  titel: B\n", "line 3: 'titel' is not a known key. Did you mean 'title'?"),
        (
            "code: A1\ntitle: B\nsections: {resumé: x}\n",
            "'resumé' is no part of the template. Did you mean 'resume'?",
        ),
        (
            "code: A1\ntitle: B\nclaims:\n- {amount: 5, text: fem kroner}\n",
            "line 4: 'text' does not print the amount 5",
        ),
        ("code: A1\ntitle: B\nunread: [{code: X, about: page, message: y}]\n", "'unread.0.code' is 'X'"),
    ],
)
def test_a_mistake_is_told_at_its_line(text: str, said: str):
    assert said in mistake(text)


def test_two_tables_of_one_kind_are_a_mistake():
    text = "code: A\ntitle: B\ntables:\n- {kind: prior, rows: []}\n- {kind: prior, rows: []}\n"
    assert "line 5: The note has two tables of the kind 'prior'." in mistake(text)


def test_an_amount_outside_the_years_of_its_table_is_a_mistake():
    text = "code: A\ntitle: B\ntables:\n- kind: prior\n  years: [2026]\n  rows: [{label: X, amounts: {2027: 1}}]\n"
    assert "line 6: 2027 is none of the table's years (2026)." in mistake(text)


def test_a_year_that_stands_twice_is_a_mistake():
    assert "A year stands twice." in mistake(
        "code: A\ntitle: B\ntables:\n- {kind: prior, years: [2026, 2026], rows: []}\n"
    )


def test_a_mistake_has_its_sentence_in_danish():
    document = read("code: A1\ntitel: B\n")
    assert document.measure.problem == "mistake"
    assert document.measure.detail is not None
    assert document.measure.detail.da == "linje 2: 'titel' er ikke en kendt nøgle. Mente du 'title'?"


def test_a_file_of_notes_without_any_is_no_note():
    assert read('{"notes": []}', "note.json").notes == ()


@pytest.mark.parametrize("content", ["", "  \n", b"\xff\xfe\x00", b"code: \x00"])
def test_what_is_no_text_is_measured_and_not_read(content: str | bytes):
    assert read(content).notes == ()
