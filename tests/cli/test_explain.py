from __future__ import annotations

import json
from pathlib import Path

from .conftest import Grantcheck


def test_explain_shows_conditions_with_values_and_their_places(
    grantcheck: Grantcheck, note_file: Path
) -> None:
    result = grantcheck("explain", "gc204", note_file)
    assert result.exit_code == 0
    assert result.stdout.startswith("GC204  ")
    assert "BROKEN" in result.stdout
    assert "(300 000 kr.)" in result.stdout
    assert "»300«" in result.stdout
    assert max(len(line) for line in result.stdout.splitlines() if str(note_file) not in line) <= 80


def test_a_finding_is_explained_by_the_beginning_of_its_fingerprint(
    grantcheck: Grantcheck, note_file: Path
) -> None:
    findings = json.loads(grantcheck("audit", note_file, "-f", "json").stdout)["findings"]
    finding = next(each for each in findings if each["rule"] == "GC204")
    result = grantcheck("explain", finding["fingerprint"][:6], note_file, "-f", "json")
    (told,) = json.loads(result.stdout)["explanations"]
    (tree,) = told["reasoning"]["explanations"]
    assert (told["rule"], tree["outcome"], tree["fingerprint"]) == ("GC204", "broken", finding["fingerprint"])


def test_a_check_that_holds_is_explained_by_its_fingerprint_too(
    grantcheck: Grantcheck, note_file: Path
) -> None:
    findings = json.loads(grantcheck("audit", note_file, "-f", "json", "--show", "all").stdout)["findings"]
    finding = next(each for each in findings if each["rule"] == "GC102")
    result = grantcheck("explain", finding["fingerprint"], note_file, "--lang", "da")
    assert result.stdout.startswith("GC102  ")
    assert "HOLDER" in result.stdout


def test_a_fingerprint_of_no_finding_is_told(grantcheck: Grantcheck, note_file: Path) -> None:
    result = grantcheck("explain", "00000000", note_file)
    assert result.exit_code == 2
    assert "'grantcheck audit --format json' lists them" in " ".join(result.stderr.replace("│", " ").split())


def test_an_unknown_rule_names_the_nearest(grantcheck: Grantcheck, note_file: Path) -> None:
    for command in ("explain", "why-not"):
        result = grantcheck(command, "GC299", note_file)
        assert result.exit_code == 2
        assert "The nearest is GC201." in result.stderr


def test_why_not_shows_what_was_false_and_counts_what_was_true(
    grantcheck: Grantcheck, note_file: Path
) -> None:
    result = grantcheck("why-not", "GC103", note_file)
    assert "Broken when (error): false" in result.stdout
    assert "(0 kr.) is above 0 kr." in result.stdout
    assert "The other 4 conditions are true." in result.stdout


def test_why_not_of_a_rule_that_fired_says_so(grantcheck: Grantcheck, note_file: Path) -> None:
    assert "'grantcheck explain GC204' tells why" in " ".join(
        grantcheck("why-not", "GC204", note_file).stdout.split()
    )


def test_a_rule_of_the_program_has_no_conditions(grantcheck: Grantcheck, note_file: Path) -> None:
    for command in ("explain", "why-not"):
        assert "no condition describes it" in grantcheck(command, "GC999", note_file).stdout
