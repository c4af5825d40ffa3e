"""Two reports finding by finding: new, fixed, changed, and why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import PurePath

from grantcheck.model.finding import Finding
from grantcheck.model.outcome import Outcome
from grantcheck.model.record import Cause, FindingChange, RecordChange, ReportComparison
from grantcheck.model.report import Report
from grantcheck.record.differences import record_changes

_FOUND = frozenset({Outcome.BROKEN, Outcome.NOT_VERIFIABLE, Outcome.NOTED})
_FIGURES = re.compile(r"[\W\d_]+")
_Key = Callable[[Finding], object]
_Pairs = list[tuple[Finding, Finding]]


def compared(old: Report, new: Report) -> ReportComparison:
    """What became of every finding. One that says something else is paired where it can be for certain."""
    record = record_changes(old, new)
    before, after = _found(old), _found(new)
    same, before, after = _paired(before, after, lambda one: (one.rule, one.fingerprint), only_one=False)
    changed: _Pairs = [pair for pair in same if _standing(pair[0]) != _standing(pair[1])]
    pairs, before, after = _paired(before, after, _subject, only_one=True)
    changed += pairs
    causes = _Causes(old, new, record)
    changes = [
        *(FindingChange(kind="new", before=None, after=one, causes=causes.of(None, one)) for one in after),
        *(FindingChange(kind="fixed", before=one, after=None, causes=causes.of(one, None)) for one in before),
        *(FindingChange(kind="changed", before=b, after=a, causes=causes.of(b, a)) for b, a in changed),
    ]
    ordered = sorted(
        changes, key=lambda one: (one.finding.note, one.finding.rule, one.kind, one.finding.fingerprint)
    )
    unchanged = sum(_standing(b) == _standing(a) for b, a in same)
    return ReportComparison(unchanged=unchanged, findings=tuple(ordered), record=record)


def _found(report: Report) -> list[Finding]:
    return [finding for finding in report.findings if finding.outcome in _FOUND]


def _paired(
    before: Sequence[Finding], after: Sequence[Finding], key: _Key, *, only_one: bool
) -> tuple[_Pairs, list[Finding], list[Finding]]:
    """Findings of one key, and what is left of either side; with `only_one` where each side has just one of it."""
    sides: dict[object, tuple[list[Finding], list[Finding]]] = defaultdict(lambda: ([], []))
    for side, findings in enumerate((before, after)):
        for finding in findings:
            sides[key(finding)][side].append(finding)
    pairs: _Pairs = []
    rest: tuple[list[Finding], list[Finding]] = ([], [])
    for old, new in sides.values():
        fits = len(old) == len(new) == 1 if only_one else True
        count = min(len(old), len(new)) if fits else 0
        pairs += zip(old[:count], new[:count], strict=True)
        rest[0].extend(old[count:])
        rest[1].extend(new[count:])
    return pairs, *rest


def _subject(finding: Finding) -> object:
    """What a finding is about, figures apart: the same words in both reports, whatever amounts stand beside them."""
    sides = tuple((each.role, each.year, _FIGURES.sub("", each.text).casefold()) for each in finding.evidence)
    return finding.rule, own_name(finding.note), finding.grants, sides


def _standing(finding: Finding) -> object:
    return finding.outcome, finding.severity


def own_name(note: str) -> str:
    """A note's code, or the name of its file wherever it lies."""
    return PurePath(note.replace("\\", "/")).name.casefold()


class _Causes:
    """Why findings differ, as far as the two records tell."""

    def __init__(self, old: Report, new: Report, record: Sequence[RecordChange]) -> None:
        self._old, self._new = _content_by_note(old), _content_by_note(new)
        kinds = {change.kind for change in record}
        self._rules = {change.name for change in record if change.kind == "rule"}
        self._general = tuple(_general(kinds))

    def of(self, before: Finding | None, after: Finding | None) -> tuple[Cause, ...]:
        """All that may have made the difference; the note first."""
        finding = after or before
        if finding is None:
            return ()
        note = own_name(finding.note)
        rule = self._rules & {finding.rule, "all rules", "facts.yaml"}
        found: list[Cause] = ["note"] if self._old.get(note) != self._new.get(note) else []
        found += ["rule"] if rule else []
        found += self._general
        return tuple(found) or ("round",)


def _general(kinds: Collection[str]) -> Iterator[Cause]:
    if "parameter" in kinds:
        yield "parameters"
    if "setting" in kinds:
        yield "settings"
    if not {"version", "engine"}.isdisjoint(kinds):
        yield "program"
    if "day" in kinds:
        yield "day"


def _content_by_note(report: Report) -> dict[str, frozenset[str]]:
    """The hashes of the files of each note; a note that is no file, as the register is one, has none."""
    contents = {each.path: each.sha256 for each in report.inputs}
    found: dict[str, set[str]] = defaultdict(set)
    for heading in report.notes:
        if heading.path in contents:
            found[own_name(heading.note)].add(contents[heading.path])
    return {note: frozenset(hashes) for note, hashes in found.items()}
