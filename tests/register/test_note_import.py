"""Notes as sources: their prior allocations as rows of the register."""

from __future__ import annotations

from builders import GRANTED, UNREAD, activity, agreement, note_of, overview, prior_table, table_of

from grantcheck.model.terms import ControlArea, TableKind
from grantcheck.register.imports.note import read_notes

FLAT = {2026: 340, 2027: 340}


def test_a_note_gives_its_prior_table_under_its_code_and_budget_year() -> None:
    draft = read_notes([note_of(request=FLAT, prior=GRANTED)])
    rows = [each.row for each in draft.rows]
    assert {(row.grant, row.title, row.agreement) for row in rows} == {
        ("KF031/2026", "Natåben læsesal", "Budgetaftale 2022")
    }
    assert {row.year: row.amount for row in rows} == {year: 1000 * amount for year, amount in GRANTED.items()}
    assert (rows[0].control_area, rows[0].activity) == (ControlArea.SERVICE, "Natåben læsesal")
    assert (draft.covered, rows[0].price_level) == ((2022, 2027), "current")


def test_the_committee_is_that_of_the_detail_table() -> None:
    row = activity("Natåben læsesal", FLAT)
    row.fields.update(committee="Kultur- og Fritidsudvalget", appropriation="Kultur og Fritid")
    detail = table_of(TableKind.SERVICE, row, number=2)
    draft = read_notes([note_of(detail, request=FLAT, prior=GRANTED)])
    assert draft.rows[0].row.committee == "Kultur- og Fritidsudvalget"
    assert draft.rows[0].row.appropriation == "Kultur og Fritid"


def test_two_areas_in_the_request_leave_that_of_the_prior_money_open() -> None:
    both = overview(activity("a", FLAT), activity("b", FLAT, area=ControlArea.CAPITAL))
    draft = read_notes([note_of(both, prior=GRANTED)])
    assert draft.rows[0].row.control_area is None
    assert draft.rows[0].row.activity == ""


def test_a_figure_in_doubt_is_refused_and_the_others_stand() -> None:
    table = prior_table(agreement("Budgetaftale 2022", {2024: 340, 2025: UNREAD}))
    draft = read_notes([note_of(table, request=FLAT)])
    assert [(each.row.year, each.row.amount) for each in draft.rows] == [(2024, 340_000)]
    (refused,) = draft.refused
    assert refused.reason.en == "the amount was not read for certain"
    assert refused.excerpt == "Budgetaftale 2022 2025"


def test_an_agreement_without_a_name_is_refused() -> None:
    draft = read_notes([note_of(prior_table(agreement("", {2025: 340})), request=FLAT)])
    assert [one.reason.en for one in draft.refused] == ["the agreement's name was not read for certain"]


def test_a_note_without_a_code_cannot_name_its_grant() -> None:
    draft = read_notes([note_of(request=FLAT, prior=GRANTED, code=None)])
    assert not draft.rows
    assert [one.reason.en for one in draft.refused] == [
        "the note has no code by which its grant could be named"
    ]


def test_a_note_without_a_prior_table_states_nothing() -> None:
    draft = read_notes([note_of(request=FLAT)])
    assert (draft.rows, draft.refused, draft.covered) == ((), (), None)
