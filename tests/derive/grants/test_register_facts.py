"""What the register adds to a note: rivals, renewals, the years it holds, and what expires."""

from __future__ import annotations

from builders import (
    FLAT,
    GRANTED,
    UNREAD,
    activity,
    agreement,
    case_of,
    kr,
    note_of,
    overview,
    prior_table,
    profile,
)
from register.grants import grant_of

from grantcheck.derive.facts import derive
from grantcheck.model.fact import Fact
from grantcheck.model.grant import Grant, GrantRow
from grantcheck.model.grant_match import MatchedGrant, OpenMatch, ScoredGrant
from grantcheck.model.money import Kroner
from grantcheck.model.round import ExpiringGrant, OtherNote, Rival

ROOM = grant_of("R1", "Natåben læsesal", amount=340)
NEARLY = OpenMatch(None, (ScoredGrant(ROOM, 80, ()),))
OTHER = OtherNote(name="KF099", path="notes/KF099.txt")


def facts(kind: str, note, *grants: Grant, **joined) -> list[Fact]:
    matched = tuple(MatchedGrant(grant, None, 100, ()) for grant in grants)
    case = case_of(note).model_copy(update={"with_register": True, "grants": matched, **joined})
    return [fact for fact in derive(case, profile()) if fact.kind == kind]


def only(kind: str, note, *grants: Grant, **joined) -> Fact:
    (fact,) = facts(kind, note, *grants, **joined)
    return fact


NOTE = note_of(request=FLAT, prior=GRANTED)


class TestCodesAndClaims:
    def test_a_code_of_its_own_has_no_other_note(self):
        assert only("note-code", NOTE, other_notes=4).fields == {
            "code": "KF031",
            "round_notes": 4,
            "other_notes": 0,
        }

    def test_other_notes_with_the_code_are_named_by_their_files(self):
        fact = only("note-code", NOTE, same_code=(OTHER,))
        assert fact.fields["other_notes"] == 1
        assert fact.shown["named"].da == "notes/KF099.txt"

    def test_a_note_without_a_code_shares_none(self):
        assert only("note-code", note_of(request=FLAT, code=None)).fields["code"] == ""

    def test_a_grant_that_another_note_continues_too_is_claimed_with_it(self):
        fact = only("claimed-grant", NOTE, ROOM, rivals=(Rival(grant="R1", note=OTHER),))
        assert (fact.fields["grant"], fact.fields["other_notes"]) == ("R1", 1)
        assert fact.shown["named"].en == "KF099 (notes/KF099.txt)"

    def test_a_rival_of_another_grant_is_none_of_this_one(self):
        assert (
            only("claimed-grant", NOTE, ROOM, rivals=(Rival(grant="R2", note=OTHER),)).fields["other_notes"]
            == 0
        )


class TestRenewals:
    def test_a_grant_of_the_register_counts_its_agreements_after_the_first(self):
        second = list(grant_of("R1", "", agreement="Budgetaftale 2018", years=(2018, 2019)).rows)
        grant = Grant("R1", "Natåben læsesal", (*second, *ROOM.rows), tuple(range(2018, 2028)))
        fact = only("renewal", NOTE, grant)
        assert (fact.fields["renewals"], fact.fields["first_funded_year"]) == (1, 2018)
        assert fact.shown["agreements"] == ("Budgetaftale 2018", "Budgetaftale 2022")

    def test_without_a_register_agreements_that_follow_each_other_count(self):
        note = note_of(
            prior_table(
                agreement("Budgetaftale 2020", {2020: 9, 2021: 9}), agreement("Budgetaftale 2022", {2022: 9})
            ),
            request=FLAT,
        )
        fact = only("renewal", note)
        assert (fact.fields["renewals"], fact.fields["first_funded_year"]) == (1, 2020)
        assert len(fact.traces) == 2

    def test_agreements_that_start_together_renew_nothing(self):
        note = note_of(
            prior_table(
                agreement("Budgetaftale 2022", {2022: 9}), agreement("Overførselssag 2022", {2022: 2})
            ),
            request=FLAT,
        )
        assert only("renewal", note).fields["renewals"] == 0

    def test_agreements_of_several_activities_are_not_renewals_of_each_other(self):
        note = note_of(
            overview(activity("Vagt", FLAT), activity("Bro", FLAT)),
            prior_table(agreement("Budgetaftale 2020", {2020: 9}), agreement("Budgetaftale 2022", {2022: 9})),
        )
        assert facts("renewal", note) == []


class TestRegisteredYears:
    def test_each_year_that_both_know_is_compared(self):
        found = facts("registered-year", NOTE, ROOM)
        assert {f.fields["year"]: (f.fields["stated"], f.fields["registered"]) for f in found} == {
            **{year: (kr(340_000), kr(340_000)) for year in (2022, 2023, 2024, 2025)},
            **dict.fromkeys((2026, 2027), (0, 0)),
        }

    def test_the_bounds_are_those_of_the_printed_unit(self):
        fact = facts("registered-year", NOTE, ROOM)[0]
        assert (fact.fields["lower"], fact.fields["upper"]) == (kr(339_500), kr(340_500))

    def test_a_year_that_no_import_covers_is_not_compared(self):
        grant = Grant("R1", ROOM.title, ROOM.rows, (2022, 2023, 2024, 2025))
        assert [f.fields["year"] for f in facts("registered-year", NOTE, grant)] == [2022, 2023, 2024, 2025]

    def test_several_grants_are_compared_in_sum(self):
        half = grant_of("R2", "Natåben læsesal, nord", amount=40)
        rest = grant_of("R3", "Natåben læsesal, syd", amount=300)
        fact = facts("registered-year", NOTE, half, rest)[0]
        assert fact.fields["registered"] == kr(340_000)
        assert fact.shown["grants"] == ("R2", "R3")

    def test_another_price_level_leaves_the_year_open(self):
        fact = facts("registered-year", NOTE, grant_of("R1", "Natåben læsesal", level=2026))[0]
        assert "registered" not in fact.fields
        assert "prisniveau" in fact.missing["registered"].da

    def test_current_prices_are_those_of_the_year_itself(self):
        rows = tuple(
            GrantRow("R1", "", "", None, "", "", "", year, year, Kroner(340_000)) for year in (2024, 2025)
        )
        found = facts("registered-year", NOTE, Grant("R1", "", rows, (2024, 2025)))
        assert [f.fields["registered"] for f in found] == [kr(340_000)] * 2

    def test_a_figure_in_doubt_leaves_its_year_open(self):
        fact = facts("registered-year", note_of(request=FLAT, prior={2025: UNREAD}), ROOM)[0]
        assert not {"stated", "lower", "upper"} & set(fact.fields)
        assert fact.missing["lower"].en.startswith("the prior allocations")

    def test_while_a_part_of_the_note_is_not_matched_nothing_is_compared(self):
        assert facts("registered-year", NOTE, ROOM, open_matches=(NEARLY,)) == []

    def test_without_a_grant_nothing_is_compared(self):
        assert facts("registered-year", NOTE) == []


class TestExpiringGrants:
    def test_a_grant_that_a_note_continues_is_counted(self):
        fact = only("expiring-grant", NOTE, expiring=(ExpiringGrant(ROOM, 2026, ("KF031",), ()),))
        assert (fact.fields["id"], fact.fields["first_unfunded_year"], fact.fields["notes"]) == (
            "R1",
            2026,
            1,
        )
        assert fact.fields["amount"] == kr(340_000)

    def test_a_grant_that_a_note_may_continue_is_left_open(self):
        fact = only("expiring-grant", NOTE, expiring=(ExpiringGrant(ROOM, 2026, (), ("KF044",)),))
        assert "notes" not in fact.fields
        assert "KF044" in fact.missing["notes"].da

    def test_the_register_as_a_whole_has_no_other_facts(self):
        case = case_of(NOTE).model_copy(update={"expiring": (ExpiringGrant(ROOM, 2026, (), ()),)})
        assert [fact.kind for fact in derive(case, profile())] == ["expiring-grant"]

    def test_history_counts_the_grants_of_the_register(self):
        assert only("history", NOTE, ROOM).fields["grants"] == 1
        assert only("history", NOTE).fields["grants"] == 0
