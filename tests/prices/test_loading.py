"""A series file says what it holds, and every mistake in it is told with its line and what to write."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from grantcheck.data.fault import DataFault
from grantcheck.data.shipped import shipped_rules
from grantcheck.prices.fault import SeriesNotFound
from grantcheck.prices.loading import find_series, load_series, series_files
from grantcheck.prices.series import SeriesKind, StepStatus

from .written import TOWN_SERVICE, Written, file, step

SHIPPED = shipped_rules() / "prices"


def fault(written: Written, text: str) -> DataFault:
    with pytest.raises(DataFault) as caught:
        written(text)
    return caught.value


def test_the_least_a_file_needs(written: Written):
    series = written(TOWN_SERVICE)
    (found,) = series.steps
    assert (series.name, series.kind, series.indicative) == ("town-service", SeriesKind.SERVICE, False)
    assert (found.from_year, found.to_year, found.value) == (2025, 2026, Decimal("2.8"))
    assert (found.status, found.edition, found.line) == (StepStatus.ESTIMATE, date(2025, 6, 3), 5)
    assert series.growth(found) == Fraction(1028, 1000)


def test_everything_a_file_may_hold(written: Written):
    head = """\
title: {en: Service, da: Service}
source: a circular
last_checked: 2025-06-10
indicative: true
spread: {points: "0.2", applied: added}
lag: 2
products: [{from: 2025, to: 2026, value: "1.03", edition: 2025-06-03}]"""
    more = {"document": "circular", "last_checked": "2025-06-10", "factor": '"1.028"'}
    series = written(file(step(2025, "2.8", **more), head=head))
    assert series.spread is not None
    assert (series.spread.points, series.spread.applied, series.lag) == (Decimal("0.2"), "added", 2)
    assert series.steps[0].document == "circular"
    assert series.products[0].line == 10
    assert series.indicative
    assert series.title is not None
    assert series.title.spoken("da") == "Service"


def test_an_index_with_the_earlier_year_at_100(written: Written):
    series = written(file(step(2025, "102.8"), unit="index"))
    assert series.growth(series.steps[0]) == Fraction(1028, 1000)


def test_index_numbers_by_year_make_a_step_each(written: Written):
    numbers = [
        f'  - {{year: {year}, value: "{value}", status: outcome, edition: 2025-06-03, reference: r}}'
        for year, value in [(2023, "120"), (2022, "100.0"), (2024, "126")]
    ]
    series = written(file(*numbers, unit="index"))
    growths = {found.from_year: series.growth(found) for found in series.steps}
    assert growths == {2022: Fraction(6, 5), 2023: Fraction(21, 20)}


def test_index_numbers_of_two_editions_are_not_divided_by_each_other(written: Written):
    numbers = [
        f'  - {{year: {year}, value: "{value}", status: outcome, edition: {edition}, reference: r}}'
        for year, value, edition in [(2022, "187.3", "2023-06-01"), (2023, "100.0", "2024-06-01")]
    ]
    assert written(file(*numbers, unit="index")).steps == ()


def test_one_percentage_for_every_year(written: Written):
    series = written(
        "series: eu\nkind: general\nunit: percent\nfixed: {percent: 2, reference: the rule, edition: 2020-12-17}\n"
    )
    assert series.fixed is not None
    assert (series.fixed.percent, series.fixed.line) == (2, 4)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('"2,8"', '"2,8" has a decimal comma. Write "2.8".'),
        ('"−2,8 %"', '"−2,8 %" has a decimal comma. Write "-2.8".'),
        ('"2.8 %"', 'has a percent sign. Write "2.8"; the unit of the series says per cent.'),
        ('"−2.8"', '"−2.8" has a printed minus. Write "-2.8".'),
        ('"about 3"', '"about 3" is no number.'),
        ('"1e3"', '"1e3" is no number.'),
        ('"NaN"', '"NaN" is no number.'),
        ('"2.8888888888"', "at most nine decimals"),
        ("true", "Write a number in quotes"),
        ("2.8", "'2.8' is neither a whole number nor quoted text."),
        ('"-100"', "With -100 nothing is left of the prices of 2025."),
    ],
)
def test_a_value_is_a_quoted_decimal(written: Written, value: str, said: str):
    found = fault(written, file(step(2025, "2.8", value=value)))
    assert said in found.problem
    assert found.line == 5


@pytest.mark.parametrize(
    ("entry", "line", "said"),
    [
        (step(2025, "2.8", edition="2025-6-3"), 5, "'2025-6-3' is no date."),
        (step(2025, "2.8", edition="2025-02-30"), 5, "'2025-02-30' is no date. Write the day as 2025-06-03."),
        (step(2025, "2.8", edition="3 June"), 5, "'3 June' is no date."),
        (step(2025, "2.8", edition="20250603"), 5, "'20250603' is no date."),
        (step(2025, "2.8", status="guess"), 5, "Input should be 'estimate' or 'outcome'"),
        (step(2025, "2.8", to="null"), 5, "Write both 'from' and 'to'."),
        (step(2025, "2.8", year="2026"), 5, "not both."),
        (step(20255, "2.8"), 5, "less than or equal to 2200"),
        (step(2025, "2.8", reference='" "'), 5, "steps.0.reference"),
        (
            '  - {year: 2026, value: "2.8", status: estimate, edition: 2025-06-03, reference: r}',
            1,
            "not 'year'",
        ),
    ],
)
def test_a_step_is_sourced_and_dated(written: Written, entry: str, line: int, said: str):
    found = fault(written, file(entry))
    assert said in found.problem
    assert found.line == line


@pytest.mark.parametrize("key", ["value", "status", "edition", "reference"])
def test_nothing_of_a_step_is_assumed(written: Written, key: str):
    without = re.sub(rf', {key}: ("[^"]*"|[^,}}]*)', "", file(step(2025, "2.8")))
    assert fault(written, without).problem == f"'steps.0.{key}' is missing."


@pytest.mark.parametrize(
    ("before", "after", "line", "remedy"),
    [
        ("kind:", "knid:", 2, "Did you mean 'kind'?"),
        ("{from:", "{form:", 5, "Did you mean 'from'?"),
        ("edition:", "editoin:", 5, "Did you mean 'edition'?"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest(written: Written, before, after, line, remedy):
    found = fault(written, TOWN_SERVICE.replace(before, after, 1))
    assert (found.line, found.remedy) == (line, remedy)


FIXED = "fixed: {percent: 2, reference: r, edition: 2020-12-17}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (file(step(2025, "2.8"), head=FIXED), "Leave out steps, lag, spread and products, or 'fixed'."),
        ("series: a\nkind: general\nunit: percent\n", "The series has no values."),
        (f"series: a\nkind: general\nunit: index\n{FIXED}\n", "A fixed percentage is no index."),
        (f"series: a\nkind: general\nunit: percent\n{FIXED.replace('2,', '-100,')}\n", "leaves no prices"),
        (f"series: A Town\nkind: general\nunit: percent\n{FIXED}\n", "'series'"),
        (file(step(2025, "2.8"), head="lag: -1"), "'lag'"),
        (file(step(2025, "-5"), head='spread: {points: "-99", applied: added}'), "nothing is left"),
        (
            file(
                '  - {year: 2026, value: "100", status: estimate, edition: 2025-06-03, reference: r}',
                step(2026, "103"),
                unit="index",
            ),
            "every value by 'year', or every value by 'from' and 'to'.",
        ),
        (
            file('  - {year: 2026, value: "0", status: estimate, edition: 2025-06-03, reference: r}', unit="index"),
            "The index number 0 is not above 0.",
        ),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(written: Written, text: str, said: str):
    assert said in fault(written, text).problem


def test_the_template_is_no_series_until_it_is_filled_in():
    with pytest.raises(DataFault) as caught:
        load_series(SHIPPED / "template.yaml")
    assert "placeholders still stand here for series, kind, source" in caught.value.problem
    assert "Copy the file" in caught.value.remedy


def test_the_template_filled_in_is_a_series(written: Written):
    text = (SHIPPED / "template.yaml").read_text("utf-8")
    filled = {
        "<name>": "town-service",
        "<kind>": "service",
        "<day>": "2025-06-10",
        "<rate>": "2.8",
        "<estimate or outcome>": "estimate",
    }
    for placeholder, own in filled.items():
        text = text.replace(f'"{placeholder}"', f'"{own}"')
    series = written(re.sub(r'"<[^>]*>"', '"said"', text))
    assert (series.name, series.steps[0].value) == ("town-service", Decimal("2.8"))
    uncommented = re.sub(
        r"^(\s*)# (?=title|indicative|spread|lag|products|  - \{|factor)", r"\1", text, flags=re.MULTILINE
    )
    assert written(re.sub(r'"<[^>]*>"', '"said"', uncommented)).lag == 2


class TestFinding:
    def test_a_shipped_series_by_its_name(self, tmp_path: Path):
        assert find_series("dk-state-general-pl", shipped_rules(), tmp_path).name == "dk-state-general-pl"

    def test_a_file_relative_to_the_base(self, tmp_path: Path):
        (tmp_path / "mine.yaml").write_text(TOWN_SERVICE, "utf-8")
        for given in ("mine.yaml", "./mine.yaml", str(tmp_path / "mine.yaml")):
            assert find_series(given, shipped_rules(), tmp_path).name == "town-service"

    @pytest.mark.parametrize(
        ("given", "said", "remedy"),
        [
            (
                "dk-state-general",
                "There is no series 'dk-state-general'.",
                "Did you mean 'dk-state-general-pl'?",
            ),
            (
                "zzz",
                "There is no series 'zzz'.",
                "Allowed here: dk-state-consumer-prices, dk-state-general-pl, dk-state-wages. A file",
            ),
            ("zzz.yaml", "There is no series file 'zzz.yaml'.", "Check the path"),
            ("series/zzz", "There is no series file 'series/zzz'.", "Check the path"),
        ],
    )
    def test_what_is_not_there_is_told_with_the_nearest(self, tmp_path: Path, given, said, remedy):
        with pytest.raises(SeriesNotFound) as caught:
            find_series(given, shipped_rules(), tmp_path)
        assert str(caught.value) == said
        assert remedy in caught.value.remedy

    def test_a_folder_of_rules_without_prices_has_no_series(self, tmp_path: Path):
        with pytest.raises(SeriesNotFound):
            find_series("town", tmp_path, tmp_path)


def test_shipped_series_are_indicative_and_not_municipal():
    shipped = [load_series(path) for path in series_files(SHIPPED)]
    assert {series.name for series in shipped} == {
        "dk-state-general-pl",
        "dk-state-wages",
        "dk-state-consumer-prices",
    }
    for series in shipped:
        assert series.indicative
        assert series.kind.control_area is None
        assert series.source is not None
        assert [found.to_year for found in series.steps] == list(range(1992, 2026))
        assert {found.to_year for found in series.steps if found.status == "estimate"} == {2024, 2025}
