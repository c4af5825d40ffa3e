"""Files are taken apart in a process of its own, which may die without harm."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator

import pytest

from grantcheck.read.isolation import IsolatedReader
from grantcheck.read.pdf.reading import read_layout
from grantcheck.read.refused import Problem, RefusedError

from .files import pdf, text

GOOD = pdf(text(50, 700, "Resume"))


@pytest.fixture
def reader() -> Iterator[IsolatedReader]:
    made = IsolatedReader()
    yield made
    made.close()


def hang() -> None:
    """What a child runs that gives no answer."""
    time.sleep(60)


def die() -> None:
    """What a child runs that ends at the first question."""
    sys.stdin.readline()
    os._exit(1)


def test_the_layout_comes_back_unchanged(reader: IsolatedReader):
    assert reader.layout(GOOD, ".pdf") == read_layout(GOOD)


def test_refusals_come_back(reader: IsolatedReader):
    with pytest.raises(RefusedError) as refused:
        reader.layout(b"junk", ".pdf")
    assert refused.value.problem is Problem.NOT_PDF


@pytest.mark.parametrize(("entry", "patience"), [("die", 20.0), ("hang", 1.5)])
def test_a_child_that_dies_or_hangs_is_a_refusal(entry: str, patience: float):
    broken = IsolatedReader(f"{__name__}:{entry}", patience)
    with pytest.raises(RefusedError) as refused:
        broken.layout(GOOD, ".pdf")
    assert refused.value.problem is Problem.FAILED


@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are the system's")
def test_a_file_that_unpacks_beyond_measure_costs_only_itself(reader: IsolatedReader):
    with pytest.raises(RefusedError):
        reader.layout(pdf(" " * 900_000_000), ".pdf")
    assert reader.layout(GOOD, ".pdf").pages == 1
