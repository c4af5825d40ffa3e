"""The kinds of facts that decision tables add to the vocabulary."""

from __future__ import annotations

from collections.abc import Iterable

from grantcheck.rules.tables.table import DecisionTable
from grantcheck.rules.vocabulary import Vocabulary


def with_tables(vocabulary: Vocabulary, tables: Iterable[DecisionTable]) -> Vocabulary:
    """The vocabulary with a kind for the rows of each table."""
    added = {table.kind: table.words() for table in tables}
    return Vocabulary(kinds={**vocabulary.kinds, **added}) if added else vocabulary
