"""A waived finding stays visible in every format, stands apart, and fails nothing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import jsonschema
import pytest

from grantcheck.cli.exit_code import ExitCode, FailOn, exit_code
from grantcheck.model.baseline import BaselineInUse
from grantcheck.model.format_name import FormatName
from grantcheck.model.location import LineLocation
from grantcheck.model.waiver import ListedWaiver, Waiver, WaiverScope, WaiversInUse

from ..conftest import ABOVE, GAP, HEADING, report_of
from .rendering import rendered as put

if TYPE_CHECKING:
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language

SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json"
WAIVER = Waiver(
    reason="The rate of 2026 came after the note was written",
    owner="Anne Jensen",
    approved_by="Bo Holm",
    approved_on="2026-11-02",
    expires="2026-12-01",
    case_number="2026-0001",
)
WAIVED = ABOVE.model_copy(update={"waiver": WAIVER})
KNOWN = GAP.model_copy(update={"baselined": True})
LISTED = ListedWaiver(
    scope=WaiverScope(rule="GC202", note="KUL14"),
    waiver=WAIVER,
    location=LineLocation(line=2, column=1),
    state="in_use",
    days_left=8,
    findings=1,
)
IN_USE = WaiversInUse(
    path="waivers.yaml",
    sha256="ab" * 32,
    time_zone="Europe/Copenhagen",
    day="2026-11-23",
    warn_days=30,
    waivers=(LISTED,),
)


@pytest.fixture
def report() -> Report:
    found = report_of(WAIVED, KNOWN, notes=(HEADING,), documents=1, waived=1, baselined=1)
    return found.model_copy(update={"waivers": IN_USE})


def rendered(report: Report, name: FormatName, language: Language = "en") -> str:
    return put(name, report, language)


@pytest.mark.parametrize("name", [name for name in FormatName if name.value not in {"xlsx", "html"}])
def test_every_format_holds_the_finding_and_its_reason(report: Report, name: FormatName) -> None:
    text = " ".join(rendered(report, name).split())
    assert "GC202" in text
    assert "The rate of 2026 came after the note was written" in text
    assert "2026-12-01" in text


@pytest.mark.parametrize("name", ["text", "concise", "narrate", "markdown", "github", "github-summary"])
@pytest.mark.parametrize(
    ("language", "counts"), [("en", "1 waived, 1 baselined"), ("da", "1 fraveget, 1 kendt")]
)
def test_they_are_counted_apart(report: Report, name: str, language: Language, counts: str) -> None:
    assert counts in " ".join(rendered(report, FormatName(name), language).split())


@pytest.mark.parametrize("name", ["text", "concise", "narrate", "markdown", "github", "github-summary"])
def test_a_waiver_that_lapses_soon_is_told(report: Report, name: str) -> None:
    told = " ".join(rendered(report, FormatName(name)).split())
    assert "lapses at the end of 2026-12-01 (8 days left)" in told


def test_nothing_of_it_makes_the_run_fail(report: Report) -> None:
    assert exit_code(report_of(ABOVE, documents=1), [FailOn.ERROR]) is ExitCode.BROKEN
    assert exit_code(report, list(FailOn)) is ExitCode.CLEAN


def test_no_error_is_counted_among_the_broken(report: Report) -> None:
    assert "error" not in rendered(report, FormatName.CONCISE)


def test_github_annotates_it_as_a_notice_and_leaves_out_what_was_known(report: Report) -> None:
    notice, *_ = rendered(report, FormatName.GITHUB).splitlines()
    assert notice.startswith("::notice")
    assert "GC404" not in rendered(report, FormatName.GITHUB).split("::notice")[1]


def test_gitlab_calls_both_information(report: Report) -> None:
    issues = json.loads(rendered(report, FormatName.GITLAB))
    assert [issue["severity"] for issue in issues] == ["info", "info"]
    assert "Waived to the end of 2026-12-01" in issues[0]["description"]
    assert issues[1]["description"].endswith("It stands in the baseline.")


def test_junit_skips_both_and_says_why(report: Report) -> None:
    root = ET.fromstring(rendered(report, FormatName.JUNIT))  # noqa: S314 - our own output
    skipped = {case.get("name", "")[:5]: case.find("skipped") for case in root.iter("testcase")}
    waived, known = skipped["GC202"], skipped["GC404"]
    assert waived is not None
    assert known is not None
    assert (waived.get("type"), known.get("type")) == ("waived", "baselined")
    assert "Owner: Anne Jensen; approved by Bo Holm" in (waived.get("message") or "")
    assert (root.get("failures"), root.get("errors")) == ("0", "0")


def test_sarif_keeps_the_level_and_suppresses(report: Report) -> None:
    (run,) = json.loads(rendered(report, FormatName.SARIF))["runs"]
    waived, known = run["results"]
    assert (waived["level"], waived["suppressions"][0]["kind"]) == ("error", "external")
    assert "suppressions" not in known
    assert "baselineState" not in known


def test_sarif_tells_what_is_new_where_a_baseline_is_in_use(report: Report) -> None:
    used = BaselineInUse(path="b.json", sha256="ab" * 32, entries=1, found=1)
    compared = report.model_copy(update={"baseline": used})
    (run,) = json.loads(rendered(compared, FormatName.SARIF))["runs"]
    assert [each["baselineState"] for each in run["results"]] == ["new", "unchanged"]
    schema = json.loads(SCHEMA.read_text("utf-8"))
    jsonschema.Draft7Validator(schema).validate(json.loads(rendered(compared, FormatName.SARIF)))


def test_csv_has_columns_for_the_waiver(report: Report) -> None:
    head, waived, known, *_ = rendered(report, FormatName.CSV).split("\r\n")
    assert head.endswith("waived_until,waiver_reason,case_number,baselined")
    assert waived.endswith("2026-12-01,The rate of 2026 came after the note was written,2026-0001,0")
    assert known.endswith(",,,1")


def test_json_lists_the_waivers(report: Report) -> None:
    data = json.loads(rendered(report, FormatName.JSON))
    assert data["waivers"]["waivers"][0]["state"] == "in_use"
    assert data["findings"][0]["waiver"]["approved_by"] == "Bo Holm"


def test_text_tells_what_was_known_in_one_line(report: Report) -> None:
    known = [line for line in rendered(report, FormatName.TEXT).splitlines() if "GC404" in line]
    assert known == ["= GC404 known  a sum that is off by rounding"]
