"""The engine's process dies at random moments of a long run: only cases that kill it each time are lost."""

from __future__ import annotations

import json
import random
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from grantcheck.audit import Examined, examined
from grantcheck.cli.exit_code import ExitCode
from grantcheck.cli.main import app
from grantcheck.engine.judge import judge
from grantcheck.engine.screen.judging import judge_screened
from grantcheck.engine.worker import ChildProcess, Worker
from grantcheck.model.outcome import Outcome

from . import faulty

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

NOTES = Path(__file__).parents[2] / "fixtures" / "notes"
FAR = range(4, 1_000, 9)
"""Starts that fail, never two in a row."""


@cache
def round_of_notes() -> Examined:
    return examined([NOTES], as_of=date(2026, 11, 23))


def plan(folder: Path, *, always: Mapping[int, str], once: Mapping[int, str], starts: Iterable[int]) -> None:
    told = {"always": always, "once": once, "starts": list(starts)}
    (folder / "plan.json").write_text(json.dumps(told), "utf-8")


def drawn(seed: int, cases: range, count: int) -> dict[int, str]:
    """Cases that the engine is asked about, each with a way to die."""
    draw = random.Random(seed)  # noqa: S311 - a test that can be repeated, not a secret
    seen = round_of_notes()
    expected = judge(seen.book, seen.facts, "reference")
    open_ = [any(one.outcome is not Outcome.HOLDS for one in result.rulings) for result in expected]
    asked = [number for number in cases if open_[number % len(open_)]]
    return {number: draw.choice(sorted(faulty.WAYS)) for number in draw.sample(asked, count)}


def lost_in_a_run(folder: Path, count: int) -> set[int]:
    """The cases without an outcome; all others must have the reference's."""
    seen = round_of_notes()
    expected = judge(seen.book, seen.facts, "reference")
    cases = [seen.facts[number % len(seen.facts)] for number in range(count)]
    start = partial(Worker, entry=f"{faulty.__name__}:serve_as_told")
    found = judge_screened(seen.book, cases, start)
    assert len(found) == count
    lost = {number for number, result in enumerate(found) if result.fault is not None}
    assert all(
        result == expected[number % len(expected)]
        for number, result in enumerate(found)
        if number not in lost
    )
    assert all(
        "process" in str(found[number].fault) or "memory" in str(found[number].fault) for number in lost
    )
    return lost


@pytest.mark.parametrize(
    ("count", "poison", "chance"),
    [(2_000, 4, 12), pytest.param(100_000, 60, 300, marks=pytest.mark.slow)],
)
def test_only_the_cases_that_kill_the_engine_each_time_are_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, poison: int, chance: int
) -> None:
    monkeypatch.setenv(faulty.PLAN, str(tmp_path))
    always, once = drawn(1, range(count), poison), drawn(2, range(count), chance)
    plan(tmp_path, always=always, once=once, starts=FAR)
    assert lost_in_a_run(tmp_path, count) == set(always)
    struck = {int(path.name.removeprefix("case-")) for path in tmp_path.glob("case-*")}
    assert struck == set(once) - set(always)


def test_an_audit_names_the_lost_note_and_ends_with_3(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(faulty.PLAN, str(tmp_path))
    monkeypatch.setattr(
        "grantcheck.engine.worker.ChildProcess",
        lambda _, *rest: ChildProcess(f"{faulty.__name__}:serve_as_told", *rest),
    )
    command = ["audit", str(NOTES), "--format", "json", "--as-of", "2026-11-23", "--no-cache"]
    plan(tmp_path, always={}, once={}, starts=[])
    sound = json.loads(CliRunner().invoke(app, command).stdout)
    ((deadly, way),) = drawn(3, range(len(round_of_notes().facts)), 1).items()
    plan(tmp_path, always={deadly: way}, once={}, starts=[])
    result = CliRunner().invoke(app, command)
    said = json.loads(result.stdout)
    name = round_of_notes().cases[deadly].document.source.path
    assert result.exit_code == ExitCode.INTERNAL_FAULT
    assert [one["path"] for one in said["findings"] if one["rule"] == "GC999"] == [name]
    assert [one for one in said["findings"] if one["path"] != name] == [
        one for one in sound["findings"] if one["path"] != name
    ]
