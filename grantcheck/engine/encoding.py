"""Cases to the engine's facts: checked, then written as flat JSON text with small integer ids."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.envelope import (
    CASE,
    ID,
    KIND,
    LARGEST,
    MAX_TEXT_BYTES,
    SMALLEST,
    presence_field,
    value_field,
)
from grantcheck.engine.lint import text_bytes
from grantcheck.rules.comparable import comparable
from grantcheck.rules.vocabulary import FieldType

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from grantcheck.engine.uses import KindUse, Uses
    from grantcheck.model.fact import Fact
    from grantcheck.rules.vocabulary import Field, Kind, Vocabulary

KindAndText = tuple[str, str]
"""A fact for the engine: its kind, and its JSON text."""


@dataclass(frozen=True, slots=True)
class EncodedCase:
    """A case as the engine gets it."""

    number: int
    """Its position among all cases."""
    first_id: int
    """The id of its first fact; the others follow in order."""
    size: int
    """How many facts it has, read or not."""
    facts: tuple[KindAndText, ...]
    """Those that matter, of kinds that some rule reads."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A case, or a part of one, that the engine is asked about."""

    number: int
    """Its position among all cases."""
    case: Sequence[Fact]
    positions: Collection[int] | None = None
    """The facts that matter; None for all."""


def encode(asked: Iterable[Asked], uses: Uses, vocabulary: Vocabulary) -> Iterator[EncodedCase]:
    """Cases as the engine gets them; ids are unique over all of them."""
    writers = {kind: _Writer(kind, use, vocabulary.kinds[kind]) for kind, use in uses.items()}
    first_id = 1
    for one in asked:
        positions = range(len(one.case)) if one.positions is None else sorted(one.positions)
        facts = tuple(
            (fact.kind, writers[fact.kind].text(fact, first_id + position, one.number))
            for position in positions
            if (fact := one.case[position]).kind in writers
        )
        yield EncodedCase(one.number, first_id, len(one.case), facts)
        first_id += len(one.case)


class _Writer:
    """Writes facts of one kind; the session finds their ids where they stand here."""

    def __init__(self, name: str, use: KindUse, kind: Kind) -> None:
        self._head = f'{{"{KIND}":{json.dumps(name)},"{ID}":'
        self._presences = [
            (name, f',"{presence_field(name)}":') for name in sorted(use.read) if kind.fields[name].optional
        ]
        self._values = [(name, f',"{value_field(name)}":') for name in sorted(use.compared)]

    def text(self, fact: Fact, fact_id: int, case: int) -> str:
        """The fact as JSON text."""
        parts = [f'{self._head}{fact_id},"{CASE}":{case}']
        for name, key in self._presences:
            parts.append(f"{key}1" if is_there(fact, name) else f"{key}0")
        for name, key in self._values:
            value = fact.fields.get(name)
            if isinstance(value, str):
                parts.append(f"{key}{json.dumps(comparable(value), ensure_ascii=False)}")
            elif value is not None:
                parts.append(f"{key}{int(value)}")
        parts.append("}")
        return "".join(parts)


def is_there(fact: Fact, name: str) -> bool:
    """Whether the fact has the field, be it to compare or only to show."""
    return name in fact.fields or name in fact.shown


def unfit(case: Sequence[Fact], uses: Uses, vocabulary: Vocabulary) -> str | None:
    """Why this case cannot be judged by either engine; None where it can.

    It names the first value that a rule reads and the engine cannot hold, or a missing one that must be there.
    """
    for position, fact in enumerate(case):
        use = uses.get(fact.kind)
        if use is None:
            continue
        fields = vocabulary.kinds[fact.kind].fields
        for name in sorted(use.read):
            problem = _unfit_field(fact, name, fields[name], compared=name in use.compared)
            if problem:
                return f"Fact {position} ({fact.kind}): '{name}' {problem}."
    return None


def _unfit_field(fact: Fact, name: str, field: Field, *, compared: bool) -> str | None:
    if not is_there(fact, name):
        return None if field.optional else "is missing, and is not optional"
    return _unfit_value(fact.fields.get(name), field.type) if compared else None


def _unfit_value(value: object, wanted: FieldType) -> str | None:
    if wanted is FieldType.TEXT:
        return _unfit_text(value)
    if isinstance(value, bool) or not isinstance(value, int):
        return f"is {value!r}, not a whole number"
    return None if SMALLEST <= value <= LARGEST else f"is {value}, beyond ±2^63"


def _unfit_text(value: object) -> str | None:
    if not isinstance(value, str):
        return f"is {value!r}, not a text"
    size = text_bytes(value)
    if size is None:
        return "is not valid Unicode"
    return None if size <= MAX_TEXT_BYTES else f"has {size} bytes, more than {MAX_TEXT_BYTES}"
