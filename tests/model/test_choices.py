"""Which price series serves a control area."""

from __future__ import annotations

import pytest

from grantcheck.model.choices import AmountChoices, SeriesChoice
from grantcheck.model.terms import ControlArea

TOWN = SeriesChoice(None, "town.yaml")
WORKS = SeriesChoice(ControlArea.CAPITAL, "works.yaml")


@pytest.mark.parametrize(
    ("series", "area", "source"),
    [
        ((TOWN, WORKS), ControlArea.CAPITAL, "works.yaml"),
        ((TOWN, WORKS), ControlArea.SERVICE, "town.yaml"),
        ((TOWN, WORKS), None, "town.yaml"),
        ((WORKS,), ControlArea.SERVICE, None),
        ((WORKS,), None, None),
        ((), ControlArea.SERVICE, None),
    ],
)
def test_an_area_has_its_own_series_or_the_one_for_every_area(series, area, source):
    assert AmountChoices(series).series_for(area) == source
