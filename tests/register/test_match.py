"""Which earlier grant a request continues. What cannot be told apart is not chosen."""

from __future__ import annotations

from builders import (
    FLAT,
    GRANTED,
    READING_ROOM,
    UNREAD,
    activity,
    agreement,
    case_of,
    document_of,
    note_of,
    overview,
    prior_table,
    table_of,
    total_row,
)

from grantcheck.model.terms import ControlArea, TableKind
from grantcheck.register.match import match


def paired(note) -> dict[str, str]:
    """Activity to agreement."""
    return {pair.activity: pair.agreement for pair in case_of(note).pairings}


def candidates(note) -> list[tuple[str, int, int]]:
    return [(one.agreement, one.last_funded_year, one.amount) for one in case_of(note).candidates]


def granted(*agreements) -> object:
    return note_of(prior_table(*agreements), request=FLAT)


def test_one_activity_continues_the_one_agreement():
    note = note_of(request=FLAT, prior=GRANTED)
    (pair,) = case_of(note).pairings
    assert (pair.activity, pair.agreement, pair.control_area) == (
        READING_ROOM,
        "Budgetaftale 2022",
        ControlArea.SERVICE,
    )
    assert candidates(note) == [("Budgetaftale 2022", 2025, 340_000)]


def test_of_agreements_that_follow_each_other_the_last_is_continued():
    note = granted(
        agreement("Budgetaftale 2018", {2020: 300, 2021: 300, 2022: 0, 2023: 0}),
        agreement("Budgetaftale 2022", {2020: 0, 2021: 0, 2022: 340, 2023: 340}),
    )
    assert paired(note) == {READING_ROOM: "Budgetaftale 2022"}


def test_of_agreements_that_end_together_none_is_chosen():
    note = granted(
        agreement("Budgetaftale 2022", {2024: 200, 2025: 200}),
        agreement("Overførselssag 2024-2025", {2024: 0, 2025: 140}),
    )
    assert paired(note) == {}
    assert [name for name, _, _ in candidates(note)] == ["Budgetaftale 2022", "Overførselssag 2024-2025"]


def test_two_activities_and_one_agreement_are_not_paired():
    note = note_of(overview(activity("Læsesal", {2026: 200}), activity("Vagt", {2026: 140})), prior=GRANTED)
    assert paired(note) == {}
    assert case_of(note).activities == ("Læsesal", "Vagt")


def test_activities_named_in_their_agreements_are_paired_by_name():
    note = note_of(
        overview(activity("Læsesal", {2026: 200}), activity("Vagt", {2026: 140})),
        prior_table(
            agreement("Budgetaftale 2022, vagt", {2025: 140}),
            agreement("Budgetaftale 2022, LÆSESAL", {2025: 200}),
        ),
    )
    assert paired(note) == {"Læsesal": "Budgetaftale 2022, LÆSESAL", "Vagt": "Budgetaftale 2022, vagt"}


def test_names_pair_all_or_none():
    note = note_of(
        overview(activity("Læsesal", {2026: 200}), activity("Vagt", {2026: 140})),
        prior_table(agreement("Læsesal 2022", {2025: 200}), agreement("Budgetaftale 2022", {2025: 140})),
    )
    assert paired(note) == {}


def test_a_name_that_fits_two_agreements_pairs_with_neither():
    note = note_of(
        overview(activity("Læsesal", {2026: 200}), activity("Vagt", {2026: 140})),
        prior_table(agreement("Læsesal 2022", {2025: 200}), agreement("Læsesal og vagt 2022", {2025: 140})),
    )
    assert paired(note) == {}


def test_an_activity_with_service_and_capital_is_one_activity():
    note = note_of(
        overview(
            activity(READING_ROOM, {2026: 200}),
            activity(READING_ROOM, {2026: 140}, area=ControlArea.CAPITAL),
        ),
        prior=GRANTED,
    )
    assert paired(note) == {READING_ROOM: "Budgetaftale 2022"}


def test_a_cancellation_is_no_agreement_to_continue():
    note = granted(
        agreement("Budgetaftale 2022", {2024: 340, 2025: 340}),
        agreement("Augustindstilling 2024", {2024: 0, 2025: -40}),
    )
    assert paired(note) == {READING_ROOM: "Budgetaftale 2022"}


def test_a_year_cancelled_in_full_is_not_the_last_funded_one():
    note = granted(
        agreement("Budgetaftale 2022", {2024: 340, 2025: 340}),
        agreement("Augustindstilling 2024", {2024: 0, 2025: -340}),
    )
    assert candidates(note) == [("Budgetaftale 2022", 2024, 340_000)]


def test_a_figure_in_doubt_leaves_no_candidate():
    note = note_of(request=FLAT, prior={2024: 340, 2025: UNREAD})
    assert (candidates(note), paired(note)) == ([], {})


def test_money_never_granted_is_not_continued():
    assert candidates(note_of(request=FLAT, prior={2024: 0, 2025: 0})) == []
    assert candidates(note_of(request=FLAT)) == []


def test_without_an_overview_the_detail_tables_say_what_is_asked_for():
    service = table_of(TableKind.SERVICE, activity(READING_ROOM, FLAT), total_row(FLAT))
    assert paired(note_of(service, prior=GRANTED)) == {READING_ROOM: "Budgetaftale 2022"}


def test_a_file_without_a_note_is_a_case_of_its_own():
    case = match(document_of(), None)
    assert (case.note, case.name, case.allocations) == (None, "notes/KF031.txt", ())


def test_the_other_forms_of_a_note_stay_with_its_case():
    note, other = note_of(request=FLAT), note_of(request=GRANTED)
    assert match(document_of(note), note, (other,)).other_forms == (other,)
