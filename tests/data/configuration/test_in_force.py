"""Of several sources the strongest decides, setting by setting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from grantcheck.data.configuration.in_force import BUILT_IN, in_force
from grantcheck.data.configuration.layer import Origin, Setting
from grantcheck.data.configuration.model import Configuration, setting_keys

FLAG, VARIABLE, FILE = Origin("flag", "--x"), Origin("variable", "X"), Origin("file", "x.toml:1")
LANGUAGE = ("report", "language")


def series(origin: Origin, **by_area: str) -> tuple[Setting, ...]:
    return tuple(Setting(("prices", "series", area), source, origin) for area, source in by_area.items())


def severity(origin: Origin, **by_rule: str) -> tuple[Setting, ...]:
    return tuple(Setting(("severities", rule), word, origin) for rule, word in by_rule.items())


def test_without_sources_everything_is_built_in():
    found = in_force([])
    assert found.configuration == Configuration()
    assert {setting.origin for setting in found.settings} == {BUILT_IN}
    assert [setting.key for setting in found.settings] == list(setting_keys())


def test_the_stronger_source_decides():
    layers = [(), (Setting(LANGUAGE, "da", VARIABLE),), (Setting(LANGUAGE, "en", FILE),)]
    found = in_force(layers)
    assert found.configuration.report.language == "da"
    assert found.origin(LANGUAGE) == VARIABLE
    assert found.origin(("report", "show")) == BUILT_IN


def test_a_source_leaves_alone_what_it_does_not_set():
    layers = [(Setting(("report", "show"), "all", FLAG),), (Setting(LANGUAGE, "da", FILE),)]
    found = in_force(layers).configuration
    assert (found.report.show, found.report.language) == ("all", "da")


def test_entries_of_one_setting_are_taken_one_by_one():
    found = in_force([severity(VARIABLE, GC204="error"), severity(FILE, GC204="warning", GC302="error")])
    assert found.configuration.severities == {"GC204": "error", "GC302": "error"}
    assert found.origin(("severities", "GC302")) == FILE


def test_a_series_for_one_area_leaves_the_others():
    found = in_force([series(FLAG, capital="b"), series(FILE, service="a", capital="c", default="d")])
    assert found.configuration.prices.series == {"capital": "b", "service": "a", "default": "d"}


def test_a_series_for_all_areas_ends_what_weaker_sources_say_of_single_ones():
    found = in_force(
        [series(FLAG, capital="b"), series(VARIABLE, default="x", transfers="t"), series(FILE, service="a")]
    )
    assert found.configuration.prices.series == {"capital": "b", "default": "x", "transfers": "t"}


SOURCES = st.lists(
    st.dictionaries(
        st.sampled_from(["report.language", "report.show", "severities.GC204", "prices.series.service"]),
        st.booleans(),
    ),
    max_size=3,
)
WORDS = {
    "report.language": ("en", "da"),
    "report.show": ("findings", "all"),
    "severities.GC204": ("error", "warning"),
    "prices.series.service": ("a", "b"),
}


@given(SOURCES)
def test_each_setting_is_that_of_the_first_source_that_sets_it(sources):
    layers = [
        tuple(Setting(tuple(key.split(".")), WORDS[key][pick], Origin("file", str(at))) for key, pick in source.items())
        for at, source in enumerate(sources)
    ]  # fmt: skip
    found = in_force(layers)
    for key, words in WORDS.items():
        at = next((at for at, source in enumerate(sources) if key in source), None)
        (setting,) = [s for s in found.settings if ".".join(s.key) == key] or [None]
        if at is None:
            assert setting is None or setting.origin == BUILT_IN
        else:
            assert setting is not None
            assert (setting.value, setting.origin.place) == (words[sources[at][key]], str(at))
