"""Condition sentences to values: a small whitelist over Python's own grammar."""

from __future__ import annotations

import ast

from grantcheck.model.text import Text
from grantcheck.rules.condition import (
    FLAG_SET,
    All,
    Any,
    Comparison,
    Condition,
    FieldRef,
    Known,
    Not,
    Operand,
    Operator,
)

_OPERATORS: dict[type[ast.cmpop], Operator] = {
    ast.Eq: "==",
    ast.NotEq: "!=",
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
}
MIRRORED: dict[Operator, Operator] = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_ALLOWED = Text(
    en="Write comparisons of fields such as 'request.year == prior.year', joined by and, or, not; 'known(a.b)' asks whether a field is there.",
    da="Skriv sammenligninger af felter som 'request.year == prior.year', forbundet med and, or, not; 'known(a.b)' spørger, om et felt er der.",
)
_DEEPEST = 20
"""Levels of Python's own tree; the deepest condition that ships has less than half."""
_SHOWN = 40


class ConditionFault(ValueError):
    """A sentence that is no condition; the text says what is wrong and what is allowed."""

    def __init__(self, problem: Text) -> None:
        self.text = Text(en=f"{problem.en} {_ALLOWED.en}", da=f"{problem.da} {_ALLOWED.da}")
        super().__init__(self.text.en)


def parse_condition(sentence: str) -> Condition:
    """Parse one condition.

    >>> parse_condition("request.year == 2026")
    Comparison(left=FieldRef(alias='request', name='year'), operator='==', right=2026)

    Raises:
        ConditionFault: it is not of the allowed shape.
    """
    try:
        tree = ast.parse(sentence.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ConditionFault(
            Text(en=f"'{sentence}' is not a condition.", da=f"'{sentence}' er ikke en betingelse.")
        ) from error
    if _too_deep(tree):
        shown = sentence[:_SHOWN]
        raise ConditionFault(
            Text(
                en=f"'{shown}…' is nested more than {_DEEPEST} deep.",
                da=f"'{shown}…' er indlejret mere end {_DEEPEST} gange.",
            )
        )
    return _condition(tree.body, sentence)


def _too_deep(tree: ast.AST) -> bool:
    """Level by level: what is nested without end would end the recursion over it."""
    level = [tree]
    for _ in range(_DEEPEST):
        level = [child for node in level for child in ast.iter_child_nodes(node)]
    return bool(level)


def _condition(node: ast.expr, sentence: str) -> Condition:
    match node:
        case ast.BoolOp(ast.And(), values):
            return All(tuple(_condition(value, sentence) for value in values))
        case ast.BoolOp(ast.Or(), values):
            return Any(tuple(_condition(value, sentence) for value in values))
        case ast.UnaryOp(ast.Not(), operand):
            return Not(_condition(operand, sentence))
        case ast.Compare(left, operators, comparators):
            return _comparisons([left, *comparators], operators, sentence)
        case ast.Call(ast.Name("known"), [ast.Attribute() as field], []):
            return Known(_field(field, sentence))
        case ast.Attribute():
            return Comparison(_field(node, sentence), "==", FLAG_SET)
    raise ConditionFault(
        Text(
            en=f"'{ast.unparse(node)}' cannot stand in a condition.",
            da=f"'{ast.unparse(node)}' kan ikke stå i en betingelse.",
        )
    )


def _comparisons(operands: list[ast.expr], operators: list[ast.cmpop], sentence: str) -> Condition:
    parts = tuple(
        _comparison(left, operator, right, sentence)
        for left, operator, right in zip(operands, operators, operands[1:], strict=False)
    )
    return parts[0] if len(parts) == 1 else All(parts)


def _comparison(left: ast.expr, operator: ast.cmpop, right: ast.expr, sentence: str) -> Comparison:
    symbol = _OPERATORS.get(type(operator))
    if symbol is None:
        raise ConditionFault(
            Text(
                en=f"'{sentence}' compares with something else than ==, !=, <, <=, >, >=.",
                da=f"'{sentence}' sammenligner med andet end ==, !=, <, <=, >, >=.",
            )
        )
    first, second = _operand(left, sentence), _operand(right, sentence)
    if isinstance(first, FieldRef):
        return Comparison(first, symbol, second)
    if isinstance(second, FieldRef):
        return Comparison(second, MIRRORED[symbol], first)
    raise ConditionFault(
        Text(en=f"'{sentence}' compares two constants.", da=f"'{sentence}' sammenligner to konstanter.")
    )


def _operand(node: ast.expr, sentence: str) -> Operand:
    match node:
        case ast.Attribute():
            return _field(node, sentence)
        case ast.Constant(bool()) | ast.UnaryOp(ast.USub(), ast.Constant(bool())):
            pass
        case ast.Constant(int() | str() as value):
            return value
        case ast.UnaryOp(ast.USub(), ast.Constant(int() as value)):
            return -value
    raise ConditionFault(
        Text(
            en=f"'{ast.unparse(node)}' is neither a field, a whole number nor a text in quotes.",
            da=f"'{ast.unparse(node)}' er hverken et felt, et helt tal eller en tekst i anførselstegn.",
        )
    )


def _field(node: ast.expr, sentence: str) -> FieldRef:
    match node:
        case ast.Attribute(ast.Name(alias), name):
            return FieldRef(alias, name)
    raise ConditionFault(
        Text(
            en=f"'{ast.unparse(node)}' in '{sentence}' is not a field.",
            da=f"'{ast.unparse(node)}' i '{sentence}' er ikke et felt.",
        )
    )
