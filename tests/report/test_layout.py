from __future__ import annotations

import pytest
from rich.text import Text

from grantcheck.report.layout import Lines, wrapped


def plain(text: str, width: int) -> list[str]:
    return [line.plain for line in wrapped(Text(text), width)]


@pytest.mark.parametrize("width", range(15, 60))
def test_amounts_are_never_torn_apart(width: int) -> None:
    text = "asked 1 450 000 kr. after 205 000 kr., 2.8 % more, 0,2 mio. kr. a year, 12 × 1.028"
    lines = plain(text, width)
    assert " ".join(lines) == text
    assert all(len(line) <= width for line in lines)
    for whole in ("1 450 000 kr.", "205 000 kr.", "2.8 %", "0,2 mio. kr.", "× 1.028"):
        assert any(whole in line for line in lines)


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert plain("a " + "x" * 25, 10) == ["a xxxxxxxx", "x" * 10, "x" * 7]


def test_a_row_of_figures_longer_than_the_line_breaks_between_figures() -> None:
    assert plain("205 205 205 205", 8) == ["205 205", "205 205"]


def test_wide_characters_count_double() -> None:
    assert plain("漢字漢字", 4) == ["漢字", "漢字"]


def test_styles_survive_wrapping() -> None:
    text = Text.assemble("see ", ("205 000 kr.", "bold"), " now")
    lines = wrapped(text, 12)
    assert [line.plain for line in lines] == ["see", "205 000 kr.", "now"]
    assert lines[1].spans[0].style == "bold"


def test_a_label_stands_beside_its_text() -> None:
    lines = Lines(20).beside(Text("fix"), Text("ask for the level before"), 6)
    assert [line.plain for line in lines] == ["fix   ask for the", "      level before"]


def test_a_label_that_is_too_long_stands_above() -> None:
    lines = Lines(20).beside(Text("calculation"), Text("2 + 2"), 6)
    assert [line.plain for line in lines] == ["calculation", "      2 + 2"]
