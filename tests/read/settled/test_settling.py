"""A person settles doubts, and only doubts, of one file as it is now."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from grantcheck.audit import audit
from grantcheck.data.fault import DataFault
from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.document import Document
from grantcheck.read.reading import Reading
from grantcheck.read.settled.template import readings_template

PROFILE = load_profile(shipped_rules())
NOTES = Path(__file__).parents[3] / "fixtures" / "notes"
BLANKS = "TM118"
"""A note with years left blank in the request: 540 in two years that the text does not tell."""


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / f"{BLANKS}.txt"
    path.write_bytes((NOTES / path.name).read_bytes())
    return path


def _document(path: Path) -> Document:
    return Reading(PROFILE).documents([path])[0]


def _template(path: Path) -> dict[str, object]:
    text = readings_template(_document(path), path.with_suffix(".readings.yaml").name)
    assert text is not None
    return yaml.safe_load(text)


def _save(path: Path, content: dict[str, object]) -> None:
    path.with_suffix(".readings.yaml").write_text(yaml.safe_dump(content, allow_unicode=True), "utf-8")


def _settled(path: Path, **amounts: int) -> dict[str, object]:
    """The template with these years filled in kroner, every other doubt as a blank cell."""
    content = _template(path)
    for figure in content["figures"]:
        figure["value"] = amounts.get(f"y{figure['column']}")
    return {**content, "by": "N. Holm", "when": "2026-11-20"}


def test_a_template_lists_every_doubtful_figure(note):
    document = _document(note)
    doubts = sum(len(row.doubt) for table in document.notes[0].tables for row in table.rows)
    assert len(_template(note)["figures"]) == doubts > 0


def test_a_note_without_doubt_needs_no_template():
    assert readings_template(_document(NOTES / "BU017.txt"), "BU017.readings.yaml") is None


def test_a_template_as_it_is_settles_nothing(note):
    before = _document(note)
    _save(note, _template(note))
    assert _document(note) == before


def test_settled_figures_are_read_and_say_who_confirmed_them(note):
    _save(note, _settled(note, y2026=540_000, y2027=540_000))
    (read,) = _document(note).notes
    row = read.tables[0].rows[0]
    assert row.amounts == {2026: 540_000, 2027: 540_000, 2028: None, 2029: None}
    assert row.doubt == ()
    assert row.confirmed["2026"] == "N. Holm, 2026-11-20"
    assert [unread.code for unread in read.unread] == []


def test_a_finding_on_a_settled_figure_names_who_confirmed_it(note):
    _save(note, _settled(note, y2026=900_000, y2027=540_000))
    report = audit([note], as_of=date(2026, 11, 23), engine="reference")
    places = [e.place for f in report.findings for e in f.evidence if f.rule in {"GC401", "GC402", "GC105"}]
    assert any("confirmed by N. Holm" in place for place in places)


def test_a_certain_figure_is_never_overridden(note):
    content = _settled(note)
    content["figures"] = [{"table": "prior", "row": 1, "column": "2025", "value": 1}]
    _save(note, content)
    (read,) = _document(note).notes
    prior = read.tables[-1].rows[0]
    assert prior.amounts[2025] == 520_000
    assert "read for certain" in next(u.message.en for u in read.unread if u.code == "GC912")


def test_a_changed_file_voids_its_readings(note):
    _save(note, _settled(note, y2026=540_000))
    note.write_text(note.read_text("utf-8") + "\n", "utf-8")
    (read,) = _document(note).notes
    assert "2026" in read.tables[0].rows[0].doubt
    assert "has changed" in next(u.message.en for u in read.unread if u.code == "GC912")


@pytest.mark.parametrize(
    "figure",
    [
        {"table": "overview", "row": 99, "column": "2026", "value": 1},
        {"table": "overview", "row": 1, "column": "1999", "value": 1},
        {"table": "capital", "row": 1, "column": "2026", "value": 1},
    ],
)
def test_a_reading_of_a_place_that_is_not_there_is_told(note, figure):
    _save(note, {**_settled(note), "figures": [figure]})
    (read,) = _document(note).notes
    if figure["table"] == "capital" and any(table.kind == "capital" for table in read.tables):
        pytest.fail("the fixture must have no capital table")
    assert "fits nothing" in next(u.message.en for u in read.unread if u.code == "GC912")


def test_a_mark_in_doubt_is_settled(tmp_path):
    path = tmp_path / "KF044.txt"
    path.write_bytes((NOTES / path.name).read_bytes())
    content = _template(path)
    label = content["marks"][0]["mark"]
    content["marks"][0]["value"] = True
    _save(path, {**content, "by": "N. Holm", "when": "2026-11-20"})
    (read,) = _document(path).notes
    assert read.categories.get(label, read.districts.get(label)) is True
    assert read.confirmed[label] == "N. Holm, 2026-11-20"


def test_readings_that_nobody_signed_are_refused(note):
    _save(note, {**_settled(note), "by": "open"})
    with pytest.raises(DataFault, match="write who settled the readings"):
        _document(note)


def test_readings_for_another_form_of_the_note_are_left_alone(note):
    before = _document(note)
    _save(note, {**_settled(note), "file": f"{BLANKS}.pdf"})
    assert _document(note) == before
