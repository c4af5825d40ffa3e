"""The configuration file: which one is read, what it sets and where, and what is wrong in it."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from grantcheck.data.configuration.file import FoundFile, find_configuration, read_configuration
from grantcheck.data.configuration.layer import Origin
from grantcheck.data.fault import DataFault, SettingFault

TABLE = '[tool.grantcheck.report]\nlanguage = "da"\n'


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home folder with a folder of notes in it; above it a file that nobody may reach."""
    write(tmp_path / "grantcheck.toml")
    (tmp_path / "home" / "round" / "notes").mkdir(parents=True)
    return tmp_path / "home"


def test_a_file_here_is_nearer_than_one_above(home):
    write(home / "grantcheck.toml")
    near = write(home / "round" / "notes" / "grantcheck.toml")
    assert find_configuration(near.parent, home) == FoundFile(near)


@pytest.mark.parametrize("name", ["grantcheck.toml", "pyproject.toml"])
def test_the_nearest_above_is_found(home, name):
    above = write(home / "round" / name, TABLE if name == "pyproject.toml" else "")
    write(home / "grantcheck.toml")
    assert find_configuration(home / "round" / "notes", home) == FoundFile(above)


def test_the_home_folder_is_the_last(home):
    assert find_configuration(home / "round" / "notes", home) is None
    own = write(home / "grantcheck.toml")
    assert find_configuration(home / "round" / "notes", home) == FoundFile(own)


@pytest.mark.parametrize("mark", [".git", ".hg"])
def test_the_root_of_a_repository_is_the_last(home, mark):
    write(home / "grantcheck.toml")
    (home / "round" / mark).mkdir()
    assert find_configuration(home / "round" / "notes", home) is None
    own = write(home / "round" / "grantcheck.toml")
    assert find_configuration(home / "round" / "notes", home) == FoundFile(own)


def test_without_a_home_folder_every_folder_above_is_looked_at(home, tmp_path):
    assert find_configuration(home / "round", None) == FoundFile(tmp_path / "grantcheck.toml")


def test_the_own_file_is_read_and_the_shared_one_passed_over(home):
    own, shared = write(home / "grantcheck.toml"), write(home / "pyproject.toml", TABLE)
    assert find_configuration(home, home) == FoundFile(own, shared)


@pytest.mark.parametrize(
    "text",
    [
        "[project]\n",
        "[tool.ruff]\n# grantcheck\n",
        'tool = "grantcheck"\n',
        "not TOML, and nothing of ours [",
    ],
)
def test_a_project_without_our_table_is_no_configuration(home, text):
    write(home / "pyproject.toml", text)
    assert find_configuration(home, home) is None


def test_a_project_that_may_hold_our_table_must_be_readable(home):
    write(home / "pyproject.toml", "[tool.grantcheck\n")
    with pytest.raises(DataFault, match=r"pyproject.toml:1: This is not valid TOML"):
        find_configuration(home, home)


def test_what_a_file_sets_with_line_and_hash(home):
    write(home / "a.yaml")
    write(home / "maps" / "m.yaml")
    file = write(
        home / "grantcheck.toml",
        '[report]\nfail_on = [\n  "warning",\n]\n'
        '[prices.series]\n"anlæg" = "a.yaml"\nservice = "town"\n'
        '[reading]\nmapping = "maps/m.yaml"\n[severities]\nGC204 = "error"\n',
    )
    found = read_configuration(file)
    assert found.sha256 == sha256(file.read_bytes()).hexdigest()
    assert {s.key: (s.value, s.origin) for s in found.layer} == {
        ("report", "fail_on"): (("warning",), Origin("file", f"{file}:2")),
        ("prices", "series", "capital"): (str(home / "a.yaml"), Origin("file", f"{file}:6")),
        ("prices", "series", "service"): ("town", Origin("file", f"{file}:7")),
        ("reading", "mapping"): (home / "maps" / "m.yaml", Origin("file", f"{file}:9")),
        ("severities", "GC204"): ("error", Origin("file", f"{file}:11")),
    }


def test_a_project_sets_the_same_below_its_table(home):
    file = write(home / "pyproject.toml", '[project]\nname = "x"\n\n' + TABLE)
    (setting,) = read_configuration(file).layer
    assert (setting.key, setting.value) == (("report", "language"), "da")
    assert setting.origin.place == f"{file}:5"


def test_an_empty_file_sets_nothing(home):
    assert read_configuration(write(home / "grantcheck.toml")).layer == ()


@pytest.mark.parametrize(
    ("text", "line", "problem", "remedy"),
    [
        ("[reprot]\n", 1, "'reprot' is not a known key.", "Did you mean 'report'?"),
        ("[report]\n\nlangauge = 'da'", 3, "'langauge' is not a known key.", "Did you mean 'language'?"),
        ("[report]\nlanguage = 'sv'", 2, "'report.language': Input should be 'en' or 'da'.", "Mend the value."),
        ("report = 3", 1, "'report' must hold keys with values.", "Mend the value."),
        ("[report]\nfail_on = [\n'eror']", 2, "'report.fail_on.0': Input should be 'error', 'warning' or 'not-verifiable'.", "Mend the value."),
        ("[reading]\njobs = 0", 2, "'reading.jobs': Input should be greater than or equal to 1.", "Mend the value."),
        ("[reading]\njobs = true", 2, "'reading.jobs': Input should be a valid integer.", "Mend the value."),
        ("[reading.limits]\npages_per_nite = 9", 2, "'pages_per_nite' is not a known key.", "Did you mean 'pages_per_note'?"),
        ("[reading.limits]\npdf_bytes = 0", 2, "'reading.limits.pdf_bytes': Input should be greater than or equal to 1.", "Mend the value."),
        ("[reading]\nocr = 'yes'", 2, "'reading.ocr': Input should be a valid boolean.", "Mend the value."),
        ("[amounts]\ntolerance = 2.5", 2, "'amounts.tolerance': '2.5' is no tolerance.", 'Write "printed-unit", or whole kroner such as 500.'),
        ("[amounts]\ntolerance = -1", 2, "'amounts.tolerance': '-1' is no tolerance.", 'Write "printed-unit", or whole kroner such as 500.'),
        ("[amounts]\ntolerance = true", 2, "'amounts.tolerance': 'True' is no tolerance.", 'Write "printed-unit", or whole kroner such as 500.'),
        ("[amounts]\nearlier_level = 'first'", 2, "'amounts.earlier_level': Input should be 'last', 'mean' or 'per-year'.", "Mend the value."),
        ("[prices]\neditions = 'new'", 2, "'prices.editions': Input should be 'agree' or 'in-force'.", "Mend the value."),
        ("[prices]\nseries = 'a.yaml'", 2, "'prices.series': This is no table.", 'Write { default = "FILE" }, or an entry for each control area.'),
        ("[prices.series]\nservice = 'a'\nservise = 'b'", 3, "'prices.series.servise': 'servise' is not a control area.", "Did you mean 'service'?"),
        ("[prices.series]\ncapital = 'a'\n'anlæg' = 'b'", 1, "'prices.series': 'capital' and 'anlæg' are one control area.", "Keep one of the two."),
        ("[severities]\nGC204 = 'note'", 2, "'severities.GC204': Input should be 'error' or 'warning'.", "Mend the value."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_at_its_line(home, text, line, problem, remedy):
    with pytest.raises(DataFault) as caught:
        read_configuration(write(home / "grantcheck.toml", text))
    assert (caught.value.line, caught.value.problem, caught.value.remedy) == (line, problem, remedy)


def test_a_mistake_in_a_project_is_told_at_its_line(home):
    file = write(home / "pyproject.toml", "[project]\n\n[tool.grantcheck.reading]\njob = 4\n")
    with pytest.raises(DataFault, match=r"pyproject.toml:4: 'job' is not a known key. Did you mean 'jobs'\?"):
        read_configuration(file)


@pytest.mark.parametrize("value", ["3", "[1]"])
def test_a_project_whose_table_is_none_is_told(home, value):
    file = write(home / "pyproject.toml", f"[tool]\ngrantcheck = {value}\n")
    with pytest.raises(DataFault, match="The file must be a mapping of keys to values"):
        read_configuration(file)


def test_a_project_without_our_table_cannot_be_named(home):
    with pytest.raises(DataFault, match=r"There is no \[tool.grantcheck\] in it. Add one, or write"):
        read_configuration(write(home / "pyproject.toml", "[project]\n"))


def test_a_file_that_is_not_there_is_told(home):
    with pytest.raises(DataFault, match=r"gone.toml:1: The file cannot be read: .* Check path and rights."):
        read_configuration(home / "gone.toml")


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("[reading]\nmapping = 'm.yaml'", "m.yaml"),
        ("[rules]\nfolder = 'ours'", "ours"),
        ("[prices.series]\nservice = './town'", "town"),
    ],
)
def test_a_path_to_nothing_is_told_at_its_line(home, text, missing):
    file = write(home / "grantcheck.toml", text)
    with pytest.raises(SettingFault) as caught:
        read_configuration(file)
    assert caught.value.place == f"{file}:2"
    assert caught.value.problem == f"'{home / missing}' does not exist."
    assert caught.value.remedy == "Correct the path, or leave the setting out."


@pytest.mark.parametrize(
    ("said", "path"),
    [
        ("r.sqlite", "{home}/r.sqlite"),
        ("/srv/r.sqlite", "/srv/r.sqlite"),
        ("sqlite:///r.sqlite", "sqlite:///{home}/r.sqlite"),
        ("postgresql://host/b", "postgresql://host/b"),
        ("", ""),
    ],
)
def test_a_register_starts_at_the_folder_of_the_file_and_need_not_exist(home, said, path):
    file = write(home / "grantcheck.toml", f'[register]\npath = "{said}"\n')
    (setting,) = read_configuration(file).layer
    assert (setting.key, setting.value) == (("register", "path"), path.format(home=home))
