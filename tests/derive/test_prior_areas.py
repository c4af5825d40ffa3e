"""The control areas asked for beside those of the earlier money."""

from __future__ import annotations

import pytest
from builders import (
    FLAT,
    GRANTED,
    activity,
    case_of,
    facts,
    note_of,
    overview,
    prior_table,
    profile,
    says,
    the,
)
from register.grants import grant_of

from grantcheck.derive.facts import derive
from grantcheck.model.grant_match import MatchedGrant
from grantcheck.model.location import GrantLocation
from grantcheck.model.note import Note, Unread
from grantcheck.model.terms import ClaimRole, ControlArea
from grantcheck.model.text import Text

SERVICE, CAPITAL, TRANSFERS = ControlArea


def granted(
    text: str,
    area: ControlArea | None,
    years: tuple[int, int | None] | None = (2022, 2025),
    sentence: int = 0,
):
    return says(text, years=years, area=area, role=ClaimRole.PRIOR, sentence=sentence)


def areas(note: Note) -> tuple[int | None, int | None, int | None]:
    found = the("areas", note).fields
    return tuple(found.get(name) for name in ("asked_areas", "granted_areas", "shared_areas"))


@pytest.mark.parametrize(("area", "shared"), [(SERVICE, 1), (CAPITAL, 0)])
def test_the_text_says_where_earlier_money_was(area, shared):
    assert areas(note_of(request=FLAT, prior=GRANTED, claims=[granted("0,3 mio. kr.", area)])) == (
        1,
        1,
        shared,
    )


def test_an_amount_for_other_years_tells_nothing_of_the_prior_table():
    claims = [granted("0,3 mio. kr.", CAPITAL, (2010, 2012))]
    assert areas(note_of(request=FLAT, prior=GRANTED, claims=claims)) == (1, None, None)


def test_an_amount_without_years_takes_those_of_its_sentence():
    claims = [
        granted("0,3 mio. kr. i 2022", None, (2022, 2022)),
        granted("0,3 mio. kr. på service", SERVICE, None),
    ]
    assert areas(note_of(request=FLAT, prior=GRANTED, claims=claims))[1] == 1
    apart = [claims[0], granted("0,3 mio. kr. på service", SERVICE, None, sentence=1)]
    assert areas(note_of(request=FLAT, prior=GRANTED, claims=apart))[1] is None


def test_an_open_span_reaches_to_the_last_year_of_the_tables():
    claims = [granted("0,3 mio. kr. fra 2024", SERVICE, (2024, None))]
    assert areas(note_of(request=FLAT, prior=GRANTED, claims=claims))[1] == 1


def test_what_the_request_says_is_not_what_was_granted():
    claims = [says("0,3 mio. kr.", years=(2022, 2025), area=SERVICE)]
    assert areas(note_of(request=FLAT, prior=GRANTED, claims=claims))[1] is None


def test_rows_that_name_their_area_go_before_the_text():
    row = activity("Budgetaftale 2022", GRANTED, area=TRANSFERS)
    claims = [granted("0,3 mio. kr.", SERVICE)]
    note = note_of(prior_table(row), request=FLAT, claims=claims)
    assert the("areas", note).shown["granted"].da == "overførsler"


def test_a_request_of_unknown_area_is_open():
    note = note_of(
        overview(activity("Læsesal", FLAT, area=None)),
        prior=GRANTED,
        claims=[granted("0,3 mio. kr.", SERVICE)],
    )
    assert areas(note) == (None, 1, None)


def test_amounts_that_were_not_all_read_are_blamed():
    gap = Unread(
        code="GC904", about="claims", message=Text(en="a", da="b"), location=note_of().sections[0].location
    )
    fact = the("areas", note_of(request=FLAT, prior=GRANTED, unread=(gap,)))
    assert fact.missing["granted_areas"].en == "the amounts of the text were not all read"


def test_without_a_prior_table_there_is_nothing_to_compare():
    assert facts("areas", note_of(request=FLAT)) == []


def test_the_register_says_where_the_earlier_money_was():
    grant = grant_of("R1", "Natåben læsesal", area=ControlArea.CAPITAL)
    case = case_of(note_of(request=FLAT, prior=GRANTED))
    joined = case.model_copy(update={"with_register": True, "grants": (MatchedGrant(grant, None, 100, ()),)})
    (fact,) = [fact for fact in derive(joined, profile()) if fact.kind == "areas"]
    assert (fact.fields["granted_areas"], fact.fields["shared_areas"]) == (1, 0)
    assert fact.shown["granted"].da == "anlæg"
    assert fact.traces[-1].location == GrantLocation(grant="R1")
