"""Every input that once broke something, and every one that fuzzing begins with, does no harm."""

from __future__ import annotations

import pytest

from .targets import TARGETS, found_before, tried

_SECONDS = 1.0
"""Of processor time, for an input of less than 10 kB."""


@pytest.mark.parametrize(
    ("name", "file"), [(name, path.name) for name in TARGETS for path in found_before(name)]
)
def test_an_input_of_the_corpus_does_no_harm(name: str, file: str) -> None:
    (path,) = (path for path in found_before(name) if path.name == file)
    tried(TARGETS[name], path.read_bytes(), _SECONDS)


@pytest.mark.parametrize("name", ["text", "rules", "files", "figures", "claims"])
def test_what_fuzzing_begins_with_does_no_harm(name: str) -> None:
    for seed in TARGETS[name].seeds():
        tried(TARGETS[name], seed, _SECONDS)


def test_the_corpora_are_small() -> None:
    sizes = [path.stat().st_size for name in TARGETS for path in found_before(name)]
    assert sum(sizes) < 100_000
