"""`grantcheck diff` and `grantcheck verify`: reports compared, and made again from their own record."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import jsonschema
import pytest
from written_waivers import GOOD, in_yaml

from grantcheck.cli.run_record import recorded_settings
from grantcheck.cli.settings import Settings
from grantcheck.data.configuration.in_force import InForce
from grantcheck.data.configuration.model import Configuration
from grantcheck.data.shipped import shipped_rules
from grantcheck.report.formats.report_schema import report_schema

from .conftest import NOTE, Grantcheck

DAY = ("--as-of", "2026-11-23")
DEAR = NOTE.replace("U 310 310 310 310 1.240", "U 310 310 310 310 1.250", 1)
OLD, NEW = Path("out/old.json"), Path("out/new.json")


@pytest.fixture(autouse=True)
def note(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A note without a fault, in `notes/` of the current folder."""
    for name in ("notes", "out", ".git"):
        (tmp_path / name).mkdir()
    path = tmp_path / "notes" / "KUL21.txt"
    path.write_text(NOTE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return path


def audited(grantcheck: Grantcheck, target: Path, *arguments: str | Path) -> None:
    result = grantcheck("audit", "notes", *DAY, "-o", f"json={target}", *arguments)
    assert result.exit_code in {0, 1}, result.output


@pytest.fixture
def both(grantcheck: Grantcheck, note: Path) -> None:
    """A report before, and one after the note got a wrong sum."""
    audited(grantcheck, OLD)
    note.write_text(DEAR, "utf-8")
    audited(grantcheck, NEW)


@pytest.mark.usefixtures("both")
def test_a_new_broken_check_fails_and_a_mended_one_does_not(grantcheck: Grantcheck) -> None:
    worse, better = grantcheck("diff", OLD, NEW), grantcheck("diff", NEW, OLD)
    assert (worse.exit_code, better.exit_code) == (1, 0)
    assert "new: KUL21 GC401 error" in worse.stdout
    assert "(because of: the note)" in worse.stdout
    assert "fixed: KUL21 GC401" in better.stdout
    assert grantcheck("diff", OLD, OLD).stdout == "Nothing differs.\n"


@pytest.mark.usefixtures("both")
def test_a_comparison_as_markdown_and_as_data(grantcheck: Grantcheck) -> None:
    told = grantcheck("diff", OLD, NEW, "-f", "markdown", "--lang", "da").stdout
    assert told.startswith("# To rapporter sammenlignet\n\n")
    assert "## Nye\n\n- ny: KUL21 GC401" in told
    data = json.loads(grantcheck("diff", OLD, NEW, "-f", "json").stdout)
    assert data["summary"]["new"] == sum(each["kind"] == "new" for each in data["findings"]) > 0
    assert {each["caused_by_rules_or_parameters"] for each in data["findings"]} == {False}
    assert data["record"][0]["kind"] == "input"


def test_what_a_changed_rule_causes_is_told_apart(grantcheck: Grantcheck) -> None:
    rules = Path("rules")
    shutil.copytree(shipped_rules(), rules)
    audited(grantcheck, OLD, "--rules", rules)
    flat = rules / "base" / "gc204_flat_in_current_prices.yaml"
    flat.write_text(flat.read_text("utf-8").replace("default: 3", "default: 9"), "utf-8")
    audited(grantcheck, NEW, "--rules", rules)
    compared = json.loads(grantcheck("diff", OLD, NEW, "-f", "json").stdout)
    (fixed,) = compared["findings"]
    assert (fixed["kind"], fixed["before"]["rule"], fixed["causes"][0]) == ("fixed", "GC204", "rule")
    assert fixed["caused_by_rules_or_parameters"]
    assert ("rule", "GC204") in [(each["kind"], each["name"]) for each in compared["record"]]
    assert {each["kind"] for each in compared["record"]} <= {"rule", "parameter"}
    back = grantcheck("diff", NEW, OLD, "--fail-on", "warning")
    assert back.exit_code == 1
    assert (
        "Caused by a change of rules or parameters; the notes are as they were:\n- new: KUL21 GC204"
        in back.stdout
    )
    assert grantcheck("diff", NEW, OLD).exit_code == 0


def test_what_a_price_series_causes_is_told_apart(grantcheck: Grantcheck) -> None:
    audited(grantcheck, OLD)
    audited(grantcheck, NEW, "--series", "dk-state-wages")
    told = grantcheck("diff", OLD, NEW).stdout
    assert "Caused by a change of rules or parameters" in told
    assert "New:" not in told
    assert "- parameter prices/" in told


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("report", "This is no JSON, so no report."),
        ("[]", "This is no report of grantcheck."),
        ('{"schema_version": 1, "findings": []}', "grantcheck None wrote it"),
    ],
)
def test_what_is_no_report_is_told_with_a_remedy(grantcheck: Grantcheck, content: str, said: str) -> None:
    OLD.write_text(content, "utf-8")
    for command in (("diff", OLD, OLD), ("verify", OLD)):
        result = grantcheck(*command)
        assert result.exit_code == 2
        assert said in result.stderr
        assert "-o json=FILE" in result.stderr


def test_a_report_of_another_schema_is_told(grantcheck: Grantcheck) -> None:
    audited(grantcheck, OLD)
    OLD.write_text(OLD.read_text("utf-8").replace('"schema_version": 1', '"schema_version": 2'), "utf-8")
    result = grantcheck("diff", OLD, OLD)
    assert (result.exit_code, "schema version 2, which is not known here" in result.stderr) == (2, True)


def test_a_report_is_made_again_from_its_record(grantcheck: Grantcheck) -> None:
    Path("grantcheck.toml").write_text('[amounts]\ntolerance = 500\n[report]\nlanguage = "da"\n', "utf-8")
    audited(grantcheck, OLD, "--series", "dk-state-wages", "--show", "all", "--engine", "reference")
    result = grantcheck("verify", OLD, "--no-config")
    assert result.exit_code == 0, result.output
    assert "Made again: nothing that the report rests on has changed." in result.stdout


def test_it_is_made_again_from_another_folder(
    grantcheck: Grantcheck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    audited(grantcheck, OLD)
    report = OLD.resolve()
    (tmp_path / "else").mkdir()
    monkeypatch.chdir(tmp_path / "else")
    assert grantcheck("verify", report, "--root", tmp_path).exit_code == 0
    assert Path.cwd() == tmp_path / "else"
    missing = grantcheck("verify", report)
    assert (missing.exit_code, "There is no file or folder 'notes'" in missing.stderr) == (2, True)


def test_a_note_that_changed_is_named_and_so_are_the_outcomes(grantcheck: Grantcheck, note: Path) -> None:
    audited(grantcheck, OLD)
    note.write_text(DEAR, "utf-8")
    result = grantcheck("verify", OLD)
    assert result.exit_code == 1
    assert result.stdout.startswith("The outcomes do not agree.\n")
    assert "- input notes/KUL21.txt: " in result.stdout


def test_a_change_that_leaves_the_outcomes_is_told_as_one(grantcheck: Grantcheck, note: Path) -> None:
    audited(grantcheck, OLD)
    note.write_text(NOTE + "\n", "utf-8")
    result = grantcheck("verify", OLD)
    assert result.exit_code == 1
    assert result.stdout.startswith("The outcomes agree: ")
    data = json.loads(grantcheck("verify", OLD, "-f", "json").stdout)
    assert data["outcomes_agree"] is True
    assert [each["name"] for each in data["record"]] == ["notes/KUL21.txt"]


@pytest.mark.parametrize(
    ("kind", "name"), [("rule", "GC103"), ("rule", "facts.yaml"), ("parameter", "grantcheck.toml")]
)
def test_what_changed_is_named(grantcheck: Grantcheck, kind: str, name: str) -> None:
    rules = Path("rules")
    shutil.copytree(shipped_rules(), rules)
    Path("grantcheck.toml").write_text("", "utf-8")
    audited(grantcheck, OLD, "--rules", rules)
    files = {
        "GC103": rules / "base" / "gc103_overlap.yaml",
        "facts.yaml": rules / "facts.yaml",
        "grantcheck.toml": Path("grantcheck.toml"),
    }
    text = files[name].read_text("utf-8")
    files[name].write_text(
        text.replace("en: the file, da: filen", "en: this file, da: filen") + "# later\n", "utf-8"
    )
    data = json.loads(grantcheck("verify", OLD, "-f", "json").stdout)
    assert (kind, name) in [(each["kind"], each["name"]) for each in data["record"]]
    assert data["outcomes_agree"] is True


def test_a_version_that_changed_is_named(grantcheck: Grantcheck) -> None:
    audited(grantcheck, OLD)
    values = json.loads(OLD.read_text("utf-8"))
    values["record"]["versions"]["durable-rules"] = "1.9.9"
    OLD.write_text(json.dumps(values), "utf-8")
    result = grantcheck("verify", OLD)
    assert result.exit_code == 1
    assert "- version durable-rules: 1.9.9 → " in result.stdout


def test_waivers_and_baseline_are_those_of_the_run(grantcheck: Grantcheck, note: Path) -> None:
    note.write_text(DEAR, "utf-8")
    Path("waivers.yaml").write_text(in_yaml(GOOD | {"rule": "GC401", "note": "KUL21"}), "utf-8")
    assert grantcheck("audit", "notes", *DAY, "--write-baseline").exit_code == 0
    audited(grantcheck, OLD, "--baseline", "grantcheck-baseline.json")
    assert grantcheck("verify", OLD).exit_code == 0
    Path("waivers.yaml").write_text(
        in_yaml(GOOD | {"rule": "GC401", "note": "KUL21", "reason": "Another"}), "utf-8"
    )
    changed = grantcheck("verify", OLD)
    assert changed.exit_code == 1
    assert "waivers or baseline waivers.yaml" in changed.stdout


def test_waivers_of_a_revision_are_those_of_its_commit(grantcheck: Grantcheck, note: Path) -> None:
    def git(*arguments: str) -> None:
        who = ["-c", "user.name=Anne", "-c", "user.email=anne@example.org"]
        subprocess.run(["git", *who, *arguments], check=True, capture_output=True)

    Path(".git").rmdir()
    note.write_text(DEAR, "utf-8")
    git("init", "-b", "main")
    Path("waivers.yaml").write_text(in_yaml(GOOD | {"rule": "GC401", "note": "KUL21"}), "utf-8")
    git("add", "waivers.yaml")
    git("commit", "-m", "Waive it")
    audited(grantcheck, OLD, "--waivers-from", "git:main")
    Path("waivers.yaml").write_text("waivers: []\n", "utf-8")
    git("commit", "-a", "-m", "Waive nothing")
    assert grantcheck("verify", OLD).exit_code == 0


def test_a_report_without_a_record_cannot_be_made_again(grantcheck: Grantcheck) -> None:
    audited(grantcheck, OLD)
    values = json.loads(OLD.read_text("utf-8"))
    values["record"]["run"] = None
    OLD.write_text(json.dumps(values), "utf-8")
    result = grantcheck("verify", OLD)
    assert (result.exit_code, "does not say how it was made" in result.stderr) == (2, True)


def test_the_record_fits_the_schema_and_names_every_rule(grantcheck: Grantcheck) -> None:
    audited(grantcheck, OLD)
    values = json.loads(OLD.read_text("utf-8"))
    jsonschema.validate(values, report_schema())
    assert len(values["record"]["rules"]) == values["rules"]["count"]
    assert values["record"]["run"]["paths"] == ["notes"]
    assert set(values["record"]["versions"]) == {
        "grantcheck",
        "durable-rules",
        "lxml",
        "openpyxl",
        "pypdfium2",
    }


def test_a_register_that_grew_is_told(grantcheck: Grantcheck) -> None:
    head = "grant,title,agreement,control_area,committee,year,amount\n"
    for number, amount in enumerate((300_000, 400_000), start=1):
        Path("list.csv").write_text(
            f"{head}K1,Ferieklub,Budgetaftale 2023,service,Kultur- og Fritidsudvalget,2025,{amount}\n",
            "utf-8",
        )
        imported = grantcheck("register", "import", "list.csv", "--as-of", f"2026-01-0{number}")
        assert imported.exit_code == 0, imported.output
        if number == 1:
            audited(grantcheck, OLD)
            assert grantcheck("verify", OLD).exit_code == 0
    state = json.loads(OLD.read_text("utf-8"))["record"]["register_state"]
    assert (state["batches"], len(state["last_batch"])) == (1, 64)
    told = grantcheck("verify", OLD)
    assert told.exit_code == 1
    assert "- parameter register, batches: 1, " in told.stdout


def test_a_password_of_a_register_is_never_recorded() -> None:
    address = "postgresql://anne:secret@town/r"
    chosen = Configuration.model_validate({"register": {"path": address}})
    assert recorded_settings(Settings(InForce(chosen, ())))["register"]["path"] is None
    local = Configuration.model_validate({"register": {"path": "sqlite:///r.sqlite"}})
    assert recorded_settings(Settings(InForce(local, ())))["register"]["path"] == "sqlite:///r.sqlite"


def test_two_runs_record_the_same_bytes(grantcheck: Grantcheck) -> None:
    audited(grantcheck, OLD)
    audited(grantcheck, NEW, "--no-cache", "--jobs", "1")
    assert OLD.read_bytes() == NEW.read_bytes()
