"""A fault of the engine is told of the note it costs, and never looks like a clean result."""

from __future__ import annotations

from functools import partial
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from grantcheck.cli.exit_code import ExitCode, exit_code
from grantcheck.cli.main import app
from grantcheck.engine import judge as judging
from grantcheck.engine.durable import judge_durably
from grantcheck.engine.worker import Worker
from grantcheck.report.console_text import ConsoleText
from grantcheck.report.page import page_for

from . import breaking
from .auditing import CLEAN, audited, by_file, outcomes

if TYPE_CHECKING:
    from collections.abc import Callable

    from grantcheck.model.report import Report

FILES = sorted(CLEAN.glob("*.txt"))
SAVED, LOST = FILES[0].name, FILES[breaking.HIT].name


def _break(serve: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    start = partial(Worker, entry=f"{serve.__module__}:{serve.__name__}")
    monkeypatch.setattr(judging, "judge", lambda book, facts, _engine: judge_durably(book, facts, start))


@pytest.fixture(scope="module")
def sound() -> Report:
    """The clean notes, judged before anything breaks."""
    return audited(*FILES)


@pytest.fixture(params=[breaking.serve_raises, breaking.serve_dies], ids=["refuses", "is killed"])
def report(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Report:
    """The clean notes, of which the engine breaks on one."""
    _break(request.param, monkeypatch)
    return audited(*FILES)


def test_the_fault_is_the_one_finding_on_its_note(report: Report) -> None:
    (finding,) = by_file(report)[LOST]
    assert (finding.rule, finding.outcome, finding.severity) == ("GC999", "broken", "error")
    assert "--engine reference" in finding.fix
    assert finding.evidence[0].text == str(FILES[breaking.HIT])


def test_nothing_else_about_the_note_was_verified(report: Report) -> None:
    rules = report.rules.count
    assert report.summary.broken == 1
    assert report.summary.not_verifiable == rules - 1


def test_the_other_note_is_judged_as_ever(sound: Report, report: Report) -> None:
    assert by_file(report)[SAVED] == by_file(sound)[SAVED]
    assert outcomes(by_file(report)[SAVED])["GC999"] == "holds"


def test_the_run_ends_with_3(report: Report) -> None:
    assert exit_code(report, ()) is ExitCode.INTERNAL_FAULT


def test_the_console_tells_it(report: Report) -> None:
    assert "GC999" in ConsoleText(page_for(StringIO()), "en").rendered(report)


def test_the_command_ends_with_3(monkeypatch: pytest.MonkeyPatch) -> None:
    _break(breaking.serve_dies, monkeypatch)
    result = CliRunner().invoke(app, ["audit", *map(str, FILES)])
    assert result.exit_code == 3
    assert "GC999" in result.stdout
