"""Grants by who holds them and what they count against."""

from __future__ import annotations

from grantcheck.model.terms import ControlArea
from grantcheck.register.choosing import Choice
from register.grants import grant_of

LIBRARY = grant_of("G1", "Læsesal")
BRIDGE = grant_of("G2", "Bro", area=ControlArea.CAPITAL, committee="Teknik- og Miljøudvalget")


def test_nothing_said_is_all():
    assert Choice().of([LIBRARY, BRIDGE]) == [LIBRARY, BRIDGE]


def test_a_part_of_the_name_in_any_case_is_enough():
    assert Choice(committee="MILJØ").of([LIBRARY, BRIDGE]) == [BRIDGE]


def test_committee_and_area_both_have_to_fit():
    assert Choice(area=ControlArea.SERVICE).of([LIBRARY, BRIDGE]) == [LIBRARY]
    assert Choice("miljø", ControlArea.SERVICE).of([LIBRARY, BRIDGE]) == []
