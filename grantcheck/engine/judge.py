"""Judging cases by a rule book, with durable-rules or with the reference."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

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


class Judges(Protocol):
    """What gives the rulings of cases: `judge`, here, or the same elsewhere."""

    def __call__(
        self, book: RuleBook, cases: Sequence[Sequence[Fact]], engine: EngineName, /
    ) -> tuple[CaseRulings, ...]:
        """As `judge`."""


@dataclass(frozen=True)
class Judgement:
    """The rulings of every case, and whose they are."""

    rulings: tuple[CaseRulings, ...]
    by: JudgedBy


def judge_by_available(
    book: RuleBook,
    cases: Sequence[Sequence[Fact]],
    engine: EngineName | None = None,
    judges: Judges | None = None,
) -> Judgement:
    """As `judge`, by `engine`; by durable-rules where none is named, or the reference where that is missing.

    `judges` judges in place of `judge`.

    Raises:
        DataFault: a rule is outside the envelope of the engine.
        EngineMissing: durable-rules is named and cannot be imported.
    """
    judges = judges or judge
    try:
        return Judgement(judges(book, cases, engine or "durable"), JudgedBy(engine=engine or "durable"))
    except EngineMissing:
        if engine is not None:
            raise
        stand_in = JudgedBy(engine="reference", in_place_of="durable")
        return Judgement(judges(book, cases, "reference"), stand_in)


def judge(
    book: RuleBook, cases: Sequence[Sequence[Fact]], engine: EngineName = "durable", first: int = 0
) -> tuple[CaseRulings, ...]:
    """The rulings of every case, in the order of `cases`, which are part of a run; `first` is the first one's number there.

    Raises:
        DataFault: a rule is outside the envelope of the engine.
        EngineMissing: durable-rules cannot be imported.
    """
    if engine == "durable":
        return judge_screened(book, cases, first=first)
    uses = uses_of(book)
    return tuple(
        CaseRulings((), fault=fault)
        if (fault := unfit(case, uses, book.vocabulary))
        else judge_by_reference(book.judged, case)
        for case in cases
    )
