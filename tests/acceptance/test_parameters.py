"""A report lists every file that decided it, by path and content, in one order."""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from read.reading import profile

from grantcheck.audit import audit
from grantcheck.read.reading import Reading, ReadingOptions
from grantcheck.read.settled.readings import SUFFIX
from grantcheck.read.settled.template import readings_template

from .auditing import FIXTURES

MAPPING = "unit: 1000\ncolumns: {code: Nr, activity: Navn}\n"
BLANKS = "TM118.txt"
"""A note with a doubt that a person can settle."""


def parameters(paths: list[Path], **options: Path) -> dict[str, str]:
    report = audit(
        paths,
        as_of=date(2026, 1, 1),
        engine="reference",
        reading=ReadingOptions(**options),  # type: ignore[arg-type]
    )
    files = [one for one in report.parameters[1:] if not one.values]
    assert [one.path for one in files] == sorted(one.path for one in files)
    return {one.path: one.sha256 for one in files}


def sheet(folder: Path, name: str) -> Path:
    file = folder / name
    file.write_text("Nr;Navn;2026\nA1;X;5\n", "utf-8")
    return file


def test_the_mapping_beside_a_sheet_is_listed_once(tmp_path: Path) -> None:
    sheets = [sheet(tmp_path, "b.csv"), sheet(tmp_path, "a.csv")]
    (tmp_path / "mapping.yaml").write_text(MAPPING, "utf-8")
    (tmp_path / "a.mapping.yaml").write_text(MAPPING, "utf-8")
    content = sha256(MAPPING.encode()).hexdigest()
    assert parameters(sheets) == {
        (tmp_path / "a.mapping.yaml").as_posix(): content,
        (tmp_path / "mapping.yaml").as_posix(): content,
    }


def test_the_mapping_that_is_given_is_listed_and_the_one_beside_is_not(tmp_path: Path) -> None:
    given = tmp_path / "given.yaml"
    given.write_text(MAPPING, "utf-8")
    (tmp_path / "mapping.yaml").write_text("nonsense", "utf-8")
    assert list(parameters([sheet(tmp_path, "a.csv")], mapping=given)) == [given.as_posix()]


def test_a_mapping_is_not_listed_where_no_sheet_was_read_with_it(tmp_path: Path) -> None:
    given = tmp_path / "given.yaml"
    given.write_text(MAPPING, "utf-8")
    assert parameters([FIXTURES / "notes" / BLANKS], mapping=given) == {}


def test_readings_are_listed_where_they_settle_something(tmp_path: Path) -> None:
    note = tmp_path / BLANKS
    note.write_bytes((FIXTURES / "notes" / BLANKS).read_bytes())
    readings = note.with_suffix(SUFFIX)
    template = readings_template(Reading(profile()).documents([note])[0], readings.name)
    assert template is not None
    readings.write_text(template, "utf-8")
    assert parameters([note]) == {}
    settled = template.replace("value: open", "value: null", 1).replace("by: open", "by: N. Holm")
    readings.write_text(settled.replace("when: open", 'when: "2026-11-20"'), "utf-8")
    assert parameters([note]) == {readings.as_posix(): sha256(readings.read_bytes()).hexdigest()}
