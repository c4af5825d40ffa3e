"""A report in JSON, as a run wrote it."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import ValidationError

from grantcheck.data.fault import DataFault
from grantcheck.data.text_file import text_of
from grantcheck.data.validated import first_mistake
from grantcheck.model.report import Report
from grantcheck.version import __version__

_REMEDY = "Write one with 'grantcheck audit … -o json=FILE'."


def load_report(path: Path) -> Report:
    """The report in a file.

    Raises:
        DataFault: it cannot be read, or is no report that this program knows.
    """
    try:
        values = json.loads(text_of(path))
    except (ValueError, RecursionError) as error:
        if isinstance(error, DataFault):
            raise
        raise DataFault(path, 1, "This is no JSON, so no report.", _REMEDY) from error
    if not isinstance(values, dict) or not {"schema_version", "findings"} <= values.keys():
        raise DataFault(path, 1, "This is no report of grantcheck.", _REMEDY)
    try:
        report = Report.model_validate_json(json.dumps(values))
    except ValidationError as error:
        problem = first_mistake(Report, error).problem
        by = f"grantcheck {values.get('grantcheck_version')} wrote it, this is {__version__}"
        raise DataFault(path, 1, f"This report is not as expected ({by}): {problem}", _REMEDY) from error
    if report.schema_version != Report.model_fields["schema_version"].default:
        problem = f"The report has schema version {report.schema_version}, which is not known here."
        raise DataFault(path, 1, problem, _REMEDY)
    return report
