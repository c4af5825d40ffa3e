"""A file as a revision of its git repository has it, so that a change cannot exempt itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from grantcheck.data.fault import SettingFault
from grantcheck.read.repository.git import Repository, repository_of

GIT = "git:"


@dataclass(frozen=True)
class Revision:
    """A commit, and the folder that files are asked for in."""

    name: str
    """As the user named it."""
    commit: str
    repository: Repository
    folder: Path
    """From the root of the repository."""

    def content(self, name: str) -> bytes | None:
        """What a file of the folder held; None where the commit has no such file."""
        return self.repository.answer("show", f"{self.commit}:{(self.folder / name).as_posix()}")


def revision_of(said: str, folder: Path, place: str) -> Revision:
    """The revision that `git:REF` names, in the repository that holds `folder`.

    Raises:
        SettingFault: it is written otherwise; there is no git, no repository, or no such revision.
    """
    name = said.removeprefix(GIT)
    if not said.startswith(GIT) or not name or name.startswith("-"):
        raise SettingFault(place, f"'{said}' names no revision.", "Write git:REF, as in git:origin/main.")
    repository = repository_of(folder, place)
    commit = repository.line("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if commit is None:
        raise SettingFault(
            place,
            f"There is no revision '{name}' in the git repository '{repository.root}'.",
            "Fetch it first (a shallow clone lacks the others), or correct its name.",
        )
    return Revision(name, commit, repository, folder.resolve().relative_to(repository.root))
