"""Who answers for the money: code, department, committee and appropriation beside each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from grantcheck.data.offices import Committee, DatedName, alike, named
from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact
from grantcheck.derive.figures import DETAIL_AREAS, activities
from grantcheck.derive.tracing import trace_row, trace_text
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.note import DATA_TYPES, Note, Row, Table
from grantcheck.model.terms import TableKind
from grantcheck.model.text import Text

_PREFIX = re.compile(r"([^\W\d_]+)\s?\d+")
_BUDGET_YEAR = Text(en="the budget year was not read", da="budgetåret er ikke læst")
_NO_DEPARTMENT = Text(en="the department was not read", da="forvaltningen er ikke læst")
_IN_DOUBT = Text(
    en="a committee was not read for certain",
    da="et udvalg er ikke læst med sikkerhed",
)

Cell = tuple[Table, Row]


@dataclass(frozen=True, kw_only=True)
class _Office:
    """Something printed that belongs to a committee, beside something else that does."""

    what: str
    printed: str
    committee: Committee | None
    why_not: Text | None = None
    """Why it is not known whose it is."""
    beside: str
    beside_committee: Committee | None
    name: DatedName | None = None
    names: tuple[DatedName, ...] = ()
    """All names of the office, where it is printed by one."""
    own_rows: int | None = 0
    traces: tuple[Trace, ...]


def office_facts(note: Note, profile: Profile) -> Iterator[Fact]:
    """An `office` fact for the code, for the department, and for each committee and appropriation of the tables."""
    served = profile.committee_served_by(note.department) if note.department else None
    known = note.department is not None or note.source.media_type not in DATA_TYPES
    offices = (
        *(_code(note, profile, served) if known else ()),
        *_department(note, served),
        *_committees(note, profile, served, known=known),
        *_appropriations(note, profile),
    )
    return (_fact(note, office) for office in offices)


def _code(note: Note, profile: Profile, served: Committee | None) -> Iterator[_Office]:
    """The code by its prefix; of a combined code the part that the department answers for, if there is one."""
    owners = [(prefix, _with_prefix(profile, prefix)) for prefix in _PREFIX.findall(note.code or "")]
    if not owners:
        return
    prefix, owner = next((one for one in owners if one[1] is not None and one[1] is served), owners[0])
    yield _Office(
        what="code",
        printed=note.code or "",
        committee=owner,
        why_not=_not_listed(prefix),
        beside=note.department or "",
        beside_committee=served,
        traces=_placed(note, "code", note.code or ""),
    )


def _department(note: Note, served: Committee | None) -> Iterator[_Office]:
    if note.department:
        yield _name_only(
            note.department,
            served,
            served.departments if served else (),
            _placed(note, "department", note.department),
        )


def _committees(note: Note, profile: Profile, served: Committee | None, *, known: bool) -> Iterator[_Office]:
    """Each committee once: beside the department where it holds service or transfers, else by its name alone."""
    rows = [(table, row) for table in note.tables if table.kind in DETAIL_AREAS for row in activities(table)]
    doubtful = [cell for cell in rows if "committee" in cell[1].doubt]
    printed = {
        row.committee: (table, row)
        for table, row in reversed(rows)
        if row.committee and (table, row) not in doubtful
    }
    compared = {row.committee for table, row in rows if table.kind is not TableKind.CAPITAL}
    own = sum(
        row.committee is not None and _committee(profile, row.committee, note) is served for _, row in rows
    )
    for name, cell in reversed(printed.items()):
        committee = _committee(profile, name, note)
        alone = _name_only(name, committee, committee.names if committee else (), (_trace(*cell, name),))
        if name not in compared or not known:
            yield alone
            continue
        yield replace(
            alone,
            what="committee",
            beside=note.department or "",
            beside_committee=served,
            own_rows=None if doubtful and not own else own,
        )
    yield from (_in_doubt(cell) for cell in doubtful[:1])


def _appropriations(note: Note, profile: Profile) -> Iterator[_Office]:
    """Each appropriation that the profile knows, beside the committee of its row."""
    seen = set()
    for table in note.tables:
        for row in activities(table) if table.kind in DETAIL_AREAS else ():
            owner = _with_appropriation(profile, row.appropriation) if row.appropriation else None
            if owner is None or not row.committee or {"committee", "appropriation"} & set(row.doubt):
                continue
            if (row.appropriation, row.committee) not in seen:
                seen.add((row.appropriation, row.committee))
                yield _Office(
                    what="appropriation",
                    printed=row.appropriation or "",
                    committee=owner,
                    beside=row.committee,
                    beside_committee=_committee(profile, row.committee, note),
                    traces=(_trace(table, row, row.appropriation),),
                )


def _name_only(
    printed: str, committee: Committee | None, names: tuple[DatedName, ...], traces: tuple[Trace, ...]
) -> _Office:
    return _Office(
        what="name",
        printed=printed,
        committee=committee,
        why_not=_not_listed(printed),
        beside=printed,
        beside_committee=committee,
        name=named(names, printed),
        names=names,
        traces=traces,
    )


def _in_doubt(cell: Cell) -> _Office:
    table, row = cell
    return _Office(
        what="name",
        printed=row.committee or "?",
        committee=None,
        why_not=_IN_DOUBT,
        beside=row.label,
        beside_committee=None,
        traces=(_trace(table, row, row.committee),),
    )


def _fact(note: Note, office: _Office) -> Fact:
    year = note.budget_year
    lost = bool(office.name and year and not office.name.is_known_in(year))
    committee = None if lost or office.committee is None else office.committee.name
    beside = office.beside_committee.name if office.beside_committee else None
    return fact(
        "office",
        {
            "what": office.what,
            "printed": office.printed,
            "committee": committee,
            "beside": office.beside,
            "beside_committee": beside,
            "own_rows": office.own_rows,
            "budget_year": year,
            "first_year": office.name.first_budget_year() if office.name else None,
            "last_year": office.name.last_budget_year() if office.name else None,
        },
        shown={"right_name": _right_name(office, year)},
        why_missing={
            "committee": _fate_unknown(office.printed)
            if lost
            else office.why_not or _not_listed(office.printed),
            "beside_committee": _not_listed(office.beside) if office.beside else _NO_DEPARTMENT,
            "own_rows": _IN_DOUBT,
            "budget_year": _BUDGET_YEAR,
        },
        traces=office.traces,
    )


def _right_name(office: _Office, year: int | None) -> Text:
    """What the office is called in that year; as printed where that is not known."""
    right = [name.name for name in office.names if year and name.holds_on(year)]
    name = right[-1] if right else office.printed
    return Text(en=name, da=name)


def _not_listed(printed: str) -> Text:
    return Text(
        en=f"the profile does not tell which committee «{printed}» belongs to",
        da=f"profilen oplyser ikke, hvilket udvalg »{printed}« hører til",
    )


def _fate_unknown(printed: str) -> Text:
    return Text(
        en=f"no source shows whether «{printed}» still bears that name then",
        da=f"ingen kilde viser, om »{printed}« stadig hedder sådan til den tid",
    )


def _committee(profile: Profile, printed: str, note: Note) -> Committee | None:
    return profile.committee_named(printed, on=note.budget_year or 0)


def _with_prefix(profile: Profile, prefix: str) -> Committee | None:
    return next((c for c in profile.committees if any(alike(p.name, prefix) for p in c.prefixes)), None)


def _with_appropriation(profile: Profile, printed: str) -> Committee | None:
    return next(
        (c for c in profile.committees if any(alike(a.name, printed) for a in c.appropriations)), None
    )


def _placed(note: Note, where: str, text: str) -> tuple[Trace, ...]:
    place = note.places.get(where)
    return (trace_text("text", text, place),) if place else ()


def _trace(table: Table, row: Row, mark: str | None) -> Trace:
    """A row by the words that say whose it is."""
    words = " | ".join(part for part in (row.label, row.committee, row.appropriation) if part)
    start = words.find(mark) if mark else -1
    return replace(
        trace_row(table, row), text=words, mark=(start, start + len(mark)) if mark and start >= 0 else None
    )
