"""`grantcheck prices`: what series there are, what they state, amounts carried by them, and their faults."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from grantcheck.data.shipped import shipped_rules

from .conftest import Grantcheck

TWO_EDITIONS = """\
series: town-twice
kind: service
unit: percent
last_checked: 2022-09-01
steps:
  - {from: 2021, to: 2022, value: "1.7", status: estimate, edition: 2021-08-01, reference: "first budget bill"}
  - {from: 2021, to: 2022, value: "3.3", status: estimate, edition: 2022-08-01, reference: "next budget bill"}
  - {from: 2022, to: 2023, value: "-2.3", status: estimate, edition: 2022-08-01, reference: "next budget bill"}
"""
GENERAL = "dk-state-general-pl"


@pytest.fixture(autouse=True)
def eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    path = tmp_path / "twice.yaml"
    path.write_text(TWO_EDITIONS, "utf-8")
    return path


def convert(grantcheck: Grantcheck, amount: str, first: int, last: int, series: object, *more: str):
    return grantcheck("prices", "convert", amount, "--from", first, "--to", last, "--series", series, *more)


class TestList:
    def test_shipped_series_are_told_to_be_indicative(self, grantcheck: Grantcheck) -> None:
        result = grantcheck("prices", "list")
        assert (result.exit_code, result.stderr) == (0, "")
        assert "dk-state-general-pl       general  1991–2025  2024-06-30  –\n" in result.stdout
        assert "Indicative, for orientation and no rates of the municipality:\n" in result.stdout
        assert "template" not in result.stdout

    def test_series_of_own_folders_stand_beside_them(self, grantcheck: Grantcheck, twice: Path) -> None:
        result = grantcheck("prices", "list", twice.parent, "--lang", "da")
        assert "town-twice                service  2021–2023  2022-08-01 (2)  2022-09-01" in result.stdout
        assert "Vejledende, til orientering og ikke kommunens egne satser" in result.stdout
        assert max(map(len, result.stdout.splitlines())) <= 80

    def test_a_faulty_series_is_told(self, grantcheck: Grantcheck, twice: Path) -> None:
        twice.write_text(TWO_EDITIONS.replace('"3.3"', '"103.3"'), "utf-8")
        result = grantcheck("prices", "list", twice.parent)
        assert "town-twice is faulty (faults: 1); 'grantcheck prices check" in result.stdout

    def test_a_file_that_is_no_series_is_told_beside_the_others(
        self, grantcheck: Grantcheck, twice: Path
    ) -> None:
        (twice.parent / "broken.yaml").write_text("series: broken\n", "utf-8")
        result = grantcheck("prices", "list", twice.parent)
        assert result.exit_code == 2
        assert "town-twice" in result.stdout
        assert "broken.yaml:1: 'kind' is missing." in result.stderr

    def test_rules_without_series(self, grantcheck: Grantcheck, tmp_path: Path) -> None:
        result = grantcheck("prices", "list", "--rules", tmp_path)
        assert (result.exit_code, result.stdout) == (0, "")
        assert f"No series in {tmp_path / 'prices'}." in result.stderr

    def test_as_json(self, grantcheck: Grantcheck, twice: Path) -> None:
        value = json.loads(grantcheck("prices", "list", twice.parent, "-f", "json").stdout)
        (town,) = [series for series in value["series"] if series["name"] == "town-twice"]
        assert (town["first_year"], town["last_year"], town["faults"]) == (2021, 2023, 0)
        assert town["editions"] == ["2021-08-01", "2022-08-01"]
        assert all(series["indicative"] for series in value["series"] if series is not town)


class TestShow:
    def test_editions_stand_side_by_side_with_a_bar_for_the_one_in_force(
        self, grantcheck: Grantcheck, twice: Path
    ) -> None:
        lines = grantcheck("prices", "show", twice, "--as-of", "2022-08-01").stdout.splitlines()
        assert lines[:3] == ["town-twice", "service, yearly rise in per cent", "last checked 2022-09-01"]
        assert lines[4] == "years      2021-08-01  2022-08-01  rise in force on 2022-08-01"
        assert lines[5].startswith("2021→2022    est. 1.7    est. 3.3  ████")
        assert lines[5].endswith("█ 3.3 %")
        assert lines[6].startswith("2022→2023               est. −2.3  ░░░░")
        assert lines[6].endswith("░ −2.3 %")
        assert len(lines) == 7
        assert max(map(len, lines)) <= 80

    def test_what_is_not_in_force_yet_is_said(self, grantcheck: Grantcheck, twice: Path) -> None:
        lines = grantcheck("prices", "show", twice, "--as-of", "2021-08-01").stdout.splitlines()
        assert lines[5].endswith("█ 1.7 %")
        assert lines[6].endswith("−2.3  –")
        assert lines[7] == "Not yet in force on 2021-08-01: 2022-08-01."

    def test_a_shipped_series_is_indicative_and_has_its_source(self, grantcheck: Grantcheck) -> None:
        result = grantcheck("prices", "show", GENERAL, "--lang", "da")
        assert (
            "dk-state-general-pl er vejledende: til orientering og ikke kommunens egen sats." in result.stdout
        )
        assert "https://oes.dk/statsregnskab/finanslov-og-udgiftsopfoelgning/" in result.stdout
        assert "aldrig kontrolleret mod kilden" in result.stdout
        assert "2024→2025    skøn 2,8  ███" in result.stdout

    def test_how_a_series_is_applied(self, grantcheck: Grantcheck, twice: Path) -> None:
        text = TWO_EDITIONS.replace("steps:", 'spread: {points: "0.2", applied: compounded}\nlag: 2\nsteps:')
        twice.write_text(text, "utf-8")
        said = grantcheck("prices", "show", twice).stdout
        assert "service, yearly rise in per cent, 0.2 points compounded, lag in years: 2\n" in said

    def test_one_percentage_for_every_year(self, grantcheck: Grantcheck, twice: Path) -> None:
        twice.write_text(
            "series: eu\nkind: capital\nunit: percent\n"
            'fixed: {percent: "0.5", reference: the rule, edition: 2020-12-17}\n',
            "utf-8",
        )
        said = " ".join(grantcheck("prices", "show", twice, "--lang", "da").stdout.split())
        assert "anlæg, årlig stigning i procent, 0,5 % hvert år ifølge the rule (udgave 2020-12-17)" in said
        assert "fast" in grantcheck("prices", "list", twice.parent, "--lang", "da").stdout

    def test_more_editions_than_fit(self, grantcheck: Grantcheck, twice: Path) -> None:
        more = "".join(
            TWO_EDITIONS.splitlines()[6].replace("2022-08-01", f"202{at}-08-01") + "\n" for at in range(3, 6)
        )
        twice.write_text(TWO_EDITIONS + more, "utf-8")
        result = grantcheck("prices", "show", twice)
        assert "Older editions (2) are listed by --format json." in result.stdout
        assert max(map(len, result.stdout.splitlines())) <= 80

    def test_two_values_of_one_edition_are_none(self, grantcheck: Grantcheck, twice: Path) -> None:
        doubled = TWO_EDITIONS.splitlines()[6].replace("3.3", "3.4")
        twice.write_text(f"{TWO_EDITIONS}{doubled}\n", "utf-8")
        result = grantcheck("prices", "show", twice)
        assert "two values  –" in result.stdout
        assert "the edition in force states two values" in convert(grantcheck, "1", 2021, 2022, twice).stdout

    def test_json_holds_all_editions_and_no_path(self, grantcheck: Grantcheck, twice: Path) -> None:
        text = grantcheck("prices", "show", twice, "-f", "json").stdout
        value = json.loads(text)
        assert [step["value"] for step in value["steps"]] == ["1.7", "3.3", "-2.3"]
        assert value["editions"] == ["2021-08-01", "2022-08-01"]
        assert str(twice.parent) not in text


WORKED_EXAMPLE = """\
5.0 in 2021 prices is 5.6 in 2024 prices.
Exactly 5.55919; rounded once, a half away from zero, decimals: 1.
dk-state-general-pl is indicative: for orientation, not a rate of the
municipality.

2021→2022  × 1.043 = 5.215  (4.3 %)
           outcome, edition 2024-06-30, page of June 2024, general p/l, 2022
2022→2023  × 1.025 = 5.345375  (2.5 %)
           outcome, edition 2024-06-30, page of June 2024, general p/l, 2023
2023→2024  × 1.04 = 5.55919  (4.0 %)
           estimate, edition 2024-06-30, page of June 2024, general p/l, 2024

dk-state-general-pl: factor 1.111838
source:
https://oes.dk/statsregnskab/finanslov-og-udgiftsopfoelgning/indeks/fastprisberegninger/
"""


class TestConvert:
    def test_the_ministrys_worked_example(self, grantcheck: Grantcheck) -> None:
        result = convert(grantcheck, "5.0", 2021, 2024, GENERAL, "--decimals", "1")
        assert (result.exit_code, result.stdout, result.stderr) == (0, WORKED_EXAMPLE, "")

    def test_back_to_earlier_prices_in_danish(self, grantcheck: Grantcheck) -> None:
        result = convert(grantcheck, "5,0", 2024, 2021, GENERAL, "--decimals", "2", "--lang", "da")
        assert "5,0 i 2024-priser er 4,50 i 2021-priser.\nNøjagtigt 4,497058…; afrundet" in result.stdout
        assert "2023→2024  ÷ 1,04 = 4,807692…  (4,0 %)\n           skøn, udgave 2024-06-30" in result.stdout
        assert "er vejledende" in result.stdout

    def test_each_edition_gives_its_own_result_byte_for_byte(
        self, grantcheck: Grantcheck, twice: Path
    ) -> None:
        for form in ("text", "json"):
            first, again, later = (
                convert(grantcheck, "205000", 2021, 2022, twice, "--as-of", day, "-f", form).stdout_bytes
                for day in ("2022-07-31", "2022-07-31", "2022-08-01")
            )
            assert first == again != later
        assert b"208485" in first
        assert b"211765" in later

    def test_what_other_editions_give_is_said(self, grantcheck: Grantcheck, twice: Path) -> None:
        later = convert(grantcheck, "205000", 2021, 2022, twice).stdout
        assert "By what was known on 2021-08-01: 208 485." in later
        early = convert(grantcheck, "205000", 2021, 2022, twice, "--as-of", "2021-08-01").stdout
        assert "Not yet in force on 2021-08-01: 2022-08-01." in early
        assert "By what was known" not in early

    def test_rounding_goes_by_the_rule_that_was_named(self, grantcheck: Grantcheck, twice: Path) -> None:
        twice.write_text(TWO_EDITIONS.replace('"3.3"', '"25"'), "utf-8")
        up, even = (
            convert(grantcheck, "10", 2021, 2022, twice, "--rounding", rule).stdout
            for rule in ("half-up", "half-even")
        )
        assert "is 13 in 2022 prices.\nExactly 12.5; rounded once, a half away from zero, decimals: 0." in up
        assert "is 12 in 2022 prices.\nExactly 12.5; rounded once, a half to the even digit" in even

    def test_spread_and_lag_stand_in_the_chain(self, grantcheck: Grantcheck, twice: Path) -> None:
        text = TWO_EDITIONS.replace("steps:", 'spread: {points: "0.2", applied: added}\nlag: 2\nsteps:')
        twice.write_text(text, "utf-8")
        result = convert(grantcheck, "100", 2023, 2024, twice)
        assert "2023→2024  × 1.035 = 103.5  (3.3 %, 0.2 points added)\n" in result.stdout
        assert "estimate, value of 2021→2022, edition 2022-08-01, next budget bill\n" in result.stdout
        (link,) = json.loads(convert(grantcheck, "100", 2023, 2024, twice, "-f", "json").stdout)["chain"]
        assert link["spread"] == {"points": "0.2", "applied": "added"}
        assert link["lagged_from"] == [2021, 2022]

    def test_a_negative_amount(self, grantcheck: Grantcheck, twice: Path) -> None:
        assert "−5 740 in 2021 prices is −5 929 in" in convert(grantcheck, "-5740", 2021, 2022, twice).stdout

    def test_within_a_year_nothing_changes(self, grantcheck: Grantcheck, twice: Path) -> None:
        result = convert(grantcheck, "205 000", 2031, 2031, twice)
        assert result.exit_code == 0
        assert "Both years are the same; no rate is needed." in result.stdout

    def test_missing_rates_are_named(self, grantcheck: Grantcheck, twice: Path) -> None:
        result = convert(grantcheck, "205000", 2021, 2025, twice, "--as-of", "2022-07-31")
        assert result.exit_code == 1
        assert result.stdout.splitlines() == [
            "205 000 cannot be carried from 2021 to 2025 prices on 2022-07-31: town-twice",
            "lacks",
            "2022→2023  stated by the edition 2022-08-01, which is not yet in force",
            "2023→2024  no edition states it",
            "2024→2025  no edition states it",
            "Add the step with its source to the series, choose another series, or another",
            "--as-of.",
        ]

    def test_missing_rates_of_an_indicative_series(self, grantcheck: Grantcheck) -> None:
        result = convert(grantcheck, "205000", 2025, 2026, GENERAL, "--lang", "da")
        assert result.exit_code == 1
        assert "2025→2026  ingen udgave oplyser det" in result.stdout
        assert "er vejledende" in result.stdout
        value = json.loads(convert(grantcheck, "1", 2025, 2026, GENERAL, "-f", "json").stdout)
        assert [(step["from_year"], step["newer_edition"]) for step in value["missing"]] == [(2025, None)]
        assert value["indicative"]

    def test_json_is_exact(self, grantcheck: Grantcheck) -> None:
        value = json.loads(convert(grantcheck, "5", 2024, 2023, GENERAL, "-f", "json").stdout)
        assert (value["result"], value["exact"], value["factor"]) == ("5", "125/26", "25/26")
        assert value["indication"].startswith("dk-state-general-pl is indicative")

    @pytest.mark.parametrize(
        ("amount", "said"),
        [
            ("205.000", "'205.000' may be 205000, or 205 and decimals. Write 205000, or 205.0000."),
            ("1,028", "'1,028' may be 1028, or 1 and decimals. Write 1028, or 1.0280."),
            ("1.234,50", "'1.234,50' has marks for thousands."),
            ("1,234,567", "'1,234,567' has marks for thousands."),
            ("5 mio.", "'5 mio.' is no amount. Write it as 205000, or with decimals as 5.0."),
            ("1e6", "'1e6' is no amount."),
            ("", "'' is no amount."),
        ],
    )
    def test_an_amount_with_two_readings_is_refused(
        self, grantcheck: Grantcheck, amount: str, said: str
    ) -> None:
        result = convert(grantcheck, amount, 2021, 2022, GENERAL)
        assert (result.exit_code, result.stdout) == (2, "")
        assert said in " ".join(result.stderr.split())

    @pytest.mark.parametrize(
        ("amount", "shown"),
        [
            ("0.205", "0.205"),
            ("5,0", "5.0"),
            ("205.0000", "205.0000"),
            ("−12", "−12"),
            ("205\u00a0000", "205 000"),
        ],
    )
    def test_an_amount_with_one_reading_is_taken(
        self, grantcheck: Grantcheck, amount: str, shown: str
    ) -> None:
        assert convert(grantcheck, amount, 2021, 2022, GENERAL).stdout.startswith(f"{shown} in 2021 prices")

    @pytest.mark.parametrize(
        ("arguments", "said"),
        [
            (["--from", "2021", "--to", "2022"], "Missing option '--series'"),
            (["--from", "21", "--to", "2022", "--series", GENERAL], "Invalid value for '--from'"),
            (["--from", "2021", "--to", "2022", "--series", "dk-state-genral"], "Did you mean 'dk-state-general-pl'?"),
            (["--from", "2021", "--to", "2022", "--series", "no.yaml"], "There is no series file 'no.yaml'."),
            (["--from", "2021", "--to", "2022", "--series", GENERAL, "--frobnicate"], "--frobnicate"),
        ],
    )  # fmt: skip
    def test_wrong_usage(self, grantcheck: Grantcheck, arguments: list[str], said: str) -> None:
        result = grantcheck("prices", "convert", "205000", *arguments)
        assert result.exit_code == 2
        assert said in " ".join(result.stderr.split())
        assert "Traceback" not in result.stderr


class TestCheck:
    def test_a_sound_file(self, grantcheck: Grantcheck, twice: Path) -> None:
        result = grantcheck("prices", "check", twice)
        assert (result.exit_code, result.stderr) == (0, "")
        assert result.stdout == f"{twice}: no fault found (steps: 3, editions: 2).\n"

    def test_each_fault_has_file_and_line(self, grantcheck: Grantcheck, twice: Path) -> None:
        twice.write_text(
            TWO_EDITIONS.replace('"1.7"', '"1.017"').replace("2022, to: 2023", "2023, to: 2024"), "utf-8"
        )
        result = grantcheck("prices", "check", twice, "--lang", "da")
        assert result.exit_code == 1
        first, second = result.stdout.splitlines()
        assert first.startswith(f'{twice}:6: 1,017 ligner en faktor skrevet som procent. Skriv "1.7"')
        assert second.startswith(f"{twice}:8: Intet er oplyst for 2022→2023.")

    def test_the_template_is_printed_as_it_ships(self, grantcheck: Grantcheck) -> None:
        shipped = (shipped_rules() / "prices" / "template.yaml").read_text("utf-8")
        assert grantcheck("prices", "template").stdout.strip() == shipped.strip()

    def test_rules_without_a_template_say_so(self, grantcheck: Grantcheck, tmp_path: Path) -> None:
        result = grantcheck("prices", "template", "--rules", tmp_path)
        assert result.exit_code == 2
        assert "There is no template" in result.stderr

    def test_the_template_explains_itself(self, grantcheck: Grantcheck) -> None:
        result = grantcheck("prices", "check", shipped_rules() / "prices" / "template.yaml")
        assert result.exit_code == 1
        assert (
            "template.yaml:7: The template's placeholders still stand here for series, kind" in result.stdout
        )
        assert "Copy the file" in result.stdout

    def test_several_files_as_json(self, grantcheck: Grantcheck, twice: Path) -> None:
        general = shipped_rules() / "prices" / f"{GENERAL}.yaml"
        twice.write_text(TWO_EDITIONS.replace('"1.7"', "1.7"), "utf-8")
        result = grantcheck("prices", "check", twice, general, "-f", "json")
        assert result.exit_code == 1
        broken, sound = json.loads(result.stdout)["files"]
        assert (broken["series"], broken["faults"][0]["line"]) == (None, 6)
        assert (sound["series"], sound["faults"], sound["indicative"]) == (GENERAL, [], True)

    def test_an_indicative_series_is_said_to_be_one(self, grantcheck: Grantcheck) -> None:
        result = grantcheck("prices", "check", shipped_rules() / "prices" / f"{GENERAL}.yaml")
        assert result.exit_code == 0
        assert "dk-state-general-pl is indicative" in result.stdout

    def test_a_file_that_does_not_exist(self, grantcheck: Grantcheck) -> None:
        result = grantcheck("prices", "check", "no-such.yaml")
        assert result.exit_code == 2
        assert "no-such.yaml" in result.stderr
