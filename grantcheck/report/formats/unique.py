"""Fingerprints for platforms that drop a second finding with the same one."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from grantcheck.model.finding import Finding


def unique_fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with a fingerprint of its own: the second of a kind ends in "-2", and so on."""
    seen: Counter[str] = Counter()
    for finding in findings:
        seen[finding.fingerprint] += 1
        count = seen[finding.fingerprint]
        yield finding, finding.fingerprint if count == 1 else f"{finding.fingerprint}-{count}"
