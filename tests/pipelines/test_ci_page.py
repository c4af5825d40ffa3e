"""docs/ci.md says what the files of the pipelines say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from .running import REPOSITORY, check_schema, loaded

PAGE = (REPOSITORY / "docs" / "ci.md").read_text("utf-8")
ROW = re.compile(r"^\| `([\w-]+)` \| .* \| (.+) \|$", re.MULTILINE)
HOOKS, WORKFLOW, JOB = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)


def shown(default: str) -> str:
    return f"`{default}`" if default else "–"


@pytest.mark.parametrize(
    "defaults",
    [
        {name: rest.get("default", "") for name, rest in loaded("action.yml")["inputs"].items()},
        {
            name: default
            for name, default in loaded("ci/gitlab.yml")["grantcheck"]["variables"].items()
            if name.startswith("NOTES_")
        },
    ],
    ids=["action", "job"],
)
def test_every_input_stands_there_with_its_default(defaults: dict[str, str]) -> None:
    rows = dict(ROW.findall(PAGE))
    assert {name: rows.get(name) for name in defaults} == {
        name: shown(default) for name, default in defaults.items()
    }


def test_the_hooks_of_the_example_are_those_there_are() -> None:
    (repository,) = yaml.safe_load(HOOKS)["repos"]
    assert [hook["id"] for hook in repository["hooks"]] == [
        hook["id"] for hook in loaded(".pre-commit-hooks.yaml")
    ]


@pytest.mark.parametrize(
    ("schema", "example"),
    [("vendor.github-workflows", WORKFLOW), ("vendor.gitlab-ci", JOB)],
    ids=["workflow", "job"],
)
def test_the_examples_follow_the_schemas(tmp_path: Path, schema: str, example: str) -> None:
    file = tmp_path / "example.yaml"
    file.write_text(example, "utf-8")
    done = check_schema(schema, str(file))
    assert done.returncode == 0, done.stdout


def test_the_inputs_of_the_example_are_inputs_of_the_action() -> None:
    steps = yaml.safe_load(WORKFLOW)["jobs"]["notes"]["steps"]
    (given,) = (step["with"] for step in steps if step.get("id") == "notes")
    assert set(given) <= set(loaded("action.yml")["inputs"])
