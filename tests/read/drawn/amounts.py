"""The activities of a drawn note, their amounts, and how amounts are printed."""

from __future__ import annotations

from .manner import Dice
from .words import AREAS, COMMITTEES, NAMES


class Amounts(Dice):
    """Draws amounts and activities."""

    def amount(self) -> int:
        rng = self.rng
        return rng.choice(
            [
                0,
                rng.randint(1, 99) * 5,
                rng.randint(100, 999),
                rng.randint(1000, 9999),
                rng.randint(10, 200) * 1000 + 250,
            ]
        )

    def printed(self, value: int | None) -> str:
        if value is None:
            return ""
        if value == 0:
            return self.zero
        text = f"{abs(value):,}".replace(",", ".")
        return self.minus + text if value < 0 else text

    def activities(self) -> list[dict]:
        rng = self.rng
        names = rng.sample(NAMES, rng.randint(1, 6))
        found = []
        for name in names:
            kind = rng.choice(["service", "service", "service", "anlaeg", "overfoersler"])
            sign = -1 if self.chance(0.25) else 1
            values: list[int | None] = [sign * self.amount() for _ in self.years]
            if self.chance(self.manner.blanks):
                values = [None if self.chance(0.5) else value for value in values]
            committee = rng.choice(list(COMMITTEES))
            found.append(
                {"name": name, "kind": kind, "values": values, "committee": committee,
                 "appropriation": rng.choice(COMMITTEES[committee]), "io": "I" if sign < 0 else "U",
                 "note": f"{rng.randint(1, 3)})" if self.chance(self.manner.footnotes) else ""}
            )  # fmt: skip
        order = list(AREAS)
        return sorted(found, key=lambda activity: order.index(activity["kind"]))
