"""Judging cases by a rule book, with durable-rules or with the reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.encoding import unfit
from grantcheck.engine.fault import EngineMissing
from grantcheck.engine.reference import judge_by_reference
from grantcheck.engine.ruling import CaseRulings
from grantcheck.engine.screen.judging import judge_screened
from grantcheck.engine.uses import uses_of
from grantcheck.model.judged_by import EngineName, JudgedBy

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        return judge_screened(book, cases)
    uses = uses_of(book)
    return tuple(
        CaseRulings((), fault=fault)
        if (fault := unfit(case, uses, book.vocabulary))
        else judge_by_reference(book.judged, case)
        for case in cases
    )
