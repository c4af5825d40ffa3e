"""The GitHub action: its form, and its steps run with GitHub's variables."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from git_repository import committed, git

from .running import BROKEN, CLEAN, FLAGS, REPOSITORY, Done, check_schema, loaded, ran

ACTION = loaded("action.yml")
STEPS: list[dict[str, Any]] = ACTION["runs"]["steps"]
(AUDIT,) = (step for step in STEPS if step.get("id") == "audit")
WARNED = "BU046.txt"
INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")


@pytest.fixture
def github(project: Path, tmp_path: Path) -> dict[str, str]:
    """The variables of a runner."""
    for name in ("output", "summary"):
        (tmp_path / name).write_text("from an earlier step\n", "utf-8")
    (tmp_path / "runner").mkdir()
    return {
        "GITHUB_WORKSPACE": str(project),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "RUNNER_TEMP": str(tmp_path / "runner"),
    }


def audited(github: dict[str, str], **inputs: str) -> Done:
    """The step as GitHub runs it, with these inputs over their defaults."""
    given = {
        name: inputs.get(name.replace("-", "_"), rest.get("default", ""))
        for name, rest in ACTION["inputs"].items()
    }
    environment = {
        name: INPUT.sub(lambda found: given[found[1]], value) for name, value in AUDIT["env"].items()
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", AUDIT["run"]]
    return ran(command, Path(github["GITHUB_WORKSPACE"]), github | environment)


def outputs(github: dict[str, str]) -> dict[str, str]:
    lines = Path(github["GITHUB_OUTPUT"]).read_text("utf-8").splitlines()[1:]
    return dict(line.split("=", 1) for line in lines)


def test_it_follows_the_schema_of_actions() -> None:
    done = check_schema("vendor.github-actions", "action.yml")
    assert done.returncode == 0, done.stdout


def test_the_workflow_that_builds_wheels_follows_the_schema_of_workflows() -> None:
    done = check_schema("vendor.github-workflows", ".github/workflows/engine-wheels.yml")
    assert done.returncode == 0, done.stdout


def test_every_input_is_used_and_every_use_is_an_input() -> None:
    used = set(INPUT.findall(json.dumps(STEPS)))
    assert used == set(ACTION["inputs"])


def test_no_input_is_written_into_a_script() -> None:
    assert not any("${{" in step.get("run", "") for step in STEPS)


def test_outputs_are_those_of_the_step() -> None:
    named = {
        name
        for output in ACTION["outputs"].values()
        for name in re.findall(r"steps\.audit\.outputs\.([\w-]+)", output["value"])
    }
    assert named == set(ACTION["outputs"]) == {"exit-code", "sarif"}
    assert all(f'"{name}=' in AUDIT["run"] for name in named)


def test_the_engine_is_built_with_its_flags() -> None:
    (install,) = (step for step in STEPS if step.get("name") == "Install grantcheck")
    assert install["env"]["CPPFLAGS"] == FLAGS


def test_a_clean_note_passes(github: dict[str, str]) -> None:
    done = audited(github, paths=str(CLEAN))
    assert (done.returncode, done.stderr) == (0, "")
    assert "::error" not in done.stdout
    assert outputs(github) == {"exit-code": "0", "sarif": "grantcheck.sarif"}


def test_a_broken_note_is_annotated_summed_up_and_fails(github: dict[str, str]) -> None:
    done = audited(github, paths="notes")
    assert done.returncode == 1
    assert re.search(r"^::error file=notes/KF031\.txt,line=\d+,", done.stdout, re.MULTILINE)
    assert outputs(github)["exit-code"] == "1"
    summary = Path(github["GITHUB_STEP_SUMMARY"]).read_text("utf-8")
    assert summary.startswith("from an earlier step\n# Budget notes, checked\n")
    assert "Judged by durable-rules." in summary
    sarif = json.loads(Path(github["GITHUB_WORKSPACE"], "grantcheck.sarif").read_text("utf-8"))
    assert {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in sarif["runs"][0]["results"]
        if result["kind"] == "fail"
    } == {"notes/KF031.txt"}


def test_wrong_usage_is_told_and_leaves_no_report(github: dict[str, str]) -> None:
    done = audited(github, paths="notes", formats="sarrif=x")
    assert done.returncode == 2
    assert "There is no format 'sarrif'" in done.stderr
    assert outputs(github) == {"exit-code": "2"}


def test_paths_with_blanks_and_danish_letters_stand_a_line_each(github: dict[str, str]) -> None:
    done = audited(
        github, paths=f"{CLEAN}\n\n{BROKEN}\n", lang="da", formats="json=all.json\nconcise=lines.txt"
    )
    assert done.returncode == 1
    report = json.loads(Path(github["GITHUB_WORKSPACE"], "all.json").read_text("utf-8"))
    assert [entry["path"] for entry in report["inputs"]] == [str(BROKEN), str(CLEAN)]
    assert "2 dokumenter" in done.stdout
    assert Path(github["GITHUB_WORKSPACE"], "lines.txt").is_file()


def test_an_input_is_data_and_never_a_command(github: dict[str, str]) -> None:
    done = audited(github, paths="$(touch owned)\n; touch owned", fail_on="warning")
    assert done.returncode == 2
    assert not Path(github["GITHUB_WORKSPACE"], "owned").exists()


def test_what_else_fails_the_job_can_be_named(github: dict[str, str]) -> None:
    project = Path(github["GITHUB_WORKSPACE"])
    doubtful = (REPOSITORY / "fixtures" / "notes" / WARNED).read_bytes()
    (project / "notes" / WARNED).write_bytes(doubtful)
    assert audited(github, paths=f"notes/{WARNED}").returncode == 0
    assert audited(github, paths=f"notes/{WARNED}", fail_on="not-verifiable warning").returncode == 1


def test_a_pull_request_judges_what_it_changes(github: dict[str, str]) -> None:
    project = Path(github["GITHUB_WORKSPACE"])
    first = committed_before(project)
    done = audited(github, paths="notes", since=first)
    assert done.returncode == 0
    assert "Checked: 1 of 3 files" in done.stdout
    assert "::error" not in done.stdout


def committed_before(project: Path) -> str:
    """A second commit that adds a clean note; gives the first."""
    first = git(project, "rev-parse", "HEAD")
    clean = (REPOSITORY / "fixtures" / "clean" / "BU041.txt").read_bytes()
    (project / "notes" / "BU041.txt").write_bytes(clean)
    committed(project, "second")
    return first
