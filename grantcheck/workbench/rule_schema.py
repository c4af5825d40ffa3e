"""What a rule file may hold, as JSON Schema for editors."""

from __future__ import annotations

import ast
import inspect
import textwrap
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from grantcheck.rules.effective import Effective
from grantcheck.rules.parameter import RuleParameter
from grantcheck.rules.schema import BranchFile, RuleFile, RuleTest
from grantcheck.rules.tables.declared import OutputFile, TableFile

if TYPE_CHECKING:
    from grantcheck.model.frozen import Frozen
    from grantcheck.rules.vocabulary import Vocabulary

SCHEMA_NAME = "rule.schema.json"
MODELINE = f"# yaml-language-server: $schema={SCHEMA_NAME}"
"""The first line of a rule file; the schema lies beside it."""


def rule_schema(vocabulary: Vocabulary) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a rule file; the kinds of facts are those of `vocabulary`."""
    schema = RuleFile.model_json_schema()
    _describe(schema["properties"], RuleFile)
    for part in (BranchFile, Effective, OutputFile, RuleParameter, RuleTest, TableFile):
        _describe(schema["$defs"][part.__name__]["properties"], part)
    kinds = [{"const": name, "description": kind.means.en} for name, kind in vocabulary.kinds.items()]
    schema["properties"]["facts"]["additionalProperties"] = {"anyOf": kinds}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "A rule of grantcheck",
    }


def _describe(properties: dict[str, Any], of: type[Frozen]) -> None:
    """Adds what the source says below each field. Not pydantic's own way, which reads the source in every run."""
    (written,) = ast.parse(textwrap.dedent(inspect.getsource(of))).body
    for field, below in pairwise(getattr(written, "body", ())):
        if not isinstance(field, ast.AnnAssign) or not isinstance(field.target, ast.Name):
            continue
        match below:
            case ast.Expr(value=ast.Constant(value=str(said))):
                named = of.model_fields[field.target.id].alias or field.target.id
                properties[named]["description"] = inspect.cleandoc(said)
