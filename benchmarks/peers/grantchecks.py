"""grantcheck itself, in its several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from benchmarks.outcomes import Said, said_in
from grantcheck.engine.durable import judge_durably
from grantcheck.engine.judge import judge
from grantcheck.engine.screen.judging import judge_screened
from grantcheck.engine.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from benchmarks.workload import Case, Workload
    from grantcheck.engine.compiler import Ruleset
    from grantcheck.engine.ruling import CaseRulings


def in_process(rulesets: Sequence[Ruleset]) -> Session:
    """The engine in this process."""
    return Session([(tuple(one.kinds), one.rules) for one in rulesets])


class _Ours:
    share = 1.0

    def __init__(self, of: Workload) -> None:
        self.book = of.book

    def prepared(self, cases: Sequence[Case]) -> Any:  # noqa: ANN401
        return cases

    def rulings(self, cases: Sequence[Case]) -> Sequence[CaseRulings]:
        raise NotImplementedError  # each way has its own

    def judged(self, prepared: Any) -> Any:  # noqa: ANN401
        return self.rulings(prepared)

    def said(self, judged: Any) -> list[list[Said]]:  # noqa: ANN401
        return said_in(judged)


class Grantcheck(_Ours):
    """As an audit does it: screened, the engine in a process of its own."""

    name = "grantcheck"

    def rulings(self, cases: Sequence[Case]) -> Sequence[CaseRulings]:
        return judge_screened(self.book, cases)


class GrantcheckInProcess(_Ours):
    """Without the protection of a process of its own."""

    name = "grantcheck, in process"

    def rulings(self, cases: Sequence[Case]) -> Sequence[CaseRulings]:
        return judge_screened(self.book, cases, in_process)


class Unscreened(_Ours):
    """Every fact to durable-rules."""

    name = "durable-rules' extension, all facts"
    share = 0.2

    def rulings(self, cases: Sequence[Case]) -> Sequence[CaseRulings]:
        return judge_durably(self.book, cases, in_process)


class Reference(_Ours):
    """The evaluator that the engine is held against."""

    name = "grantcheck's reference"
    share = 0.2

    def rulings(self, cases: Sequence[Case]) -> Sequence[CaseRulings]:
        return judge(self.book, cases, "reference")
