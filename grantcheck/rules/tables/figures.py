"""What a cell of a decision table says, as the whole number or text that rules compare."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from grantcheck.data.fault import Unfit
from grantcheck.model.fact import Value
from grantcheck.model.money import ORE_PER_KRONE
from grantcheck.model.text import Text
from grantcheck.rules.tables.declared import DecimalMark
from grantcheck.rules.vocabulary import FieldType

Written = str | Decimal | bool
"""A cell: text, a number of Excel, or true and false of Excel."""

FIRST_YEAR, LAST_YEAR = 1900, 2200
_BLANKS = " \u00a0\u2009\u202f"
_FLAGS = {"yes": 1, "ja": 1, "true": 1, "1": 1, "no": 0, "nej": 0, "false": 0, "0": 0}
_NUMBERS: dict[DecimalMark | None, re.Pattern[str]] = {
    None: re.compile(rf"-?(\d+|\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+)", re.ASCII),
    ",": re.compile(
        rf"-?(\d+|\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+|\d{{1,3}}(?:\.\d{{3}})+)(?:,\d{{1,2}})?", re.ASCII
    ),
    ".": re.compile(
        rf"-?(\d+|\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+|\d{{1,3}}(?:,\d{{3}})+)(?:\.\d{{1,2}})?", re.ASCII
    ),
}
_HOW = {
    None: Text(
        en="Write a whole number such as 5 000; where the table has decimals, say 'decimal' in the rule file.",
        da="Skriv et helt tal som 5 000; har tabellen decimaler, så angiv 'decimal' i regelfilen.",
    ),
    ",": Text(
        en="Write 5000, 5 000 or 5.000, with at most two decimals after a comma.",
        da="Skriv 5000, 5 000 eller 5.000, med højst to decimaler efter et komma.",
    ),
    ".": Text(
        en="Write 5000, 5 000 or 5,000, with at most two decimals after a point.",
        da="Skriv 5000, 5 000 eller 5,000, med højst to decimaler efter et punktum.",
    ),
}


@dataclass(frozen=True, slots=True)
class Notation:
    """How the figures of one table are written."""

    unit: int
    decimal: DecimalMark | None

    def value(self, written: Written, of_type: FieldType) -> Value:
        """The value of a cell; amounts in øre.

        Raises:
            Unfit: the cell does not say a value of that type.
        """
        match of_type:
            case FieldType.TEXT:
                return _text(written)
            case FieldType.FLAG:
                return _flag(written)
            case FieldType.MONEY:
                return self._whole(self._number(written) * self.unit * ORE_PER_KRONE, written)
            case FieldType.YEAR:
                return self._year(written)
            case _:
                return self._whole(self._number(written), written)

    def _number(self, written: Written) -> Decimal:
        if isinstance(written, Decimal):
            return written
        text = str(written).strip().replace("−", "-")
        if isinstance(written, bool) or not _NUMBERS[self.decimal].fullmatch(text):
            raise Unfit(
                Text(en=f"'{written}' is not a number.", da=f"'{written}' er ikke et tal."),
                _HOW[self.decimal],
            )
        thousands = _BLANKS + {None: "", ",": ".", ".": ","}[self.decimal]
        plain = "".join(sign for sign in text if sign not in thousands)
        return Decimal(plain.replace(",", "."))

    def _whole(self, value: Decimal, written: Written) -> int:
        if value != value.to_integral_value():
            raise Unfit(
                Text(
                    en=f"'{written}' is finer than the unit allows.",
                    da=f"'{written}' er finere, end enheden tillader.",
                ),
                Text(
                    en="Amounts go down to øre, counts to whole numbers.",
                    da="Beløb går ned til øre, antal til hele tal.",
                ),
            )
        return int(value)

    def _year(self, written: Written) -> int:
        value = self._whole(self._number(written), written)
        if not FIRST_YEAR <= value <= LAST_YEAR:
            raise Unfit(
                Text(en=f"'{written}' is not a year.", da=f"'{written}' er ikke et år."),
                Text(en="Write a year such as 2026.", da="Skriv et år som 2026."),
            )
        return value


def _text(written: Written) -> str:
    if isinstance(written, str):
        return written.strip()
    raise Unfit(
        Text(
            en=f"'{written}' is a number, where a text belongs.",
            da=f"'{written}' er et tal, hvor der hører en tekst til.",
        ),
        Text(en="Format the cell as text.", da="Formatér cellen som tekst."),
    )


def _flag(written: Written) -> int:
    word = str(written).strip().casefold()
    if word not in _FLAGS:
        raise Unfit(
            Text(en=f"'{written}' is neither yes nor no.", da=f"'{written}' er hverken ja eller nej."),
            Text(en="Write yes or no.", da="Skriv ja eller nej."),
        )
    return _FLAGS[word]
