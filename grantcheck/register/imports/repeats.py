"""Rows that state the same thing twice: refused, or added where the mapping says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from grantcheck.model.money import Kroner
from grantcheck.register.contents import line_key
from grantcheck.register.current import sign_of
from grantcheck.register.drafts import DraftRow, Refused
from grantcheck.register.imports.reasons import stated_before

if TYPE_CHECKING:
    from grantcheck.model.grant import GrantRow

Key = tuple[tuple[str, ...], int, int]


def without_repeats(rows: Iterable[DraftRow]) -> tuple[list[DraftRow], list[Refused]]:
    """The rows, each line and year once for grants and once for cancellations; and those that come again."""
    first: dict[Key, DraftRow] = {}
    refused: list[Refused] = []
    for each in rows:
        earlier = first.setdefault(_key(each.row), each)
        if earlier is not each:
            refused.append(Refused(stated_before(earlier.location), each.location, str(each.row.amount)))
    return list(first.values()), refused


def added_up(rows: Iterable[DraftRow]) -> list[DraftRow]:
    """The rows, those of one line and year summed, grants apart from cancellations."""
    sums: dict[Key, DraftRow] = {}
    for each in rows:
        key = _key(each.row)
        earlier = sums.get(key)
        sums[key] = each if earlier is None else replace(earlier, row=_sum(earlier.row, each.row))
    return list(sums.values())


def _sum(one: GrantRow, other: GrantRow) -> GrantRow:
    return replace(one, amount=Kroner(one.amount + other.amount), permanent=one.permanent or other.permanent)


def _key(row: GrantRow) -> Key:
    return line_key(row), row.year, sign_of(row.amount)
