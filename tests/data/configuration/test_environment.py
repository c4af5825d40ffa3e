"""Variables set what a file could set, and a misspelt one is told."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from grantcheck.data.configuration.environment import read_environment, variable_of
from grantcheck.data.configuration.layer import Origin
from grantcheck.data.configuration.model import setting_keys
from grantcheck.data.fault import SettingFault


def test_every_setting_has_a_variable_of_its_own():
    variables = [variable_of(key) for key in setting_keys()]
    assert len(set(variables)) == len(variables)


@pytest.mark.parametrize(
    ("variable", "text", "settings"),
    [
        ("REPORT_LANGUAGE", "da", {("report", "language"): "da"}),
        ("REPORT_FAIL_ON", "error, warning", {("report", "fail_on"): ("error", "warning")}),
        ("READING_JOBS", " 4 ", {("reading", "jobs"): 4}),
        ("READING_LIMITS_PDF_BYTES", "9", {("reading", "limits", "pdf_bytes"): 9}),
        ("READING_CACHE", "false", {("reading", "cache"): False}),
        ("READING_OCR", "true", {("reading", "ocr"): True}),
        ("READING_MAPPING", "2026", {("reading", "mapping"): Path("2026")}),
        ("REGISTER_PATH", "2026", {("register", "path"): "2026"}),
        ("REGISTER_PATH", "postgresql://host/b", {("register", "path"): "postgresql://host/b"}),
        ("REGISTER_MATCHES", ".", {("register", "matches"): Path()}),
        ("AMOUNTS_TOLERANCE", "500", {("amounts", "tolerance"): 500}),
        ("AMOUNTS_TOLERANCE", "printed-unit", {("amounts", "tolerance"): "printed-unit"}),
        ("PRICES_SERIES", "town", {("prices", "series", "default"): "town"}),
        (
            "PRICES_SERIES",
            "service=2026,anlæg=b.yaml",
            {("prices", "series", "service"): "2026", ("prices", "series", "capital"): "b.yaml"},
        ),
        (
            "SEVERITIES",
            "GC204=error, GC302=error",
            {("severities", "GC204"): "error", ("severities", "GC302"): "error"},
        ),
        ("REPORT_LANGUAGE", "", {}),
        ("REPORT_FAIL_ON", " ", {}),
    ],
)
def test_a_variable_sets_its_setting(tmp_path, monkeypatch, variable, text, settings):
    monkeypatch.chdir(tmp_path)
    for name in ("2026", "b.yaml"):
        Path(name).touch()
    layer = read_environment({f"GRANTCHECK_{variable}": text, "HOME": "/home/officer"})
    assert {setting.key: setting.value for setting in layer} == settings
    assert {setting.origin for setting in layer} <= {Origin("variable", f"GRANTCHECK_{variable}")}


@pytest.mark.parametrize(
    ("variable", "text", "problem", "remedy"),
    [
        ("REPORT_LANGUAG", "da", "There is no such setting.", "Did you mean 'GRANTCHECK_REPORT_LANGUAGE'?"),
        ("READING_JOB", "", "There is no such setting.", "Did you mean 'GRANTCHECK_READING_JOBS'?"),
        ("REPORT_LANGUAGE", "sv", "'report.language': Input should be 'en' or 'da'.", "Mend the value."),
        ("READING_JOBS", "many", "'reading.jobs': Input should be a valid integer.", "Mend the value."),
        ("READING_JOBS", "0", "'reading.jobs': Input should be greater than or equal to 1.", "Mend the value."),
        ("READING_OCR", "yes", "'reading.ocr': Input should be a valid boolean.", "Mend the value."),
        ("AMOUNTS_TOLERANCE", "2,5", "'amounts.tolerance': '2,5' is no tolerance.", 'Write "printed-unit", or whole kroner such as 500.'),
        ("PRICES_SERIES", "servise=a", "'servise' is not a control area.", "Did you mean 'service'?"),
        ("PRICES_SERIES", "a.yaml,b.yaml", "'a.yaml' and 'b.yaml' are both for every control area.", "Say which area one of them serves, as in 'capital=b.yaml'."),
        ("PRICES_SERIES", "gone.yaml", "'gone.yaml' does not exist.", "Correct the path, or leave the setting out."),
        ("RULES_FOLDER", "gone", "'gone' does not exist.", "Correct the path, or leave the setting out."),
        ("REGISTER_MATCHES", "gone", "'gone' does not exist.", "Correct the path, or leave the setting out."),
        ("SEVERITIES", "GC204", "'GC204' is no entry.", "Write NAME=VALUE, with commas between several."),
        ("SEVERITIES", "GC204=note", "'severities.GC204': Input should be 'error' or 'warning'.", "Mend the value."),
        ("SEVERITIES", "GC204=error,GC204=warning", "'GC204' stands twice.", "Keep one of the two."),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_variable(tmp_path, monkeypatch, variable, text, problem, remedy):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingFault) as caught:
        read_environment({f"GRANTCHECK_{variable}": text})
    fault = caught.value
    assert (fault.place, fault.problem, fault.remedy) == (f"GRANTCHECK_{variable}", problem, remedy)
    assert str(pickle.loads(pickle.dumps(fault))) == str(fault)  # noqa: S301 - our own
