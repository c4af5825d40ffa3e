"""durable-rules and the reference say the same, word for word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .auditing import CORPUS, SEED, audited

if TYPE_CHECKING:
    from grantcheck.model.report import Report


def test_both_engines_give_one_report_on_the_fixtures(fixture_reports: dict[str, Report]) -> None:
    durable, reference = fixture_reports.values()
    assert durable.findings
    assert durable.judged_by.engine != reference.judged_by.engine
    assert alike(durable, reference)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not here")
def test_both_engines_give_one_report_on_the_corpus() -> None:
    files = [*sorted(CORPUS.glob("*.txt")), SEED]
    assert alike(audited(*files, engine="durable"), audited(*files, engine="reference"))


def alike(durable: Report, reference: Report) -> bool:
    return durable == reference.model_copy(update={"judged_by": durable.judged_by})
