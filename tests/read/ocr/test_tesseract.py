"""The program tesseract and its table of words."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from grantcheck.read.ocr.skew import slope_of
from grantcheck.read.ocr.tesseract import NotRecognisedError, OcrMissingError, recognised, require_tesseract
from grantcheck.read.ocr.words import page_words
from grantcheck.read.ocr.words_seen import words_seen
from read.ocr.programs import install, table_of

IMAGE = b"P5 1 1 255\n\xff"


def test_a_program_that_hangs_is_ended(tmp_path, monkeypatch):
    install(tmp_path, "", after="time.sleep(60)")
    monkeypatch.setenv("PATH", str(tmp_path))
    started = time.monotonic()
    with pytest.raises(NotRecognisedError, match=r"took more than 1\.5 seconds"):
        recognised(IMAGE, 300, seconds=1.5)
    assert time.monotonic() - started < 20


def test_a_program_that_fails_is_told(tmp_path, monkeypatch):
    install(tmp_path, "5\t1", after="sys.exit(1)")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotRecognisedError, match="failed"):
        recognised(IMAGE, 300, seconds=20)


def test_a_program_that_is_gone_is_told(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotRecognisedError, match="failed"):
        recognised(IMAGE, 300, seconds=20)


def test_a_program_that_does_not_run_is_missing(tmp_path, monkeypatch):
    (tmp_path / "tesseract").write_text("no program")
    (tmp_path / "tesseract").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OcrMissingError):
        require_tesseract()


@pytest.mark.parametrize(
    "table",
    [
        "",
        "\n\n",
        "5\t1\t1",
        "5\t1\t1\t1\t1\t1\tx\t1\t1\t1\t90\tword\n",
        "5\t1\t1\t1\t1\t1\t-1\t1\t5\t5\t90\tword\n",
        "5\t1\t1\t1\t1\t1\t1\t1\t0\t0\t90\tword\n",
        "4\t1\t1\t1\t1\t0\t1\t1\t5\t5\t-1\t\n",
        table_of((1, 1, "|"), (1, 9, "—_")),
    ],
)
def test_lines_that_are_no_words_give_none(table):
    assert words_seen(table) == []


def test_hardly_seen_words_are_left_out_but_for_the_price_level():
    assert [word.text for word in words_seen(table_of((1, 1, "Skal p/1 p/I"), sure=20))] == ["p/l", "p/l"]


def test_dashes_stay_since_they_may_be_zeros():
    assert [word.text for word in words_seen(table_of((1, 1, "- − –")))] == ["-", "−", "–"]


def test_a_total_is_as_the_template_prints_it():
    assert [word.text for word in words_seen(table_of((1, 1, "Talt lalt Ialt alt")))] == ["I alt"] * 3 + [
        "alt"
    ]


def test_words_of_a_crooked_page_stand_on_one_line():
    crooked = [(200 + 300 * at, 400 + 100 * row - 3 * at, "ord") for row in range(6) for at in range(6)]
    words = page_words(words_seen(table_of(*crooked)), 300)
    heights = sorted(word.baseline for word in words)
    rows = [heights[start : start + 6] for start in range(0, 36, 6)]
    assert all(row[-1] - row[0] < 1.5 for row in rows)
    assert all(below[0] - above[-1] > 20 for above, below in pairwise(rows))


def test_too_few_words_tell_no_slope():
    assert slope_of([(0.0, 0.0), (100.0, 3.0)]) == 0.0


def test_no_words_make_no_page():
    assert page_words([], 300) == []
