"""The JSON Schema of the report, published for whoever reads it by program."""

from __future__ import annotations

from typing import Any

from grantcheck.model.report import Report

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, Any]:
    """The schema of `--format json`, draft 2020-12."""
    schema = Report.model_json_schema(mode="serialization")
    version = Report.model_fields["schema_version"].default
    schema["properties"]["schema_version"] = {"const": version}
    return {"$schema": _DIALECT} | schema | {"title": "grantcheck report"}
