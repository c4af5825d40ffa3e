"""What note and grant have in common besides their names: agreement, committee, control area, amount."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grantcheck.data.profile import Profile
from grantcheck.model.allocation import Allocation
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.formatting import format_kroner
from grantcheck.model.grant import Grant
from grantcheck.model.grant_match import MatchPart, PartScore
from grantcheck.model.money import Kroner
from grantcheck.model.note import Note, Row
from grantcheck.model.terms import ControlArea, PriceLevel, TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year
from grantcheck.register.grant_names import Subject
from grantcheck.register.own_table import agreement_year, allocations_in
from grantcheck.register.stem import folded, stem

WEIGHTS = {
    MatchPart.TITLE: 70,
    MatchPart.AGREEMENT: 10,
    MatchPart.COMMITTEE: 8,
    MatchPart.CONTROL_AREA: 4,
    MatchPart.AMOUNT: 8,
}
"""The name carries a match. What many grants share can cast doubt on one, never make one."""
_FULL = 100

Agreement = tuple[str, Year]
"""What an agreement is told by: its kind ("budgetaftal") and its year."""
Granted = tuple[Year, Kroner]


@dataclass(frozen=True)
class Statements:
    """What a note states of its prior money and its committee."""

    agreements: dict[Agreement, str]
    """As printed, by what they are told by."""
    last_granted: tuple[Granted, ...]
    """The last funded year: the net amount, then that of each agreement."""
    price_level: PriceLevel | None
    precision: Kroner | None
    committees: dict[str, str]
    """As printed, by the committee's present name."""
    several: bool
    """Whether the note has several activities, which may each continue a part of the prior money."""


def statements_of(note: Note, profile: Profile, *, several: bool) -> Statements:
    """What a note states that a grant can be compared by; what OCR read, or is in doubt, states nothing."""
    table = note.table(TableKind.PRIOR)
    seen = table is not None and not note.has_recognised(table)
    allocations = allocations_in(note) if seen else ()
    return Statements(
        agreements={
            told: given.agreement for given in allocations if (told := _agreement(given.agreement, profile))
        },
        last_granted=_last_granted(allocations),
        price_level=table.price_level if table and seen else None,
        precision=table.precision if table and seen else None,
        committees=_first_said(_committees(note, profile)),
        several=several,
    )


def part_scores(subject: Subject, said: Statements, grant: Grant, profile: Profile) -> Iterator[PartScore]:
    """The parts that both sides state."""
    theirs = {told: name for name in grant.agreements if (told := _agreement(name, profile))}
    if said.agreements and theirs:
        both = [told for told in said.agreements if told in theirs]
        ours, other = (said.agreements, theirs)
        if both:
            ours, other = {both[0]: said.agreements[both[0]]}, {both[0]: theirs[both[0]]}
        yield _part(
            MatchPart.AGREEMENT, ", ".join(ours.values()), ", ".join(other.values()), alike=bool(both)
        )
    if said.committees and grant.committee:
        held = _committee(grant.committee, grant.rows[-1].year, profile)
        alike = held in said.committees
        named = said.committees[held] if alike else ", ".join(said.committees.values())
        yield _part(MatchPart.COMMITTEE, named, grant.committee, alike=alike)
    areas = _areas(subject.rows)
    if areas and grant.control_areas:
        alike = not set(areas).isdisjoint(grant.control_areas)
        yield _part(MatchPart.CONTROL_AREA, _named(areas), _named(grant.control_areas), alike=alike)
    yield from _amount(said, grant)


def _part(part: MatchPart, note: str | Text, grant: str | Text, *, alike: bool) -> PartScore:
    return PartScore(part, _FULL if alike else 0, WEIGHTS[part], as_text(note), as_text(grant))


def as_text(printed: str | Text) -> Text:
    """What is printed, which is the same in both languages."""
    return printed if isinstance(printed, Text) else Text(en=printed, da=printed)


def _agreement(name: str, profile: Profile) -> Agreement | None:
    """The kind and year of an agreement; its kind is the longest of the profile's words that it begins with."""
    year = agreement_year(name)
    if year is None:
        return None
    kinds = sorted({stem(folded(word)) for word in profile.agreements}, key=len, reverse=True)
    plain = folded(name).strip()
    return next((kind for kind in kinds if plain.startswith(kind)), ""), year


def _committees(note: Note, profile: Profile) -> Iterator[tuple[str, str]]:
    year = note.budget_year or max((table.years[0] for table in note.tables if table.years), default=0)
    for table in note.tables:
        if note.has_recognised(table):
            continue
        for row in table.rows:
            if row.committee and "committee" not in row.doubt:
                yield _committee(row.committee, year, profile), row.committee
    if note.department and not note.recognised(note.places.get("department")):
        served = profile.committee_served_by(note.department)
        if served is not None:
            yield served.name, served.name


def _first_said(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    said: dict[str, str] = {}
    for key, printed in pairs:
        said.setdefault(key, printed)
    return said


def _committee(printed: str, year: Year, profile: Profile) -> str:
    """The committee's present name, or what is printed where the profile does not know it."""
    found = profile.committee_named(printed, year)
    return found.name if found else folded(printed)


def _areas(rows: Sequence[Row]) -> tuple[ControlArea, ...]:
    found = {row.control_area for row in rows if "control_area" not in row.doubt}
    return tuple(area for area in ControlArea if area in found)


def _named(areas: Sequence[ControlArea]) -> Text:
    return Text(
        en=", ".join(AREA_NAMES[area].en for area in areas),
        da=", ".join(AREA_NAMES[area].da for area in areas),
    )


def _last_granted(allocations: Sequence[Allocation]) -> tuple[Granted, ...]:
    net: dict[Year, int] = {}
    for given in allocations:
        if given.amount is None:
            return ()
        net[given.year] = net.get(given.year, 0) + given.amount
    last = max((year for year, amount in net.items() if amount > 0), default=None)
    if last is None:
        return ()
    single = [given.amount for given in allocations if given.year == last and given.amount]
    return ((last, Kroner(net[last])), *((last, amount) for amount in single))


def _amount(said: Statements, grant: Grant) -> Iterator[PartScore]:
    """The last funded year's amount. Unlike amounts say nothing where they are in unlike prices, or of several."""
    if not said.last_granted or said.precision is None:
        return
    year = said.last_granted[0][0]
    held = grant.net(year)
    if held is None:
        return
    near = [amount for _, amount in said.last_granted if 2 * abs(amount - held) <= said.precision]
    levels = {row.price_level for row in grant.rows if row.year == year}
    if not near and (said.several or levels != {said.price_level}):
        return
    amount = near[0] if near else said.last_granted[0][1]
    yield _part(MatchPart.AMOUNT, _in(year, amount), _in(year, held), alike=bool(near))


def _in(year: Year, amount: Kroner) -> Text:
    return Text(en=f"{year}: {format_kroner(amount, 'en')}", da=f"{year}: {format_kroner(amount, 'da')}")
