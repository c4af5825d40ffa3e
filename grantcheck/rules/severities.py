"""Rules with the severities that an office gives them in place of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from grantcheck.data.fault import UnfitSetting
from grantcheck.model.outcome import Severity
from grantcheck.rules.nearest_rule import nearest_rule
from grantcheck.rules.office import SEVERITIES
from grantcheck.rules.rule import Rule, RuleBook


def with_severities(book: RuleBook, severities: Mapping[str, Severity]) -> RuleBook:
    """The rules, those named in `severities` with that severity however they are broken.

    Raises:
        UnfitSetting: there is no such rule, or it is not a check.
    """
    for rule_id in severities:
        _must_fit(rule_id, book)
    rules = tuple(_with(rule, severities[rule.id]) if rule.id in severities else rule for rule in book.rules)
    return replace(book, rules=rules)


def _must_fit(rule_id: str, book: RuleBook) -> None:
    rule = book.rule(rule_id)
    if rule is None:
        near = nearest_rule(rule_id, [check.id for check in book.rules if check.branches])
        raise UnfitSetting(
            (*SEVERITIES, rule_id), f"There is no rule '{rule_id}'.", f"The nearest check is {near}."
        )
    if rule.is_observation:
        problem = f"{rule_id} is an observation: it informs, and is never broken."
    elif rule.file.reported_by_program:
        problem = f"{rule_id} reports faults of the program, which nothing makes lighter."
    elif rule.file.severity is None:
        problem = f"{rule_id} has no severity: it can only end as not verifiable."
    else:
        return
    raise UnfitSetting(
        (*SEVERITIES, rule_id), problem, "Take it out; only checks, which can be broken, have a severity."
    )


def _with(rule: Rule, severity: Severity) -> Rule:
    branches = tuple(replace(branch, severity=severity) for branch in rule.branches)
    return replace(rule, file=rule.file.model_copy(update={"severity": severity}), branches=branches)
