"""What falls away: the cliff by year, the same by committee, and the grants that nobody asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.report.formats.html.bars import BarRow, bar_rows
from grantcheck.report.formats.html.telling import TITLE

if TYPE_CHECKING:
    from grantcheck.model.expiring_money import EndingGrant, ExpiringMoney
    from grantcheck.model.report import NoteHeading, Report
    from grantcheck.model.years import Year
    from grantcheck.report.formats.html.telling import Telling

_MOST_LISTED = 200
_MOST_NAMED = 20
_MOST_YEARS = 8
"""Columns of the table by committee; the bars show every year."""


@dataclass(frozen=True)
class CommitteeRow:
    """A committee with its notes and what falls away from it."""

    name: str
    notes: str
    asked: str
    by_year: Sequence[str]


@dataclass(frozen=True)
class UnaskedRow:
    """A grant that no note asks to continue."""

    grant: str
    title: str
    committee: str
    year: str
    amount: str
    perhaps: str


@dataclass(frozen=True)
class Expiry:
    """The part of the page about money that ends."""

    source: str
    headline: str
    headline_is: str
    asked_for: str
    cliff: Sequence[BarRow]
    years: Sequence[Year]
    committees: Sequence[CommitteeRow]
    total: CommitteeRow
    asked_title: str
    unasked: Sequence[UnaskedRow]
    more_unasked: str
    unknown: str


def expiry(report: Report, telling: Telling) -> Expiry | None:
    """The part; None where no note states its budget year."""
    money = report.expiring
    if money is None:
        return None
    words, first = telling.words, money.from_year
    by_year: Counter[Year] = Counter()
    for each in money.cliff:
        by_year[each.year] += each.amount
    span = range(first, max(by_year, default=first) + 1)
    unasked = [one for one in money.grants if not one.notes]
    hidden = len(unasked) - _MOST_LISTED
    years = tuple(span)[:_MOST_YEARS]
    return Expiry(
        source=_source(money, telling),
        headline=telling.kroner(by_year[first]),
        headline_is=words.falls_in.format(year=first),
        asked_for=_asked_for(money, unasked, telling),
        cliff=bar_rows(((str(year), by_year[year]) for year in span), telling),
        years=years,
        committees=_committees(money, report.notes, years, telling),
        total=_total(money, report.notes, years, telling),
        asked_title=telling.capital(words.asked_in.format(year=first)),
        unasked=[_unasked(one, telling) for one in unasked[:_MOST_LISTED]],
        more_unasked=words.and_more.format(count=telling.number(hidden)) if hidden > 0 else "",
        unknown=_unknown(money, telling),
    )


def _source(money: ExpiringMoney, telling: Telling) -> str:
    if money.source is None:
        return telling.words.from_notes
    return telling.words.from_register.format(source=telling.said(money.source, TITLE))


def _asked_for(money: ExpiringMoney, unasked: Sequence[EndingGrant], telling: Telling) -> str:
    words, count = telling.words, telling.number(len(money.grants))
    if not money.grants:
        return words.falls_none.format(year=money.from_year)
    if money.source is None:
        return ""
    if not unasked:
        return words.all_asked.format(all=count)
    amount = telling.kroner(sum(one.amount for one in unasked))
    return words.unasked.format(count=telling.number(len(unasked)), all=count, amount=amount)


def _committees(
    money: ExpiringMoney, notes: Sequence[NoteHeading], years: Sequence[Year], telling: Telling
) -> Sequence[CommitteeRow]:
    falling: Counter[tuple[str, Year]] = Counter()
    for each in money.cliff:
        falling[each.committee, each.year] += each.amount
    by_committee: dict[str, list[NoteHeading]] = {name: [] for name, _ in falling}
    for heading in notes:
        if heading.committees or heading.asked:
            by_committee.setdefault(" / ".join(heading.committees), []).append(heading)
    return [
        CommitteeRow(
            name=telling.said(name, TITLE) or telling.capital(telling.words.no_committee),
            notes=telling.number(len(by_committee[name])),
            asked=_asked(by_committee[name], money.from_year, telling),
            by_year=[telling.kroner(falling[name, year]) if falling[name, year] else "–" for year in years],
        )
        for name in sorted(by_committee, key=lambda name: (not name, name))
    ]


def _total(
    money: ExpiringMoney, notes: Sequence[NoteHeading], years: Sequence[Year], telling: Telling
) -> CommitteeRow:
    falling: Counter[Year] = Counter()
    for each in money.cliff:
        falling[each.year] += each.amount
    counted = [heading for heading in notes if heading.committees or heading.asked]
    return CommitteeRow(
        name=telling.words.total,
        notes=telling.number(len(counted)),
        asked=_asked(counted, money.from_year, telling),
        by_year=[telling.kroner(falling[year]) if falling[year] else "–" for year in years],
    )


def _asked(notes: Iterable[NoteHeading], year: Year, telling: Telling) -> str:
    found = [each.amount for heading in notes for each in heading.asked if each.year == year]
    return telling.kroner(sum(amount or 0 for amount in found)) if found else "–"


def _unasked(one: EndingGrant, telling: Telling) -> UnaskedRow:
    named = ", ".join(telling.said(name, TITLE) for name in one.perhaps[:_MOST_NAMED])
    return UnaskedRow(
        grant=telling.said(one.grant, TITLE),
        title=telling.said(one.title, TITLE),
        committee=telling.said(one.committee, TITLE) or telling.words.no_committee,
        year=str(one.first_unfunded_year),
        amount=telling.kroner(one.amount),
        perhaps=telling.words.perhaps.format(notes=named) if named else "",
    )


def _unknown(money: ExpiringMoney, telling: Telling) -> str:
    if not money.unknown:
        return ""
    names = [telling.said(name, TITLE) for name in money.unknown[:_MOST_NAMED]]
    shown = ", ".join([*names, "…"] if len(money.unknown) > _MOST_NAMED else names)
    return telling.words.end_unknown.format(count=telling.number(len(money.unknown)), names=shown)
