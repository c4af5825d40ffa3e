"""YAML and JSON files that list grants."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field, StrictBool

from grantcheck.model.frozen import Frozen
from grantcheck.model.grant import GrantRow
from grantcheck.model.money import Kroner
from grantcheck.model.terms import ControlArea
from grantcheck.read.structured.fault import MISTAKE, StructuredFault
from grantcheck.read.structured.form import FormYear, WholeKroner, YearKey
from grantcheck.read.structured.marks import parse_marked
from grantcheck.read.structured.places import Places
from grantcheck.read.structured.validation import validated_form
from grantcheck.register.drafts import Draft, DraftRow, years_named
from grantcheck.register.imports.repeats import without_repeats

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from grantcheck.data.marked_yaml import Marked
    from grantcheck.model.years import Year

_Name = Field(min_length=1, max_length=2_000)


class LineForm(Frozen):
    """What one agreement gave to one line of a grant."""

    agreement: str = _Name
    control_area: ControlArea | None = None
    committee: str = ""
    appropriation: str = ""
    activity: str = ""
    price_level: FormYear | Literal["current"] | None = None
    permanent: StrictBool = False
    amounts: dict[YearKey, WholeKroner]
    """Whole kroner by year; a cancellation is negative."""


class GrantForm(Frozen):
    """A grant."""

    grant: str = _Name
    title: str = ""
    lines: tuple[LineForm, ...] = Field(max_length=5_000)


class GrantsFile(Frozen):
    """A file with grants."""

    schema_version: Literal[1] = 1
    covers: tuple[FormYear, FormYear] | None = None
    """The first and the last year that the list says something of; else those that it names."""
    grants: tuple[GrantForm, ...] = Field(max_length=50_000)


def read_grants_file(text: str, path: Path, covered: tuple[Year, Year] | None = None) -> Draft | None:
    """The rows of a file with grants; None where its keys say that it is something else.

    Args:
        text: of the file.
        path: the file; its suffix tells YAML from JSON.
        covered: first and last year, where the user said them.

    Raises:
        StructuredFault: the file has a mistake.
    """
    marked = parse_marked(text, path)
    if not isinstance(marked.values, dict) or "grants" not in marked.values:
        return None
    form = validated_form(GrantsFile, marked)
    if form.covers is not None and form.covers[0] > form.covers[1]:
        raise StructuredFault(
            MISTAKE,
            "'covers' ends before it begins. Write it as [first, last].",
            "'covers' slutter, før den begynder. Skriv den som [første, sidste].",
            marked.line(("covers",)),
        )
    kept, again = without_repeats(_rows(form, marked))
    if not kept:
        raise StructuredFault(
            MISTAKE, "The file states no amount.", "Filen angiver intet beløb.", marked.line(("grants",))
        )
    return Draft(tuple(kept), tuple(again), covered or form.covers or years_named(kept))


def _rows(form: GrantsFile, marked: Marked) -> Iterator[DraftRow]:
    whole = Places(marked)
    for number, grant in enumerate(form.grants):
        for place, line in enumerate(grant.lines):
            for year, amount in line.amounts.items():
                here = whole.below("grants", number, "lines", place, "amounts", year)
                yield DraftRow(_row(grant, line, year, Kroner(amount)), here.here)


def _row(grant: GrantForm, line: LineForm, year: Year, amount: Kroner) -> GrantRow:
    return GrantRow(
        grant=_folded(grant.grant),
        title=_folded(grant.title),
        agreement=_folded(line.agreement),
        control_area=line.control_area,
        committee=_folded(line.committee),
        appropriation=_folded(line.appropriation),
        activity=_folded(line.activity),
        price_level=line.price_level,
        year=year,
        amount=amount,
        permanent=line.permanent,
    )


def _folded(text: str) -> str:
    return " ".join(text.split())
