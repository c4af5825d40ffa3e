"""What two reports rest on, thing by thing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from grantcheck.model.record import ChangeKind, RecordChange
from grantcheck.model.report import Report
from grantcheck.model.text import Text

_Values = Mapping[str, str]
_ALL_RULES = "all rules"
_VOCABULARY = "facts.yaml"
_ANSWERS = frozenset({"waivers", "baseline", "report"})
"""Sections of settings that change no outcome."""


def record_changes(old: Report, new: Report) -> tuple[RecordChange, ...]:
    """Everything that the two reports do not have in common, but for their outcomes."""
    return tuple(_changes(old, new))


def _changes(old: Report, new: Report) -> Iterator[RecordChange]:
    yield from _between("input", _inputs(old), _inputs(new))
    yield from _between("rule", *_rules(old, new))
    titles = {each.path: each.title for each in (*old.parameters, *new.parameters)}
    yield from _between("parameter", _parameters(old), _parameters(new), titles)
    yield from _between("answer", _answers(old), _answers(new), titles)
    yield from _between("setting", _settings(old), _settings(new))
    yield from _between("version", _versions(old), _versions(new))
    yield from _between("engine", {"engine": old.judged_by.engine}, {"engine": new.judged_by.engine})
    yield from _between("day", {"as_of": old.as_of}, {"as_of": new.as_of})


def _between(
    kind: ChangeKind, old: _Values, new: _Values, titles: Mapping[str, Text | None] | None = None
) -> Iterator[RecordChange]:
    for name in sorted(old.keys() | new.keys()):
        was, now = old.get(name), new.get(name)
        if was != now:
            yield RecordChange(kind=kind, name=name, title=(titles or {}).get(name), was=was, now=now)


def _inputs(report: Report) -> _Values:
    return {each.path: each.sha256 for each in report.inputs}


def _rules(old: Report, new: Report) -> tuple[_Values, _Values]:
    """Rule by rule where both reports tell, else all at once."""
    if old.record is None or new.record is None:
        return {_ALL_RULES: old.rules.sha256}, {_ALL_RULES: new.rules.sha256}
    was, now = (
        {each.rule: each.sha256 for each in record.rules} | {_VOCABULARY: record.vocabulary}
        for record in (old.record, new.record)
    )
    return was, now


def _parameters(report: Report) -> _Values:
    answers = _answers(report)
    found = {each.path: each.sha256 for each in report.parameters if each.path not in answers}
    state = report.record.register_state if report.record else None
    return found | ({"register, batches": f"{state.batches}, {state.last_batch}"} if state else {})


def _answers(report: Report) -> _Values:
    """Files that answer for findings."""
    used = (report.waivers, report.baseline)
    return {each.path: each.sha256 for each in used if each is not None}


def _settings(report: Report) -> _Values:
    run = report.record.run if report.record else None
    asked = {"budget_year": str(report.budget_year), "since": report.scope.commit if report.scope else "None"}
    chosen = {name: values for name, values in run.settings.items() if name not in _ANSWERS} if run else {}
    return asked | dict(_flat(chosen))


def _flat(values: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in values.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{above}{key}.")
        else:
            yield f"{above}{key}", str(value)


def _versions(report: Report) -> _Values:
    return report.record.versions if report.record else {"grantcheck": report.grantcheck_version}
