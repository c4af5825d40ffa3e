"""Editions that can know what they state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from grantcheck.model.text import Text
from grantcheck.prices.checks.fault import SeriesFault
from grantcheck.prices.series import PriceSeries, Step, StepStatus

_ESTIMATE = Text(
    en="Write 'status: estimate', or mend the date of the edition.",
    da="Skriv 'status: estimate' (skøn), eller ret udgavens dato.",
)
_CHECK_AGAIN = Text(
    en="Compare the value with its source and write the day as last_checked, or mend the date of the edition.",
    da="Sammenlign værdien med kilden og skriv dagen som last_checked, eller ret udgavens dato.",
)


def dating_faults(series: PriceSeries) -> Iterator[SeriesFault]:
    """Outcomes before the year was over, and editions after they were last checked."""
    for step in series.steps:
        if step.status is StepStatus.OUTCOME and step.edition <= date(step.to_year, 12, 31):
            yield _too_early(step)
        yield from _after_check(step.line, step.edition, step.last_checked or series.last_checked)
    if series.fixed:
        yield from _after_check(series.fixed.line, series.fixed.edition, series.last_checked)


def _too_early(step: Step) -> SeriesFault:
    problem = Text(
        en=f"The edition {step.edition} cannot state an outcome for {step.to_year}, which was not over.",
        da=f"Udgaven {step.edition} kan ikke oplyse det endelige tal for {step.to_year}, som ikke var forbi.",
    )
    return SeriesFault(line=step.line, problem=problem, remedy=_ESTIMATE)


def _after_check(line: int, edition: date, last_checked: date | None) -> Iterator[SeriesFault]:
    if last_checked is None or edition <= last_checked:
        return
    problem = Text(
        en=f"The edition {edition} is later than the day it was last checked, {last_checked}.",
        da=f"Udgaven {edition} er senere end den dag, den sidst blev kontrolleret, {last_checked}.",
    )
    yield SeriesFault(line=line, problem=problem, remedy=_CHECK_AGAIN)
