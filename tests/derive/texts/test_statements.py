"""What the text says about expiry and earlier renewals."""

from __future__ import annotations

from builders import continues, expires, facts, note_of, the


def test_a_phrase_on_expiry_admits_one_or_two_last_funded_years():
    fact = the("expiry-statement", note_of(statements=(expires("Bevillingen udløber i 2025.", 2024, 2025),)))
    assert (fact.fields["first_reading"], fact.fields["last_reading"]) == (2024, 2025)
    assert [(trace.role, trace.text) for trace in fact.traces] == [("text", "Bevillingen udløber i 2025.")]


def test_a_phrase_on_expiry_without_a_year_states_none():
    assert facts("expiry-statement", note_of(statements=(expires("Bevillingen udløber.", None, None),))) == []


def test_an_agreement_that_itself_continued_the_grant_is_told_with_its_year():
    fact = the(
        "continued-before",
        note_of(statements=(continues("I budget 2022 blev den videreført.", agreed=2022),)),
    )
    assert (fact.fields["agreement_year"], fact.fields["quote"]) == (
        2022,
        "I budget 2022 blev den videreført.",
    )


def test_the_requests_own_wish_to_continue_is_no_earlier_renewal():
    assert facts("continued-before", note_of(statements=(continues(),))) == []
