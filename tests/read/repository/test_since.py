"""What git says changed; real repositories, since git is the subject."""

from __future__ import annotations

from pathlib import Path

import pytest
from git_repository import committed, git

from grantcheck.data.fault import SettingFault
from grantcheck.read.discover import NothingThereError
from grantcheck.read.repository.since import compared_with

NAMES = ("KUL21.txt", "Økonomi og æble å.txt", "two\nlines.txt", "-leading.txt", '«quoted» "x".txt')


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    """A folder of committed notes in a repository."""
    folder = tmp_path / "round" / "notes"
    folder.mkdir(parents=True)
    for name in NAMES:
        (folder / name).write_text(name, "utf-8")
    committed(folder.parent)
    return folder


def changed(folder: Path, revision: str = "HEAD") -> set[str]:
    state = compared_with(revision, [folder])
    return {path.name for path in folder.iterdir() if state.changed(path)}


def test_nothing_changed(notes: Path) -> None:
    assert changed(notes) == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_note_whatever_its_name(notes: Path, name: str) -> None:
    (notes / name).write_text("other", "utf-8")
    assert changed(notes) == {name}
    git(notes, "add", "--all")
    assert changed(notes) == {name}
    git(notes, "commit", "--quiet", "--message=second")
    assert changed(notes) == set()
    assert changed(notes, "HEAD~1") == {name}


def test_a_new_note_tracked_or_not(notes: Path) -> None:
    (notes / "new æ.txt").write_text("new", "utf-8")
    assert changed(notes) == {"new æ.txt"}
    git(notes, "add", "--all")
    assert changed(notes) == {"new æ.txt"}


def test_a_renamed_note_is_changed(notes: Path) -> None:
    git(notes, "mv", "KUL21.txt", "KUL22.txt")
    assert changed(notes) == {"KUL22.txt"}
    git(notes, "commit", "--quiet", "--message=renamed")
    assert changed(notes, "HEAD~1") == {"KUL22.txt"}


def test_a_note_that_git_ignores_counts_as_changed_since_nobody_knows(notes: Path) -> None:
    (notes.parent / ".gitignore").write_text("*.pdf\n", "utf-8")
    (notes / "print.pdf").write_text("x", "utf-8")
    assert changed(notes) == {"print.pdf"}


def test_what_was_changed_back_is_unchanged(notes: Path) -> None:
    file = notes / "KUL21.txt"
    before = file.read_bytes()
    file.write_text("other", "utf-8")
    git(notes, "add", "--all")
    file.write_bytes(before)
    assert changed(notes) == set()


def test_a_note_reached_through_a_link_is_the_note(notes: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(notes)
    assert changed(tmp_path / "link") == set()


def test_what_others_did_after_the_branch_left_does_not_count(notes: Path) -> None:
    git(notes, "switch", "--quiet", "--create", "mine")
    (notes / "mine.txt").write_text("mine", "utf-8")
    committed(notes.parent, "mine")
    git(notes, "switch", "--quiet", "main")
    (notes / "KUL21.txt").write_text("theirs", "utf-8")
    git(notes, "commit", "--quiet", "--all", "--message=theirs")
    git(notes, "switch", "--quiet", "mine")
    assert changed(notes, "main") == {"mine.txt"}


def test_unrelated_histories_are_compared_as_they_are(notes: Path) -> None:
    git(notes, "switch", "--quiet", "--orphan", "other")
    notes.mkdir(exist_ok=True)
    (notes / "KUL21.txt").write_text("KUL21.txt", "utf-8")
    (notes / "other.txt").write_text("other", "utf-8")
    committed(notes.parent, "other")
    assert changed(notes, "main") == {"other.txt"}


def test_a_hook_of_another_repository_does_not_mislead(
    notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    assert compared_with("HEAD", [notes]).changed(notes / "KUL21.txt") is False


def test_settings_outside_the_repository_have_not_changed(notes: Path, tmp_path: Path) -> None:
    outside, inside = tmp_path / "rules.yaml", notes / "rules.yaml"
    for file in (outside, inside):
        file.write_text("x", "utf-8")
    assert compared_with("HEAD", [notes]).changed_here([outside, inside]) == [inside]


@pytest.mark.parametrize("revision", ["none", "", "--all", "HEAD..main", "HEAD:notes", "x\ny"])
def test_an_unknown_revision_is_told_with_what_to_do(notes: Path, revision: str) -> None:
    with pytest.raises(SettingFault, match=r"(?s)knows no revision .* Name a branch, a tag or a commit"):
        compared_with(revision, [notes])


def test_a_repository_without_commits_knows_no_revision(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    with pytest.raises(SettingFault, match="knows no revision 'HEAD'"):
        compared_with("HEAD", [tmp_path])


def test_a_shallow_checkout_is_told_to_fetch(notes: Path, tmp_path: Path) -> None:
    (notes / "KUL21.txt").write_text("other", "utf-8")
    git(notes, "commit", "--quiet", "--all", "--message=second")
    first = git(notes, "rev-parse", "HEAD~1")
    copy = tmp_path / "copy"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{notes.parent}", str(copy))
    with pytest.raises(SettingFault, match="fetch-depth: 0"):
        compared_with(first, [copy])
    git(copy, "fetch", "--quiet", "--depth=1", "origin", first)
    with pytest.raises(SettingFault, match=r"does not reach back .*GIT_DEPTH: 0"):
        compared_with(first, [copy])


def test_outside_a_repository_is_told_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(SettingFault, match=r"in no git repository .* leave the option out"):
        compared_with("HEAD", [tmp_path])


def test_one_path_outside_spoils_all(notes: Path, tmp_path: Path) -> None:
    with pytest.raises(SettingFault, match="in no git repository"):
        compared_with("HEAD", [notes, tmp_path])


def test_without_git_it_says_so(notes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(notes))
    with pytest.raises(SettingFault, match="git is not installed"):
        compared_with("HEAD", [notes])


def test_a_path_that_does_not_exist_is_told_first(tmp_path: Path) -> None:
    with pytest.raises(NothingThereError):
        compared_with("HEAD", [tmp_path / "none"])


def test_two_repositories_each_answer_for_themselves(notes: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("a", "utf-8")
    committed(other)
    (other / "b.txt").write_text("b", "utf-8")
    state = compared_with("HEAD", [notes, other])
    assert [state.changed(other / name) for name in ("a.txt", "b.txt")] == [False, True]
    assert not state.changed(notes / "KUL21.txt")


def test_a_repository_that_git_cannot_compare_is_told(notes: Path) -> None:
    (notes.parent / ".git" / "index").write_bytes(b"no index")
    with pytest.raises(SettingFault, match=r"git cannot compare the files .* Run 'git status' there"):
        compared_with("HEAD", [notes])
