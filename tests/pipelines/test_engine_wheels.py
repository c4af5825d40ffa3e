"""Wheels of the engine, and places that have neither wheel nor compiler."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from .running import REPOSITORY, ran

SCRIPT = REPOSITORY / "ci" / "build_engine_wheels.py"


def script() -> ModuleType:
    spec = spec_from_file_location("build_engine_wheels", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_each_compiler_is_told_in_its_own_way() -> None:
    made = script().build_environment
    assert made("linux", {"A": "b"}) == {"A": "b", "CPPFLAGS": "-O2 -DPyEval_CallObject=PyObject_CallObject"}
    assert made("darwin", {}) == {"CPPFLAGS": "-O2 -DPyEval_CallObject=PyObject_CallObject"}
    assert made("win32", {}) == {"CL": "/O2 /DPyEval_CallObject#PyObject_CallObject"}
    assert made("win32", {"CL": "/W3"})["CL"].endswith(" /W3")


def test_the_sums_are_those_of_every_wheel(tmp_path: Path) -> None:
    for name in ("b.whl", "a.whl", "notes.txt"):
        (tmp_path / name).write_text(name, "utf-8")
    sums = script().write_sums(tmp_path)
    assert sums.read_text("utf-8") == "".join(
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}\n" for name in ("a.whl", "b.whl")
    )
    assert ran(["sha256sum", "--check", "SHA256SUMS"], tmp_path).returncode == 0


def test_a_source_that_is_not_the_known_one_gives_no_wheel(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    module = script()

    def refused(*command: str, environment: dict[str, str] | None = None) -> None:
        raise module.subprocess.CalledProcessError(1, command)

    monkeypatch.setattr(module, "_run", refused)
    assert module.main([str(tmp_path)]) == 1
    assert "No wheel was built" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.whl"))


@pytest.fixture
def bare_python(tmp_path: Path) -> tuple[Path, dict[str, str]]:
    """A fresh environment, and variables under which no compiler can be found."""
    environment = tmp_path / "fresh"
    assert ran([sys.executable, "-m", "venv", str(environment)], tmp_path).returncode == 0
    variables = {"PATH": str(environment / "bin"), "CC": "/none/cc", "CXX": "/none/cxx", "PYTHONPATH": ""}
    return environment / "bin" / "python", variables


@pytest.mark.slow
def test_the_wheel_installs_without_a_compiler_and_judges(
    tmp_path: Path, project: Path, bare_python: tuple[Path, dict[str, str]]
) -> None:
    wheels = tmp_path / "wheels"
    built = ran([sys.executable, str(SCRIPT), str(wheels)], tmp_path)
    assert built.returncode == 0, built.stdout + built.stderr
    (wheel,) = wheels.glob("*.whl")
    assert wheel.name in (wheels / "SHA256SUMS").read_text("utf-8")
    python, variables = bare_python
    install = [
        "-m",
        "pip",
        "install",
        "--only-binary",
        "durable-rules",
        "--find-links",
        str(wheels),
        str(REPOSITORY),
    ]
    installed = ran([str(python), *install], tmp_path, variables)
    assert installed.returncode == 0, installed.stdout + installed.stderr
    audit = [str(python.with_name("grantcheck")), "audit", "notes", "--format", "json", "--engine", "durable"]
    done = ran(audit, project, variables)
    assert (done.returncode, done.stderr) == (1, "")
    assert json.loads(done.stdout)["judged_by"]["engine"] == "durable"


@pytest.mark.slow
def test_without_wheel_and_compiler_the_reference_judges(
    tmp_path: Path, project: Path, bare_python: tuple[Path, dict[str, str]]
) -> None:
    python, variables = bare_python
    requirements = str(REPOSITORY / "ci" / "without-engine.txt")
    for what in (["--requirement", requirements], ["--no-deps", str(REPOSITORY)]):
        done = ran([str(python), "-m", "pip", "install", *what], tmp_path, variables)
        assert done.returncode == 0, done.stdout + done.stderr
    done = ran(
        [str(python.with_name("grantcheck")), "audit", "notes", "--format", "json"], project, variables
    )
    assert done.returncode == 1
    assert "Judged by the reference engine, since durable-rules cannot be imported here" in done.stderr
    usual = ran(["grantcheck", "audit", "notes", "--format", "json"], project, {"PATH": os.environ["PATH"]})
    found, expected = (json.loads(each.stdout) for each in (done, usual))
    assert found["findings"] == expected["findings"]
