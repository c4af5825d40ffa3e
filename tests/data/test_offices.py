"""Names of committees and departments by date."""

from __future__ import annotations

from datetime import date

import pytest
from builders import profile

from grantcheck.data.offices import Committee, DatedName, named

OLD, NEW = "Teknik- og Miljøudvalget", "Klima-, Miljø- og Teknikudvalget"


def dated(name: str, **when: object) -> DatedName:
    return DatedName(name=name, source="kk.dk", **when)


def test_the_old_and_the_new_name_lead_to_one_committee():
    found = {profile().committee_named(name, on=2026) for name in (OLD, NEW)}
    assert [committee.name for committee in found] == [NEW]


@pytest.mark.parametrize("printed", [NEW, NEW.upper(), "Klima-, Miljø- og Teknikud-\nvalget"])
def test_a_name_is_known_whatever_line_breaks_did_to_it(printed):
    assert profile().committee_named(printed, on=2026).name == NEW


def test_a_name_that_no_committee_bore_leads_to_none():
    assert profile().committee_named("Havneudvalget", on=2026) is None
    assert profile().committee_served_by("Havneforvaltningen") is None


def test_a_name_that_went_from_one_committee_to_another_is_told_by_the_day():
    first = Committee(names=(dated("Byudvalget", until="2021-12-31"), dated("Planudvalget")))
    second = Committee(
        names=(dated("Vejudvalget", until="2021-12-31"), dated("Byudvalget", since="2022-01-01"))
    )
    city = profile().model_copy(update={"committees": (first, second)})
    assert city.committee_named("Byudvalget", on=date(2021, 6, 1)) is first
    assert city.committee_named("Byudvalget", on=date(2022, 6, 1)) is second
    assert city.committee_named("Byudvalget", on=2024) is second


@pytest.mark.parametrize(("name", "years"), [(OLD, (2025, 2026)), (NEW, (2026, 2027))])
def test_near_a_change_a_note_may_bear_either_name(name, years):
    (committee,) = (c for c in profile().committees if named(c.names, name))
    found = named(committee.names, name)
    assert [year for year in range(2025, 2028) if found.holds_on(year)] == list(years)


def test_a_day_has_one_name_only():
    committee = profile().committee_named(NEW, on=2026)
    for day in (date(2025, 12, 31), date(2026, 1, 1)):
        assert sum(name.holds_on(day) for name in committee.names) == 1


def test_what_becomes_of_a_name_is_known_as_far_as_a_source_shows_it():
    seen = dated("Byudvalget", seen=2025)
    assert (seen.is_known_in(2026), seen.is_known_in(2027)) == (True, False)
    assert dated("Byudvalget", until="2020-12-31").is_known_in(2030)
    assert not dated("Byudvalget").is_known_in(2026)


def test_every_department_serves_a_committee_of_the_profile():
    for name in profile().departments:
        committee = profile().committee_served_by(name)
        assert named(committee.departments, name).name == name


def test_everything_that_belongs_to_a_committee_names_its_source():
    for committee in profile().committees:
        parts = (*committee.names, *committee.departments, *committee.prefixes, *committee.appropriations)
        assert all(part.source for part in parts)


def test_no_prefix_and_no_appropriation_belongs_to_two_committees():
    for part in ("prefixes", "appropriations"):
        listed = [
            one.name.casefold() for committee in profile().committees for one in getattr(committee, part)
        ]
        assert len(set(listed)) == len(listed)


def test_prefixes_are_among_those_that_codes_begin_with():
    listed = {one.name for committee in profile().committees for one in committee.prefixes}
    assert listed <= set(profile().code_prefixes)
