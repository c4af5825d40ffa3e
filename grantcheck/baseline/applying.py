"""Findings that a baseline has, and what became of its entries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import PurePath

from grantcheck.baseline.file import BaselineFile
from grantcheck.model.baseline import Baseline, BaselineInUse, KnownFinding
from grantcheck.model.finding import Finding
from grantcheck.model.outcome import Outcome
from grantcheck.rules.rule import RuleBook

_TAKEN = frozenset({Outcome.BROKEN, Outcome.NOT_VERIFIABLE})
"""What may make a run fail; nothing else is worth remembering."""


def with_baseline(
    found: Sequence[tuple[Finding, ...]],
    notes: Collection[str],
    file: BaselineFile,
    book: RuleBook,
    *,
    whole: bool,
) -> tuple[list[tuple[Finding, ...]], BaselineInUse]:
    """The findings of each case, those that the baseline has marked, and the baseline with what became of it.

    An entry stands for one finding: a second of the same fingerprint is new. A finding with a waiver stays the
    waiver's, and its entry is not called fixed. `notes` are those that were judged; `whole` says that the rest of a
    round is gone rather than left out.
    """
    left = Counter(known.fingerprint for known in file.baseline.known)
    marked = []
    for findings in found:
        own = []
        for finding in findings:
            known = may_be_known(finding, book) and left[finding.fingerprint] > 0
            left[finding.fingerprint] -= int(known)
            own.append(
                finding.model_copy(update={"baselined": True})
                if known and finding.waiver is None
                else finding
            )
        marked.append(tuple(own))
    gone = _gone(file.baseline.known, left)
    names = {_name(note) for note in notes}
    fixed = tuple(known for known in gone if whole or _name(known.note) in names)
    return marked, BaselineInUse(
        path=file.path,
        sha256=file.sha256,
        entries=len(file.baseline.known),
        found=len(file.baseline.known) - len(gone),
        fixed=fixed,
        not_looked_at=len(gone) - len(fixed),
    )


def may_be_known(finding: Finding, book: RuleBook) -> bool:
    """Whether a baseline may hold the finding: it could fail, and does not say that something was not read."""
    rule = book.rule(finding.rule)
    return finding.outcome in _TAKEN and rule is not None and rule.file.waivable


def taken(
    findings: Iterable[Finding],
    notes: Collection[str],
    before: Baseline | None,
    version: str,
    as_of: str,
    book: RuleBook,
) -> Baseline:
    """The baseline of a run; of one before it what it says of notes that were not judged is kept.

    What a waiver answers for is no part of it: when the waiver lapses, the finding is new.
    """
    names = {_name(note) for note in notes}
    kept = [known for known in before.known if _name(known.note) not in names] if before else []
    new = [
        KnownFinding(
            fingerprint=finding.fingerprint,
            rule=finding.rule,
            note=finding.note,
            outcome=finding.outcome,
            severity=finding.severity,
            message=finding.message,
        )
        for finding in findings
        if may_be_known(finding, book) and finding.waiver is None
    ]
    return Baseline(grantcheck_version=version, as_of=as_of, known=(*kept, *new))


def _gone(known: Iterable[KnownFinding], left: Counter[str]) -> list[KnownFinding]:
    """The entries that no finding took; of several alike the last."""
    rest = Counter(left)
    gone = []
    for one in reversed(list(known)):
        if rest[one.fingerprint] > 0:
            rest[one.fingerprint] -= 1
            gone.append(one)
    return gone[::-1]


def _name(note: str) -> str:
    """A note's code, or the name of its file wherever it lies."""
    return PurePath(note.replace("\\", "/")).name.casefold()
