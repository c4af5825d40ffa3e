"""The message where nothing was checked: no document, or none that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grantcheck.model.report import Report
    from grantcheck.model.text import Language


def tell_nothing_checked(report: Report, paths: Sequence[Path], language: Language) -> None:
    """Says that no note changed; or where nothing was found, and what would be read."""
    from grantcheck.report.catalogue import wording  # noqa: PLC0415
    from grantcheck.report.closing import scope_sentences  # noqa: PLC0415
    from grantcheck.report.reading import nothing_found  # noqa: PLC0415

    words = wording(language)
    if nothing_found(report):
        tell_nothing_found(paths, language)
    elif report.summary.documents == 0:
        tell(" ".join(scope_sentences(report, words)))


def tell_nothing_found(paths: Sequence[Path], language: Language) -> None:
    """Says where nothing was found, and what would be read."""
    from grantcheck.read.media import SUFFIXES  # noqa: PLC0415
    from grantcheck.report.catalogue import wording  # noqa: PLC0415

    tell(
        wording(language).no_document.format(
            paths=", ".join(map(str, paths)), suffixes=", ".join(sorted(SUFFIXES))
        )
    )
