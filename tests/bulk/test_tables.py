"""Tables that cannot be audited are told with file, column and row."""

from __future__ import annotations

import sys

import pytest

from grantcheck.bulk.audit import Job, audit_tables
from grantcheck.bulk.database import opened
from grantcheck.bulk.fault import BulkFault, BulkMissing
from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.derive.price_levels.assumptions import Assumptions
from grantcheck.model.choices import AmountChoices
from grantcheck.rules.loading import load_rules

pytest.importorskip("duckdb")

PROPOSALS = "code,budget_year,grant,2027\nAB01,2027,G1,205000\n"
ALLOCATIONS = "grant,agreement,year,amount\nG1,Budgetaftale 2023,2026,205000\n"


def audited(folder, proposals=PROPOSALS, register=ALLOCATIONS, outputs=(), **choices):
    (folder / "p.csv").write_text(proposals, encoding="utf-8")
    (folder / "a.csv").write_text(register, encoding="utf-8")
    book, profile = load_rules(shipped_rules()), load_profile(shipped_rules())
    given = {"assumptions": Assumptions(), "engine": "reference"} | choices
    job = Job(folder / "p.csv", folder / "a.csv", book, profile, **given)
    return audit_tables(job, outputs)


@pytest.mark.parametrize(
    ("proposals", "register", "told"),
    [
        ("code,budget_yaer,2027\nA,2027,1\n", ALLOCATIONS, "'budget_yaer' is no column of this table. Did you mean 'budget_year'?"),
        ("code,2027\nA,1\n", ALLOCATIONS, "the column 'budget_year' is missing"),
        ("code,budget_year\nA,2027\n", ALLOCATIONS, "no column is headed by a year"),
        ("code,budget_year,2027\nA,2027,1\nB,2027,12.5\n", ALLOCATIONS, "row 2, column '2027' holds '12.5', which is not whole kroner"),
        ("code,budget_year,2027\n,2027,1\n", ALLOCATIONS, "row 1, column 'code' is empty"),
        ("code,budget_year,control_area,2027\nA,2027,servce,1\n", ALLOCATIONS, "'servce', which is not service, capital or transfers"),
        (PROPOSALS, "grant,agreement,year,amount\nG1,B,20x6,1\n", "row 1, column 'year' holds '20x6', which is not a year"),
    ],
)  # fmt: skip
def test_a_mistake_names_column_and_row(proposals, register, told, tmp_path):
    with pytest.raises(BulkFault) as fault:
        audited(tmp_path, proposals, register)
    assert told in str(fault.value)


def test_more_mistakes_than_can_be_named_are_counted(tmp_path):
    rows = "".join(f"A{number},2027,x\n" for number in range(9))
    with pytest.raises(BulkFault, match="and 4 rows more"):
        audited(tmp_path, f"code,budget_year,2027\n{rows}")


def test_an_absent_year_is_not_zero_and_zero_is_no_money(tmp_path):
    result = audited(
        tmp_path,
        "code,budget_year,title,asks_to_continue,grant,2026,2027\nA,2027,T,true,G1,,100\nB,2027,T,true,G1,0,100\n",
    )
    assert result.counts["GC103"].total() == 2
    held = {outcome.value: many for outcome, many in result.counts["GC103"].items() if many}
    assert held == {"holds": 1, "not_applicable": 1}


def test_another_earlier_level_than_the_last_year_is_refused(tmp_path):
    with pytest.raises(BulkFault, match="last funded year only"):
        audited(tmp_path, assumptions=Assumptions(choices=AmountChoices(earlier_level="mean")))


def test_without_duckdb_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(BulkMissing, match=r"grantcheck\[bulk\]"), opened(1):
        pass


def test_findings_are_the_same_bytes_whatever_the_batches_and_jobs(tmp_path):
    rows = "".join(f"A{number},2027,G1,{number * 1000}\n" for number in range(1, 200))
    forms = (".parquet", ".jsonl")
    for name, size, jobs in (("one", 1000, 1), ("two", 7, 2)):
        targets = [tmp_path / f"{name}{form}" for form in forms]
        audited(
            tmp_path, f"code,budget_year,grant,2027\n{rows}", outputs=targets, cases_a_batch=size, jobs=jobs
        )
    for form in forms:
        assert (tmp_path / f"one{form}").read_bytes() == (tmp_path / f"two{form}").read_bytes()


def test_findings_to_an_unknown_ending_are_refused(tmp_path):
    with pytest.raises(BulkFault, match=r"\.parquet or \.jsonl"):
        audited(tmp_path, outputs=[tmp_path / "findings.xml"])
