"""How long the answer to "what expires" takes, counted in the time of one core, and without the start of Python."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import timedelta
from pathlib import Path
from time import perf_counter, process_time

import pytest

from grantcheck.register.expiry import expiries
from grantcheck.register.store import Register, open_register
from grantcheck.report.expiring.json_form import ExpiringJson
from grantcheck.report.expiring.view import ExpiringView

from .stated import NOW, SPRING, file_with, gave

MOST_SECONDS = 1.0
ALLOCATIONS = 100_000
YEARS, ENDS_IN_2026 = 4, 8
"""Every grant has four years of money; one of eight ends so that 2026 is its first without."""


def register_of(allocations: int, folder: Path) -> Register:
    register = open_register(str(folder / "r.sqlite"))
    rows = [
        gave({2019 + number % 8 + year: 340_000 + number for year in range(YEARS)}, grant=f"G{number:05}")
        for number in range(allocations // YEARS)
    ]
    register.add(file_with(*rows, covered=(2019, 2031)), SPRING, NOW)
    return register


@pytest.mark.parametrize("allocations", [5_000, pytest.param(ALLOCATIONS, marks=pytest.mark.slow)])
def test_what_expires_is_answered_in_the_share_of_a_second(tmp_path: Path, allocations: int) -> None:
    register = register_of(allocations, tmp_path)
    before = process_time()
    ends = register.ends(2026, SPRING + timedelta(days=1))
    found = expiries(ends.near.values(), 2026, later=ends.later)
    answer = ExpiringJson().rendered(ExpiringView(found, "r.sqlite", SPRING, ends.grants))
    took = process_time() - before
    assert len(json.loads(answer)["grants"]) == allocations // YEARS // ENDS_IN_2026
    assert took <= MOST_SECONDS


@pytest.mark.slow
def test_the_command_answers_within_a_second_from_its_start(tmp_path: Path) -> None:
    register_of(ALLOCATIONS, tmp_path)
    question = ["expiring", "--year", "2026", "--register", "r.sqlite", "--format", "json"]
    assert min(seconds_of(question, tmp_path) for _ in range(5)) <= MOST_SECONDS


def seconds_of(question: list[str], folder: Path) -> float:
    before = perf_counter()
    asked = [sys.executable, "-m", "grantcheck", *question]
    answer = subprocess.run(asked, cwd=folder, capture_output=True, check=True).stdout
    assert len(json.loads(answer)["grants"]) == ALLOCATIONS // YEARS // ENDS_IN_2026
    return perf_counter() - before
