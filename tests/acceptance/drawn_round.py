"""A budget round drawn by a seed: two hundred notes, a register of most of their grants, and what is wrong with them."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from register.grants import grant_of

from grantcheck.register.joining import KnownGrants

from .auditing import NOTES

if TYPE_CHECKING:
    from pathlib import Path

    from grantcheck.model.grant import Grant

TEMPLATE = (NOTES / "BU017.txt").read_text(encoding="utf-8")
_WHAT = (
    *("Læsevejledere", "Talepædagoger", "Skolehaver", "Lektiecaféer", "Svømmehold", "Musikværksteder"),
    *("Legepladser", "Sommerkurser", "Rådgivning", "Feriehjem", "Bogbusser", "Kostvejledning"),
    *("Cykelkurser", "Teaterbesøg", "Natteravne", "Aftenåbent"),
)
_WHERE = (
    *("i indskolingen", "i udskolingen", "for tosprogede børn", "i dagtilbud", "på Vesterbro", "i Valby"),
    *("på specialskoler", "for unge mødre", "i fritidsklubber", "ved søerne", "for plejefamilier"),
    *("på Nørrebro", "i Sydhavnen", "for udsatte drenge"),
)
_YOUTH = "Børne- og Ungdomsudvalget"


@dataclass(frozen=True)
class Planted:
    """What is wrong in the round: for each rule the notes or grants concerned."""

    double: set[str] = field(default_factory=set)
    disagreeing: set[str] = field(default_factory=set)
    gap: set[str] = field(default_factory=set)
    without_note: set[str] = field(default_factory=set)
    uncovered: set[str] = field(default_factory=set)
    """Notes whose grant the register does not know; it may know one that sounds alike."""


@dataclass(frozen=True)
class Round:
    """Notes by their code, the register beside them, and the truth."""

    notes: dict[str, str]
    known: KnownGrants
    planted: Planted

    def written(self, folder: Path) -> Path:
        """The folder with a file for each note."""
        for code, text in self.notes.items():
            (folder / f"{code}.txt").write_text(text, encoding="utf-8")
        return folder


def drawn_round(seed: int, *, notes: int = 200, covered: int = 150) -> Round:
    """`notes` notes of Budget 2026 and a register of the grants of the first `covered` of them."""
    draw = random.Random(seed)  # noqa: S311 - the same round for the same seed
    titles = [f"{what} {where}" for what, where in product(_WHAT, _WHERE)]
    draw.shuffle(titles)
    planted, texts, grants = Planted(), {}, []
    kinds = ["double"] * 5 + ["disagreeing"] * 8 + ["gap"] * 6
    kinds += ["plain"] * (covered - len(kinds))
    draw.shuffle(kinds)
    codes = iter(f"BU{number}" for number in range(100, 100 + notes))
    for kind in kinds:
        amount, title, code = draw.randrange(21, 900) * 10, titles.pop(), next(codes)
        last = 2024 if kind == "gap" else 2025
        texts[code] = _note(code, title, amount, last)
        grants.append(
            _grant(f"R{code}", title, amount + (kind == "disagreeing") * draw.choice((-7, 30)), last)
        )
        if kind == "double":
            second = next(codes)
            texts[second] = _note(second, title, amount, last)
            planted.double.update({code, second})
        elif kind != "plain":
            getattr(planted, kind).add(code)
    for code in codes:
        texts[code] = _note(code, titles.pop(), draw.randrange(21, 900) * 10, 2025)
        planted.uncovered.add(code)
    for number in range(12):
        grants.append(_grant(f"R{number}", titles.pop(), draw.randrange(21, 900) * 10, 2025))
        planted.without_note.add(f"R{number}")
    draw.shuffle(grants)
    return Round(texts, KnownGrants(tuple(grants)), planted)


def _note(code: str, title: str, amount: int, last: int) -> str:
    """A continuation in which everything holds, but for a year without money where `last` is not 2025."""
    text = TEMPLATE.replace("BU017", code).replace("Læsevejledere i indskolingen", title)
    text = (
        text.replace("4.960", "SUM")
        .replace("1.240", _thousands(amount))
        .replace("SUM", _thousands(4 * amount))
    )
    text = text.replace("1,24 mio.", f"{amount // 1000},{amount % 1000 // 10:02} mio.")
    if last == 2025:
        return text
    figure = _thousands(amount)
    text = text.replace("2022-2025", f"2022-{last}").replace("udgangen af 2025", f"udgangen af {last}")
    return text.replace(f"{figure} {figure} {figure} {figure} 0 0", f"{figure} {figure} {figure} 0 0 0")


def _grant(name: str, title: str, amount: int, last: int) -> Grant:
    return grant_of(
        name, title, amount=amount, committee=_YOUTH, level=2026, years=tuple(range(2022, last + 1))
    )


def _thousands(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")
