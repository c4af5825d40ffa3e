"""Judging cases by a rule book, with durable-rules or with the reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.compiler import compile_book
from grantcheck.engine.containment import Contained, batches
from grantcheck.engine.encoding import Asked, encode, unfit
from grantcheck.engine.fault import EngineMissing, NotStarted
from grantcheck.engine.reading import rulings_by_case
from grantcheck.engine.reference import judge_by_reference
from grantcheck.engine.ruling import CaseRulings
from grantcheck.engine.screen.agreement import agreed
from grantcheck.engine.screen.asking import SAMPLE, questions
from grantcheck.engine.screen.plan import Screen
from grantcheck.engine.uses import uses_of
from grantcheck.engine.worker import Worker
from grantcheck.model.judged_by import EngineName, JudgedBy

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from grantcheck.engine.compiler import Compiled, Ruleset
    from grantcheck.engine.encoding import EncodedCase
    from grantcheck.engine.session import Firing
    from grantcheck.engine.worker import Runner
    from grantcheck.model.fact import Fact
    from grantcheck.rules.rule import RuleBook

    Start = Callable[[Sequence[Ruleset]], Runner]
    """Gives what runs rulesets."""


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
        return judge_screened(book, cases)
    uses = uses_of(book)
    return tuple(
        CaseRulings((), fault=fault)
        if (fault := unfit(case, uses, book.vocabulary))
        else judge_by_reference(book.judged, case)
        for case in cases
    )


def judge_screened(
    book: RuleBook, cases: Sequence[Sequence[Fact]], start: Start = Worker, sample: int = SAMPLE
) -> tuple[CaseRulings, ...]:
    """As `judge_durably`, but the engine is asked only what a screen of the same rules leaves open.

    One case of `sample` is judged in full all the same. Where the engine then says other than the screen, the
    case has a fault.
    """
    compiled = compile_book(book)
    screen = Screen(book, compiled.uses)
    screened = [screen.screened(case) for case in cases]
    found = [CaseRulings(()) if one is None else CaseRulings(tuple(sorted(one.held))) for one in screened]
    asked: list[Asked] = []
    for question in questions(cases, screened, sample):
        if screened[question.number] is None:
            fault = unfit(question.case, compiled.uses, book.vocabulary)
            found[question.number] = CaseRulings((), fault=fault)
            if fault:
                continue
        asked.append(question)
    for question, said in zip(asked, _answers(book, compiled, asked, start), strict=True):
        known = screened[question.number]
        whole = question.positions is None
        found[question.number] = said if known is None else agreed(known, said, screen.rules, whole=whole)
    return tuple(found)


def judge_durably(
    book: RuleBook, cases: Sequence[Sequence[Fact]], start: Start = Worker
) -> tuple[CaseRulings, ...]:
    """The rulings of every case, all of them by durable-rules.

    Raises:
        DataFault: a rule is outside the envelope of the engine.
        EngineMissing: durable-rules cannot be imported.
    """
    compiled = compile_book(book)
    faults = [unfit(case, compiled.uses, book.vocabulary) for case in cases]
    found = [CaseRulings((), fault=fault) for fault in faults]
    asked = [Asked(number, case) for number, case in enumerate(cases) if faults[number] is None]
    for question, said in zip(asked, _answers(book, compiled, asked, start), strict=True):
        found[question.number] = said
    return tuple(found)


def _answers(book: RuleBook, compiled: Compiled, asked: Sequence[Asked], start: Start) -> list[CaseRulings]:
    """What the engine says of each; of one without a fact that a rule is about, nothing."""
    encoded = list(encode(asked, compiled.uses, book.vocabulary))
    rules = {rule.id: rule for rule in book.judged}

    def read(batch: Sequence[EncodedCase], firings: Sequence[Firing]) -> list[CaseRulings]:
        return rulings_by_case(batch, firings, compiled.codes, rules)

    contained = Contained(lambda: start(compiled.rulesets), read)
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
