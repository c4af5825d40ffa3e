"""Judging cases by a rule book, with durable-rules or with the reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.compiler import compile_book
from grantcheck.engine.containment import Contained, batches
from grantcheck.engine.encoding import encode, unfit
from grantcheck.engine.fault import EngineMissing, NotStarted
from grantcheck.engine.reading import rulings_by_case
from grantcheck.engine.reference import judge_by_reference
from grantcheck.engine.ruling import CaseRulings
from grantcheck.engine.uses import uses_of
from grantcheck.engine.worker import Worker
from grantcheck.model.judged_by import EngineName, JudgedBy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grantcheck.engine.compiler import Ruleset
    from grantcheck.engine.encoding import EncodedCase
    from grantcheck.engine.session import Firing
    from grantcheck.engine.worker import Runner
    from grantcheck.model.fact import Fact
    from grantcheck.rules.rule import RuleBook


@dataclass(frozen=True)
class Judgement:
    """The rulings of every case, and whose they are."""

    rulings: tuple[CaseRulings, ...]
    by: JudgedBy


def judge_by_available(
    book: RuleBook, cases: Sequence[Sequence[Fact]], engine: EngineName | None = None
) -> Judgement:
    """As `judge`, by `engine`; by durable-rules where none is named, or the reference where that is missing.

    Raises:
        DataFault: a rule is outside the envelope of the engine.
        EngineMissing: durable-rules is named and cannot be imported.
    """
    try:
        return Judgement(judge(book, cases, engine or "durable"), JudgedBy(engine=engine or "durable"))
    except EngineMissing:
        if engine is not None:
            raise
        stand_in = JudgedBy(engine="reference", in_place_of="durable")
        return Judgement(judge(book, cases, "reference"), stand_in)


def judge(
    book: RuleBook, cases: Sequence[Sequence[Fact]], engine: EngineName = "durable"
) -> tuple[CaseRulings, ...]:
    """The rulings of every case, in the order of `cases`.

    Raises:
        DataFault: a rule is outside the envelope of the engine.
        EngineMissing: durable-rules cannot be imported.
    """
    if engine == "durable":
        return judge_durably(book, cases)
    uses = uses_of(book)
    return tuple(
        CaseRulings((), fault=fault)
        if (fault := unfit(case, uses, book.vocabulary))
        else judge_by_reference(book.judged, case)
        for case in cases
    )


def judge_durably(
    book: RuleBook, cases: Sequence[Sequence[Fact]], start: Callable[[Sequence[Ruleset]], Runner] = Worker
) -> tuple[CaseRulings, ...]:
    """The rulings of every case by durable-rules; `start` gives what runs its rulesets.

    Raises:
        DataFault: a rule is outside the envelope of the engine.
        EngineMissing: durable-rules cannot be imported.
    """
    compiled = compile_book(book)
    faults = [unfit(case, compiled.uses, book.vocabulary) for case in cases]
    found = [CaseRulings((), fault=fault) for fault in faults]
    sound = [(number, case) for number, case in enumerate(cases) if faults[number] is None]
    encoded = [case for case in encode(sound, compiled.uses, book.vocabulary) if case.facts]
    rules = {rule.id: rule for rule in book.judged}

    def read(batch: Sequence[EncodedCase], firings: Sequence[Firing]) -> list[CaseRulings]:
        return rulings_by_case(batch, firings, compiled.codes, rules)

    contained = Contained(lambda: start(compiled.rulesets), read)
    for case, result in zip(encoded, _judged(encoded, contained), strict=True):
        found[case.number] = result
    return tuple(found)


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
