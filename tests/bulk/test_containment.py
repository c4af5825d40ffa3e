"""A case that ends the engine is lost and named; the others keep their outcomes."""

from __future__ import annotations

from collections import Counter

import pytest

from grantcheck.bulk.asking import DurableAsking
from grantcheck.engine.fault import EngineFault
from grantcheck.engine.worker import Worker
from grantcheck.model.outcome import Outcome

from .test_tables import audited

pytest.importorskip("duckdb")

_DEADLY = '"v_last_amount": 66600'


class Mortal:
    """A worker that dies of one amount."""

    def __init__(self, rulesets):
        self._worker = Worker(rulesets)

    def run(self, facts):
        if any(_DEADLY in text for _, text in facts):
            raise EngineFault("the engine ended")
        return self._worker.run(facts)

    def close(self):
        self._worker.close()


def test_a_case_that_ends_the_engine_is_the_only_one_lost(monkeypatch, tmp_path):
    monkeypatch.setattr("grantcheck.bulk.audit.DurableAsking", lambda book: DurableAsking(book, Mortal))
    cases = "".join(f"A{number},2027,G{number},true,1\n" for number in range(1, 10))
    grants = "".join(f"G{number},B 2023,2026,{666 if number == 4 else 100}\n" for number in range(1, 10))
    result = audited(
        tmp_path,
        f"code,budget_year,grant,asks_to_continue,2027\n{cases}",
        f"grant,agreement,year,amount\n{grants}",
        engine="durable",
    )
    assert result.faults == ("row 4: the engine ended",)
    assert +result.counts["GC101"] == Counter({Outcome.NOTED: 8, Outcome.NOT_VERIFIABLE: 1})
    assert all(found.total() == 9 for found in result.counts.values())
