"""The faults of series files, each with file and line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from grantcheck.data.fault import DataFault
from grantcheck.model.text import Text
from grantcheck.prices.checking import SeriesFault, faults
from grantcheck.prices.editions import edition_dates
from grantcheck.prices.loading import load_series
from grantcheck.report.json_text import json_of
from grantcheck.report.price_heading import indication
from grantcheck.report.price_words import price_words
from grantcheck.report.visible import visible

if TYPE_CHECKING:
    from grantcheck.model.text import Language
    from grantcheck.prices.series import PriceSeries

SCHEMA_VERSION = 1


@dataclass(frozen=True)
class Check:
    """A file, its series if it is one, and its faults."""

    path: Path
    series: PriceSeries | None
    faults: tuple[SeriesFault, ...]


def checked(path: Path) -> Check:
    """A file and its faults; one that is no series has the fault that makes it none."""
    try:
        series = load_series(path)
    except DataFault as fault:
        problem, remedy = Text(en=fault.problem, da=fault.problem), Text(en=fault.remedy, da=fault.remedy)
        return Check(path, None, (SeriesFault(line=fault.line, problem=problem, remedy=remedy),))
    return Check(path, series, faults(series))


@dataclass(frozen=True)
class ChecksText:
    """Renders checks a line each, as editors and builds read them."""

    language: Language

    def rendered(self, shown: Sequence[Check]) -> str:
        """The faults as text; files without any say so."""
        return "".join(f"{line}\n" for check in shown for line in self._lines(check))

    def _lines(self, check: Check) -> Iterator[str]:
        path = visible(str(check.path))
        for fault in check.faults:
            said = f"{fault.problem.spoken(self.language)} {fault.remedy.spoken(self.language)}"
            yield f"{path}:{fault.line}: {visible(said)}"
        if check.series and not check.faults:
            yield price_words(self.language).no_fault.format(
                path=path, steps=len(check.series.steps), editions=len(edition_dates(check.series))
            )
        if check.series and check.series.indicative:
            yield indication(check.series.name, self.language).plain


@dataclass(frozen=True)
class ChecksJson:
    """Renders checks as JSON."""

    language: Language

    def rendered(self, shown: Sequence[Check]) -> str:
        """The checks as JSON text."""
        return json_of({"schema_version": SCHEMA_VERSION, "files": [self._file(check) for check in shown]})

    def _file(self, check: Check) -> dict[str, object]:
        return {
            "path": str(check.path),
            "series": check.series.name if check.series else None,
            "indicative": bool(check.series and check.series.indicative),
            "faults": [
                {
                    "line": fault.line,
                    "problem": fault.problem.spoken(self.language),
                    "remedy": fault.remedy.spoken(self.language),
                }
                for fault in check.faults
            ],
        }
