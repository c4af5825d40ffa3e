"""Every fixture gives what stands beside it, and together they show every rule in every outcome."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml

from grantcheck.data.shipped import shipped_rules
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.report.reading import not_wholly_read
from grantcheck.rules.loading import load_rules

from .auditing import BROKEN, CLEAN, ENGINES, FIXTURES, FOUND, NOTES, audited, by_file, outcomes

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.model.report import Report
    from grantcheck.rules.rule import Rule

RULES = load_rules(shipped_rules()).judged
FILES = sorted(FIXTURES.rglob("*.txt"))
NEVER = {
    "GC901": {Outcome.NOT_APPLICABLE},  # every file can be readable or not
    "GC906": {Outcome.NOT_VERIFIABLE},  # only where OCR read a page
}
OTHER_FORMS = {"GC902", "GC907", "GC908", "GC909", "GC912"}
"""Rules about what only pages, pictures, Word files, spreadsheets and settled readings have."""
WITH_REGISTER = {"GC108", "GC701", "GC703", "GC704", "GC705"}
"""Rules about a register of prior allocations, which fixtures have in `test_with_register` and `test_round`."""
IN_A_ROUND = {"GC702"}
"""Rules about several notes, which `test_round` has."""
WITH_WAIVERS = {"GC911"}
"""Rules about waivers, which `test_waivers` has."""
WITH_SERIES = {"GC202", "GC801", "GC802"}
"""Rules that need a price series; `test_price_levels.py` gives them one."""


def _expected(file: Path) -> dict[str, list[object]]:
    return yaml.safe_load(file.with_suffix(".expected.yaml").read_text(encoding="utf-8"))


def _possible(rule: Rule) -> set[Outcome]:
    if rule.file.severity is None:
        return {Outcome.NOT_VERIFIABLE, Outcome.NOT_APPLICABLE}
    decided = {Outcome.NOTED} if rule.file.severity is Severity.NOTE else {Outcome.HOLDS, Outcome.BROKEN}
    in_doubt = {Outcome.NOT_VERIFIABLE} if rule.needs else set()
    return (decided | in_doubt | {Outcome.NOT_APPLICABLE}) - NEVER.get(rule.id, set())


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_a_fixture_gives_what_stands_beside_it(
    fixture_reports: dict[str, Report], file: Path, engine: str
) -> None:
    expected = _expected(file)
    findings = by_file(fixture_reports[engine])[file.name]
    found = Counter((f.rule, f.outcome.value, f.severity) for f in findings if f.outcome in FOUND)
    assert found == {
        (f["rule"], f["outcome"], f["severity"]): f.get("times", 1) for f in expected["findings"]
    }
    assert [rule for rule, outcome in outcomes(findings).items() if outcome == "holds"] == expected["holds"]


def test_every_rule_is_seen_in_each_of_its_outcomes(fixture_reports: dict[str, Report]) -> None:
    seen = {
        (rule, outcome)
        for findings in by_file(fixture_reports["durable"]).values()
        for rule, outcome in outcomes(findings).items()
    }
    missing = [
        f"{rule.id} {outcome.value}"
        for rule in RULES
        if rule.id not in OTHER_FORMS | WITH_REGISTER | WITH_SERIES | IN_A_ROUND | WITH_WAIVERS
        for outcome in sorted(_possible(rule))
        if (rule.id, outcome.value) not in seen
    ]
    assert missing == []


def test_a_rule_has_exactly_one_outcome_for_every_note(fixture_reports: dict[str, Report]) -> None:
    report = fixture_reports["durable"]
    files = by_file(report)
    assert sorted(files) == sorted(file.name for file in FILES)
    assert {len(outcomes(findings)) for findings in files.values()} == {len(RULES) + 1}
    summary = report.summary
    counted = summary.held + summary.broken + summary.noted + summary.not_applicable + summary.not_verifiable
    assert counted == len(FILES) * (len(RULES) + 1)


def test_the_clean_folder_is_entirely_clean() -> None:
    summary = audited(CLEAN).summary
    assert summary.documents >= 2
    assert (summary.broken, summary.noted, summary.not_verifiable, summary.unread) == (0, 0, 0, 0)


def test_the_notes_hold_no_unreadable_file() -> None:
    report = audited(NOTES)
    assert report.summary.documents >= 10
    assert not not_wholly_read(report)
    assert len({finding.rule for finding in report.findings if finding.outcome is Outcome.BROKEN}) >= 5


def test_a_file_that_cannot_be_read_is_named_with_a_remedy() -> None:
    for file in BROKEN.glob("*.txt"):
        (finding, *_) = [f for f in audited(file).findings if f.severity == "error" and f.outcome == "broken"]
        assert finding.path == str(file)
        assert finding.fix


def test_a_file_beyond_the_limit_is_told_apart_from_a_broken_one(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    huge.write_text("Resume\n" * 750_000, encoding="utf-8")
    findings = [finding for finding in audited(huge).findings if finding.outcome in FOUND]
    assert [(finding.rule, finding.severity) for finding in findings] == [("GC901", "error")]
    assert "at most 5000000" in findings[0].message.replace(" ", "").replace("atmost", "at most ")


def test_every_fixture_is_listed_in_the_readme() -> None:
    readme = (FIXTURES / "README.md").read_text(encoding="utf-8")
    assert [file.stem for file in FILES if f"`{file.stem}`" not in readme] == []
