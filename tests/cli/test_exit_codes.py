from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import Any

import pytest

from grantcheck.cli.exit_code import ExitCode
from grantcheck.engine.fault import EngineMissing
from grantcheck.model.finding import Finding
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.report import Report, RuleSet, Summary

from .conftest import Grantcheck

ERROR = ("GC402", Outcome.BROKEN, Severity.ERROR)
WARNING = ("GC404", Outcome.BROKEN, Severity.WARNING)
NOTE = ("GC101", Outcome.NOTED, Severity.NOTE)
OPEN = ("GC203", Outcome.NOT_VERIFIABLE, None)
HELD = ("GC401", Outcome.HOLDS, Severity.ERROR)
UNREAD = ("GC903", Outcome.BROKEN, Severity.ERROR)
FAULT = ("GC999", Outcome.BROKEN, Severity.ERROR)

Kind = tuple[str, Outcome, Severity | None]


def finding(kind: Kind) -> Finding:
    rule, outcome, severity = kind
    return Finding(
        rule=rule,
        name="a-rule",
        title="a title",
        outcome=outcome,
        severity=severity,
        note="KUL21",
        path="KUL21.txt",
        message="A message.",
    )


def report(*kinds: Kind, documents: int = 1) -> Report:
    return Report(
        grantcheck_version="0",
        as_of="2026-11-23",
        inputs=(),
        rules=RuleSet(count=1, sha256=""),
        parameters=(),
        summary=Summary(documents=documents),
        findings=tuple(map(finding, kinds)),
    )


@pytest.fixture
def audited(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Sets what the audit gives, or raises; returns what it was called with."""
    calls: list[dict[str, Any]] = []

    def set_result(result: Report | BaseException) -> list[dict[str, Any]]:
        def audit(paths: Any, **options: Any) -> Report:
            calls.append({"paths": paths} | options)
            if isinstance(result, BaseException):
                raise result
            return result

        monkeypatch.setattr("grantcheck.audit.audit", audit)
        return calls

    return set_result


@pytest.mark.parametrize(
    ("kinds", "options", "code"),
    [
        ((), [], 0),
        ((HELD, NOTE, OPEN, WARNING), [], 0),
        ((ERROR,), [], 1),
        ((WARNING,), ["--fail-on", "warning"], 1),
        ((OPEN,), ["--fail-on", "warning"], 0),
        ((OPEN,), ["--fail-on", "not-verifiable"], 1),
        ((WARNING,), ["--fail-on", "not-verifiable"], 0),
        ((ERROR,), ["--fail-on", "not-verifiable"], 1),
        ((WARNING,), ["--fail-on", "not-verifiable", "--fail-on", "warning"], 1),
        ((NOTE, HELD), ["--fail-on", "not-verifiable", "--fail-on", "warning"], 0),
        ((ERROR, UNREAD), [], 4),
        ((ERROR, UNREAD, FAULT), [], 3),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_the_first_code_that_fits(
    grantcheck: Grantcheck, audited: Any, kinds: tuple[Kind, ...], options: list[str], code: int, form: str
) -> None:
    audited(report(*kinds))
    result = grantcheck("audit", "x", "--format", form, *options)
    assert result.exit_code == code
    assert result.stderr == ""
    assert result.stdout


def test_options_reach_the_audit(grantcheck: Grantcheck, audited: Any) -> None:
    calls = audited(report())
    grantcheck(
        "audit", "a", "b", "--lang", "da", "--as-of", "2025-08-01", "--engine", "reference", "--show", "all"
    )
    (call,) = calls
    assert call["paths"] == [Path("a"), Path("b")]
    assert (call["language"], call["engine"], call["show_all"]) == ("da", "reference", True)
    assert call["as_of"].isoformat() == "2025-08-01"
    assert call["rules"] is None


def test_an_unexpected_exception_is_one_sentence(grantcheck: Grantcheck, audited: Any) -> None:
    audited(KeyError("\x1b[31mamount"))
    result = grantcheck("audit", "x")
    assert result.exit_code == ExitCode.INTERNAL_FAULT
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "KeyError" in result.stderr
    assert "Please report" in result.stderr
    assert "\x1b" not in result.stderr
    assert "Traceback" not in result.stderr


def test_a_missing_engine_is_a_fault_with_its_remedy(grantcheck: Grantcheck, audited: Any) -> None:
    audited(EngineMissing("no module"))
    result = grantcheck("audit", "x")
    assert result.exit_code == ExitCode.INTERNAL_FAULT
    assert "Install it with" in result.stderr
    assert "Please report" not in result.stderr


def test_a_file_without_rights_is_named(grantcheck: Grantcheck, audited: Any) -> None:
    audited(PermissionError(errno.EACCES, "Permission denied", "KUL21.txt"))
    result = grantcheck("audit", "x")
    assert result.exit_code == ExitCode.USAGE
    assert "'KUL21.txt' cannot be used: you have no right to it." in result.stderr


def test_ctrl_c_is_quiet(grantcheck: Grantcheck, audited: Any) -> None:
    audited(KeyboardInterrupt())
    result = grantcheck("audit", "x")
    assert (result.exit_code, result.stdout, result.stderr) == (130, "", "")


@pytest.mark.parametrize("language", ["en", "da"])
def test_no_document_found(grantcheck: Grantcheck, tmp_path: Path, language: str) -> None:
    result = grantcheck("audit", tmp_path, "--lang", language)
    assert result.exit_code == ExitCode.NOT_READ
    assert result.stdout == ""
    assert str(tmp_path) in result.stderr
    assert ".txt" in result.stderr
    assert result.stderr.count("\n") == 1


def test_no_document_found_is_still_json(grantcheck: Grantcheck, tmp_path: Path) -> None:
    result = grantcheck("audit", tmp_path, "--format", "json")
    assert result.exit_code == ExitCode.NOT_READ
    assert json.loads(result.stdout)["summary"]["documents"] == 0
    assert "No document found" in result.stderr
