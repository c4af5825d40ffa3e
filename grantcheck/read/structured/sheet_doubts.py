"""What is said of cells that were seen but not read for certain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.model.note import TOTAL, Unread
from grantcheck.model.text import Text
from grantcheck.read.structured.amounts import AMBIGUOUS

if TYPE_CHECKING:
    from grantcheck.read.structured.amounts import Amount
    from grantcheck.read.structured.cells import Cell

MARK = "GC905"
_EXCERPT = 200


def figure_doubt(about: str, key: str, cell: Cell, amount: Amount) -> Unread | None:
    """The entry for a figure in doubt; None where it is not."""
    if amount.doubt is None:
        return None
    en, da = ("total", "i alt") if key == TOTAL else (key, key)
    shown = f" ('{cell.text[:_EXCERPT]}')" if cell.text else ""
    message = Text(en=f"{en}{shown}: {amount.doubt.en}.", da=f"{da}{shown}: {amount.doubt.da}.")
    return Unread(
        code=amount.code, about=about, message=message, excerpt=cell.text[:_EXCERPT], location=cell.location
    )


def word_doubt(about: str, cell: Cell, wanted: Text, code: str = AMBIGUOUS) -> Unread:
    """The entry for a cell whose words are not understood, or differ from those of another row."""
    shown = f"'{cell.text[:_EXCERPT]}'"
    message = Text(en=f"{shown} {wanted.en}.", da=f"{shown} {wanted.da}.")
    return Unread(
        code=code, about=about, message=message, excerpt=cell.text[:_EXCERPT], location=cell.location
    )


NO_AREA = Text(en="is no control area", da="er intet styringsområde")
NO_DIRECTION = Text(en="is neither income (I) nor expense (U)", da="er hverken indtægt (I) eller udgift (U)")
NO_UNIT = Text(en="is no unit, such as '1.000 kr.'", da="er ingen enhed som '1.000 kr.'")
NO_LEVEL = Text(en="is no price level, such as '2026 p/l'", da="er intet prisniveau som '2026 p/l'")
NO_YEAR = Text(en="is no year", da="er intet år")
NO_MARK = Text(en="is neither a mark nor blank", da="er hverken et kryds eller tomt")
NO_VALUE = Text(
    en="is a formula without a stored value, or an error", da="er en formel uden gemt værdi eller en fejl"
)
DIFFERS = Text(
    en="differs from another row of the same note", da="er forskelligt fra en anden række i samme notat"
)
