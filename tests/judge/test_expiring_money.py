"""What falls away in a round: by the register, or by the notes' own tables."""

from __future__ import annotations

from builders import FLAT, GRANTED, UNREAD, case_of, document_of, note_of
from register.grants import grant_of

from grantcheck.judge.expiring_money import expiring_money
from grantcheck.model.fact import Fact
from grantcheck.model.note import Note
from grantcheck.register.joining import KnownGrants
from grantcheck.register.match import match

CONTINUES = Fact("note", {"continuation_signals": 1})
ASKS_ANEW = Fact("note", {"continuation_signals": 0})


def of_notes(*notes: Note, about: Fact = CONTINUES):
    cases = [match(document_of(note), note, ()) for note in notes]
    return expiring_money(cases, [[about]] * len(cases), None)


def test_without_a_register_the_notes_own_tables_tell_what_ends():
    found = of_notes(
        note_of(code="B", request=FLAT, prior=GRANTED), note_of(code="A", request=FLAT, prior=GRANTED)
    )
    assert found.source is None
    assert [(one.grant, one.first_unfunded_year, one.amount, one.notes) for one in found.grants] == [
        ("A", 2026, 340_000, ("A",)),
        ("B", 2026, 340_000, ("B",)),
    ]
    assert [(one.year, one.amount) for one in found.cliff] == [(2026, 680_000)]


def test_a_note_that_continues_nothing_lists_money_that_need_not_end():
    assert of_notes(note_of(request=FLAT, prior=GRANTED), about=ASKS_ANEW).grants == ()


def test_a_figure_in_doubt_leaves_the_end_open():
    found = of_notes(note_of(code="A", request=FLAT, prior={2024: 340, 2025: UNREAD}))
    assert (found.grants, found.unknown) == ((), ("A",))


def test_without_a_budget_year_there_is_no_round():
    assert of_notes(note_of(budget_year=None, request=FLAT, prior=GRANTED)) is None


def test_the_register_tells_what_ends_and_who_asks():
    known = KnownGrants(
        (
            grant_of("R-1", "Natåben læsesal", amount=340, committee="Kulturudvalget", years=(2024, 2025)),
            grant_of("R-2", "Søbade", amount=200, committee="Kulturudvalget", years=(2025, 2026)),
        ),
        shown="register.sqlite",
    )
    found = expiring_money([case_of(note_of(request=FLAT))], [[]], known)
    assert found.source == "register.sqlite"
    assert [(one.grant, one.notes) for one in found.grants] == [("R-1", ())]
    assert [(one.year, one.committee, one.amount) for one in found.cliff] == [
        (2026, "Kulturudvalget", 340_000),
        (2027, "Kulturudvalget", 200_000),
    ]
