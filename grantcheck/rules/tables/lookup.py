"""The rows of decision tables that fit the facts of a case, as facts that rules join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import TYPE_CHECKING

from grantcheck.model.fact import Fact, Trace, Value
from grantcheck.model.formatting import format_number, format_ore
from grantcheck.model.text import Language, Text
from grantcheck.rules.comparable import comparable
from grantcheck.rules.tables.table import NO_ROW, ROW, DecisionTable, Row, is_table_row
from grantcheck.rules.vocabulary import FieldType

if TYPE_CHECKING:
    from grantcheck.rules.rule import Rule

Asked = tuple[Value | None, ...]
"""What the inputs of a table are; None where one is missing."""


def with_rows(facts: Sequence[Fact], rules: Iterable[Rule]) -> tuple[Fact, ...]:
    """The facts of a case, and for every combination that a table can be asked about, the row that fits.

    For each combination there is one such fact, also where no row fits: a rule is judged there all the same.
    """
    own = [fact for fact in facts if not is_table_row(fact.kind)]
    found = [row for rule in rules for table in rule.tables for row in _rows(own, rule, table)]
    return (*own, *found)


def row_that_fits(table: DecisionTable, asked: Asked) -> Row | Text | None:
    """The row for these values; None where none fits; a reason where a missing value leaves it open."""
    open_input: int | None = None
    for row in table.rows:
        fits = row.fits(asked)
        if fits is True and (table.hit == "unique" or open_input is None):
            return row
        if fits is None and open_input is None:
            open_input = next(at for at, span in enumerate(row.spans) if span.fits(asked[at]) is None)
    if open_input is None:
        return None
    means = table.inputs[open_input].field.means
    return Text(
        en=f"{means.en}, for which the table {table.shown_path} asks",
        da=f"{means.da}, som tabellen {table.shown_path} spørger om",
    )


def row_of(table: DecisionTable, fact: Fact) -> int | None:
    """The number of the row that such a fact is, or None where none fits."""
    asked = tuple(fact.fields.get(table.given(at).name) for at in range(len(table.inputs)))
    row = row_that_fits(table, asked)
    return row.number if isinstance(row, Row) else None


def _rows(facts: Sequence[Fact], rule: Rule, table: DecisionTable) -> Iterator[Fact]:
    for asked in _all_asked(facts, rule, table):
        given = {table.given(at).name: value for at, value in enumerate(asked) if value is not None}
        row = row_that_fits(table, asked)
        if isinstance(row, Row):
            shown = {ROW: _said(table, row)}
            yield Fact(table.kind, {**given, NO_ROW: 0, **row.values}, shown, traces=_traces(table, row))
            continue
        why = row or _none_fits(table, asked)
        yield Fact(table.kind, {**given, NO_ROW: int(row is None)}, missing=dict.fromkeys(table.outputs, why))


def _all_asked(facts: Sequence[Fact], rule: Rule, table: DecisionTable) -> Iterator[Asked]:
    """Every combination of values that the inputs have together, once, in the order of the facts."""
    aliases = list(dict.fromkeys(asked.ref.alias for asked in table.inputs))
    of_alias = [_distinct(facts, rule.file.facts[alias], _names(table, alias)) for alias in aliases]
    for chosen in product(*of_alias):
        values = dict(zip(aliases, map(iter, chosen), strict=True))
        yield tuple(next(values[asked.ref.alias]) for asked in table.inputs)


def _names(table: DecisionTable, alias: str) -> list[str]:
    return [asked.ref.name for asked in table.inputs if asked.ref.alias == alias]


def _distinct(facts: Sequence[Fact], kind: str, names: Sequence[str]) -> list[Asked]:
    found: dict[Asked, Asked] = {}
    for fact in facts:
        if fact.kind == kind:
            values = tuple(fact.fields.get(name) for name in names)
            found.setdefault(tuple(None if value is None else comparable(value) for value in values), values)
    return list(found.values())


def _none_fits(table: DecisionTable, asked: Asked) -> Text:
    def said(language: Language) -> str:
        return ", ".join(
            f"{each.field.means.spoken(language)}: {_value(value, each.field.type, language)}"
            for each, value in zip(table.inputs, asked, strict=True)
            if value is not None
        )

    return Text(
        en=f"a row of the table {table.shown_path} that fits ({said('en')})",
        da=f"en række i tabellen {table.shown_path}, der passer ({said('da')})",
    )


def _said(table: DecisionTable, row: Row) -> Text:
    def said(language: Language) -> str:
        listed = "; ".join(
            f"{field.means.spoken(language)} {_value(row.values[name], field.type, language)}"
            for name, field in table.outputs.items()
        )
        places = ", ".join(cell.name for cell in row.places.values())
        return f"{table.shown_path}, {places}: {listed}"

    return Text(en=said("en"), da=said("da"))


def _traces(table: DecisionTable, row: Row) -> tuple[Trace, ...]:
    return tuple(
        Trace(
            role="threshold",
            text=row.text,
            place=Text(en=f"{table.shown_path}, {cell.place.en}", da=f"{table.shown_path}, {cell.place.da}"),
            location=cell.location,
            path=table.shown_path,
        )
        for cell in row.places.values()
    )


def _value(value: Value, of_type: FieldType, language: Language) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    match of_type:
        case FieldType.MONEY:
            return format_ore(value, language)
        case FieldType.COUNT:
            return format_number(value, language)
        case FieldType.FLAG:
            return {"en": ("no", "yes"), "da": ("nej", "ja")}[language][value]
        case _:
            return str(value)
