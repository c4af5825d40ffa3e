from __future__ import annotations

import pytest

from grantcheck.model.report import Report

from ..conftest import report_of


@pytest.fixture
def empty_report() -> Report:
    return report_of()
