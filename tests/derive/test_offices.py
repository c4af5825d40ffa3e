"""Code, department, committee and appropriation beside each other."""

from __future__ import annotations

import pytest
from builders import FLAT, SOURCE, activity, facts, note_of, table_of

from grantcheck.model.fact import Fact
from grantcheck.model.note import Note, Table
from grantcheck.model.terms import TableKind

KFU, TMU, KMTU = "Kultur- og Fritidsudvalget", "Teknik- og Miljøudvalget", "Klima-, Miljø- og Teknikudvalget"


def detail(
    *rows: tuple[str | None, str | None], kind: TableKind = TableKind.SERVICE, doubt: tuple[str, ...] = ()
) -> Table:
    """A detail table of rows given by committee and appropriation."""
    table = table_of(kind, *(activity(f"Række {number}", FLAT) for number, _ in enumerate(rows)), number=2)
    filled = [
        row.model_copy(update={"committee": committee, "appropriation": appropriation, "doubt": doubt})
        for row, (committee, appropriation) in zip(table.rows, rows, strict=True)
    ]
    return table.model_copy(update={"rows": tuple(filled)})


def offices(what: str, note: Note) -> list[Fact]:
    return [fact for fact in facts("office", note) if fact.fields["what"] == what]


def code(note: Note) -> Fact:
    (fact,) = offices("code", note)
    return fact


def names(note: Note) -> dict[str, tuple[int | None, int | None]]:
    """The budget years that each printed name may stand in."""
    return {
        fact.fields["printed"]: (fact.fields.get("first_year"), fact.fields.get("last_year"))
        for fact in facts("office", note)
        if fact.fields["what"] in {"name", "committee"}
    }


@pytest.mark.parametrize(
    ("printed", "committee"),
    [
        ("KF031", KFU),
        ("KF1", KFU),
        ("Ø6", "Økonomiudvalget"),
        ("ØK33", "Økonomiudvalget"),
        ("BU06/KF17", KFU),
        ("BU06/SO17", "Børne- og Ungdomsudvalget"),
        ("SUD07", None),
    ],
)
def test_a_code_belongs_to_a_committee_by_its_prefix(printed, committee):
    found = code(note_of(code=printed))
    assert found.fields.get("committee") == committee
    assert found.fields["beside_committee"] == KFU


def test_a_prefix_that_no_source_tells_of_is_named():
    assert "«SUD»" in code(note_of(code="SUD07")).missing["committee"].en


def test_each_committee_of_service_stands_beside_the_department_once():
    note = note_of(detail(("Socialudvalget", None), (KFU, None), (KFU, None)))
    assert [
        (fact.fields["committee"], fact.fields["beside_committee"], fact.fields["own_rows"])
        for fact in offices("committee", note)
    ] == [("Socialudvalget", KFU, 2), (KFU, KFU, 2)]


def test_construction_is_carried_out_for_others_and_only_its_name_is_looked_at():
    note = note_of(detail((KMTU, None), kind=TableKind.CAPITAL))
    assert offices("committee", note) == []
    assert [fact.fields["printed"] for fact in offices("name", note)] == [note.department, KMTU]


def test_names_carry_the_budget_years_they_may_stand_in():
    note = note_of(detail((TMU, None), (KMTU, None)))
    found = names(note)
    assert (found[TMU], found[KMTU]) == ((None, 2026), (2026, 2027))


@pytest.mark.parametrize(("budget_year", "name"), [(2025, TMU), (2027, KMTU)])
def test_the_name_of_the_budget_year_is_told(budget_year, name):
    note = note_of(detail((TMU, None), (KMTU, None)), budget_year=budget_year)
    assert {fact.shown["right_name"].en for fact in offices("committee", note)} == {name}


def test_a_name_that_no_source_shows_in_the_budget_year_leads_to_no_committee():
    (found,) = offices("committee", note_of(detail((KFU, None)), budget_year=2035))
    assert "committee" not in found.fields
    assert found.missing["committee"].en == f"no source shows whether «{KFU}» still bears that name then"


def test_a_committee_that_was_not_read_for_certain_leaves_the_rows_open():
    note = note_of(
        detail(("Socialudvalget", None)), detail((None, None), kind=TableKind.TRANSFERS, doubt=("committee",))
    )
    (printed,) = offices("committee", note)
    assert "own_rows" not in printed.fields
    assert [fact.fields["printed"] for fact in offices("name", note)] == [note.department, "?"]


def test_an_appropriation_stands_beside_the_committee_of_its_row_where_a_source_tells_whose_it_is():
    note = note_of(detail((KFU, "Udsatte voksne"), (KFU, "Idræt"), ("Socialudvalget", "Udsatte voksne")))
    assert [
        (fact.fields["printed"], fact.fields["committee"], fact.fields["beside"])
        for fact in offices("appropriation", note)
    ] == [("Udsatte voksne", "Socialudvalget", KFU), ("Udsatte voksne", "Socialudvalget", "Socialudvalget")]


def test_the_excerpt_shows_whose_row_it_is():
    (fact,) = offices("appropriation", note_of(detail((KFU, "Udsatte voksne"))))
    (trace,) = fact.traces
    start, end = trace.mark
    assert trace.text == f"Række 0 | {KFU} | Udsatte voksne"
    assert trace.text[start:end] == "Udsatte voksne"


def test_a_note_whose_department_was_not_read_leaves_its_code_open():
    assert "beside_committee" in code(note_of(department=None)).missing


def test_data_that_names_no_department_is_judged_by_names_alone():
    data = SOURCE.model_copy(update={"media_type": "text/csv"})
    note = note_of(detail((TMU, None)), department=None, source=data)
    assert [fact.fields["what"] for fact in facts("office", note)] == ["name"]
