"""The fixtures beside a register that knows some of their grants."""

from __future__ import annotations

import pytest

from grantcheck.model.location import GrantLocation
from grantcheck.model.outcome import Outcome

from .auditing import ENGINES, NOTES, audited, by_file, outcomes
from .known_grants import KNOWN

EXPECTED = {
    "BU017.txt": "holds",  # singular in the register
    "BU023.txt": "holds",  # a combined code before the title
    "KF044.txt": "broken",  # two grants of one name
    "SO112.txt": "holds",  # two activities, a grant each
    "SU021.txt": "holds",  # words in another order
    "SU034.txt": "broken",  # a title that sounds alike
    "TM071.txt": "holds",  # a committee renamed, a compound taken apart
}
"""GC705, by note; the other notes have no grant there, or it was settled (SU058), or continue none."""

ABOUT_THE_REGISTER = {"GC107", "GC108", "GC602", "GC701", "GC703", "GC704", "GC705"}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_grant_that_is_not_certain_is_reported_and_no_other(engine):
    files = by_file(audited(NOTES, engine=engine, known=KNOWN))
    found = {name: outcomes(findings)["GC705"] for name, findings in files.items()}
    assert {name: outcome for name, outcome in found.items() if outcome != "not_applicable"} == EXPECTED


def test_without_a_register_no_note_is_matched():
    findings = [finding for finding in audited(NOTES).findings if finding.rule == "GC705"]
    assert {finding.outcome for finding in findings} == {Outcome.NOT_APPLICABLE}


def test_a_finding_names_both_sides_and_how_to_settle_it():
    findings = audited(NOTES / "KF044.txt", known=KNOWN).findings
    (finding,) = [one for one in findings if one.rule == "GC705"]
    assert finding.severity == "warning"
    assert "R-044a «Musikskolens instrumentbank» (100), R-044b" in finding.message
    assert [one.role for one in finding.evidence] == ["request", "prior", "prior"]
    assert finding.evidence[1].location == GrantLocation(grant="R-044a")
    assert finding.calculation[-1] == "ahead of the second by 0; needed: 5"
    assert "matches.yaml" in finding.fix


def test_the_message_is_right_in_danish():
    findings = audited(NOTES / "SU034.txt", known=KNOWN, language="da").findings
    (finding,) = [one for one in findings if one.rule == "GC705"]
    assert finding.message == (
        "Ingen bevilling i registeret ligner notatet med sikkerhed. "
        "Nærmest: R-034 »Kostvejledning i hjemmeplejen« (62); der kræves en score på 90."
    )
    assert any("udvalg 100 × 8" in line for line in finding.calculation)


def test_a_register_changes_no_rule_on_the_note_itself():
    before, after = (by_file(audited(NOTES, known=known)) for known in (None, KNOWN))
    for name in before:
        without, with_register = outcomes(before[name]), outcomes(after[name])
        assert {rule for rule in without if without[rule] != with_register[rule]} <= ABOUT_THE_REGISTER
