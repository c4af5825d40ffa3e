"""Settings to what the program works with."""

from __future__ import annotations

from dataclasses import fields

from grantcheck.data.configuration.model import (
    Configuration,
    LimitsSection,
    annotation_of,
    setting_keys,
    value_of,
)
from grantcheck.model.choices import AmountChoices, SeriesChoice
from grantcheck.model.money import Kroner
from grantcheck.model.outcome import Severity
from grantcheck.model.reading_limits import ReadingLimits
from grantcheck.model.terms import ControlArea


def test_what_is_built_in_chooses_nothing():
    assert Configuration().amount_choices == AmountChoices()
    assert Configuration().chosen_severities == {}


def test_settings_about_amounts_become_choices():
    configuration = Configuration.model_validate(
        {
            "prices": {"series": {"overførsler": "t.yaml", "default": "town"}, "editions": "in-force"},
            "amounts": {"earlier_level": "per-year", "tolerance": 500},
        }
    )
    series = (SeriesChoice(None, "town"), SeriesChoice(ControlArea.TRANSFERS, "t.yaml"))
    assert configuration.amount_choices == AmountChoices(series, "in-force", "per-year", Kroner(500))


def test_limits_of_reading_are_those_of_the_readers():
    assert list(LimitsSection.model_fields) == [field.name for field in fields(ReadingLimits)]
    assert Configuration().reading.limits.limits == ReadingLimits()
    configuration = Configuration.model_validate({"reading": {"limits": {"pages_per_note": 9}}})
    assert configuration.reading.limits.limits == ReadingLimits(pages_per_note=9)


def test_severities_become_the_rules_words():
    configuration = Configuration.model_validate({"severities": {"GC204": "error"}})
    assert configuration.chosen_severities == {"GC204": Severity.ERROR}


def test_every_setting_has_a_key_a_type_and_a_value():
    keys = list(setting_keys())
    assert ("prices", "series") in keys
    assert ("severities",) in keys
    assert len(keys) == len(set(keys))
    for key in keys:
        assert annotation_of(key) is not None
        value_of(Configuration(), key)
