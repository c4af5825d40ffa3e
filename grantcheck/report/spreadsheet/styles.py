"""How the cells of a workbook look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from grantcheck.report.spreadsheet.columns import Kind, Tone

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

    from grantcheck.model.text import Language

_KRONER = {
    "en": '#,##0 "kr.";[Red]-#,##0 "kr."',
    "da": r'[$-406]#,##0\ "kr.";[Red][$-406]\-#,##0\ "kr."',
}
"""406 is Danish: programs that follow it print 205.000 kr.; others use the signs of the reader's own settings."""

_COUNT = {"en": "#,##0", "da": "[$-406]#,##0"}
_DATE = {"en": "yyyy-mm-dd", "da": "dd-mm-yyyy"}
_TONES: Mapping[Tone, Mapping[str, Any]] = {
    Tone.PLAIN: {},
    Tone.ERROR: {"font_color": "#9C0006", "bold": True},
    Tone.WARNING: {"font_color": "#7F4F00", "bold": True},
    Tone.OPEN: {"font_color": "#5B2C83", "bold": True},
    Tone.NOTE: {"font_color": "#1F4E79"},
    Tone.WAIVED: {"font_color": "#595959", "italic": True},
    Tone.TOTAL: {"bold": True, "top": 1},
}
_LINKED = {"font_color": "#0563C1", "underline": 1}


@dataclass
class Styles:
    """The formats of one workbook, each made once."""

    book: Workbook
    language: Language
    _made: dict[tuple[object, ...], Format] = field(default_factory=dict)

    def head(self, kind: Kind) -> Format:
        """A column's title; above numbers it stands to the right, as they do."""
        side = {"align": "right", "indent": 1} if kind in {Kind.KRONER, Kind.COUNT} else {"align": "left"}
        look = {"bold": True, "bg_color": "#DDEBF7", "text_wrap": True, "valign": "top"}
        return self._format(("head", str(side)), look | side)

    @property
    def title(self) -> Format:
        """The first line of a sheet without a table."""
        return self._format("title", {"bold": True, "font_size": 14})

    @property
    def label(self) -> Format:
        """What a value is."""
        return self._format("label", {"bold": True})

    @property
    def left_count(self) -> Format:
        """A count beside its label."""
        return self._format("left count", {"num_format": _COUNT[self.language], "align": "left"})

    def cell(self, kind: Kind, tone: Tone = Tone.PLAIN, *, linked: bool = False) -> Format:
        """A cell of a table."""
        look: dict[str, Any] = {"valign": "top", **self._kind(kind), **_TONES[tone]}
        return self._format((kind, tone, linked), look | _LINKED if linked else look)

    def _kind(self, kind: Kind) -> Mapping[str, Any]:
        match kind:
            case Kind.LONG:
                return {"text_wrap": True}
            case Kind.KRONER:
                return {"num_format": _KRONER[self.language], "align": "right", "indent": 1}
            case Kind.COUNT:
                return {"num_format": _COUNT[self.language], "align": "right", "indent": 1}
            case Kind.YEAR:
                return {"num_format": "0", "align": "left"}
            case Kind.DATE:
                return {"num_format": _DATE[self.language], "align": "left"}
            case Kind.TEXT:
                return {}

    def _format(self, name: object, look: Mapping[str, Any]) -> Format:
        key = (name,)
        if key not in self._made:
            self._made[key] = self.book.add_format(dict(look))
        return self._made[key]
