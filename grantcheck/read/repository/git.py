"""Asking git. Paths come back as bytes between zeros, so that no name can be mistaken."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from grantcheck.data.fault import SettingFault

OPTION = "--since"
_OF_ANOTHER_COMMAND = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"}
)
"""What git sets for a hook speaks of the commit in the making; here the folder says which repository is meant."""


@dataclass(frozen=True)
class Repository:
    """A repository with a work tree."""

    root: Path
    option: str = OPTION
    """The option that asks, for what goes wrong."""

    def answer(self, *arguments: str) -> bytes | None:
        """What git prints; None where it fails."""
        done = _ran(self.root, self.option, *arguments)
        return done.stdout if done.returncode == 0 else None

    def line(self, *arguments: str) -> str | None:
        """The one line that git prints; None where it fails."""
        answer = self.answer(*arguments)
        return None if answer is None else os.fsdecode(answer).strip()

    def files(self, *arguments: str) -> frozenset[Path]:
        """The files that git names, whole.

        Raises:
            SettingFault: git fails.
        """
        done = _ran(self.root, self.option, *arguments)
        if done.returncode:
            raise SettingFault(
                self.option,
                f"git cannot compare the files in '{self.root}' ({_said(done)}).",
                "Run 'git status' there and mend what it names, or leave the option out.",
            )
        return frozenset(self.root / os.fsdecode(name) for name in done.stdout.split(b"\0") if name)


def repository_of(path: Path, option: str = OPTION) -> Repository:
    """The repository that holds a file or folder; `option` is what asks for it.

    Raises:
        SettingFault: there is none, git refuses it, or git is not installed.
    """
    folder = path if path.is_dir() else path.parent
    done = _ran(folder, option, "rev-parse", "--show-toplevel")
    if done.returncode:
        raise SettingFault(
            option,
            f"'{path}' is in no git repository that can be read ({_said(done)}).",
            "Give notes of a repository, or leave the option out.",
        )
    return Repository(Path(os.fsdecode(done.stdout.removesuffix(b"\n"))).resolve(), option)


def _ran(folder: Path, option: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _OF_ANOTHER_COMMAND}
    try:
        return subprocess.run(  # noqa: S603 - git with arguments of our own, and a revision that it verifies
            ["git", "-C", str(folder), "-c", "core.quotePath=false", *arguments],  # noqa: S607 - the user's git
            capture_output=True,
            check=False,
            env=environment | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise SettingFault(
            option,
            "git is not installed, so no revision can be read.",
            "Install git, or leave the option out.",
        ) from None


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of git's own complaint."""
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    return lines[0].removeprefix("fatal: ").removesuffix(".") if lines else f"exit code {done.returncode}"
