"""Cells and lines on a page, as a PDF writer and a text extractor leave them.

A row comes cell by cell, each cell wrapped to its column's width; a cell on the line where the last one ended goes
on that line, after a cell of several lines a blank line comes.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

VOWELS = "aeiouyæøå"


def wrap(rng: random.Random, text: str, width: int) -> list[str]:
    """Text in a cell of a width: broken at blanks, else hyphenated, else cut."""
    lines: list[str] = []
    line = ""
    for whole in text.split(" "):
        word = whole
        while word:
            room = width - len(line) - (1 if line else 0)
            if len(word) <= room:
                line = f"{line} {word}" if line else word
                break
            cuts = [
                i + 1
                for i, letter in enumerate(word)
                if letter == "-" and 0 < i + 1 <= room and i + 1 < len(word)
            ]
            soft = [
                i
                for i in range(3, len(word) - 1)
                if i + 1 <= room and word[i - 1].isalpha() and word[i].isalpha() and word[i - 1] in VOWELS
            ]
            if cuts:
                line, word = f"{line} {word[: cuts[-1]]}" if line else word[: cuts[-1]], word[cuts[-1] :]
            elif soft and rng.random() < 0.8:
                line, word = (
                    f"{line} {word[: soft[-1]]}-" if line else word[: soft[-1]] + "-",
                    word[soft[-1] :],
                )
            elif not line:
                line, word = word[: max(1, width)], word[max(1, width) :]
            lines.append(line)
            line = ""
    if line:
        lines.append(line)
    return lines or [""]


@dataclass
class Writer:
    """Puts cells and lines on the page."""

    spaced: bool
    parts: list[str] = field(default_factory=list)

    @property
    def newline(self) -> str:
        return "\n\n" if self.spaced else "\n"

    def line(self, text: str = "") -> None:
        self.parts.append(text + self.newline)

    def row(self, cells: list[list[str]]) -> None:
        first = True
        tall = False
        previous_tall = False
        for cell in cells:
            if cell == [""]:
                continue
            if not first:
                self.parts.append("\n\n" if previous_tall else " ")
            self.parts.append(self.newline.join(cell))
            previous_tall = len(cell) > 1
            tall = tall or previous_tall
            first = False
        self.parts.append("\n\n" if tall or self.spaced else "\n")
