"""Judging by durable-rules: what it says of cases, or of parts of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.compiler import Compiled, compile_book
from grantcheck.engine.containment import Contained, batches
from grantcheck.engine.decision import WORTH_A_FINDING, concluded, found_in
from grantcheck.engine.encoding import Asked, encode, unfit
from grantcheck.engine.fault import NotStarted
from grantcheck.engine.reading import rulings_by_case
from grantcheck.engine.ruling import CaseRulings
from grantcheck.engine.worker import Worker

if TYPE_CHECKING:
    from grantcheck.engine.compiler import Ruleset
    from grantcheck.engine.encoding import EncodedCase
    from grantcheck.engine.reading import Conclude
    from grantcheck.engine.session import Firing
    from grantcheck.engine.worker import Runner
    from grantcheck.model.fact import Fact
    from grantcheck.rules.rule import RuleBook

Start = Callable[["Sequence[Ruleset]"], "Runner"]
"""Gives what runs rulesets."""


def judge_durably(
    book: RuleBook, cases: Sequence[Sequence[Fact]], start: Start = Worker
) -> tuple[CaseRulings, ...]:
    """The rulings of every case, all of them by durable-rules.

    Raises:
        DataFault: a rule is outside the envelope of the engine.
        EngineMissing: durable-rules cannot be imported.
    """
    engine = Engine(book, compile_book(book), start)
    faults = [unfit(case, engine.compiled.uses, book.vocabulary) for case in cases]
    found = [CaseRulings((), fault=fault) for fault in faults]
    asked = [Asked(number, case) for number, case in enumerate(cases) if faults[number] is None]
    for question, said in zip(asked, engine.everything(asked), strict=True):
        found[question.number] = said
    return tuple(found)


@dataclass(frozen=True)
class Engine:
    """durable-rules with a rule book, asked about cases that it can hold."""

    book: RuleBook
    compiled: Compiled
    start: Start

    def everything(self, asked: Sequence[Asked]) -> list[CaseRulings]:
        """All that it says of each."""
        return self._said(asked, self.compiled, concluded)

    def findings(self, asked: Sequence[Asked]) -> list[CaseRulings]:
        """What it finds in each: all but where a rule holds."""
        return self._said(asked, self.compiled.saying(WORTH_A_FINDING), found_in)

    def _said(self, asked: Sequence[Asked], compiled: Compiled, conclude: Conclude) -> list[CaseRulings]:
        """Of one without a fact that a rule is about, nothing."""
        encoded = list(encode(asked, compiled.uses, self.book.vocabulary))
        rules = {rule.id: rule for rule in self.book.judged}
        codes = compiled.codes

        def read(batch: Sequence[EncodedCase], firings: Sequence[Firing]) -> list[CaseRulings]:
            return rulings_by_case(batch, firings, codes, rules, conclude)

        contained = Contained(lambda: self.start(compiled.rulesets), read)
        said = iter(_judged([case for case in encoded if case.facts], contained))
        return [next(said) if case.facts else CaseRulings(()) for case in encoded]


def _judged(cases: Sequence[EncodedCase], contained: Contained) -> list[CaseRulings]:
    done: list[CaseRulings] = []
    try:
        for batch in batches(cases):
            done.extend(contained.rulings(batch))
    except NotStarted as fault:
        done.extend(CaseRulings((), fault=str(fault)) for _ in cases[len(done) :])
    finally:
        contained.close()
    return done
