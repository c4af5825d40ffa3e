"""A rule in a SARIF log: what it says, why, and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grantcheck.model.outcome import Severity
from grantcheck.report.catalogue import wording
from grantcheck.report.formats.markdown_text import markdown
from grantcheck.report.severity import severities

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.rules.rule import Rule


def rule_entry(rule: Rule, language: Language) -> dict[str, Any]:
    """The rule as SARIF's reportingDescriptor, in one language."""
    file = rule.file
    title, why = file.title.spoken(language), file.rationale.spoken(language)
    fix = file.fix.spoken(language)
    words = wording(language)
    parts = [(words.why, why), (words.fix_heading, fix), (words.reference, file.reference)]
    return {
        "id": rule.id,
        "name": file.name,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why},
        "help": {
            "text": "\n".join(f"{label}: {said}" for label, said in parts if said),
            "markdown": "\n\n".join(f"**{label}.** {markdown(said)}" for label, said in parts if said),
        },
        "defaultConfiguration": {"level": _level(rule)},
    }


def _level(rule: Rule) -> str:
    """The gravest level; a rule that can only end as *not verifiable* has none."""
    found = severities(rule)
    return (found[0] if found else Severity.NOTE).value
