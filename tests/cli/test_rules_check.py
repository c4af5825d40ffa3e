"""`grantcheck rules check` as a person runs it."""

from __future__ import annotations

import json

from rules.tables.tabled import TABLE, folder_with
from rules.written import RULE, folder_of


def test_the_shipped_rules_are_clean(grantcheck):
    result = grantcheck("rules", "check")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing is wrong with these rules." in result.stderr


def test_each_complaint_is_a_line(grantcheck, tmp_path):
    result = grantcheck("rules", "check", folder_of(tmp_path, gc103_overlap=RULE))
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0] == (
        f"{tmp_path}/base/gc103_overlap.yaml:22: GC103: no test ends as holds. Add one with 'outcome: holds'."
    )
    assert len(result.stdout.splitlines()) == 3
    assert "3 complaint(s), 0 warning(s)." in result.stderr


def test_complaints_as_json(grantcheck, tmp_path):
    result = grantcheck("rules", "check", folder_of(tmp_path, a=RULE), "--format", "json")
    assert result.exit_code == 1
    assert json.loads(result.stdout)["complaints"][0]["remedy"] == "Add one with 'outcome: holds'."


def test_a_gap_in_a_table_is_a_warning_and_no_failure(grantcheck, tmp_path):
    folder = folder_with(tmp_path, table=TABLE.replace("2027;", "2029;"))
    result = grantcheck("rules", "check", folder, "--lang", "da")
    assert result.exit_code == 0
    assert result.stdout.startswith(
        f"{folder}/base/allowed.csv:1: advarsel: celle A1: ingen række passer til"
    )
    assert "0 fejl, 1 advarsel(er)." in result.stderr
    listed = json.loads(grantcheck("rules", "check", folder, "--format", "json").stdout)["complaints"]
    assert [each["warning"] for each in listed] == [True]
