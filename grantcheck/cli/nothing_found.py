"""The message for folders that hold nothing to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.cli.output import tell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from grantcheck.model.text import Language


def tell_nothing_found(paths: Sequence[Path], language: Language) -> None:
    """Says where nothing was found, and what would be read."""
    from grantcheck.read.reader import SUFFIXES  # noqa: PLC0415
    from grantcheck.report.catalogue import wording  # noqa: PLC0415

    tell(
        wording(language).no_document.format(
            paths=", ".join(map(str, paths)), suffixes=", ".join(sorted(SUFFIXES))
        )
    )
