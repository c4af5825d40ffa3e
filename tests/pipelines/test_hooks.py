"""The hooks, as pre-commit runs them."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from git_repository import git
from pre_commit.clientlib import load_manifest

from .running import BROKEN, CLEAN, REPOSITORY, Done, loaded, ran

MANIFEST = ".pre-commit-hooks.yaml"
HOOKS = {hook["id"]: hook for hook in loaded(MANIFEST)}


def run_hook(hook: dict[str, Any], project: Path, *files: Path) -> Done:
    """The entry, the arguments, then the files, as pre-commit puts them together."""
    passed = [str(file) for file in files] if hook.get("pass_filenames", True) else []
    return ran([*shlex.split(hook["entry"]), *hook.get("args", []), *passed], project)


def takes(hook: dict[str, Any], name: str) -> bool:
    wanted = re.search(hook.get("files", ""), name)
    return bool(wanted) and not ("exclude" in hook and re.search(hook["exclude"], name))


def test_pre_commit_takes_the_manifest() -> None:
    hooks = load_manifest(str(REPOSITORY / MANIFEST))
    assert [hook["id"] for hook in hooks] == ["grantcheck", "grantcheck-data", "grantcheck-round"]
    assert {hook["language"] for hook in hooks} == {"python"}


@pytest.mark.parametrize(
    ("name", "hook"),
    [
        ("notes/KUL21.pdf", "grantcheck"),
        ("anywhere/KUL 21 æ.DOCX", "grantcheck"),
        ("notes/KUL21.yaml", "grantcheck-data"),
        ("2026/Notater/KUL21.txt", "grantcheck-data"),
        ("proposals/round.xlsx", "grantcheck-data"),
        ("README.txt", None),
        ("grantcheck.yaml", None),
        ("notes/KUL21.readings.yaml", None),
        ("notes/mapping.yaml", None),
        ("notes/round.mapping.yaml", None),
        ("src/footnotes/x.json", None),
        ("notes/KUL21.pdf.bak", None),
    ],
)
def test_which_files_a_hook_takes(name: str, hook: str | None) -> None:
    found = [each for each in ("grantcheck", "grantcheck-data") if takes(HOOKS[each], name)]
    assert found == ([hook] if hook else [])


@pytest.mark.parametrize("hook", ["grantcheck", "grantcheck-data"])
def test_a_hook_passes_a_clean_note_and_stops_a_broken_one(project: Path, hook: str) -> None:
    clean = run_hook(HOOKS[hook], project, CLEAN)
    assert (clean.returncode, clean.stderr) == (0, "")
    broken = run_hook(HOOKS[hook], project, CLEAN, BROKEN)
    assert broken.returncode == 1
    assert re.search(rf"^{BROKEN}:\d+:\d+: GC\d+ error ", broken.stdout, re.MULTILINE)


def test_the_hook_for_rounds_judges_what_the_commit_changes(project: Path) -> None:
    nothing = run_hook(HOOKS["grantcheck-round"], project)
    assert (nothing.returncode, nothing.stdout) == (0, "")
    assert "Nothing was checked: none of the 2 files changed since HEAD" in nothing.stderr
    (project / "notes" / "new.txt").write_bytes((project / BROKEN).read_bytes())
    git(project, "add", "--all")
    changed = run_hook(HOOKS["grantcheck-round"], project)
    assert changed.returncode == 1
    assert "Checked: 1 of 3 files" in changed.stdout
    assert re.search(r"^notes/new.txt:\d+:\d+: GC702 error .*notes/KF031.txt", changed.stdout, re.MULTILINE)


@pytest.mark.slow
def test_pre_commit_installs_and_runs_the_hook(project: Path, tmp_path: Path) -> None:
    """The tree as it lies here, cloned and installed by pre-commit itself."""
    (project / BROKEN).rename(project / "KF031.txt")
    git(project, "add", "--all")
    source = tmp_path / "source"
    ignored = shutil.ignore_patterns(".git", ".venv", "tests", "docs", "__pycache__", ".*_cache", "dist")
    shutil.copytree(REPOSITORY, source, ignore=ignored)
    git(source, "init", "--quiet")
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "--message=all")
    surroundings = {"PRE_COMMIT_HOME": str(tmp_path / "home"), "PYTHONPATH": ""}
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(source), "grantcheck-data", "--verbose"]
    clean = ran([*command, "--files", str(CLEAN)], project, surroundings)
    assert clean.returncode == 0, clean.stdout + clean.stderr
    assert "1 document: " in clean.stdout
    git(project, "mv", "KF031.txt", str(BROKEN))
    broken = ran([*command, "--files", str(BROKEN)], project, surroundings)
    assert broken.returncode == 1
    assert f"{BROKEN}:" in broken.stdout
    assert "exit code: 1" in broken.stdout
