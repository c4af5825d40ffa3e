"""Rules that an office turns off: set aside with the reason, never silently gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from grantcheck.data.fault import UnfitSetting
from grantcheck.rules.nearest_rule import nearest_rule
from grantcheck.rules.office import OFF, TurnedOff
from grantcheck.rules.reading_rules import READING_RULES
from grantcheck.rules.rule import OffRule, RuleBook


def without(book: RuleBook, off: Mapping[str, TurnedOff]) -> RuleBook:
    """The rules, those in `off` set aside.

    Raises:
        UnfitSetting: there is no such rule, no reason is given, or the rule cannot be spared.
    """
    for rule_id, why in off.items():
        _may_be_off(rule_id, why, book)
    return replace(
        book,
        rules=tuple(rule for rule in book.rules if rule.id not in off),
        off=tuple(
            OffRule(rule, off[rule.id].reason.strip(), off[rule.id].place)
            for rule in book.rules
            if rule.id in off
        ),
    )


def _may_be_off(rule_id: str, why: TurnedOff, book: RuleBook) -> None:
    key, rule = (*OFF, rule_id), book.rule(rule_id)
    if rule is None:
        near = nearest_rule(rule_id, [rule.id for rule in book.rules])
        raise UnfitSetting(key, f"There is no rule '{rule_id}'.", f"The nearest is {near}.")
    if rule.file.reported_by_program or rule_id in READING_RULES:
        problem = f"{rule_id} cannot be turned off: it tells what was not read or not judged."
        raise UnfitSetting(key, problem, "Take it out.")
    if not why.reason.strip():
        problem = f"{rule_id} is turned off without a reason."
        raise UnfitSetting(key, problem, "Write why; every report shows it.")
