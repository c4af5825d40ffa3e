"""The file of a baseline: read as it was written, and every mistake told."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grantcheck.baseline.file import load_baseline, written
from grantcheck.data.fault import DataFault
from grantcheck.model.baseline import Baseline, KnownFinding

from .test_applying import file_of, finding


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    baseline = file_of(finding("bb"), finding("aa", note="Æ1")).baseline
    path = tmp_path / "b.json"
    path.write_bytes(written(baseline))
    read = load_baseline(path).baseline
    assert [one.fingerprint for one in read.known] == ["bb", "aa"]
    assert written(read) == written(baseline)
    assert path.read_text("utf-8").count("\n") == 9


@given(st.text(), st.text())
def test_hostile_text_is_kept_and_escaped(
    tmp_path_factory: pytest.TempPathFactory, note: str, message: str
) -> None:
    known = KnownFinding(
        fingerprint="aa", rule="GC402", note=note, outcome="broken", severity="error", message=message
    )
    baseline = Baseline(grantcheck_version="0", as_of="2026-11-23", known=(known,))
    path = tmp_path_factory.mktemp("b") / "b.json"
    path.write_bytes(written(baseline))
    assert load_baseline(path).baseline == baseline
    assert all(sign.isprintable() or sign == "\n" for sign in path.read_text("utf-8"))


def test_an_empty_baseline_is_one(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_bytes(written(file_of().baseline))
    assert load_baseline(path).baseline.known == ()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("findings: []", "This is no JSON, so no baseline."),
        ("[1]", "This is no baseline."),
        ('{"schema_version": 1}', "This is no baseline."),
        (
            '{"baseline_version": 2, "grantcheck_version": "9", "as_of": "", "known": []}',
            "'baseline_version'",
        ),
        ('{"baseline_version": 1, "grantcheck_version": "9", "as_of": ""}', "'known' is missing."),
    ],
)
def test_what_is_no_baseline_is_told_with_a_remedy(tmp_path: Path, content: str, said: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content, "utf-8")
    with pytest.raises(DataFault) as caught:
        load_baseline(path)
    assert said in str(caught.value)
    assert "--write-baseline" in str(caught.value)
