"""Why a cell of a laid-out table was not read for certain, in both languages."""

from __future__ import annotations

from grantcheck.model.text import Text
from grantcheck.read.blocks import MAY_GO_ON

_DANISH = {
    "it is not certain which row this belongs to": "det er ikke sikkert, hvilken række den hører til",
    MAY_GO_ON: "den kan være fortsættelsen af cellen ovenfor",
    "letters of several sizes stand in rows that no line parts": (
        "bogstaver af flere størrelser står i rækker, som ingen streg skiller"
    ),
    "no line parts the rows, so that this may belong to the cell above or below": (
        "ingen streg skiller rækkerne, så den kan høre til cellen over eller under"
    ),
    "a figure is broken over lines and can be put together in two ways": (
        "et tal er brudt over flere linjer og kan samles på to måder"
    ),
    "a line ends where the next word had room, so that this may be two rows": (
        "en linje slutter, hvor det næste ord havde plads, så det kan være to rækker"
    ),
    "several figures stand in one place": "flere tal står samme sted",
    "the figure stands between two columns": "tallet står mellem to kolonner",
    "the text reaches into the next column": "teksten rækker ind i næste kolonne",
    "the text stands across a line of the table": "teksten står hen over en streg i tabellen",
    "the lines around this cell are incomplete": "stregerne om cellen er ufuldstændige",
    "lines of figures below the table could not be given to its rows": (
        "linjer med tal under tabellen kunne ikke henføres til dens rækker"
    ),
    "blanks part the thousands here, so that this may be a part of a figure that is broken over lines": (
        "mellemrum skiller tusinderne her, så det kan være en del af et tal, der er brudt over flere linjer"
    ),
    "the table reaches over the edge of the page": "tabellen går ud over sidens kant",
    "the row is cut by the end of the page": "rækken er delt af sideskiftet",
    "struck out": "overstreget",
    "picture": "et billede",
    "covered text": "dækket tekst",
    "a sign cannot be read": "et tegn kan ikke læses",
    "the file is damaged, and this may not be all that stood here": (
        "filen er beskadiget, og det er måske ikke alt, hvad der stod her"
    ),
}
"""What readers of formats say in `Cell.uncertain`, and the same in Danish."""


def why_cell(uncertain: str) -> Text | None:
    """What to say of a cell; None where its reader gives a reason that is not known here."""
    danish = _DANISH.get(uncertain)
    if danish is None:
        return None
    return Text(en=f"a cell is not certain ({uncertain})", da=f"en celle er ikke sikker ({danish})")
