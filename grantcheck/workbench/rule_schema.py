"""What a rule file may hold, as JSON Schema for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from grantcheck.rules.schema import RuleFile

if TYPE_CHECKING:
    from grantcheck.rules.vocabulary import Vocabulary

SCHEMA_NAME = "rule.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_NAME}"
"""The first line of a rule file; the schema lies beside it."""


def rule_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a rule file; the kinds of facts are those of `vocabulary`."""
    schema = RuleFile.model_json_schema()
    kinds = [{"const": name, "description": kind.means.en} for name, kind in vocabulary.kinds.items()]
    schema["properties"]["facts"]["additionalProperties"] = {"anyOf": kinds}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A rule of grantcheck",
    }
