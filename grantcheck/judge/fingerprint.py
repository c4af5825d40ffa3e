"""What a finding is about, whatever page it stands on."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from grantcheck.model.fact import Fact
from grantcheck.rules.tables.table import is_table_row

_LENGTH = 16


def fingerprint(rule: str, note: str, facts: Sequence[Fact]) -> str:
    """Rule, note and the normalised facts; no place, so that a new layout keeps it; no threshold of a table either."""
    digest = sha256(f"{rule}\n{note}".encode())
    for fact in facts:
        if is_table_row(fact.kind):
            continue
        digest.update(f"\n{fact.kind}".encode())
        for name in sorted(fact.fields):
            digest.update(f"\n{name}={fact.fields[name]}".encode())
    return digest.hexdigest()[:_LENGTH]
