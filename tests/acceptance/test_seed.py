"""The published note gives what the design says, rule by rule."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from .auditing import FOUND, SEED, audited, outcomes

if TYPE_CHECKING:
    from grantcheck.model.finding import Finding
    from grantcheck.model.report import Report

pytestmark = pytest.mark.skipif(not SEED.is_file(), reason="the published note is not here")

LANGUAGES = ("en", "da")
FINDINGS = {
    "GC101": ("noted", "note"),
    "GC106": ("noted", "note"),
    "GC203": ("not_verifiable", None),
    "GC204": ("broken", "warning"),
    "GC304": ("noted", "note"),
    "GC503": ("noted", "note"),
    "GC603": ("noted", "note"),
}
HOLD = (
    *("GC102", "GC103", "GC105", "GC107", "GC205", "GC206", "GC207", "GC208"),
    *("GC301", "GC302", "GC303", "GC305", "GC401", "GC402", "GC403", "GC405", "GC406"),
    *(
        "GC501",
        "GC502",
        "GC601",
        "GC602",
        "GC604",
        "GC901",
        "GC903",
        "GC904",
        "GC905",
        "GC906",
        "GC910",
        "GC999",
    ),
)
SILENT = ("GC104", "GC201", "GC404")


@pytest.fixture(scope="module", params=LANGUAGES)
def report(request: pytest.FixtureRequest) -> Report:
    return audited(SEED, language=request.param)


@pytest.fixture(scope="module")
def read() -> dict[str, Any]:
    """What `grantcheck show` prints of the note."""
    command = [sys.executable, "-m", "grantcheck", "show", str(SEED), "--format", "json"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
    (note,) = json.loads(printed)["notes"]
    return note


def _one(report: Report, rule: str) -> Finding:
    (finding,) = [finding for finding in report.findings if finding.rule == rule]
    return finding


def _audit(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "grantcheck", "audit", str(SEED), "--as-of", "2026-11-23", *options]
    return subprocess.run(command, check=False, capture_output=True, text=True, encoding="utf-8")


def test_it_finds_these_and_no_others(report: Report) -> None:
    found = {f.rule: (f.outcome.value, f.severity) for f in report.findings if f.outcome in FOUND}
    assert found == FINDINGS
    assert sum(finding.outcome in FOUND for finding in report.findings) == len(FINDINGS)


@pytest.mark.parametrize("rule", HOLD)
def test_this_holds(report: Report, rule: str) -> None:
    assert outcomes(report.findings)[rule] == "holds"


@pytest.mark.parametrize("rule", SILENT)
def test_this_does_not_apply(report: Report, rule: str) -> None:
    assert outcomes(report.findings)[rule] == "not_applicable"


def test_what_rests_on_a_rate_or_a_register_does_not_apply(report: Report) -> None:
    later = ("GC108", "GC202", "GC701", "GC702", "GC703", "GC704", "GC705", "GC801", "GC802")
    given = outcomes(report.findings)
    assert {given[rule] for rule in later if rule in given} <= {"not_applicable"}


def test_nothing_is_an_error(report: Report) -> None:
    assert not [f for f in report.findings if f.outcome == "broken" and f.severity == "error"]


def test_the_expiry_names_both_years_and_the_amount(report: Report) -> None:
    message = _one(report, "GC101").message
    assert "2025" in message
    assert "2026" in message
    assert "205 000 kr." in message or "205.000 kr." in message


def test_the_missing_rate_is_named_and_the_printed_amounts_compared(report: Report) -> None:
    finding = _one(report, "GC203")
    assert "2025→2026" in finding.message
    assert "the printed amounts are equal" in finding.message or "de trykte beløb er ens" in finding.message
    assert [(e.role, e.amount, e.year, e.price_level) for e in finding.evidence] == [
        ("request", 205_000, 2026, 2026),
        ("prior", 205_000, 2025, "current"),
    ]


def test_the_coarse_amount_is_shown_with_its_band(report: Report) -> None:
    message = _one(report, "GC503").message.replace("\N{NO-BREAK SPACE}", " ").replace(".", " ")
    assert "0,2 mio" in message
    assert "150 000" in message
    assert "250 000" in message


def test_the_flat_row_is_the_agreement_of_2022(report: Report) -> None:
    finding = _one(report, "GC204")
    assert "Budgetaftale 2022" in finding.message
    assert "2022-2025" in finding.message


def test_danish_and_english_differ_in_words_only() -> None:
    english, danish = (audited(SEED, language=language) for language in LANGUAGES)
    assert english.summary == danish.summary
    for one, other in zip(english.findings, danish.findings, strict=True):
        assert (one.rule, one.outcome, one.severity) == (other.rule, other.outcome, other.severity)
        assert one.fingerprint == other.fingerprint
        assert one.message != other.message


def test_the_run_ends_with_0_unless_asked_to_fail_on_it() -> None:
    assert _audit().returncode == 0
    assert _audit("--fail-on", "warning").returncode == 1
    assert _audit("--fail-on", "not-verifiable").returncode == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_console_names_every_finding(language: str) -> None:
    run = _audit("--lang", language)
    assert run.stderr == ""
    assert [rule for rule in FINDINGS if rule not in run.stdout] == []
    assert "BOR02" in run.stdout


def test_the_json_lists_the_findings_and_counts_the_rest() -> None:
    printed = json.loads(_audit("--format", "json").stdout)
    assert printed["schema_version"] == 1
    assert {finding["rule"] for finding in printed["findings"]} == set(FINDINGS)
    assert printed["summary"]["held"] == len(HOLD) + _others_that_hold()
    assert printed["summary"]["documents"] == 1


def _others_that_hold() -> int:
    given = outcomes(audited(SEED).findings)
    return sum(outcome == "holds" for rule, outcome in given.items() if rule not in HOLD)


def test_the_heading_is_read(read: dict[str, Any]) -> None:
    assert (read["code"], read["budget_year"], read["department"]) == ("BOR02", 2026, "Borgerrådgiveren")
    assert (read["title"], read["subtitle"]) == (
        "Styrket mæglerindsats hos Borgerrådgiveren",
        "bevillingsudløb",
    )


def test_the_marks_are_read(read: dict[str, Any]) -> None:
    assert [label for label, mark in read["categories"].items() if mark] == ["Bevillingsudløb"]
    assert len(read["categories"]) == 10
    assert [district for district, mark in read["districts"].items() if mark] == ["Bydækkende"]


def test_the_tables_are_read(read: dict[str, Any]) -> None:
    overview, service, prior = read["tables"]
    asked = dict.fromkeys(("2026", "2027", "2028", "2029"), 205_000)
    for table, kind in ((overview, "overview"), (service, "service")):
        assert (table["kind"], table["unit"], table["price_level"]) == (kind, 1000, 2026)
        assert [(row["kind"], row["amounts"], row["total"]) for row in table["rows"]] == [
            ("activity", asked, 820_000),
            ("total", asked, 820_000),
        ]
    assert (prior["kind"], prior["unit"], prior["price_level"]) == ("prior", 1000, "current")
    granted = dict.fromkeys(("2022", "2023", "2024", "2025"), 205_000) | {"2026": 0, "2027": 0}
    assert [(row["kind"], row["label"], row["amounts"]) for row in prior["rows"]] == [
        ("activity", "Budgetaftale 2022", granted),
        ("total", "Afsatte midler i alt", granted),
    ]
    assert not any(row["doubt"] for table in read["tables"] for row in table["rows"])


def test_the_amounts_of_the_text_are_read(read: dict[str, Any]) -> None:
    assert [
        (c["amount"], c["precision"], c["from_year"], c["to_year"], c["frequency"], c["control_area"])
        for c in read["claims"]
    ] == [
        (200_000, 100_000, 2022, 2025, "per_year", "service"),
        (200_000, 100_000, 2026, 2029, "per_year", "service"),
    ]
    assert read["unread"] == []
