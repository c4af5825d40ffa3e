"""What is said in several places is the same in all of them."""

from __future__ import annotations

import tomllib

import pytest

from .running import FLAGS, REPOSITORY

PLACES = (
    "action.yml",
    "ci/gitlab.yml",
    "Makefile",
    "README.md",
    "docs/installing.md",
    "grantcheck/engine/fault.py",
)
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))["project"]
(ENGINE,) = (one for one in PROJECT["dependencies"] if one.startswith("durable-rules"))


@pytest.mark.parametrize("place", PLACES)
def test_the_engine_and_its_flags_are_named_alike(place: str) -> None:
    text = (REPOSITORY / place).read_text("utf-8")
    assert FLAGS in text
    assert ENGINE in text


def test_what_is_needed_without_the_engine_is_every_other_dependency() -> None:
    lines = (REPOSITORY / "ci" / "without-engine.txt").read_text("utf-8").splitlines()
    listed = [line for line in lines if not line.startswith("#")]
    assert listed == [one for one in PROJECT["dependencies"] if one != ENGINE]
