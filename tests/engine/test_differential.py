"""durable-rules and the reference must agree on everything."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, reject, settings

from grantcheck.data.fault import DataFault
from grantcheck.engine.judge import judge, judge_durably

from .books import in_process
from .situations import Situation, situations

_PATIENT = settings(deadline=None, suppress_health_check=list(HealthCheck))


def _agree(situation: Situation) -> None:
    expected = judge(situation.book, situation.cases, "reference")
    try:
        durable = judge_durably(situation.book, situation.cases, in_process)
    except DataFault as refused:  # now and then a rule is drawn that is too large to compile
        if "more than" not in str(refused):
            raise
        reject()
    assert durable == expected
    assert all(result.fault is None for result in expected)


@settings(_PATIENT, max_examples=10_000)
@given(situations())
def test_the_engines_agree(situation: Situation) -> None:
    _agree(situation)


@pytest.mark.slow
@settings(_PATIENT, max_examples=150_000)
@given(situations())
def test_the_engines_agree_at_length(situation: Situation) -> None:
    _agree(situation)
