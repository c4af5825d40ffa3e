"""A municipality is a folder of dated data."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from shutil import copy

import pytest
from builders import CATEGORIES, ORDERERS, profile

from grantcheck.data.fault import DataFault, UnfitSetting
from grantcheck.data.profile import CategoryList, Profile, load_profile, profile_file
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.terms import ControlArea, TableKind

SHIPPED = profile_file(shipped_rules()).read_text("utf-8")


def written(tmp_path, text: str) -> Profile:
    path = profile_file(tmp_path)
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return load_profile(tmp_path)


def dated(*spans: tuple[int, int | None]) -> Profile:
    """The shipped profile with a category list per span of years; each is named after its first year."""
    lists = tuple(
        CategoryList(
            from_year=first,
            until_year=last,
            source="circular",
            categories=(f"list of {first}",),
            orderers=(),
            expiry="x",
            unavoidable="y",
        )
        for first, last in spans
    )
    return profile().model_copy(update={"category_lists": lists})


@pytest.mark.parametrize(
    ("budget_year", "first_label"),
    [
        (2019, None),
        (2020, "list of 2020"),
        (2021, "list of 2020"),
        (2022, None),
        (2023, "list of 2023"),
        (2040, "list of 2023"),
        (None, None),
    ],
)
def test_a_budget_year_has_the_category_list_of_its_time(budget_year, first_label):
    found = dated((2020, 2021), (2023, None)).category_list(budget_year)
    assert (found.labels[0] if found else None) == first_label


def test_the_labels_stand_in_the_order_of_the_box():
    listed = profile().category_list(2026)
    assert listed.labels == (*CATEGORIES, *ORDERERS)
    assert {listed.expiry, listed.unavoidable} <= set(listed.categories)


def test_every_list_horizon_and_limit_names_its_source():
    shipped = profile()
    sources = [shipped.source, shipped.horizon.source, shipped.implied_change.source]
    assert all(sources + [listed.source for listed in shipped.category_lists])


def test_an_alias_leads_to_a_label_of_some_list():
    labels = {label for listed in profile().category_lists for label in listed.labels}
    assert set(profile().label_aliases.values()) <= labels


def test_a_committee_may_be_printed_under_its_new_name():
    assert {"Teknik- og Miljøudvalget", "Klima-, Miljø- og Teknikudvalget"} <= set(profile().committee_names)


def test_every_kind_of_table_has_its_caption():
    assert [profile().caption(kind).kind for kind in TableKind] == list(TableKind)


def test_areas_are_found_by_their_printed_names_in_lower_case():
    assert profile().control_areas["anlæg"] is ControlArea.CAPITAL
    assert all(name == name.lower() for name in (*profile().control_areas, *profile().subtotals))


def test_a_limit_in_quotes_is_exact(tmp_path):
    found = written(tmp_path, SHIPPED.replace("high: 8", 'high: "7.7"'))
    assert found.implied_change.high == Decimal("7.7")


def line_of(words: str) -> int:
    return SHIPPED[: SHIPPED.index(words)].count("\n") + 1


@pytest.mark.parametrize(
    ("before", "after", "problem", "remedy"),
    [
        ("horizon:", "horizont:", "'horizont' is not a known key.", "Did you mean 'horizon'?"),
        ("    expiry: Bev", "    expires: Bev", "'expires' is not a known key.", "Did you mean 'expiry'?"),
        ("high: 8", "high: 7.7", "'7.7' is neither a whole number nor quoted text.", "Write it in quotes"),
        ("high: 8", "high: eight", "'implied_change.high': Write a number", "Mend the value."),
        ("high: 8", "high: true", "'implied_change.high': Write a number", "Mend the value."),
        ("high: 8", 'high: "NaN"', "'implied_change.high': Write a number", "Mend the value."),
        ("service: service", "service: servise", "'control_areas.service': Input should be 'service', ", "Mend"),
        ("- kind: overview", "- kind: overwiew", "'captions.0.kind': Input should be 'overview', ", "Mend"),
        ("projection_years: 3", "projection_years: three", "'horizon.projection_years': Input", "Mend"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_profile_is_told_at_its_line(tmp_path, before, after, problem, remedy):
    with pytest.raises(DataFault) as caught:
        written(tmp_path, SHIPPED.replace(before, after, 1))
    assert caught.value.problem.startswith(problem)
    assert caught.value.remedy.startswith(remedy)
    assert caught.value.line == line_of(before)


def test_a_missing_profile_is_named(tmp_path):
    with pytest.raises(UnfitSetting, match="There is no profile 'odense'") as caught:
        load_profile(tmp_path, "odense")
    assert caught.value.key == ("profile", "name")


def test_an_unknown_profile_names_the_nearest():
    with pytest.raises(UnfitSetting) as caught:
        load_profile(shipped_rules(), "kopenhagen")
    assert caught.value.remedy == (
        "Did you mean 'copenhagen'? A folder is written with a slash: 'kopenhagen/'."
    )


def test_a_profile_may_lie_in_a_folder_of_its_own(tmp_path):
    copy(profile_file(shipped_rules()), tmp_path)
    assert load_profile(Path("elsewhere"), f"{tmp_path}/") == load_profile(shipped_rules())
    with pytest.raises(UnfitSetting, match=r"There is no profile\.yaml in"):
        load_profile(shipped_rules(), f"{tmp_path}/none/")
