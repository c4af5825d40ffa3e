"""A second municipality is data alone: Bergen's words, departments and table, read and judged by the same program."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest
from typer.testing import CliRunner

from grantcheck.cli.main import app
from grantcheck.data.profile import load_profile
from grantcheck.data.shipped import shipped_rules
from grantcheck.model.note import Note
from grantcheck.model.terms import ControlArea, TableKind
from grantcheck.read.discover import discover
from grantcheck.read.reading import Reading

from .auditing import CLEAN, ROOT, audited, outcomes

BERGEN = ROOT / "docs" / "examples" / "bergen"
NOTE = BERGEN / "notes" / "FH01.txt"
PROFILE = load_profile(shipped_rules(), "bergen")


def read(path: Path = NOTE) -> Note:
    (document,) = Reading(PROFILE).documents(discover([path]))
    (note,) = document.notes
    return note


def test_a_norwegian_note_is_read_whole():
    note = read()
    assert (note.code, note.title, note.subtitle) == (
        "FH01",
        "Folkehelsekoordinator i bydelene",
        "bevilgning utløper",
    )
    assert (note.budget_year, note.department) == (2014, "Byrådsavd. for helse og inkludering")
    assert note.unread == ()
    assert [table.kind for table in note.tables] == [
        TableKind.OVERVIEW,
        TableKind.SERVICE,
        TableKind.PRIOR,
    ]
    overview, service, prior = note.tables
    assert (overview.unit, overview.price_level, prior.price_level) == (1000, 2014, "current")
    (row, _) = service.rows
    assert row.committee == "Byrådsavd. for helse og inkludering"
    assert (row.appropriation, row.direction, row.doubt) == ("Forebyggende helsearbeid", "U", ())
    assert row.amounts == dict.fromkeys(range(2014, 2018), 200_000)
    assert overview.rows[0].control_area is ControlArea.SERVICE


def test_its_sentences_say_that_it_continues_and_when_it_ends():
    said = [(one.kind.value, one.first_reading) for one in read().statements]
    assert ("continues", None) in said
    assert ("expires", 2013) in said
    assert [(claim.amount, claim.from_year, claim.to_year, claim.role.value) for claim in read().claims] == [
        (200_000, 2012, 2013, "prior"),
        (200_000, 2014, 2017, "request"),
    ]


@pytest.fixture(scope="module")
def found() -> dict[str, str]:
    return outcomes(audited(NOTE, profile="bergen", engine="reference").findings)


@pytest.mark.parametrize("rule", ["GC102", "GC103", "GC105", "GC107", "GC206", "GC401", "GC403", "GC501", "GC502"])  # fmt: skip
def test_what_the_note_says_rightly_holds(found, rule):
    assert found[rule] == "holds"


@pytest.mark.parametrize("rule", ["GC301", "GC305", "GC601"])
def test_what_nobody_knows_of_bergen_is_not_verifiable(found, rule):
    assert found[rule] == "not_verifiable"


@pytest.mark.parametrize("rule", ["GC302", "GC303", "GC304"])
def test_without_a_list_of_categories_nothing_is_asked_of_marks(found, rule):
    assert found[rule] == "not_applicable"


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("Folkehelsekoordinator Drift 200", "Folkehelsekoordinator Drift 210", "GC401"),
        ("Det søkes om 0,2 mill. kr i 2014-2017", "Det søkes om 0,4 mill. kr i 2014-2017", "GC501"),
        ("Det søkes om 0,2 mill. kr i 2014-2017", "Det søkes om 0,2 mill. kr i 2014-2016", "GC502"),
        ("ved utgangen av 2013", "ved utgangen av 2012", "GC104"),
        ("Koordinatoren holder", "Det søkes om en 2-årig bevilgning. Koordinatoren holder", "GC504"),
        ("Koordinatoren holder", "Teknisk post, må revideres. Koordinatoren holder", "GC507"),
        ("Budsjett 2012 200 200 0 0", "Budsjett 2012 200 200 90 0", "GC103"),
    ],
)  # fmt: skip
def test_an_error_in_norwegian_is_found(tmp_path, before, after, rule):
    text = NOTE.read_text("utf-8")
    assert text.count(before) == 1
    wrong = tmp_path / "FH01.txt"
    wrong.write_text(text.replace(before, after), "utf-8")
    assert outcomes(audited(wrong, profile="bergen", engine="reference").findings)[rule] == "broken"


def test_the_profile_decides_what_is_read():
    (clean, *_) = sorted(CLEAN.glob("*.txt"))
    (document,) = Reading(PROFILE).documents(discover([clean]))
    assert not document.notes
    (document,) = Reading(load_profile(shipped_rules())).documents(discover([NOTE]))
    assert not document.notes or document.notes[0].unread


def test_a_profile_in_a_folder_of_its_own_gives_the_same(tmp_path):
    folder = copytree(shipped_rules() / "profiles" / "bergen", tmp_path / "town")
    elsewhere = audited(NOTE, profile=f"{folder}/", engine="reference")
    named = audited(NOTE, profile="bergen", engine="reference")
    assert elsewhere.findings == named.findings
    assert named.parameters[0].path == "profiles/bergen/profile.yaml"
    assert elsewhere.parameters[0].sha256 == named.parameters[0].sha256


def test_no_code_knows_of_bergen():
    texts = (path.read_text("utf-8").casefold() for path in (ROOT / "grantcheck").rglob("*.py"))
    assert not any("bergen" in text for text in texts)


def grantcheck(*arguments: object) -> str:
    result = CliRunner().invoke(app, [*map(str, arguments), "--no-config"])
    assert result.exit_code == 0, result.output
    return result.stdout


@pytest.fixture
def register(tmp_path) -> Path:
    """A register of a small table in the form of Bergen's budget."""
    file = tmp_path / "register.sqlite"
    mapping = shipped_rules() / "mappings" / "bergen.yaml"
    where = ("--register", file, "--profile", "bergen", "--as-of", "2012-06-01")
    grantcheck("register", "import", BERGEN / "budsjett.csv", "--mapping", mapping, *where)
    return file


def test_the_note_finds_its_grant_in_a_register_of_bergens_table(register):
    run = ("--register", register, "--profile", "bergen", "--as-of", "2013-11-01", "--no-cache")
    said = grantcheck("audit", BERGEN / "notes", *run, "-f", "json", "--show", "all", "--engine", "reference")
    findings = json.loads(said)["findings"]
    ended = {(each["rule"], each["note"]): each["outcome"] for each in findings}
    assert ended["GC107", "FH01"] == "holds"
    assert ended["GC704", "FH01"] == "holds"
    assert ended["GC705", "FH01"] == "holds"
    (left,) = [each["message"] for each in findings if (each["rule"], each["outcome"]) == ("GC703", "broken")]
    assert "Byjubileet" in left


def test_what_expires_is_judged_net_by_service(register):
    run = ("--year", "2014", "--register", register, "--profile", "bergen", "--no-cache", "--format", "json")
    said = json.loads(grantcheck("expiring", BERGEN / "notes", *run))
    grants = {each["title"]: each for each in said["grants"]}
    assert set(grants) == {"Folkehelsekoordinator i bydelene", "Byjubileet"}
    assert [each["notes"] for each in grants.values()] == [["FH01"], []]
