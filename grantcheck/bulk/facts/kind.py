"""A kind of fact as columns."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from grantcheck.bulk.sql import name

Read = AbstractSet[tuple[str, str]]
"""Fields that rules read: the kind, and the field's name."""

CASE = "c"
"""The table of a batch's cases, a row each, with the fields of every kind that a case has once."""


@dataclass(frozen=True)
class Kind:
    """A kind of fact: its fields over the columns of the cases, or of a table of its own."""

    name: str
    fields: Mapping[str, str]
    """The SQL of each field; null where it is missing. Money is in øre."""
    shown: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """The SQL of fields that are sentences, in English and Danish; `{t}` stands for the fact's table."""
    exists: str = "TRUE"
    """Of a kind that a case has once at most: whether it has it."""
    rows: str | None = None
    """Of a kind that a case may have several times: a query that gives `row`, `n` and what `fields` speak of."""
    kept: Mapping[str, str] = field(default_factory=dict)
    """Columns of its own table that are no fields, for `shown` and the places."""
    register_rows: str = "NULL"
    """The rows of the register it rests on, as an SQL list; `{t}` stands for the fact's table."""
    columns: str = "NULL"
    """The columns of the proposals it rests on, as an SQL list of names; `{t}` as above."""

    @property
    def table(self) -> str:
        """The table of a batch that holds its fields."""
        return CASE if self.rows is None else f"facts {self.name}"

    @property
    def there(self) -> str:
        """The column that says whether a case has it."""
        return name(f"{self.name}.")

    def column(self, field_name: str) -> str:
        """The column of a field, in quotes."""
        return name(f"{self.name}.{field_name}")

    def selected(self, read: Read) -> str:
        """Its fields as columns of a SELECT, without those that messages alone speak of, in words of their own."""
        found = [
            f"{expression} AS {self.column(one)}"
            for one, expression in self.fields.items()
            if one not in self.shown or (self.name, one) in read
        ]
        found += [f"{expression} AS {one}" for one, expression in self.kept.items()]
        if self.rows is None:
            found.append(f"({self.exists}) AS {self.there}")
        return ", ".join(found)
