"""The parameters of a rule, a line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.rules.rule import Rule


def parameter_lines(rule: Rule, language: Language) -> list[str]:
    """Name, value and meaning of each; where an office set it, the place."""
    lines = []
    for one in rule.parameters:
        value, means = one.declared.spoken(one.value, language), one.declared.means.spoken(language)
        said = f"{one.name} = {value}: {means}"
        lines.append(f"{said} ({one.place})" if one.place else said)
    return lines
