"""Two reports on the same notes: which outcomes differ, where, and by which amounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_ore
from grantcheck.model.outcome import Outcome
from grantcheck.model.rules_diff import AmountChange, OutcomeChange, PlaceChange, RulesDiff

if TYPE_CHECKING:
    from grantcheck.model.explanation import Explanation, Operand, Step
    from grantcheck.model.finding import Finding
    from grantcheck.model.outcome import Severity
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language

_TOLD = frozenset({Outcome.BROKEN, Outcome.NOTED, Outcome.NOT_VERIFIABLE})
_GRAVEST_FIRST = (
    Outcome.BROKEN,
    Outcome.NOT_VERIFIABLE,
    Outcome.NOTED,
    Outcome.HOLDS,
    Outcome.NOT_APPLICABLE,
)
_THRESHOLD = "threshold"

CaseRule = tuple[str, str, str]
"""Note, path and rule."""
PlaceKey = tuple[object, ...]


@dataclass(frozen=True)
class _Placed:
    """What one side says of one place."""

    outcome: Outcome
    severity: Severity | None
    place: str
    message: str
    tree: Explanation | None


def difference(old: Report, new: Report, named: tuple[str, str], language: Language) -> RulesDiff:
    """What the new side changes; both reports list every check, with the conditions behind it."""
    before, after = _by_rule(old), _by_rule(new)
    rules = [{rule for _, _, rule in side} for side in (before, after)]
    keys = sorted({**before, **after})
    changes = (_change(key, before.get(key, ()), after.get(key, ()), language) for key in keys)
    return RulesDiff(
        old=named[0],
        new=named[1],
        old_sha256=old.rules.sha256,
        new_sha256=new.rules.sha256,
        notes=len({(heading.note, heading.path) for side in (old, new) for heading in side.notes}),
        compared=len(keys),
        added=tuple(sorted(rules[1] - rules[0])),
        removed=tuple(sorted(rules[0] - rules[1])),
        changes=tuple(change for change in changes if change is not None),
    )


def _by_rule(report: Report) -> dict[CaseRule, list[Finding]]:
    found: dict[CaseRule, list[Finding]] = {}
    for finding in report.findings:
        found.setdefault((finding.note, finding.path, finding.rule), []).append(finding)
    return found


def _change(
    key: CaseRule, old: Sequence[Finding], new: Sequence[Finding], language: Language
) -> OutcomeChange | None:
    outcomes = _outcome(old), _outcome(new)
    places = tuple(_places(_placed(old), _placed(new), language))
    if outcomes[0] is outcomes[1] and not places:
        return None
    note, path, rule = key
    title = (new or old)[0].title
    return OutcomeChange(
        note=note, path=path, rule=rule, title=title, old=outcomes[0], new=outcomes[1], places=places
    )


def _outcome(findings: Sequence[Finding]) -> Outcome | None:
    found = {finding.outcome for finding in findings}
    return next((outcome for outcome in _GRAVEST_FIRST if outcome in found), None)


def _placed(findings: Sequence[Finding]) -> dict[PlaceKey, _Placed]:
    """What is told, by place; the places where a rule held are there to be compared with."""
    found: dict[PlaceKey, _Placed] = {}
    for finding in findings:
        trees = finding.trace.explanations if finding.trace else ()
        told = finding.outcome in _TOLD
        for tree in trees or (None,):
            place = finding.evidence[0].place if finding.evidence else _place(tree)
            severity = finding.severity if told else None
            said = _Placed(finding.outcome, severity, place, finding.message if told else "", tree)
            key = _key(tree)
            found[(*key, sum(one[:-1] == key for one in found))] = said
    return found


def _key(tree: Explanation | None) -> PlaceKey:
    """Where the facts stand that a rule was asked about; rows of tables are what may have changed."""
    sources = tree.sources if tree else ()
    return tuple(
        (source.alias, tuple(str(each.location) for each in source.evidence))
        for source in sources
        if not any(each.role == _THRESHOLD for each in source.evidence) and source.evidence
    )


def _place(tree: Explanation | None) -> str:
    """The last fact of a rule stands for its place: the first is mostly the note itself."""
    places = [source.evidence[0].place for source in tree.sources if source.evidence] if tree else []
    return places[-1] if places else ""


def _places(
    old: Mapping[PlaceKey, _Placed], new: Mapping[PlaceKey, _Placed], language: Language
) -> Iterator[PlaceChange]:
    for key in dict.fromkeys((*new, *old)):
        before, after = old.get(key), new.get(key)
        told = [one for one in (after, before) if one is not None and one.outcome in _TOLD]
        if not told or _same(before, after):
            continue
        yield PlaceChange(
            place=told[0].place,
            old=before.outcome if before else None,
            new=after.outcome if after else None,
            old_severity=before.severity if before else None,
            new_severity=after.severity if after else None,
            message=told[0].message,
            amounts=tuple(_amounts(before, after, language)),
        )


def _same(before: _Placed | None, after: _Placed | None) -> bool:
    return (
        before is not None
        and after is not None
        and (before.outcome, before.severity) == (after.outcome, after.severity)
    )


def _amounts(before: _Placed | None, after: _Placed | None, language: Language) -> Iterator[AmountChange]:
    if not (before and after and before.tree and after.tree):
        return
    old, new = _money(before.tree), _money(after.tree)
    for field in new:
        if field in old and old[field].value != new[field].value:
            yield _amount(field, old[field], new[field], language)


def _amount(field: str, old: Operand, new: Operand, language: Language) -> AmountChange:
    values = [one.value if isinstance(one.value, int) else None for one in (old, new)]
    known = [value for value in values if value is not None]
    between = known[1] - known[0] if len(known) == len(values) else None
    shown = " → ".join("–" if value is None else format_ore(value, language) for value in values)
    if between is not None:
        sign = "+" if between > 0 else ""
        shown = f"{shown} ({sign}{format_ore(between, language)})"
    return AmountChange(
        field=field, means=new.means or field, old=values[0], new=values[1], difference=between, shown=shown
    )


def _money(tree: Explanation) -> dict[str, Operand]:
    """Every amount that the conditions name, by its field."""
    found: dict[str, Operand] = {}
    waiting: list[Step] = [part.step for part in reversed(tree.parts)]
    while waiting:
        step = waiting.pop()
        waiting.extend(reversed(step.inner))
        for operand in step.operands:
            if operand.field is not None and operand.type == "money":
                found.setdefault(operand.field, operand)
    return found
