"""Words that line breaks cut."""

from __future__ import annotations

import pytest

from grantcheck.read.lines import joined, passage, split_lines, squeezed


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        (["vi-", "dereføre"], "videreføre"),
        (["Kultur- og Fri-", "tidsudvalget"], "Kultur- og Fritidsudvalget"),
        (["Børne-", "og Ungdomsudvalget"], "Børne- og Ungdomsudvalget"),
        (["Teknik- og", "Miljøudvalget"], "Teknik- og Miljøudvalget"),
        (["i 2026-", "2029"], "i 2026-2029"),
        (["Housing First-", "Byen"], "Housing First-Byen"),
        (["Skatte\u00ad", "kort"], "Skattekort"),
        (["to", "ord"], "to ord"),
        (["projekt -", "del to"], "projekt - del to"),
    ],
)
def test_parts_come_together_as_they_were_written(parts: list[str], whole: str) -> None:
    assert joined(parts) == whole


def test_squeezing_takes_away_what_a_line_break_can_change() -> None:
    assert squeezed("Borgerrå-\ndgiverud-\n valget") == "borgerrådgiverudvalget"


def test_a_passage_knows_where_its_characters_stand() -> None:
    text = passage(split_lines("Der anmo-\n\n  des om 5 kr."))
    assert text.text == "Der anmodes om 5 kr."
    assert text.location(text.text.index("des")).line == 3
    assert text.location(text.text.index("om")).column == 7
