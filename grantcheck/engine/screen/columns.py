"""The fields of a kind of fact as the screen reads them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.engine.envelope import LARGEST, SMALLEST
from grantcheck.rules.vocabulary import FieldType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.engine.uses import KindUse
    from grantcheck.rules.vocabulary import Kind


@dataclass(frozen=True)
class Column:
    """A field that some rule reads."""

    number: int
    name: str
    optional: bool
    """Whether it may be missing."""
    compared: bool
    """Whether its value matters; otherwise only whether it is there."""
    text: bool

    @property
    def value(self) -> str:
        """The local that holds its value, None where it is missing."""
        return f"v{self.number}"

    @property
    def presence(self) -> str:
        """The local that says whether it is there, where its value does not tell."""
        return f"k{self.number}"

    @property
    def local(self) -> str:
        """The local that holds all that the rules ask of it."""
        return self.value if self.compared else self.presence

    def reading(self) -> Iterator[str]:
        """The statements that read it of `fact`; they return True where the engine could not hold it."""
        if not self.compared:
            yield f"{self.presence} = {self.name!r} in fields or {self.name!r} in fact.shown"
            if not self.optional:
                yield f"if not {self.presence}: return True"
            return
        yield f"{self.value} = fields.get({self.name!r})"
        if not self.optional:
            yield from self._fitting()
            return
        yield f"if {self.value} is None:"
        yield f"    if {self.name!r} in fact.shown: return True"
        yield "else:"
        yield from (f"    {line}" for line in self._fitting())

    def _fitting(self) -> Iterator[str]:
        if self.text:
            yield f"{self.value} = folded({self.value})"
            yield f"if {self.value} is None: return True"
        else:
            held = f"{SMALLEST} <= {self.value} <= {LARGEST}"
            yield f"if type({self.value}) is not int or not {held}: return True"


def columns_of(kind: Kind, use: KindUse) -> dict[str, Column]:
    """The columns of a kind, by the names of their fields."""
    return {
        name: Column(
            number,
            name,
            kind.fields[name].optional,
            name in use.compared,
            kind.fields[name].type is FieldType.TEXT,
        )
        for number, name in enumerate(sorted(use.read | use.compared))
    }
