"""Judging with the screen before durable-rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.engine.compiler import compile_book
from grantcheck.engine.durable import Engine, Start
from grantcheck.engine.encoding import unfit
from grantcheck.engine.ruling import CaseRulings
from grantcheck.engine.screen.agreement import agreed
from grantcheck.engine.screen.asking import SAMPLE, questions
from grantcheck.engine.screen.plan import Screen
from grantcheck.engine.worker import Worker
from grantcheck.isolation.uncollected import uncollected

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.engine.encoding import Asked
    from grantcheck.model.fact import Fact
    from grantcheck.rules.rule import RuleBook


def judge_screened(
    book: RuleBook,
    cases: Sequence[Sequence[Fact]],
    start: Start = Worker,
    sample: int = SAMPLE,
    first: int = 0,
) -> tuple[CaseRulings, ...]:
    """As `judge_durably`, but the engine is asked only what a screen of the same rules leaves open.

    One case of `sample` is judged in full all the same, chosen by its number in the run, where the first of `cases` has
    `first`. Where the engine then says other than the screen, the case has a fault.
    """
    engine = Engine(book, compile_book(book), start)
    screen = Screen(book, engine.compiled.uses)
    with uncollected():
        screened = [screen.screened(case) for case in cases]
        found = [CaseRulings(()) if one is None else CaseRulings(tuple(one.held)) for one in screened]
        whole: list[Asked] = []
        parts: list[Asked] = []
        for question in questions(cases, screened, sample, first):
            fault = None
            if screened[question.number] is None:
                fault = unfit(question.case, engine.compiled.uses, book.vocabulary)
            if fault is not None:
                found[question.number] = CaseRulings((), fault=fault)
            else:
                (whole if question.positions is None else parts).append(question)
        answers = [(whole, engine.everything(whole)), (parts, engine.findings(parts))]
        for asked, said in answers:
            for question, one in zip(asked, said, strict=True):
                known = screened[question.number]
                found[question.number] = (
                    one if known is None else agreed(known, one, screen.rules, whole=asked is whole)
                )
    return tuple(found)
