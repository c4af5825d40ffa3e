"""One audit of all fixtures for each engine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .auditing import ENGINES, FIXTURES, audited

if TYPE_CHECKING:
    from grantcheck.model.report import Report


@pytest.fixture(scope="session")
def fixture_reports() -> dict[str, Report]:
    """The report on all fixtures, by engine."""
    return {engine: audited(FIXTURES, engine=engine) for engine in ENGINES}
