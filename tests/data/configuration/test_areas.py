"""A control area goes by its English or its Danish name; a series is given for one, or for all."""

from __future__ import annotations

import pytest

from grantcheck.data.configuration.areas import SPELLINGS, area_word, series_by_area
from grantcheck.data.fault import Unfit
from grantcheck.model.terms import ControlArea


def test_every_control_area_has_a_word():
    assert {area.value for area in ControlArea} | {"default"} == set(SPELLINGS.values())


@pytest.mark.parametrize(
    ("spelled", "area"),
    [("service", "service"), ("Anlæg", "capital"), (" overførsler ", "transfers"), ("default", "default")],
)
def test_an_area_in_either_language(spelled, area):
    assert area_word(spelled) == area


@pytest.mark.parametrize(
    ("entries", "series"),
    [
        ([], {}),
        (["town.yaml"], {"default": "town.yaml"}),
        (["service=a.yaml", "anlæg=b.yaml"], {"service": "a.yaml", "capital": "b.yaml"}),
        (["default=odd=name.yaml"], {"default": "odd=name.yaml"}),
        ([" service = a.yaml "], {"service": "a.yaml"}),
    ],
)
def test_a_series_for_an_area_or_for_all(entries, series):
    assert series_by_area(entries) == series


@pytest.mark.parametrize(
    ("entries", "problem", "remedy"),
    [
        (["servise=a.yaml"], "'servise' is not a control area.", "Did you mean 'service'?"),
        (["=a.yaml"], "'' is not a control area.", "Allowed here: "),
        (["service="], "'service=' names no series.", "Write AREA=FILE, or FILE for every area."),
        ([""], "'' names no series.", "Write AREA=FILE, or FILE for every area."),
        (
            ["capital=a.yaml", "anlæg=b.yaml"],
            "'capital' has two series, 'a.yaml' and 'b.yaml'.",
            "Keep one of the two.",
        ),
        (
            ["a.yaml", "b.yaml"],
            "'a.yaml' and 'b.yaml' are both for every control area.",
            "Say which area one of them serves, as in 'capital=b.yaml'.",
        ),
    ],
)
def test_what_names_no_area_or_no_series_is_told(entries, problem, remedy):
    with pytest.raises(Unfit) as caught:
        series_by_area(entries)
    assert caught.value.problem == problem
    assert caught.value.remedy.startswith(remedy)
