"""Which files of a folder are notes."""

from __future__ import annotations

from pathlib import Path

import pytest

from grantcheck.read.discover import discover

NOTE = "code: A1\ntitle: B\n"


def found(folder: Path, name: str, content: str) -> bool:
    file = folder / name
    file.write_text(content, "utf-8")
    return discover([folder]) == (file,)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", NOTE),
        ("a.YML", "# by hand\n'code' : A1\n"),
        ("a.yaml", "{code: 1, 'notes': 2, \"notes\": []}"),
        ("a.json", '{"schema_version": 1, "notes": []}'),
        ("a.json", '\ufeff{"title": "{", "code": "A1"}'),
        ("a.json", '{"code": "A1", "tables": [{'),
        ("a.csv", "whatever"),
        ("a.xlsx", "whatever"),
    ],
)
def test_a_note_file_in_a_folder_is_read(tmp_path: Path, name: str, content: str):
    assert found(tmp_path, name, content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.expected.yaml", NOTE),
        ("a.truth.json", '{"code": "A1"}'),
        ("a.mapping.yaml", NOTE),
        ("mapping.yaml", NOTE),
        ("a.readings.yaml", NOTE),
        ("~$a.xlsx", "open in Excel"),
        ("a.yaml", "name: copenhagen\nsections:\n  code: x\n"),
        ("a.json", '{"name": "x", "scripts": {"code": 1}, "list": ["code", {"notes": 1}]}'),
        ("a.json", '["code"]'),
        ("a.yaml", ""),
    ],
)
def test_other_data_in_a_folder_is_left_alone(tmp_path: Path, name: str, content: str):
    assert not found(tmp_path, name, content)


def test_a_file_that_is_named_is_always_read(tmp_path: Path):
    file = tmp_path / "a.mapping.yaml"
    file.write_text("x: 1", "utf-8")
    assert discover([file]) == (file,)
