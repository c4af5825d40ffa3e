"""A printed total beside its terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from grantcheck.derive.building import fact, ore
from grantcheck.derive.figures import summed
from grantcheck.derive.naming import NOT_READ
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.money import ORE_PER_KRONE, Kroner, Ore, to_ore
from grantcheck.model.text import Text


@dataclass(frozen=True)
class Total:
    """A total as printed; None in doubt."""

    scope: str
    """`row`, `column`, `detail` or `prior`."""
    name: Text
    terms: Sequence[Kroner | None]
    stated: Kroner | None
    allowance: Ore
    traces: tuple[Trace, ...]
    why_open: Text = NOT_READ
    """Why it cannot be computed, where a term or the total is missing."""


def rounding_allowance(terms: int, precision: Kroner | None) -> Ore:
    """What independent rounding of `terms` figures and their total can add up to: (terms + 1) × half a unit.

    >>> rounding_allowance(6, Kroner(100_000))
    35000000
    """
    return Ore((terms + 1) * (precision or 0) * ORE_PER_KRONE // 2)


def sum_fact(total: Total) -> Fact:
    """The `sum` fact of a total."""
    computed = summed(total.terms)
    apart = None if computed is None or total.stated is None else Kroner(abs(computed - total.stated))
    return fact(
        "sum",
        {
            "scope": total.scope,
            "computed": ore(computed),
            "stated": ore(total.stated),
            "difference": ore(apart),
            "allowance": total.allowance,
        },
        shown={"name": total.name, "terms": tuple(to_ore(term) for term in total.terms if term is not None)},
        why_missing=total.why_open,
        traces=total.traces,
    )
