from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.report.spreadsheet.cell_text import MOST_CHARACTERS, cell_text


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_text_of_the_longest_length_is_whole_and_one_more_is_told() -> None:
    assert cell_text("x" * MOST_CHARACTERS, "en") == "x" * MOST_CHARACTERS
    cut = cell_text("x" * 40_000, "da")
    kept = len(cut) - len(cut.lstrip("x"))
    assert units(cut) <= MOST_CHARACTERS
    assert cut[kept:].startswith(f" … (yderligere {40_000 - kept:,} tegn".replace(",", "."))


@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1), st.integers(1, 40_000))
def test_no_text_is_longer_than_a_cell_takes(text: str, times: int) -> None:
    told = cell_text(text * (times // len(text) + 1), "en")
    told.encode("utf-8", "strict")
    assert units(told) <= MOST_CHARACTERS


def test_lines_stay_apart_and_what_hides_is_shown() -> None:
    assert cell_text(("a\nb", "c\u202ed"), "en") == "a b\nc<U+202E>d"
