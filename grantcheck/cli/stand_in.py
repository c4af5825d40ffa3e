"""The notice that durable-rules could not judge, and how it is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.cli.output import tell

if TYPE_CHECKING:
    from grantcheck.model.report import Report
    from grantcheck.model.text import Language


def tell_stand_in(report: Report, language: Language) -> None:
    """Says so where another engine judged than would have; silent otherwise."""
    if report.judged_by.in_place_of is None:
        return
    from grantcheck.engine.fault import REBUILD  # noqa: PLC0415
    from grantcheck.report.catalogue import wording  # noqa: PLC0415

    words = wording(language)
    tell(f"{words.judged_in_place} {words.engine_remedy.format(command=REBUILD)}")
