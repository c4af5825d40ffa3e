"""What an audit of tables came to, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.formatting import format_number
from grantcheck.model.outcome import Outcome, Severity
from grantcheck.model.text import Language, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grantcheck.bulk.audit import BulkResult

_CASES = Text(en="{} cases, {} allocations", da="{} sager, {} bevillinger")
_OUTCOMES = {
    Outcome.HOLDS: Text(en="hold", da="holder"),
    Outcome.BROKEN: Text(en="broken", da="brudt"),
    Outcome.NOTED: Text(en="noted", da="bemærket"),
    Outcome.NOT_VERIFIABLE: Text(en="not verifiable", da="ikke efterprøvelige"),
    Outcome.NOT_APPLICABLE: Text(en="not applicable", da="ikke relevante"),
}
_CHECKS = Text(en="Checks", da="Kontroller")
_FINDINGS = Text(
    en="Findings: {} ({} errors, {} warnings broken)", da="Fund: {} ({} fejl, {} advarsler brudt)"
)
_LEFT_OUT = Text(
    en="Not judged on tables ({} rules): {}",
    da="Ikke bedømt på tabeller ({} regler): {}",
)
_SAMPLED = Text(
    en="Judged in full as a check of the screen: {} cases, {} differences",
    da="Bedømt fuldt ud som kontrol af siet: {} sager, {} forskelle",
)
_FAULT = Text(en="Fault: {}", da="Fejl i programmet: {}")
_MOST_FAULTS = 10


def bulk_summary(result: BulkResult, language: Language) -> str:
    """Counts of all outcomes, of the findings, and of what was not judged."""
    return "".join(f"{line}\n" for line in _lines(result, language))


def _lines(result: BulkResult, language: Language) -> Iterator[str]:
    def number(many: int) -> str:
        return format_number(many, language)

    yield _CASES.spoken(language).format(number(result.cases), number(result.allocations))
    counts = (
        f"{number(sum(one[outcome] for one in result.counts.values()))} {word.spoken(language)}"
        for outcome, word in _OUTCOMES.items()
    )
    yield f"{_CHECKS.spoken(language)}: {', '.join(counts)}"
    for rule, found in sorted(result.counts.items()):
        worth = [outcome for outcome in _OUTCOMES if outcome is not Outcome.NOT_APPLICABLE and found[outcome]]
        if worth:
            told = (f"{number(found[outcome])} {_OUTCOMES[outcome].spoken(language)}" for outcome in worth)
            yield f"  {rule}: {', '.join(told)}"
    errors, warnings = (result.severities.get(one, 0) for one in (Severity.ERROR, Severity.WARNING))
    yield _FINDINGS.spoken(language).format(number(result.findings), number(errors), number(warnings))
    left = result.left_out
    yield _LEFT_OUT.spoken(language).format(number(len(left)), ", ".join(left) or "–")
    yield _SAMPLED.spoken(language).format(number(result.sampled), number(len(result.differences)))
    for fault in (*result.differences, *result.faults)[:_MOST_FAULTS]:
        yield _FAULT.spoken(language).format(fault)
