"""Cases that are judged, with the waivers of an office: what they let stand, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from grantcheck.derive.waivers import waiver_facts
from grantcheck.judge.assembly import Judged
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact
from grantcheck.model.waiver import WaiversInUse
from grantcheck.rules.rule import RuleBook
from grantcheck.waivers.applying import with_waivers
from grantcheck.waivers.given import GivenWaivers

Judging = Callable[[Case, Sequence[Fact], RuleBook], Judged]
"""Judges one case by the rules of a book."""


def with_given_waivers(
    judged: Sequence[Judged], given: GivenWaivers, book: RuleBook, judging: Judging, *, whole: bool
) -> tuple[list[Judged], WaiversInUse]:
    """The cases with their waivers, and beside them the file of waivers as a case of its own.

    That one is judged last: what waivers fit is known only when all else is. `whole` says that a round was read.
    """
    found = [(one.case, one.verdict.findings) for one in judged]
    waived, standings = with_waivers(found, given.standings(book), whole=whole)
    answered = [
        replace(one, verdict=replace(one.verdict, findings=findings))
        for one, findings in zip(judged, waived, strict=True)
    ]
    facts = tuple(waiver_facts(standings))
    kinds = {fact.kind for fact in facts}
    concerned = tuple(rule for rule in book.rules if kinds & set(rule.file.facts.values()))
    own = judging(given.case(standings), facts, replace(book, rules=concerned))
    return [*answered, own], given.in_use(standings)
