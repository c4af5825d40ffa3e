"""The words that rules may use: kinds of facts and their fields, as data in `rules/facts.yaml`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from grantcheck.data.marked_yaml import load
from grantcheck.data.validated import validated
from grantcheck.model.frozen import Frozen
from grantcheck.model.text import Text


class FieldType(StrEnum):
    """What a field holds. The last three are for messages only; conditions cannot compare them."""

    MONEY = "money"
    """Øre in a fact; kroner in rule files and messages."""
    YEAR = "year"
    COUNT = "count"
    FLAG = "flag"
    """0 or 1."""
    TEXT = "text"
    AMOUNTS = "amounts"
    """A list of amounts in øre."""
    TEXTS = "texts"
    """A list of texts."""
    SENTENCE = "sentence"
    """A text in both languages."""

    @property
    def comparable(self) -> bool:
        """Whether a condition may compare a field of this type."""
        return self not in {FieldType.AMOUNTS, FieldType.TEXTS, FieldType.SENTENCE}


class Field(Frozen):
    """A field of a fact."""

    type: FieldType
    optional: bool = False
    """Whether it may be missing: not read, in doubt, or not known."""
    place: bool = False
    """Whether it tells where something stands, not what it is: it is no part of a fingerprint."""
    means: Text


class Kind(Frozen):
    """A kind of fact."""

    means: Text
    fields: dict[str, Field]


class Vocabulary(Frozen):
    """All kinds of facts."""

    kinds: dict[str, Kind]


def load_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary in `folder`/facts.yaml.

    Raises:
        DataFault: the file has a mistake.
    """
    return validated(Vocabulary, load(folder / "facts.yaml"))
