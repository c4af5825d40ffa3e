"""What an office chose about rules stands in every report, and is refused where it cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from .conftest import Grantcheck

FILE = """\
[rules.off]
GC204 = "Flat amounts are known here; case 24/117."
[rules.parameters]
GC204.fewest_years = 5
"""


@pytest.fixture
def office(note_file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the note, with a configuration."""
    monkeypatch.chdir(note_file.parent)
    Path("grantcheck.toml").write_text(FILE, "utf-8")
    return note_file.parent


def test_a_rule_that_is_turned_off_is_counted_and_in_no_other_count(
    grantcheck: Grantcheck, office: Path
) -> None:
    report = json.loads(grantcheck("audit", "KUL21.txt", "-f", "json", "--show", "all").stdout)
    bare = json.loads(grantcheck("audit", "KUL21.txt", "-f", "json", "--no-config").stdout)
    assert report["summary"] == bare["summary"] | {"turned_off": 1, "broken": bare["summary"]["broken"] - 1}
    assert report["rules"]["count"] == bare["rules"]["count"] - 1
    assert "GC204" not in {finding["rule"] for finding in report["findings"]}
    (off,) = report["rules"]["off"]
    assert (off["rule"], off["source"]) == ("GC204", "grantcheck.toml:2")
    assert off["reason"] == "Flat amounts are known here; case 24/117."
    Draft202012Validator(json.loads(grantcheck("schema", "report").stdout)).validate(report)


@pytest.mark.parametrize(
    "form",
    [
        "text", "concise", "narrate", "markdown", "json", "jsonl", "csv", "csv-excel", "sarif", "junit", "html",
        "github", "github-summary",
    ],
)  # fmt: skip
def test_every_report_with_room_for_it_gives_the_reason(
    grantcheck: Grantcheck, office: Path, form: str
) -> None:
    said = grantcheck("audit", "KUL21.txt", "-f", form).stdout
    assert "Flat amounts are known here; case 24/117" in " ".join(said.replace("\\", "").split())
    assert "GC204" in said


def test_in_danish_it_is_said_in_danish(grantcheck: Grantcheck, office: Path) -> None:
    said = " ".join(grantcheck("audit", "KUL21.txt", "--lang", "da").stdout.split())
    assert "1 slået fra" in said
    assert "GC204 er slået fra (grantcheck.toml:2): Flat amounts" in said


def test_explain_and_why_not_and_the_page_say_that_it_is_off(grantcheck: Grantcheck, office: Path) -> None:
    for command in ("explain", "why-not"):
        result = grantcheck(command, "GC204", "KUL21.txt")
        assert result.exit_code == 2
        assert "GC204 is turned off (grantcheck.toml:2)" in " ".join(result.output.replace("│", " ").split())
    assert "Turned off (grantcheck.toml:2)\n  Flat amounts" in grantcheck("rule", "GC204").stdout


def test_the_parameters_in_force_are_listed_with_their_source(grantcheck: Grantcheck, office: Path) -> None:
    Path("grantcheck.toml").write_text("[rules.parameters]\nGC204.fewest_years = 5\n", "utf-8")
    report = json.loads(grantcheck("audit", "KUL21.txt", "-f", "json").stdout)
    (entry,) = [one for one in report["parameters"] if one["values"]]
    assert entry["path"] == "base/gc204_flat_in_current_prices.yaml"
    (value,) = entry["values"]
    assert (value["rule"], value["name"], value["value"], value["default"]) == ("GC204", "fewest_years", 5, 3)
    assert value["source"] == entry["source"] == "grantcheck.toml:2"
    assert entry["title"]["en"] == "Parameters of GC204: fewest_years = 5"
    assert "GC204" not in {finding["rule"] for finding in report["findings"]}
    bare = json.loads(grantcheck("audit", "KUL21.txt", "-f", "json", "--no-config").stdout)
    assert [one["values"][0]["source"] for one in bare["parameters"] if one["values"]] == [None]


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[rules.parameters]\nGC204.fewst_years = 5", "grantcheck.toml:2: GC204 has no parameter 'fewst_years'. Did you mean 'fewest_years'?"),
        ("[rules.parameters]\nGC204.fewest_years = 11", "grantcheck.toml:2: GC204: 'fewest_years' cannot be 11. It may be from 2 to 10."),
        ("[rules.parameters]\nGC2044.fewest_years = 5", "grantcheck.toml:2: There is no rule 'GC2044'. The nearest with parameters is GC204."),
        ("[rules.parameters]\nGC204.fewest_years = 2.5", "grantcheck.toml:2: 'rules.parameters.GC204.fewest_years"),
        ('[rules.off]\nGC901 = "x"', "grantcheck.toml:2: GC901 cannot be turned off"),
        ('[rules.off]\nGC204 = ""', "grantcheck.toml:2: GC204 is turned off without a reason. Write why; every report shows it."),
        ('[rules]\npacks = ["nowhere/"]', "grantcheck.toml:2: 'nowhere' does not exist."),
        ('[rules]\npacks = ["nowhere"]', "grantcheck.toml:2: There is no installed pack 'nowhere'."),
        ('[profile]\nname = "copenhaven"', "grantcheck.toml:2: There is no profile 'copenhaven'. Did you mean 'copenhagen'?"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told_with_its_line(
    grantcheck: Grantcheck, office: Path, written: str, said: str
) -> None:
    Path("grantcheck.toml").write_text(written, "utf-8")
    result = grantcheck("audit", "KUL21.txt")
    assert result.exit_code == 2
    assert said in result.stderr


def test_variables_set_parameters_and_packs_too(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRANTCHECK_RULES_PARAMETERS", "GC204.fewest_years=7")
    settings = json.loads(grantcheck("config", "-f", "json").stdout)["settings"]
    (one,) = [each for each in settings if each["key"] == "rules.parameters.GC204.fewest_years"]
    assert (one["value"], one["place"]) == (7, "GRANTCHECK_RULES_PARAMETERS")
    monkeypatch.setenv("GRANTCHECK_RULES_PARAMETERS", "fewest_years=7")
    result = grantcheck("config")
    assert (result.exit_code, "Write RULE.NAME=VALUE." in result.stderr) == (2, True)
    monkeypatch.setenv("GRANTCHECK_RULES_PARAMETERS", "")
    monkeypatch.setenv("GRANTCHECK_RULES_PACKS", "town")
    assert "There is no installed pack 'town'." in grantcheck("audit", "KUL21.txt").stderr
