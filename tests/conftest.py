"""Tests marked `slow` run only with --run-slow; a drawn example may take its time on a busy machine."""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile(
    "grantcheck", deadline=None
)  # what must be quick has tests of its own, in processor time
settings.load_profile("grantcheck")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--run-slow", action="store_true", help="run tests marked slow as well")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--run-slow"):
        return
    for item in items:
        if "slow" in item.keywords:
            item.add_marker(pytest.mark.skip(reason="slow: needs --run-slow"))
