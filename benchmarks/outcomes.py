"""What engines say, in one form, so that they can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.outcome import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grantcheck.engine.ruling import CaseRulings

Said = tuple[str, tuple[int, ...], bool]
"""A rule, the positions of its facts, and whether it is broken; else it holds."""


def said_in(rulings: Iterable[CaseRulings]) -> list[list[Said]]:
    """The rulings of each case in that form."""
    found = []
    for case in rulings:
        if case.fault:
            raise ValueError(case.fault)
        found.append(sorted((one.rule, one.facts, one.outcome is Outcome.BROKEN) for one in case.rulings))
    return found
