"""How the figures of one table are written: one that is written otherwise may hold a mark, or a wrong dot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from grantcheck.read.numbers import Figure

_FINE_DECIMALS = 3
"""So many decimals are thousandths, or thousands written with a comma."""
_YEARS = (1990, 2050)
_COARSE_UNIT = 1_000_000


@dataclass(frozen=True, slots=True)
class FigureStyle:
    """What most figures of a table have in common."""

    grouped: bool
    """Whether thousands are set apart with a dot."""
    mixed: bool
    """Whether some have decimals and some have none."""
    fine: bool
    """Whether the unit is so small that decimals of it are odd."""

    def doubts(self, figure: Figure, *, adds_up: bool) -> bool:
        """Whether a figure may be something else than it seems; one of a row that adds up rarely is."""
        ungrouped = figure.ungrouped and (self.grouped or _YEARS[0] <= figure.value <= _YEARS[1])
        odd = ungrouped or (self.mixed and bool(figure.decimals))
        return (odd and not adds_up) or (self.fine and figure.decimals >= _FINE_DECIMALS)


def figure_style(figures: Iterable[Figure], unit: int | None) -> FigureStyle:
    """The style of a table's figures."""
    listed = list(figures)
    whole = [figure for figure in listed if figure.value]
    with_decimals = [figure for figure in whole if figure.decimals]
    return FigureStyle(
        grouped=any(figure.grouped for figure in listed),
        mixed=bool(with_decimals) and len(with_decimals) < len(whole),
        fine=(unit or 1) < _COARSE_UNIT,
    )
