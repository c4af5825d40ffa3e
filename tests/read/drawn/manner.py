"""How nasty the layout of a drawn note is, and the dice it is drawn with."""

from __future__ import annotations

import random
from dataclasses import dataclass

from .page import Writer


@dataclass
class Manner:
    """How nasty the layout is."""

    merges: float = 0.0
    blanks: float = 0.0
    narrow: float = 0.0
    breaks: float = 0.0
    footnotes: float = 0.0
    spaced: float = 0.3
    box_anywhere: float = 0.2
    marks_behind: float = 0.1


ORDINARY = Manner()
NASTY = Manner(
    merges=0.25, blanks=0.15, narrow=0.5, breaks=0.6, footnotes=0.2, box_anywhere=0.5, marks_behind=0.3
)


class Dice:
    """What every part of a drawing needs: chance, the manner, the page and the years."""

    def __init__(self, seed: int, manner: Manner) -> None:
        self.rng = random.Random(seed)  # noqa: S311 - a drawing, no secret
        self.manner = manner
        self.writer = Writer(self.chance(manner.spaced))
        self.minus = self.rng.choice("-−")
        self.zero = self.rng.choice(["0", "0", "-"])
        self.narrow = self.chance(manner.narrow)
        self.years = list(range(2026, 2026 + self.rng.randint(4, 7)))
        self.box_drawn = False
        self.page = 1

    def chance(self, probability: float) -> bool:
        return self.rng.random() < probability
