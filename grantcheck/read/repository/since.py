"""What is the same as at a revision. Whatever git cannot vouch for counts as changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from grantcheck.data.fault import SettingFault
from grantcheck.read.discover import NothingThereError
from grantcheck.read.repository.git import OPTION, Repository, repository_of


@dataclass(frozen=True)
class Since:
    """The state of the given notes' repositories against a revision."""

    revision: str
    """As the user named it."""
    commit: str
    """What the files were compared with: the commit at which the revision and the work tree parted."""
    roots: tuple[Path, ...]
    unchanged: frozenset[Path]
    """Files that git knows and that are as they were, whole and without links."""

    def changed(self, path: Path) -> bool:
        """Whether a file is not known to be as it was: changed, renamed, new, ignored by git, or elsewhere."""
        return path.resolve() not in self.unchanged

    def changed_here(self, paths: Iterable[Path]) -> list[Path]:
        """Those that changed within the repositories; what lies elsewhere has no revision."""
        return [path for path in paths if self._within(path.resolve()) and self.changed(path)]

    def _within(self, path: Path) -> bool:
        return any(path.is_relative_to(root) for root in self.roots)


def compared_with(revision: str, paths: Sequence[Path]) -> Since:
    """What is unchanged in the repositories of `paths`: committed, staged and unstaged changes all count.

    Compared with the last commit that the revision and the work tree share, so that what others did after it does
    not count.

    Raises:
        NothingThereError: a path does not exist.
        SettingFault: a path is in no repository, or a repository does not know the revision.
    """
    missing = next((path for path in paths if not path.exists()), None)
    if missing is not None:
        raise NothingThereError(missing)
    repositories = list(dict.fromkeys(repository_of(path) for path in paths))
    bases = {each: _base(each, revision) for each in repositories}
    unchanged: frozenset[Path] = frozenset()
    for repository, base in bases.items():
        unchanged |= _tracked(repository) - _differing(repository, base)
    roots = tuple(each.root for each in repositories)
    return Since(revision, next(iter(bases.values())), roots, unchanged)


def _base(repository: Repository, revision: str) -> str:
    commit = None
    if not revision.startswith("-"):  # git would take it for an option
        commit = repository.line("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    shallow = repository.line("rev-parse", "--is-shallow-repository") == "true"
    if not commit:
        raise SettingFault(
            OPTION,
            f"The repository '{repository.root}' knows no revision '{revision}'.",
            _DEEPEN if shallow else "Name a branch, a tag or a commit; 'git fetch' gets those of the server.",
        )
    base = repository.line("merge-base", commit, "HEAD")
    if base:
        return base
    if shallow:
        raise SettingFault(OPTION, f"The history does not reach back to where '{revision}' began.", _DEEPEN)
    return commit


_DEEPEN = (
    "Only the newest commits are here: fetch the whole history ('git fetch --unshallow'; "
    "on GitHub 'fetch-depth: 0', on GitLab 'GIT_DEPTH: 0')."
)


def _tracked(repository: Repository) -> frozenset[Path]:
    return repository.files("ls-files", "-z")


def _differing(repository: Repository, base: str) -> frozenset[Path]:
    options = (
        "--name-only",
        "-z",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
        "--ignore-submodules=none",
    )
    return repository.files("diff", *options, base, "--")
