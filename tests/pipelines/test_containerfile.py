"""The container: its file held to what matters, and its steps run in a bare folder."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Iterator
from fnmatch import fnmatch
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from dockerfile_parse import DockerfileParser

from .running import REPOSITORY, ran

Instruction = tuple[str, str]


def instructions() -> list[Instruction]:
    parser = DockerfileParser(fileobj=BytesIO((REPOSITORY / "Containerfile").read_bytes()))
    found: list[dict[str, Any]] = parser.structure
    return [(each["instruction"], each["value"]) for each in found if each["instruction"] != "COMMENT"]


def stages() -> list[list[Instruction]]:
    """The instructions of each stage, from its FROM."""
    found: list[list[Instruction]] = []
    for instruction in instructions():
        if instruction[0] == "FROM":
            found.append([])
        if found:
            found[-1].append(instruction)
    return found


BUILD, RUNTIME = stages()


def values(stage: list[Instruction], name: str) -> list[str]:
    return [value for instruction, value in stage if instruction == name]


def test_both_stages_stand_on_one_pinned_python() -> None:
    assert instructions()[0] == ("ARG", "PYTHON=3.12-slim-bookworm")
    assert values(BUILD, "FROM") == ["python:${PYTHON} AS build"]
    assert values(RUNTIME, "FROM") == ["python:${PYTHON}"]


def test_it_runs_as_nobody_in_particular() -> None:
    (user,) = values(RUNTIME, "USER")
    assert user.isdecimal()
    assert int(user) > 0
    names = [name for name, _ in RUNTIME]
    assert names.index("USER") > max(index for index, name in enumerate(names) if name in {"RUN", "COPY"})


def test_grantcheck_is_the_entry_and_tells_its_use() -> None:
    assert [json.loads(value) for value in values(RUNTIME, "ENTRYPOINT")] == [["grantcheck"]]
    assert [json.loads(value) for value in values(RUNTIME, "CMD")] == [["--help"]]


def test_no_compiler_and_no_pip_reach_the_image_that_runs() -> None:
    assert not any("build-essential" in value for _, value in RUNTIME)
    assert values(RUNTIME, "COPY") == ["--from=build /opt/grantcheck /opt/grantcheck"]
    assert "pip uninstall --yes pip" in values(BUILD, "RUN")[-1]


def test_packages_leave_no_lists_behind() -> None:
    installing = [value for stage in (BUILD, RUNTIME) for value in values(stage, "RUN") if "apt-get" in value]
    assert len(installing) == 2
    for value in installing:
        assert "--no-install-recommends" in value
        assert "rm -rf /var/lib/apt/lists/*" in value


def test_nothing_is_added_from_elsewhere_and_no_secret_is_set() -> None:
    assert {name for name, _ in instructions()} <= {
        *("ARG", "FROM", "RUN", "ENV", "WORKDIR", "COPY", "LABEL", "USER", "ENTRYPOINT", "CMD"),
    }
    assert not re.search(r"(?i)password|token|secret", (REPOSITORY / "Containerfile").read_text("utf-8"))


def test_it_is_labelled() -> None:
    (label,) = values(RUNTIME, "LABEL")
    keys = {part.partition("=")[0] for part in shlex.split(label)}
    assert {f"org.opencontainers.image.{name}" for name in ("title", "description", "licenses")} == keys


def copied() -> Iterator[tuple[str, str]]:
    for value in values(BUILD, "COPY"):
        *sources, target = value.split()
        yield from ((source, target) for source in sources)


def test_what_is_copied_is_there_and_is_sent_to_the_builder() -> None:
    lines = (REPOSITORY / ".dockerignore").read_text("utf-8").splitlines()
    assert lines[0] == "*"
    sent = {line.removeprefix("!") for line in lines if line.startswith("!")}
    assert {source for source, _ in copied()} == sent
    assert all((REPOSITORY / source).exists() for source in sent)
    assert any(fnmatch("grantcheck/__pycache__", line) for line in lines[1:])


@pytest.mark.slow
def test_the_steps_make_a_program_that_judges(tmp_path: Path, project: Path) -> None:
    """Without a container engine: absolute folders lie below a root of the test's own, Debian's programs do nothing."""
    root, stubs = tmp_path / "root", tmp_path / "stubs"
    source = root / "source"
    for folder in (source, stubs, root / "opt"):
        folder.mkdir(parents=True)
    for name in ("apt-get", "rm", "useradd"):
        (stubs / name).write_text(f'#!/bin/sh\necho "{name} $*" >> "{tmp_path}/asked"\n', "utf-8")
        (stubs / name).chmod(0o755)
    for name, target in copied():
        place = source / target / Path(name).name if target.endswith("/") else source / target
        place.parent.mkdir(parents=True, exist_ok=True)
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, place)
        else:
            shutil.copyfile(REPOSITORY / name, place)
    (environment,) = values(BUILD, "ENV")
    variables = dict(part.split("=", 1) for part in shlex.split(environment)) | {
        "PYTHONPATH": "",
        "PACKAGES": "git",
    }
    for step in [*values(BUILD, "RUN"), *values(RUNTIME, "RUN")]:
        placed = re.sub(r"(?<![\w.])/(?=(opt|wheels|source)\b)", f"{root}/", step)
        done = ran(["sh", "-ec", f'PATH="{stubs}:$PATH"; {placed}'], source, variables)
        assert done.returncode == 0, f"{step}\n{done.stdout}{done.stderr}"
    asked = (tmp_path / "asked").read_text("utf-8")
    assert "apt-get install --yes --no-install-recommends build-essential" in asked
    assert "apt-get install --yes --no-install-recommends git" in asked
    assert "useradd --create-home --uid 10001 grantcheck" in asked
    program = str(root / "opt" / "grantcheck" / "bin" / "grantcheck")
    report = ran([program, "audit", "notes", "--engine", "durable"], project, {"PYTHONPATH": ""})
    assert (report.returncode, report.stderr) == (1, "")
    assert "Judged by durable-rules." in report.stdout
    assert not (root / "opt" / "grantcheck" / "bin" / "pip").exists()
