"""A budget round of many notes beside a register: what is wrong is found, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from grantcheck.model.outcome import Outcome

from .auditing import NOTES, audited
from .drawn_round import Round, drawn_round

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.model.report import Report


@pytest.fixture(scope="module", params=[1, 2])
def drawn(request: pytest.FixtureRequest) -> Round:
    return drawn_round(request.param)


@pytest.fixture(scope="module")
def report(drawn: Round, tmp_path_factory: pytest.TempPathFactory) -> Report:
    return audited(drawn.written(tmp_path_factory.mktemp("round")), known=drawn.known)


def broken(report: Report) -> dict[str, set[str]]:
    """The notes in which each rule is broken; of GC703 the grants."""
    found: dict[str, set[str]] = {}
    for finding in report.findings:
        if finding.outcome is Outcome.BROKEN:
            about = finding.message.split(" «")[0] if finding.rule == "GC703" else finding.note
            found.setdefault(finding.rule, set()).add(about)
    return found


def test_everything_planted_is_found_and_nothing_else(report: Report, drawn: Round) -> None:
    planted = drawn.planted
    assert len(drawn.notes) == report.summary.documents == 200
    found = broken(report)
    assert found.pop("GC705", set()) <= planted.uncovered
    assert found == {
        "GC102": planted.gap,
        "GC701": planted.double,
        "GC703": planted.without_note,
        "GC704": planted.disagreeing,
    }


def test_no_note_is_tied_to_a_grant_that_is_not_its_own(report: Report, drawn: Round) -> None:
    claimed = {
        f.note for f in report.findings if f.rule == "GC701" and f.outcome is not Outcome.NOT_APPLICABLE
    }
    assert not claimed & drawn.planted.uncovered


def test_two_notes_of_one_code_and_year_are_duplicates(tmp_path: Path) -> None:
    text = (NOTES / "BU017.txt").read_text("utf-8")
    (tmp_path / "first.txt").write_text(text, "utf-8")
    (tmp_path / "second.txt").write_text(text.replace("indskolingen", "udskolingen"), "utf-8")
    found = [finding for finding in audited(tmp_path).findings if finding.rule == "GC702"]
    assert [(finding.outcome, finding.severity) for finding in found] == [(Outcome.BROKEN, "error")] * 2
    assert "second.txt" in found[0].message
    assert "first.txt" in found[1].message


def test_one_code_in_two_budget_years_is_no_duplicate(tmp_path: Path) -> None:
    text = (NOTES / "BU017.txt").read_text("utf-8")
    (tmp_path / "this-year.txt").write_text(text, "utf-8")
    (tmp_path / "last-year.txt").write_text(text.replace("Budget 2026", "Budget 2025"), "utf-8")
    found = [finding for finding in audited(tmp_path).findings if finding.rule == "GC702"]
    assert {finding.outcome for finding in found} == {Outcome.NOT_APPLICABLE}  # each alone in its year


def test_a_note_alone_is_no_round_and_says_nothing_of_others(drawn: Round, tmp_path: Path) -> None:
    code, text = next(iter(drawn.notes.items()))
    (tmp_path / f"{code}.txt").write_text(text, "utf-8")
    report = audited(tmp_path / f"{code}.txt", known=drawn.known)
    assert {f.outcome for f in report.findings if f.rule == "GC703"} == {Outcome.NOT_APPLICABLE}


def test_the_register_is_among_the_parameters_by_its_content(report: Report, drawn: Round) -> None:
    assert (drawn.known.shown, drawn.known.sha256) in [(one.path, one.sha256) for one in report.parameters]


def test_a_grant_that_nobody_asks_for_stands_in_the_register(report: Report, drawn: Round) -> None:
    found = [f for f in report.findings if f.rule == "GC703" and f.outcome is Outcome.BROKEN]
    assert {finding.path for finding in found} == {drawn.known.shown}
    assert all(finding.severity == "warning" and "Budget 2026" in finding.message for finding in found)
