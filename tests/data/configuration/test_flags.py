"""Options set what a file could set."""

from __future__ import annotations

import pytest

from grantcheck.data.configuration.flags import FlagValue, read_flags
from grantcheck.data.configuration.layer import Origin, Setting
from grantcheck.data.fault import SettingFault

SERIES = ("prices", "series")


def test_options_set_their_settings():
    given = [
        FlagValue(("reading", "cache"), value=False, flag="--no-cache"),
        FlagValue(SERIES, ["town", "capital=works"], "--series"),
    ]
    assert read_flags(given) == (
        Setting(("reading", "cache"), value=False, origin=Origin("flag", "--no-cache")),
        Setting((*SERIES, "default"), "town", Origin("flag", "--series")),
        Setting((*SERIES, "capital"), "works", Origin("flag", "--series")),
    )


def test_a_wrong_series_is_told_with_its_option():
    with pytest.raises(SettingFault, match=r"^--series: 'servise' is not a control area. Did you mean"):
        read_flags([FlagValue(SERIES, ["servise=a"], "--series")])
