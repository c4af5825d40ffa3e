"""A table of rates is audited before it audits anything; each fault is told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.data.shipped import shipped_rules
from grantcheck.prices.checking import faults
from grantcheck.prices.loading import load_series, series_files

from .written import TOWN_SERVICE, TWO_EDITIONS, Written, file, step

FIRST = 5
"""The line of the first step of `file`."""


def number(year: int, value: str, edition: str = "2025-06-03") -> str:
    return f'  - {{year: {year}, value: "{value}", status: estimate, edition: {edition}, reference: r}}'


def product(first: int, last: int, value: str, more: str = "") -> str:
    return f'products: [{{from: {first}, to: {last}, value: "{value}"{more}}}]'


FIXED = "fixed: {percent: 2, reference: r, edition: 2020-12-17}\n"
OUTCOME = {"status": "outcome"}
FAULTY = {
    "two years swapped": (
        file(step(2024, "2.9"), step(2026, "2.5"), step(2025, "0"), step(2027, "2.0")),
        (FIRST + 2, "The years are out of order: 2025→2026 stands after 2026→2027 (line 6)."),
    ),
    "a step that runs backwards": (
        file(step(2025, "2.8"), step(2027, "2.0", to="2026")),
        (FIRST + 1, "The step 2027→2026 does not lead to a later year; its years may be swapped."),
    ),
    "a step over two years": (
        file(step(2025, "2.8"), step(2026, "4.9", to="2028")),
        (FIRST + 1, "The step 2026→2028 covers 2 years."),
    ),
    "a gap": (
        file(step(2022, "2.8"), step(2025, "2.0")),
        (FIRST + 1, "Nothing is stated for 2023→2025."),
    ),
    "a step twice": (
        file(step(2025, "2.8"), step(2025, "2.9")),
        (FIRST + 1, "2025→2026 is stated twice in the edition 2025-06-03 (first in line 5)."),
    ),
    "a factor that is not 1 + rate": (
        file(step(2025, "2.8", factor='"1.029"')),
        (FIRST, "The factor 1.029 is not 1 + 2.8 %, which is 1.028."),
    ),
    "a rounded factor": (
        file(step(2025, "2.8", factor='"1.03"')),
        (FIRST, "The factor 1.03 is not 1 + 2.8 %, which is 1.028."),
    ),
    "a stated product that the steps do not give": (
        file(step(2025, "4.6"), step(2026, "2.9"), head=product(2025, 2027, "1.10325")),
        (4, "The product 2025→2027 is stated as 1.10325; the steps give 1.076334."),
    ),
    "a product over years without a rate": (
        file(step(2025, "4.6"), head=product(2025, 2027, "1.1")),
        (4, "The product 2025→2027 cannot be checked: 2026→2027 is not stated."),
    ),
    "an outcome before the year was over": (
        file(step(2024, "2.8", **OUTCOME)),
        (FIRST, "The edition 2025-06-03 cannot state an outcome for 2025, which was not over."),
    ),
    "an outcome on the last day of the year": (
        file(step(2024, "2.8", **OUTCOME, edition="2025-12-31")),
        (FIRST, "The edition 2025-12-31 cannot state an outcome for 2025, which was not over."),
    ),
    "an edition that nobody checked": (
        file(step(2025, "2.8"), head="last_checked: 2025-06-02"),
        (FIRST + 1, "The edition 2025-06-03 is later than the day it was last checked, 2025-06-02."),
    ),
    "a step that nobody checked": (
        file(step(2025, "2.8", last_checked="2025-06-02"), head="last_checked: 2025-06-30"),
        (FIRST + 1, "The edition 2025-06-03 is later than the day it was last checked, 2025-06-02."),
    ),
    "a fixed percentage that nobody checked": (
        f"series: a\nkind: capital\nunit: percent\nlast_checked: 2020-01-01\n{FIXED}",
        (5, "The edition 2020-12-17 is later than the day it was last checked, 2020-01-01."),
    ),
    "a fixed index": (
        "series: a\nkind: capital\nunit: percent\nfixed: {percent: 102, reference: r, edition: 2020-12-17}\n",
        (4, "102 % in one year is no likely change of prices."),
    ),
    "a factor as a percentage": (
        file(step(2025, "1.028")),
        (FIRST, "1.028 looks like a factor written as a percentage."),
    ),
    "an index as a percentage": (
        file(step(2025, "102.8")),
        (FIRST, "102.8 looks like an index number written as a percentage."),
    ),
    "a share as a percentage": (
        file(step(2025, "0.028")),
        (FIRST, "0.028 looks like a share of 1 written as a percentage."),
    ),
    "a percentage as an index": (
        file(step(2025, "2.8"), unit="index"),
        (FIRST, "2.8 looks like a percentage written as an index number."),
    ),
    "a factor as an index": (
        file(step(2025, "1.028"), unit="index"),
        (FIRST, "1.028 looks like a factor written as an index number."),
    ),
    "a lost decimal point": (
        file(step(2025, "28")),
        (FIRST, "28 % in one year is no likely change of prices."),
    ),
    "index numbers out of order": (
        file(number(2024, "100"), number(2026, "105"), number(2025, "103"), unit="index"),
        (FIRST + 2, "The years are out of order: 2025 stands after 2026 (line 6)."),
    ),
    "an index number twice": (
        file(number(2024, "100"), number(2025, "103"), number(2025, "104"), unit="index"),
        (FIRST + 2, "2025 is stated twice in the edition 2025-06-03 (first in line 6)."),
    ),
    "an index number of another edition alone": (
        file(number(2024, "100"), number(2025, "103"), number(2026, "80", "2026-01-01"), unit="index"),
        (FIRST + 2, "The index number of 2026 stands alone in the edition 2026-01-01, so it gives no rise."),
    ),
    "a jump of the base": (
        file(number(2024, "187.3"), number(2025, "100"), unit="index"),
        (FIRST + 1, "−46.6…"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", FAULTY)
def test_each_fault_is_told_at_its_line(written: Written, case: str):
    text, (line, problem) = FAULTY[case]
    (found,) = faults(written(text))
    assert found.line == line
    assert problem in found.problem.en
    for said in (found.problem, found.remedy):
        assert said.en.endswith(".")
        assert said.da.endswith(".")
        assert said.en != said.da


def test_a_gap_between_index_numbers_leaves_one_alone(written: Written):
    found = faults(written(file(number(2023, "98"), number(2024, "100"), number(2026, "105"), unit="index")))
    assert [(fault.line, fault.problem.en) for fault in found] == [
        (7, "The index number of 2026 stands alone in the edition 2025-06-03, so it gives no rise."),
        (7, "Nothing is stated for 2025."),
    ]


SOUND = {
    "the least file": TOWN_SERVICE,
    "two editions of one step": TWO_EDITIONS,
    "an estimate beside a later outcome": file(
        step(2023, "2.8"), step(2023, "3.1", status="outcome", edition="2025-07-01")
    ),
    "an outcome of the day after": file(step(2024, "2.8", status="outcome", edition="2026-01-01")),
    "the factor of the rate": file(step(2025, "2.8", factor='"1.0280"')),
    "a percentage of three decimals with its factor": file(step(2025, "1.028", factor='"1.01028"')),
    "a steep rise with its factor": file(step(2025, "28", factor='"1.28"')),
    "the state's roughest index": file(step(2022, "13.8")),
    "a fall": file(step(2022, "-2.2")),
    "no rise": file(step(2022, "0")),
    "an index number and its rounded factor": file(
        number(2024, "104.3"), number(2025, "107.1").replace("}", ', factor: "1.0268"}'), unit="index"
    ),
    "a product to its decimals": file(
        step(2025, "4.6"), step(2026, "2.9"), head=product(2025, 2027, "1.0763")
    ),
    "a product of the first edition": TWO_EDITIONS.replace(
        "steps:", product(2021, 2022, "1.017", ", edition: 2021-08-01") + "\nsteps:"
    ),
    "a product with the spread in it": file(
        step(2025, "2.8"), head='spread: {points: "0.2", applied: added}\n' + product(2025, 2026, "1.03")
    ),
    "one percentage a year": "series: eu\nkind: general\nunit: percent\nfixed: {percent: 2, reference: r, edition: 2020-12-17}\n",
}  # fmt: skip


@pytest.mark.parametrize("case", SOUND)
def test_a_sound_series_has_no_fault(written: Written, case: str):
    assert faults(written(SOUND[case])) == ()


@pytest.mark.parametrize("path", series_files(shipped_rules() / "prices"), ids=lambda path: path.stem)
def test_the_shipped_series_have_no_fault(path: Path):
    assert faults(load_series(path)) == ()


def test_faults_come_in_the_order_of_the_file(written: Written):
    text = file(step(2025, "102.8"), step(2024, "2.8", **OUTCOME), step(2029, "1.028"))
    lines = [fault.line for fault in faults(written(text))]
    assert lines == sorted(lines)
    assert len(lines) == 5
