"""Packs: rules of an office beside the base, told apart by name and version; rules turned off with a reason."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from grantcheck.data.fault import DataFault, UnfitSetting
from grantcheck.data.shipped import shipped_rules
from grantcheck.rules.installed import installed_packs
from grantcheck.rules.loading import load_rules
from grantcheck.rules.office import Office, TurnedOff
from grantcheck.rules.rule import RuleBook

from .written import OBSERVATION, RULE, folder_of

PACK = 'name: office\nversion: "2"\ntitle: {en: Ours, da: Vores}\n'
OWN = OBSERVATION.replace("GC101", "OFFICE001")


def pack_in(folder: Path, text: str = PACK, **rules: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.yaml").write_text(text, "utf-8")
    for stem, rule in rules.items():
        (folder / f"{stem}.yaml").write_text(rule, "utf-8")
    return f"{folder}/"


def book_with(tmp_path: Path, *packs: str, off: dict[str, str] | None = None) -> RuleBook:
    base = tmp_path / "set"
    base.mkdir()
    reasons = {rule: TurnedOff(reason, "office.toml:3") for rule, reason in (off or {}).items()}
    return load_rules(folder_of(base, a=RULE), Office(packs=packs, off=reasons))


def test_a_pack_adds_its_rules_to_the_base(tmp_path):
    book = book_with(tmp_path, pack_in(tmp_path / "ours", own=OWN))
    assert [rule.id for rule in book.rules] == ["GC103", "OFFICE001"]
    assert [(pack.name, pack.version) for pack in book.packs] == [("base", ""), ("office", "2")]


def test_the_digest_of_the_rules_knows_the_packs(tmp_path):
    alone = load_rules(folder_of(tmp_path, a=RULE)).sha256
    with_pack = load_rules(tmp_path, Office(packs=(pack_in(tmp_path / "ours", own=OWN),))).sha256
    assert alone != with_pack


def test_an_id_of_two_packs_is_told_with_both_files(tmp_path):
    ours = pack_in(tmp_path / "ours", own=RULE)
    with pytest.raises(DataFault, match="The id GC103 is taken by") as caught:
        book_with(tmp_path, ours)
    assert caught.value.path == tmp_path / "ours" / "own.yaml"
    assert (tmp_path / "set" / "base" / "a.yaml").as_posix() in caught.value.problem


def test_two_packs_of_one_name_are_told(tmp_path):
    one, other = pack_in(tmp_path / "one", own=OWN), pack_in(tmp_path / "two", own=OWN)
    with pytest.raises(DataFault, match="The name 'office' is that of the pack in"):
        book_with(tmp_path, one, other)


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("pack.yaml", None, "A pack needs this file, and it is not there."),
        ("pack.yaml", PACK.replace("version", "vresion"), "'vresion' is not a known key."),
        ("pack.yaml", PACK.replace("office", "Our Office"), "'name'"),
        ("pack.yaml", PACK.replace('"2"', "2.0"), "'2.0' is neither a whole number nor quoted text."),
        ("own.yaml", None, "There is no rule file here."),
        ("facts.yaml", "kinds: {}\n", "A pack uses the words of the rules in force and has none of its own."),
    ],
)
def test_a_folder_that_is_no_pack_is_refused(tmp_path, file, text, problem):
    ours = pack_in(tmp_path / "ours", own=OWN)
    if text is None:
        (tmp_path / "ours" / file).unlink()
    else:
        (tmp_path / "ours" / file).write_text(text, "utf-8")
    with pytest.raises(DataFault) as caught:
        book_with(tmp_path, ours)
    assert problem in caught.value.problem


def test_a_folder_that_is_not_there_is_told_by_its_setting(tmp_path):
    with pytest.raises(UnfitSetting, match="There is no folder") as caught:
        book_with(tmp_path, f"{tmp_path}/nowhere/")
    assert caught.value.key == ("rules", "packs")


@pytest.fixture
def site(tmp_path, monkeypatch) -> Path:
    """A folder on the path of Python, with a tiny package installed that brings a pack."""
    folder = tmp_path / "site"
    pack_in(folder / "town_rules", PACK.replace("office", "town"), own=OWN)
    (folder / "town_rules" / "__init__.py").write_text("raise SystemExit('a pack runs no code')\n", "utf-8")
    info = folder / "town_rules-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: town-rules\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[grantcheck.packs]\ntown = town_rules\n", "utf-8")
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])
    return folder


def test_an_installed_pack_is_found_by_its_entry_point_and_runs_no_code(site, tmp_path):
    assert installed_packs()["town"] == site / "town_rules"
    book = book_with(tmp_path, "town")
    assert [pack.name for pack in book.packs] == ["base", "town"]
    assert "town_rules" not in sys.modules


def test_an_installed_pack_takes_part_only_where_it_is_named(site, tmp_path):
    assert [pack.name for pack in book_with(tmp_path).packs] == ["base"]


def test_an_unknown_pack_names_the_nearest_and_how_folders_are_written(site, tmp_path):
    with pytest.raises(UnfitSetting) as caught:
        book_with(tmp_path, "tonw")
    assert caught.value.remedy == "Did you mean 'town'? A folder is written with a slash: 'tonw/'."


def test_a_rule_that_is_turned_off_keeps_its_reason(tmp_path):
    book = book_with(tmp_path, pack_in(tmp_path / "ours", own=OWN), off={"GC103": " We fund twice. "})
    assert [rule.id for rule in book.rules] == ["OFFICE001"]
    (off,) = book.off
    assert (off.rule.id, off.reason, off.place) == ("GC103", "We fund twice.", "office.toml:3")
    assert (book.rule("GC103"), book.off_rule("GC103")) == (None, off)


@pytest.mark.parametrize(
    ("rule", "reason", "problem", "remedy"),
    [
        ("GC2044", "x", "There is no rule 'GC2044'.", "The nearest is GC204."),
        ("GC204", "  ", "GC204 is turned off without a reason.", "Write why; every report shows it."),
        ("GC901", "x", "GC901 cannot be turned off: it tells what was not read or not judged.", "Take it out."),
        ("GC999", "x", "GC999 cannot be turned off: it tells what was not read or not judged.", "Take it out."),
    ],
)  # fmt: skip
def test_what_cannot_be_turned_off_is_told_by_its_setting(rule, reason, problem, remedy):
    with pytest.raises(UnfitSetting) as caught:
        load_rules(shipped_rules(), Office(off={rule: TurnedOff(reason)}))
    assert caught.value.key == ("rules", "off", rule)
    assert (caught.value.problem, caught.value.remedy) == (problem, remedy)
