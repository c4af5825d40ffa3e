"""The control areas asked for beside those that money was granted in before."""

from __future__ import annotations

from collections.abc import Iterator

from grantcheck.derive.building import fact
from grantcheck.derive.figures import Request, areas_of
from grantcheck.derive.tracing import trace_row, trace_text
from grantcheck.model.area_names import AREA_NAMES
from grantcheck.model.case import Case
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.location import GrantLocation
from grantcheck.model.note import Claim, Note
from grantcheck.model.terms import ClaimRole, ControlArea, TableKind
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_ASKED = Text(
    en="which control areas the request is about was not read for certain",
    da="hvilke styringsområder ønsket gælder, er ikke læst med sikkerhed",
)
_GRANTED = Text(
    en="neither register nor prior table nor text says which control area the earlier money was in",
    da="hverken register, tabellen over tidligere midler eller teksten siger, hvilket styringsområde de tidligere midler lå på",
)
_WORDS = Text(en="the amounts of the text were not all read", da="ikke alle beløb i teksten er læst")


def area_facts(case: Case, note: Note, request: Request) -> Iterator[Fact]:
    """One `areas` fact where a prior table was read."""
    if not case.allocations:
        return
    asked = areas_of(request)
    granted = _granted(case, note)
    lost = not granted and any(unread.about == "claims" for unread in note.unread)
    yield fact(
        "areas",
        {
            "asked_areas": len(asked) or None,
            "granted_areas": len(granted) or None,
            "shared_areas": len({*asked} & {*granted}) if asked and granted else None,
        },
        shown={"asked": _named(asked), "granted": _named(tuple(granted))},
        why_missing={
            "asked_areas": _ASKED,
            "granted_areas": _WORDS if lost else _GRANTED,
            "shared_areas": _ASKED if granted else _GRANTED,
        },
        traces=(
            *(trace_row(table, row) for table in request.tables[:1] for row in table.rows[:1]),
            *(trace for traces in granted.values() for trace in traces[:1]),
        ),
    )


def _granted(case: Case, note: Note) -> dict[ControlArea, list[Trace]]:
    """Areas of the grants in the register; else of the prior rows, else of the text's amounts for their years."""
    found: dict[ControlArea, list[Trace]] = {}
    for match in case.grants:
        trace = trace_text("prior", match.grant.title or match.grant.id, GrantLocation(grant=match.grant.id))
        for area in match.grant.control_areas:
            found.setdefault(area, []).append(trace)
    if found:
        return found
    table = note.table(TableKind.PRIOR)
    for given in case.allocations:
        if given.amount != 0 and given.control_area and table is not None:
            found.setdefault(given.control_area, []).append(trace_row(table, table.rows[given.row]))
    if found:
        return found
    funded = {given.year for given in case.allocations if given.amount != 0}
    for claim in note.claims:
        if claim.role is ClaimRole.PRIOR and claim.control_area and funded & _years(claim, note):
            trace = trace_text("prior", claim.text, claim.location)
            found.setdefault(claim.control_area, []).append(trace)
    return found


def _years(claim: Claim, note: Note) -> set[Year]:
    """The years an amount is for: its own, or those of its sentence."""
    alike = [other for other in note.claims if other.sentence == claim.sentence and other.role is claim.role]
    timed = [claim] if claim.from_year is not None else alike
    return {
        year
        for other in timed
        if other.from_year is not None
        for year in range(other.from_year, (other.to_year or _far(note)) + 1)
    }


def _far(note: Note) -> Year:
    """The last year of any table; where an open span ends."""
    return max((year for table in note.tables for year in table.years), default=0)


def _named(areas: tuple[ControlArea, ...]) -> Text:
    names = [AREA_NAMES[area] for area in areas]
    return Text(en=", ".join(name.en for name in names), da=", ".join(name.da for name in names))
