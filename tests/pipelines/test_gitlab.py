"""The job for GitLab: its form, and its script run with GitLab's variables."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from .running import BROKEN, CLEAN, FLAGS, Done, check_schema, loaded, ran

JOB = loaded("ci/gitlab.yml")["grantcheck"]
SHELLS = {"bash": ["bash", "-eo", "pipefail", "-c"], "sh": ["sh", "-e", "-c"]}


def ran_job(project: Path, shell: str = "bash", **variables: str) -> Done:
    """The script as a runner runs it."""
    environment = JOB["variables"] | {"CI_PROJECT_DIR": str(project)} | variables
    return ran([*SHELLS[shell], "\n".join(JOB["script"])], project, environment)


def test_it_follows_the_schema_of_gitlab() -> None:
    done = check_schema("vendor.gitlab-ci", "ci/gitlab.yml", "--data-transform", "gitlab-ci")
    assert done.returncode == 0, done.stdout


def test_no_variable_of_the_job_is_taken_for_a_setting() -> None:
    assert not [name for name in JOB["variables"] if name.startswith("GRANTCHECK_")]


def test_the_engine_is_built_with_its_flags() -> None:
    assert JOB["variables"]["CPPFLAGS"] == FLAGS
    assert JOB["before_script"][0].endswith("durable-rules==2.0.28")


def test_the_artifacts_are_what_the_script_writes() -> None:
    reports = set(JOB["artifacts"]["reports"].values())
    assert reports == set(JOB["artifacts"]["paths"])
    assert all(f"={name}" in JOB["script"][0] for name in reports)
    assert JOB["artifacts"]["when"] == "always"


@pytest.mark.parametrize("shell", SHELLS)
def test_a_broken_note_fails_the_job_and_stands_in_both_reports(project: Path, shell: str) -> None:
    done = ran_job(project, shell)
    assert (done.returncode, done.stderr) == (1, "")
    assert "Judged by durable-rules." in done.stdout
    issues = json.loads((project / "grantcheck-quality.json").read_text("utf-8"))
    assert {issue["location"]["path"] for issue in issues if issue["severity"] == "critical"} == {str(BROKEN)}
    root = etree.parse(project / "grantcheck.xml").getroot()
    assert {suite.get("file"): suite.get("failures") != "0" for suite in root} == {
        str(BROKEN): True,
        str(CLEAN): False,
    }


@pytest.mark.parametrize("shell", SHELLS)
def test_a_clean_note_passes_whatever_its_name(project: Path, shell: str) -> None:
    done = ran_job(project, shell, NOTES_PATHS=f"\n{CLEAN}\n", NOTES_LANGUAGE="da", NOTES_FAIL_ON="warning")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 dokument: " in done.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_a_merge_request_judges_what_it_changes(project: Path, shell: str) -> None:
    (project / CLEAN).write_text((project / CLEAN).read_text("utf-8") + "\n", "utf-8")
    done = ran_job(project, shell, NOTES_SINCE="HEAD")
    assert done.returncode == 0
    assert re.search(r"Checked: 1 of 2 files", done.stdout)


def test_a_variable_is_data_and_never_a_command(project: Path) -> None:
    done = ran_job(project, NOTES_PATHS="$(touch owned)\n`touch owned`")
    assert done.returncode == 2
    assert not (project / "owned").exists()
