"""The tables of a structured note: what its author left out is added, what contradicts itself is a mistake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.money import Kroner
from grantcheck.model.note import TOTAL, Row, Table
from grantcheck.read.structured.fault import MISTAKE, StructuredFault, nearest
from grantcheck.read.structured.printing import precision_of, printed_figure, says

if TYPE_CHECKING:
    from collections.abc import Sequence

    from grantcheck.data.marked_yaml import KeyPath
    from grantcheck.model.location import LineLocation
    from grantcheck.read.structured.form import RowForm, TableForm
    from grantcheck.read.structured.places import Places

_FIELDS = ("label", "control_area", "committee", "appropriation", "direction")


def read_tables(forms: Sequence[TableForm], places: Places) -> tuple[Table, ...]:
    """The tables of a note; `places` are those of its `tables`.

    Raises:
        StructuredFault: a table contradicts itself, or two are of one kind.
    """
    tables: list[Table] = []
    for index, form in enumerate(forms):
        at = places.below(index)
        if any(table.kind is form.kind for table in tables):
            raise _fault(
                at.below("kind"),
                f"The note has two tables of the kind '{form.kind}'. Put their rows into one.",
                f"Notatet har to tabeller af slagsen '{form.kind}'. Saml deres rækker i én.",
            )
        tables.append(_table(form, at))
    return tuple(tables)


def _table(form: TableForm, places: Places) -> Table:
    years = _years(form, places)
    amounts = [amount for row in form.rows for amount in (*row.amounts.values(), row.total)]
    precision = Kroner(form.precision) if form.precision else precision_of(amounts, form.unit)
    stated = any(row.total is not None for row in form.rows)
    return Table(
        kind=form.kind,
        number=form.number,
        caption=form.caption,
        unit=form.unit,
        price_level=form.price_level,
        precision=precision if form.unit else None,
        has_totals=stated if form.has_totals is None else form.has_totals,
        years=years,
        rows=tuple(
            _row(row, form, years, precision, places.below("rows", index))
            for index, row in enumerate(form.rows)
        ),
        location=places.here,
    )


def _years(form: TableForm, places: Places) -> tuple[int, ...]:
    written = {year for row in form.rows for year in row.amounts}
    if form.years is None:
        return tuple(sorted(written))
    if len(set(form.years)) < len(form.years):
        raise _fault(places.below("years"), "A year stands twice.", "Et år står to gange.")
    for index, row in enumerate(form.rows):
        for year in row.amounts:
            if year not in form.years:
                listed = ", ".join(map(str, form.years))
                raise _fault(
                    places.below("rows", index, "amounts", year),
                    f"{year} is none of the table's years ({listed}). Add it to 'years', or mend it.",
                    f"{year} er ikke et af tabellens år ({listed}). Føj det til 'years', eller ret det.",
                )
    return form.years


def _row(
    form: RowForm, table: TableForm, years: tuple[int, ...], precision: int | None, places: Places
) -> Row:
    _check_doubt(form, years, places)
    figures = {str(year): form.amounts.get(year) for year in years} | {TOTAL: form.total}
    return Row(
        kind=form.kind,
        label=form.label,
        control_area=form.control_area,
        committee=form.committee,
        appropriation=form.appropriation,
        direction=form.direction,
        amounts={year: _kroner(form.amounts.get(year)) for year in years},
        total=_kroner(form.total),
        doubt=form.doubt,
        location=places.here,
        printed=_printed(form, table, precision, figures),
        confirmed=dict(form.confirmed),
        places={key: _place(key, places) for key, amount in figures.items() if amount is not None},
    )


def _kroner(amount: int | None) -> Kroner | None:
    return None if amount is None else Kroner(amount)


def _place(key: str, places: Places) -> LineLocation:
    at: KeyPath = (TOTAL,) if key == TOTAL else ("amounts", int(key))
    return places.below(*at).here


def _printed(
    form: RowForm, table: TableForm, precision: int | None, figures: dict[str, int | None]
) -> dict[str, str]:
    """The figures as printed; one that no longer says the amount beside it is printed anew."""
    printed = {key: text for key, text in form.printed.items() if key in figures and figures[key] is None}
    for key, amount in figures.items():
        if amount is None:
            continue
        given = form.printed.get(key)
        kept = given is not None and says(given, amount, table.unit)
        printed[key] = given if given and kept else printed_figure(amount, table.unit, precision)
    return printed


def _check_doubt(form: RowForm, years: tuple[int, ...], places: Places) -> None:
    allowed = (*map(str, years), TOTAL, *_FIELDS)
    for index, word in enumerate(form.doubt):
        if word not in allowed:
            remedy = nearest(word, allowed)
            raise _fault(
                places.below("doubt", index),
                f"'{word}' is nothing of this row that could be in doubt. {remedy.en}",
                f"'{word}' er intet i denne række, der kan være i tvivl. {remedy.da}",
            )


def _fault(places: Places, en: str, da: str) -> StructuredFault:
    return StructuredFault(MISTAKE, en, da, places.line)
