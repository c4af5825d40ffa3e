"""What a finding is about, whatever page it stands on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from hashlib import sha256

from grantcheck.model.fact import Fact, Value
from grantcheck.rules.rule import Rule
from grantcheck.rules.tables.table import is_table_row
from grantcheck.rules.vocabulary import FieldType, Vocabulary

_LENGTH = 16
_NAMING = frozenset({FieldType.TEXT, FieldType.YEAR})
_SETTING = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212]")
"""What a line break may bring or take."""
_FOLDER = re.compile(r".*[\\/]")


def fingerprint(rule: Rule, note: str, facts: Mapping[str, Fact], vocabulary: Vocabulary) -> str:
    """Rule, note, grant and the normalised facts; no place, so that a new layout or another format keeps it.

    Of each fact by its alias counts what names it: texts, among them the id of a grant, and years; and of those whose
    places the rule shows what its conditions read, too. So neither another sentence of the note, another price series
    nor a threshold of a table changes what does not rest on it. A note without a code goes by its file, not its folder.
    """
    digest = sha256(f"{rule.id}\n{_FOLDER.sub('', note)}".encode())
    shown = rule.file.evidence or facts
    read = {(ref.alias, ref.name) for ref in rule.fields_read() if ref.alias in shown}
    for alias, fact in facts.items():
        if is_table_row(fact.kind):
            continue
        digest.update(f"\n{fact.kind}".encode())
        for name in _counted(fact, vocabulary, {name for each, name in read if each == alias}):
            digest.update(f"\n{name}={_plain(fact.fields[name])}".encode())
    return digest.hexdigest()[:_LENGTH]


def _counted(fact: Fact, vocabulary: Vocabulary, read: set[str]) -> Iterator[str]:
    fields = vocabulary.kinds[fact.kind].fields
    for name in sorted(fact.fields):
        field = fields[name]
        if not field.place and (name in read or field.type in _NAMING):
            yield name


def _plain(value: Value) -> str:
    """A text as every format of a note has it: no matter the letters' size, the hyphens and the blanks.

    >>> _plain("Mægler-\u00adindsats  2026"), _plain(-5)
    ('mæglerindsats2026', '-5')
    """
    if not isinstance(value, str):
        return str(value)
    return _SETTING.sub("", unicodedata.normalize("NFKC", value).casefold())
