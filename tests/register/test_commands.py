"""`grantcheck register`, with a register in a file and on a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from .commands import BRIDGE, HEADINGS, LIBRARY, as_json, grantcheck, list_file

FIXTURES = Path(__file__).parents[2] / "fixtures" / "notes"


@pytest.fixture
def filled(address: str, tmp_path: Path) -> str:
    """A register with a library that ends after 2025 and a bridge that does not end."""
    rows = [LIBRARY.format(year, 340_000) for year in (2022, 2023, 2024, 2025)]
    rows += [LIBRARY.format(2026, 0), *(BRIDGE.format("ja", year, 1_000_000) for year in (2025, 2026))]
    result = grantcheck(
        "register", "import", list_file(tmp_path, *rows), "--register", address, "--as-of", "2026-01-10"
    )
    assert result.exit_code == 0, result.output
    return address


def test_an_import_shows_what_it_took(address: str, tmp_path: Path) -> None:
    file = list_file(tmp_path, LIBRARY.format(2024, 340_000), LIBRARY.format(2025, -5_000))
    result = grantcheck("register", "import", file, "--register", address, "--as-of", "2026-03-01")
    assert result.exit_code == 0
    assert "2 rows, 1 grant, 2024–2025" in result.stdout
    assert "total 2024    340 000 kr." in result.stdout
    assert "total 2025    −5 000 kr." in result.stdout
    assert "Imported as batch 1, known from 2026-03-01." in result.stdout
    assert max(map(len, result.stdout.splitlines())) <= 80


def test_the_same_file_again_changes_nothing_and_says_so(address: str, tmp_path: Path) -> None:
    file = list_file(tmp_path, LIBRARY.format(2024, 340_000))
    for expected in ("Imported as batch 1", "Nothing was changed: the same file was imported"):
        result = grantcheck("register", "import", file, "--register", address)
        assert result.exit_code == 0
        assert expected in result.stdout
    assert (
        "Intet er ændret: samme fil"
        in grantcheck("register", "import", file, "--register", address, "--lang", "da").stdout
    )


def test_a_dry_run_shows_and_keeps_nothing(address: str, tmp_path: Path) -> None:
    file = list_file(tmp_path, LIBRARY.format(2024, 340_000))
    result = grantcheck("register", "import", file, "--register", address, "--dry-run")
    assert (result.exit_code, "Nothing was imported: --dry-run." in result.stdout) == (0, True)
    again = grantcheck("register", "import", file, "--register", address)
    assert "Imported as batch 1" in again.stdout


def test_a_file_with_a_row_refused_is_not_imported_unless_that_is_allowed(
    address: str, tmp_path: Path
) -> None:
    file = list_file(tmp_path, LIBRARY.format(2024, 340_000), LIBRARY.format(2025, "ca. 3"))
    refused = grantcheck("register", "import", file, "--register", address)
    assert refused.exit_code == 2
    assert "1 refused:" in refused.stdout
    assert "line 3: the amount is not certain: it is no figure ('ca. 3')" in refused.stdout
    assert "Nothing of this file was imported." in refused.stdout
    allowed = as_json("register", "import", file, "--register", address, "--allow-refused")["files"][0]
    assert (allowed["ending"], allowed["rows"], allowed["totals"]) == ("imported", 1, {"2024": 340_000})
    assert allowed["refused"] == [
        {"place": "line 3", "reason": "the amount is not certain: it is no figure", "excerpt": "ca. 3"}
    ]


def test_a_file_of_refused_rows_alone_is_never_imported(address: str, tmp_path: Path) -> None:
    file = list_file(tmp_path, LIBRARY.format(2024, "?"))
    assert grantcheck("register", "import", file, "--register", address, "--allow-refused").exit_code == 2


def test_each_file_stands_alone(address: str, tmp_path: Path) -> None:
    good = list_file(tmp_path, LIBRARY.format(2024, 1))
    bad = list_file(tmp_path, LIBRARY.format(2024, "x"), name="bad.csv")
    result = grantcheck("register", "import", bad, good, "--register", address)
    assert result.exit_code == 2
    assert "Imported as batch 1" in result.stdout


@pytest.mark.parametrize(
    ("name", "content", "code", "said"),
    [
        ("a.csv", b"\xff\xfe\x00", 4, "The text is not utf-8."),
        ("a.xlsx", b"no workbook", 4, "The file is not an Excel workbook"),
        ("a.csv", b"", 4, "neither a list of grants nor a budget note"),
        ("a.txt", b"Indkoeb af kaffe", 4, "neither a list of grants nor a budget note"),
        ("a.csv", b"grant,amount\nA,1\n", 2, "The columns are not known"),
        ("a.yaml", b"grants: []\n", 2, "line 1:"),
    ],
)
def test_a_file_that_gives_nothing_is_told(
    tmp_path: Path, name: str, content: bytes, code: int, said: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = grantcheck("register", "import", tmp_path / name, "--register", tmp_path / "r.sqlite")
    assert result.exit_code == code
    assert said in " ".join(result.stdout.split())
    assert not (tmp_path / "r.sqlite").exists()


def test_a_path_that_is_not_there_and_a_mapping_with_a_mistake_are_wrong_usage(tmp_path: Path) -> None:
    gone = grantcheck("register", "import", tmp_path / "gone.csv")
    assert (gone.exit_code, "There is no file or folder" in gone.stderr) == (2, True)
    mapping = tmp_path / "m.yaml"
    mapping.write_text("units: 1\n", "utf-8")
    file = list_file(tmp_path, LIBRARY.format(2024, 1))
    result = grantcheck("register", "import", file, "--mapping", mapping)
    assert (result.exit_code, "m.yaml:1: 'units' is not a known key." in result.stderr) == (2, True)


@pytest.mark.parametrize("span", ["2029-2022", "22-29", "2022/2029"])
def test_a_span_of_years_must_be_one(tmp_path: Path, span: str) -> None:
    file = list_file(tmp_path, LIBRARY.format(2024, 1))
    result = grantcheck("register", "import", file, "--covers", span)
    assert result.exit_code == 2
    assert f"'{span}' is no span of years. Write it as 2022-2029." in " ".join(result.stderr.split())


def test_the_years_that_a_list_covers_may_be_said(address: str, tmp_path: Path) -> None:
    file = list_file(tmp_path, LIBRARY.format(2025, 340_000))
    as_json("register", "import", file, "--register", address, "--covers", "2022-2026")
    shown = as_json("register", "show", "KF031", "--register", address)["grant"]
    assert (shown["last_funded_year"], shown["first_unfunded_year"]) == (2025, 2026)


def test_a_note_is_imported_with_its_prior_table(address: str) -> None:
    told = as_json("register", "import", FIXTURES / "KF031.txt", "--register", address)["files"][0]
    assert (told["ending"], told["rows"], told["first_year"], told["last_year"]) == (
        "imported",
        6,
        2022,
        2027,
    )
    shown = as_json("register", "show", "KF031/2026", "--register", address)["grant"]
    assert shown["amounts"]["2025"] == 1_610_000
    assert shown["committee"] == "Kultur- og Fritidsudvalget"


def test_the_list_shows_each_grant_with_its_last_year(filled: str) -> None:
    listed = grantcheck("register", "list", "--register", filled).stdout
    library, bridge = (
        next(line for line in listed.splitlines() if code in line) for code in ("KF031", "TM108")
    )
    assert "2025" in library
    assert library.rstrip().endswith("340 000 kr.")
    assert "permanent" in bridge
    assert "2 of 2 grants" in listed
    assert max(map(len, listed.splitlines())) <= 80


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        (("--committee", "kultur"), ["KF031"]),
        (("--area", "capital"), ["TM108"]),
        (("--last-year", "2025"), ["KF031"]),
        (("--last-year", "2026"), []),
        (("--as-of", "2026-01-09"), []),
        (("--as-of", "2026-01-10"), ["KF031", "TM108"]),
    ],
)
def test_the_list_may_be_narrowed(filled: str, choice: tuple[str, ...], found: list[str]) -> None:
    listed = as_json("register", "list", "--register", filled, *choice)["grants"]
    assert [each["grant"] for each in listed] == found


def test_nothing_to_list_is_said(filled: str) -> None:
    nobody = grantcheck("register", "list", "--register", filled, "--committee", "Sundhed", "--lang", "da")
    assert nobody.stdout == "Ingen bevilling passer.\n"
    before = grantcheck("register", "list", "--register", filled, "--as-of", "2020-01-01")
    assert before.stdout == "The register holds no grants.\n"


def test_a_grant_is_shown_year_by_year(filled: str) -> None:
    shown = grantcheck("register", "show", "KF031", "--register", filled, "--lang", "da").stdout
    assert "KF031 Natåben læsesal" in shown
    assert "første år uden midler   2026" in shown
    assert "kendte år               2022–2026" in shown
    assert "340.000 kr." in shown


def test_the_history_shows_what_each_import_changed(filled: str, tmp_path: Path) -> None:
    file = list_file(
        tmp_path, LIBRARY.format(2025, 360_000), LIBRARY.format(2024, 340_000), name="autumn.csv"
    )
    grantcheck("register", "import", file, "--register", filled, "--as-of", "2026-09-01")
    told = grantcheck("register", "history", "KF031", "--register", filled).stdout
    assert "batch 2: autumn.csv, known from 2026-09-01" in told
    assert "340 000 kr. → 360 000 kr." in " ".join(told.split())
    assert "340 000 kr., said again" in " ".join(told.split())
    batches = as_json("register", "history", "KF031", "--register", filled)["batches"]
    assert [change["before"] for change in batches[1]["changes"]] == [340_000, 340_000]
    early = as_json("register", "history", "KF031", "--register", filled, "--as-of", "2026-02-01")
    assert len(early["batches"]) == 1


def test_a_grant_that_is_not_known_has_a_nearest_one(filled: str) -> None:
    result = grantcheck("register", "show", "KF31", "--register", filled)
    assert result.exit_code == 2
    assert "The register knows no grant 'KF31'" in result.stderr
    assert "Did you mean 'KF031'?" in result.stderr
    danish = grantcheck("register", "history", "?", "--register", filled, "--lang", "da")
    assert "'grantcheck register list' viser dem alle." in danish.stderr


def test_without_a_register_the_user_is_told_how_to_make_one(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = grantcheck("register", "list")
    assert result.exit_code == 2
    assert (
        "There is no register '.grantcheck/register.sqlite'. Make it: grantcheck register import FILE."
        in (result.stderr)
    )


def test_headings_alone_are_no_list(tmp_path: Path) -> None:
    file = tmp_path / "empty.csv"
    file.write_text(HEADINGS, "utf-8")
    result = grantcheck("register", "import", file, "--register", tmp_path / "r.sqlite")
    assert result.exit_code == 2
    assert "The file names no grants below its headings." in " ".join(result.stdout.split())
