"""One-off wording beside how long its row goes on, and jumps between years beside what explains them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from grantcheck.data.profile import Profile
from grantcheck.derive.building import fact, ore
from grantcheck.derive.figures import Request, activities, area_of, row_amounts
from grantcheck.derive.naming import in_doubt, span
from grantcheck.derive.tables import longest_equal_run
from grantcheck.derive.texts.claim_fit import band
from grantcheck.derive.texts.said import Said, continues, sentences, spoken_of, title_of
from grantcheck.derive.tracing import table_name, trace_cell, trace_row
from grantcheck.model.fact import Fact, Trace
from grantcheck.model.money import Kroner, to_ore
from grantcheck.model.note import Note, Row, Table
from grantcheck.model.terms import ClaimRole
from grantcheck.model.text import Text
from grantcheck.model.years import Year

_PERCENT = 100
_MOST = 10**6
"""No change is told in more per cent than this."""


def one_off_facts(note: Note, request: Request, profile: Profile) -> Iterator[Fact]:
    """A `one-off` fact per requested activity that is called one; of a note with one activity its text counts too."""
    cells = [(table, row) for table in request.tables for row in activities(table)]
    around = list(_about_all(note, profile)) if len(cells) == 1 else []
    for table, row in cells:
        own = [(word, trace_row(table, row)) for word in profile.wording.one_off.found(row.label)]
        told = [
            (word, said.trace(word)) for said in around for word in profile.wording.one_off.found(said.text)
        ]
        if own or told:
            yield _one_off(table, row, [*own, *told])


def _about_all(note: Note, profile: Profile) -> Iterator[Said]:
    """The title of a new wish, and what the text asks for with an amount."""
    title = title_of(note)
    if title is not None and not continues(note):
        yield title
    for said in sentences(note):
        asks = spoken_of(said, note, profile.wording) is ClaimRole.REQUEST
        if asks and any(claim.text in said.text for claim in note.claims):
            yield said


def _one_off(table: Table, row: Row, found: list[tuple[str, Trace]]) -> Fact:
    amounts = row_amounts(table, row)
    known = None not in amounts.values()
    run = longest_equal_run(amounts) if known else None
    area = area_of(table, row)
    label = Text(en=row.label, da=row.label)
    cell = trace_cell(table, row, str(run.years[0])) if run and run.years else trace_row(table, row)
    return fact(
        "one-off",
        {
            "label": row.label,
            "area": area.value if area else "",
            "words": len(found),
            "quote": found[0][0],
            "shown_years": len(table.years),
            "equal_years": len(run.years) if run else None,
            "equal_amount": ore(run.amount) if run else None,
            "equal_span": span(run.years) if run else "",
        },
        why_missing=in_doubt(label),
        traces=tuple(dict.fromkeys((*(trace for _, trace in found[:1]), cell))),
    )


def jump_facts(note: Note, request: Request, profile: Profile) -> Iterator[Fact]:
    """A `jump` fact per requested activity whose amount changes between two funded years: the widest step."""
    words = sum(len(profile.wording.explains_change.found(text)) for text in _explaining(note))
    for table in request.tables:
        for row in activities(table):
            amounts = row_amounts(table, row)
            label = row.label.casefold()
            own = words + len(profile.wording.explains_change.found(label))
            own += sum(word in label for word in profile.reduction_words)
            certain = {year: amount for year, amount in amounts.items() if amount is not None}
            step = _widest(certain, profile) if len(certain) == len(amounts) else None
            if step is not None or len(certain) < len(amounts):
                yield _jump(note, table, row, step, own, profile)


def _widest(amounts: dict[Year, Kroner], profile: Profile) -> tuple[Year, Year] | None:
    """The step between funded years with the largest change among those of an unusual rate, or else of any."""
    steps = [
        (one, other)
        for one, other in pairwise(sorted(amounts))
        if amounts[one] and amounts[other] and amounts[one] != amounts[other]
    ]

    def width(step: tuple[Year, Year]) -> tuple[bool, int]:
        one, other = amounts[step[0]], amounts[step[1]]
        change = abs(other - one)
        return change * _PERCENT >= profile.unusual_change.percent * abs(one), change

    return max(steps, key=width, default=None)


def _explaining(note: Note) -> Iterator[str]:
    if note.title:
        yield note.title
    yield from (said.text for said in sentences(note))


def _jump(
    note: Note, table: Table, row: Row, step: tuple[Year, Year] | None, words: int, profile: Profile
) -> Fact:
    area = area_of(table, row)
    limit = profile.unusual_change
    one, other = (row.amounts[year] or Kroner(0) for year in step) if step else (Kroner(0), Kroner(0))
    label = Text(en=row.label, da=row.label)
    return fact(
        "jump",
        {
            "label": row.label,
            "area": area.value if area else "",
            "earlier_year": step[0] if step else None,
            "later_year": step[1] if step else None,
            "earlier": ore(one) if step else None,
            "later": ore(other) if step else None,
            "change": ore(Kroner(abs(other - one))) if step else None,
            "percent": min(abs(other - one) * _PERCENT // abs(one), _MOST) if step else None,
            "percent_limit": limit.percent,
            "change_limit": to_ore(Kroner(limit.kroner)),
            "words": words,
            "amounts_named": sum(_names(note, amount) for amount in (one, other)) if step else 0,
        },
        shown={"table": table_name(table)},
        why_missing=in_doubt(label),
        traces=tuple(trace_cell(table, row, str(year)) for year in step)
        if step
        else (trace_row(table, row),),
    )


def _names(note: Note, amount: Kroner) -> bool:
    """Whether an amount of the text is this one, as far as it is printed."""
    for claim in note.claims:
        low, high_exclusive = band(Kroner(abs(claim.amount)), claim.precision)
        if low <= to_ore(Kroner(abs(amount))) < high_exclusive:
            return True
    return False
