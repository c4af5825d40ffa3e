"""What falls away in a round: as a register tells it, or else as the notes' own tables do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from grantcheck.derive.figures import funding_of, last_funded
from grantcheck.derive.history import granted_amounts
from grantcheck.model.case import Case
from grantcheck.model.expiring_money import EndingGrant, ExpiringMoney, FallingAway
from grantcheck.model.fact import Fact
from grantcheck.model.grant import Grant
from grantcheck.model.money import Kroner
from grantcheck.model.note import Note
from grantcheck.model.years import Year
from grantcheck.register.expiry import expiries
from grantcheck.register.joining import KnownGrants
from grantcheck.register.round import asked_for, perhaps_asked_for


def expiring_money(
    cases: Sequence[Case], facts: Sequence[Sequence[Fact]], known: KnownGrants | None
) -> ExpiringMoney | None:
    """What ends in the budget years of the cases and later; None where no note states its budget year."""
    years = sorted({case.note.budget_year for case in cases if case.note and case.note.budget_year})
    if not years:
        return None
    if known is not None:
        return _of_register(known, cases, years)
    return _of_notes(cases, facts, years)


def committees_of(note: Note) -> tuple[str, ...]:
    """The committees that the note's tables name, each once, in their order."""
    named = (row.committee for table in note.tables for row in table.rows if "committee" not in row.doubt)
    return tuple(dict.fromkeys(name for name in named if name))


def _of_register(known: KnownGrants, cases: Sequence[Case], years: Sequence[Year]) -> ExpiringMoney:
    listed: list[EndingGrant] = []
    unknown: dict[str, None] = {}
    for year in years:
        perhaps = perhaps_asked_for(cases, year)
        found = expiries(known.grants, year, asked_for(cases, year))
        unknown |= dict.fromkeys(grant.id for grant in found.unknown)
        listed += [
            EndingGrant(
                grant=one.grant.id,
                title=one.grant.title,
                committee=one.grant.committee,
                first_unfunded_year=year,
                amount=one.amount,
                notes=one.notes,
                perhaps=tuple(name for name in perhaps.get(one.grant.id, ()) if name not in one.notes),
            )
            for one in found.grants
        ]
    return ExpiringMoney(
        source=known.shown,
        from_year=years[0],
        grants=tuple(listed),
        cliff=_cliff(_falling(known.grants), years[0]),
        unknown=tuple(unknown),
    )


def _falling(grants: Iterable[Grant]) -> Iterator[tuple[Year, str, Kroner]]:
    for grant in grants:
        end = grant.first_unfunded_year
        if end is not None:
            yield end, grant.committee, grant.last_amount or Kroner(0)


def _of_notes(cases: Sequence[Case], facts: Sequence[Sequence[Fact]], years: Sequence[Year]) -> ExpiringMoney:
    """Only notes that ask to continue a grant: others list earlier money that need not end."""
    ended: list[EndingGrant] = []
    unknown: list[str] = []
    for case, about in zip(cases, facts, strict=True):
        if case.note is None or not _continues(about):
            continue
        one = _ending(case, case.note)
        if one is None:
            unknown.append(case.name)
        elif one.amount:
            ended.append(one)
    ended.sort(key=lambda one: (one.grant, one.title))
    falling = [(one.first_unfunded_year, one.committee, one.amount) for one in ended]
    return ExpiringMoney(
        source=None,
        from_year=years[0],
        grants=tuple(one for one in ended if one.first_unfunded_year in years),
        cliff=_cliff(falling, years[0]),
        unknown=tuple(sorted(unknown)),
    )


def _continues(facts: Iterable[Fact]) -> bool:
    signals = (fact.fields.get("continuation_signals") for fact in facts if fact.kind == "note")
    return any(isinstance(signal, int) and signal > 0 for signal in signals)


def _ending(case: Case, note: Note) -> EndingGrant | None:
    """The end of the note's prior money; None where its last funded year was not read."""
    granted = funding_of(granted_amounts(case.allocations))
    last = last_funded(granted)
    amount = granted[last] if last is not None else None
    if last is None or amount is None:
        return None
    return EndingGrant(
        grant=case.name,
        title=note.title or "",
        committee=" / ".join(committees_of(note)),
        first_unfunded_year=last + 1,
        amount=amount,
        notes=(case.name,),
    )


def _cliff(falling: Iterable[tuple[Year, str, Kroner]], from_year: Year) -> tuple[FallingAway, ...]:
    sums: Counter[tuple[Year, str]] = Counter()
    for year, committee, amount in falling:
        if year >= from_year:
            sums[year, committee] += amount
    return tuple(
        FallingAway(year=year, committee=committee, amount=Kroner(sums[year, committee]))
        for year, committee in sorted(sums)
    )
