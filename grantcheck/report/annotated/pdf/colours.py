"""The colours of boxes and of the list; the words beside them say the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.report.standing import Standing

if TYPE_CHECKING:
    from grantcheck.report.annotated.marks import Mark
    from grantcheck.report.annotated.pdf.drawing import Colour

INK: Colour = (0.1, 0.1, 0.1)
GREY: Colour = (0.35, 0.35, 0.35)
WHITE: Colour = (1, 1, 1)
_OF_STANDING: dict[Standing, Colour] = {
    Standing.ERROR: (0.72, 0.05, 0.05),
    Standing.WARNING: (0.62, 0.36, 0),
    Standing.NOT_VERIFIABLE: (0.42, 0.15, 0.55),
    Standing.NOTE: (0.1, 0.3, 0.6),
}


def colour_of(mark: Mark) -> Colour:
    """By how the finding stands; grey where it is waived."""
    return GREY if mark.finding.waiver else _OF_STANDING.get(mark.standing, INK)
