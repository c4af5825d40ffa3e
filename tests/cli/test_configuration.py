"""Commands take their settings from options, variables and a file, and say which."""

from __future__ import annotations

import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from grantcheck.cli.options import AUDIT_OPTIONS
from grantcheck.data.configuration.environment import variable_of
from grantcheck.model.reading_limits import ReadingLimits
from grantcheck.rules.office import TurnedOff
from grantcheck.rules.parameter import ParameterSet

from .conftest import Grantcheck
from .test_exit_codes import audited, report  # noqa: F401 - a fixture

READERS = (["audit", "."], ["show", "."], ["config"], ["rules", "list"], ["rule", "GC204"])


@pytest.fixture(autouse=True)
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of an office, and a folder of notes in it where commands run."""
    for name in [name for name in os.environ if name.startswith("GRANTCHECK_")]:
        monkeypatch.delenv(name)
    (tmp_path / "notes").mkdir()
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path / "notes")
    return tmp_path


def configured(office: Path, text: str, name: str = "grantcheck.toml") -> Path:
    (office / name).write_text(text, "utf-8")
    return office / name


def shown(grantcheck: Grantcheck, *arguments: object) -> dict[str, tuple[Any, str, str | None]]:
    result = grantcheck("config", *arguments, "--format", "json")
    assert result.exit_code == 0, result.stderr
    settings = json.loads(result.stdout)["settings"]
    return {entry["key"]: (entry["value"], entry["origin"], entry["place"]) for entry in settings}


def test_options_over_variables_over_the_file_over_what_is_built_in(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shown(grantcheck)["report.language"] == ("en", "built-in", None)
    configured(office, '[report]\nlanguage = "da"\n')
    assert shown(grantcheck)["report.language"] == ("da", "file", "../grantcheck.toml:2")
    monkeypatch.setenv("GRANTCHECK_REPORT_LANGUAGE", "en")
    assert shown(grantcheck)["report.language"] == ("en", "variable", "GRANTCHECK_REPORT_LANGUAGE")
    assert shown(grantcheck, "--lang", "da")["report.language"] == ("da", "flag", "--lang")


def test_every_option_is_told_as_the_origin_of_its_setting(grantcheck: Grantcheck, office: Path) -> None:
    for name in ("m.yaml", "b.yaml"):
        Path(name).touch()
    given = {
        "--lang": (["da"], "report.language", "da"),
        "--format": (["json"], "report.format", "json"),
        "--fail-on": (["warning"], "report.fail_on", ["warning"]),
        "--show": (["all"], "report.show", "all"),
        "--mapping": (["m.yaml"], "reading.mapping", "m.yaml"),
        "--no-cache": ([], "reading.cache", False),
        "--ocr": ([], "reading.ocr", True),
        "--jobs": (["3"], "reading.jobs", 3),
        "--series": (["anlæg=b.yaml"], "prices.series.capital", "b.yaml"),
    }
    assert {flag for option in AUDIT_OPTIONS for flag in option.flags} >= set(given)
    found = shown(grantcheck, *(word for flag, (words, _, _) in given.items() for word in (flag, *words)))
    for flag, (_, key, value) in given.items():
        assert found[key] == (value, "flag", flag)


@pytest.mark.parametrize(("flag", "key"), [("cache", "reading.cache"), ("ocr", "reading.ocr")])
def test_a_switch_of_the_file_can_be_turned_either_way(
    grantcheck: Grantcheck, office: Path, flag: str, key: str
) -> None:
    for written in ("true", "false"):
        configured(office, f"[reading]\n{flag} = {written}\n")
        assert shown(grantcheck, f"--{flag}")[key] == (True, "flag", f"--{flag}")
        assert shown(grantcheck, f"--no-{flag}")[key] == (False, "flag", f"--no-{flag}")


def test_the_settings_reach_the_audit(grantcheck: Grantcheck, office: Path, audited: Any) -> None:  # noqa: F811
    calls = audited(report())
    (office / "m.yaml").touch()
    (office / "ours").mkdir()
    (office / "own").mkdir()
    configured(
        office,
        '[report]\nlanguage = "da"\nshow = "all"\n'
        '[reading]\njobs = 3\ncache = false\nocr = true\nmapping = "m.yaml"\nlimits = { pages_per_note = 9 }\n'
        '[rules]\nfolder = "ours"\npacks = ["own/", "town"]\n[rules.off]\nGC505 = "decided"\n'
        '[rules.parameters.GC204]\nfewest_years = 4\n[profile]\nname = "bergen"\n'
        '[prices]\nseries = { default = "town" }\neditions = "in-force"\n'
        '[amounts]\nearlier_level = "mean"\ntolerance = 500\n'
        '[severities]\nGC204 = "error"\n',
    )
    grantcheck("audit", ".", "--series", "capital=works")
    (call,) = calls
    assert (call["language"], call["show_all"], call["rules"]) == ("da", True, Path("../ours"))
    reading = call["reading"]
    assert (reading.mapping, reading.cache, reading.jobs, reading.ocr) == (Path("../m.yaml"), None, 3, True)
    assert reading.limits == ReadingLimits(pages_per_note=9)
    assert [(choice.area, choice.source) for choice in call["amounts"].series] == [
        ("capital", "works"),
        (None, "town"),
    ]
    amounts = call["amounts"]
    assert (amounts.editions, amounts.earlier_level, amounts.tolerance) == ("in-force", "mean", 500)
    chosen = call["office"]
    assert (chosen.packs, chosen.severities) == (("../own/", "town"), {"GC204": "error"})
    assert chosen.off == {"GC505": TurnedOff("decided", "../grantcheck.toml:14")}
    assert chosen.parameters == {"GC204": {"fewest_years": ParameterSet(4, "../grantcheck.toml:16")}}
    assert call["profile"] == "bergen"
    assert call["configuration"] == Path("../grantcheck.toml")


@pytest.mark.parametrize(("written", "code"), [("", 0), ('[severities]\nGC204 = "error"\n', 1)])
def test_a_severity_changes_finding_and_exit_code(
    grantcheck: Grantcheck, office: Path, note_file: Path, written: str, code: int
) -> None:
    configured(office, written)
    result = grantcheck("audit", note_file, "--format", "json")
    assert result.exit_code == code, result.stderr
    (finding,) = [found for found in json.loads(result.stdout)["findings"] if found["rule"] == "GC204"]
    assert finding["severity"] == ("error" if written else "warning")


def test_what_makes_a_run_fail_may_stand_in_the_file(
    grantcheck: Grantcheck, office: Path, note_file: Path
) -> None:
    configured(office, '[report]\nfail_on = ["warning"]\n')
    assert grantcheck("audit", note_file).exit_code == 1
    assert grantcheck("audit", note_file, "--fail-on", "error").exit_code == 0
    assert grantcheck("audit", note_file, "--no-config").exit_code == 0


def test_the_report_lists_the_file_it_was_made_with(
    grantcheck: Grantcheck, office: Path, note_file: Path
) -> None:
    def parameters(*arguments: str) -> dict[str, str]:
        value = json.loads(grantcheck("audit", note_file, "--format", "json", *arguments).stdout)
        return {file["path"]: file["sha256"] for file in value["parameters"]}

    file = configured(office, '[report]\nlanguage = "da"\n')
    assert parameters()["grantcheck.toml"] == sha256(file.read_bytes()).hexdigest()
    assert "grantcheck.toml" not in parameters("--no-config")


def test_show_takes_language_and_format_from_the_file(
    grantcheck: Grantcheck, office: Path, note_file: Path
) -> None:
    configured(office, '[report]\nlanguage = "da"\n')
    assert "310.000" in grantcheck("show", note_file).stdout
    configured(office, '[report]\nformat = "json"\n')
    assert json.loads(grantcheck("show", note_file).stdout)["notes"]


def test_the_list_of_rules_shows_the_severities_in_force(grantcheck: Grantcheck, office: Path) -> None:
    configured(office, '[severities]\nGC204 = "error"\n')
    value = json.loads(grantcheck("rules", "list", "--format", "json").stdout)
    assert [rule["severity"] for rule in value["rules"] if rule["id"] == "GC204"] == ["error"]


def test_a_project_file_passed_over_is_told(grantcheck: Grantcheck, office: Path) -> None:
    configured(office, '[report]\nlanguage = "da"\n')
    configured(office, '[tool.grantcheck.report]\nlanguage = "en"\n', "pyproject.toml")
    result = grantcheck("config", "--lang", "en")
    assert "Configuration file: ../grantcheck.toml\n" in result.stdout
    assert "Not read: [tool.grantcheck] in ../pyproject.toml" in result.stdout


def test_a_named_file_is_the_only_one(grantcheck: Grantcheck, office: Path) -> None:
    configured(office, '[report]\nlanguage = "da"\n')
    other = configured(office, '[report]\nshow = "all"\n', "other.toml")
    found = shown(grantcheck, "--config", other)
    assert found["report.show"] == ("all", "file", f"{other}:2")
    assert found["report.language"] == ("en", "built-in", None)


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_every_command_that_reads_settings_tells_of_a_mistake_in_the_file(
    grantcheck: Grantcheck, office: Path, command: list[str]
) -> None:
    configured(office, "[report]\nlangauge = 'da'\n")
    result = grantcheck(*command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "grantcheck: ../grantcheck.toml:2: 'langauge' is not a known key. Did you mean 'language'?\n"
    )
    assert grantcheck(*command, "--no-config").exit_code != 2


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_every_command_that_reads_settings_tells_of_an_unknown_variable(
    grantcheck: Grantcheck, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("GRANTCHECK_REPORT_LANG", "da")
    result = grantcheck(*command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean 'GRANTCHECK_REPORT_LANGUAGE'?" in result.stderr


@pytest.mark.parametrize("command", READERS, ids=lambda command: command[0])
def test_a_file_and_no_file_exclude_each_other(grantcheck: Grantcheck, command: list[str]) -> None:
    result = grantcheck(*command, "--config", "x.toml", "--no-config")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "'--config' and '--no-config' exclude each other. Keep one of the two." in result.stderr


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("GC299 = 'error'", "There is no rule 'GC299'. The nearest check is GC2"),
        ("GC101 = 'error'", "GC101 is an observation: it informs, and is never broken. Take it out"),
        ("GC203 = 'warning'", "GC203 has no severity: it can only end as not verifiable. Take it out"),
    ],
)
@pytest.mark.parametrize("command", [["audit", "."], ["config"], ["rules", "list"]], ids=str)
def test_a_severity_that_cannot_be_is_told_where_it_stands(
    grantcheck: Grantcheck, office: Path, command: list[str], written: str, said: str
) -> None:
    configured(office, f"[severities]\n\n{written}\n")
    result = grantcheck(*command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"../grantcheck.toml:3: {said}" in result.stderr


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["servise=a.yaml"], "--series: 'servise' is not a control area. Did you mean 'service'?"),
        (["capital="], "--series: 'capital=' names no series. Write AREA=FILE, or FILE for every area."),
        (["gone.yaml"], "--series: 'gone.yaml' does not exist. Correct the path"),
        (
            ["town", "city"],
            "--series: 'town' and 'city' are both for every control area. Say which area one of",
        ),
    ],
)
def test_a_wrong_series_is_told(grantcheck: Grantcheck, given: list[str], said: str) -> None:
    result = grantcheck("audit", ".", *(word for series in given for word in ("--series", series)))
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_user_without_a_home_folder_has_settings(
    grantcheck: Grantcheck, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    monkeypatch.setattr(Path, "home", homeless)
    configured(office, '[report]\nlanguage = "da"\n')
    assert shown(grantcheck)["report.language"][0] == "da"


def test_an_option_shows_the_setting_it_has_without_it(grantcheck: Grantcheck) -> None:
    said = " ".join(grantcheck("audit", "--help").stdout.split())
    for option in AUDIT_OPTIONS:
        assert all(flag in said for flag in option.flags)
    for default in ("(text)", "(en)", "(error)", "(findings)", "(--cache)", "(--no-ocr)", "(one a core)"):
        assert f"[default: {default}" in said


def test_every_option_sets_a_setting() -> None:
    assert len({variable_of(option.key) for option in AUDIT_OPTIONS}) == len(AUDIT_OPTIONS)
