"""The session on its own."""

from __future__ import annotations

import locale
import pickle
import subprocess
import sys

import pytest

from grantcheck.engine.fault import EngineFault, EngineMissing
from grantcheck.engine.session import Session

RULES = '{"0": {"all": [{"f0": {"$and": [{"kind": "x"}, {"$gt": {"v_n": 1}}]}}]}}'


def fact(number: int, value: str) -> tuple[str, str]:
    return "x", f'{{"kind": "x", "id": {number}, "case": 0, "v_n": {value}}}'


def test_it_gives_rule_and_facts_of_every_firing() -> None:
    session = Session([(["x"], RULES)])
    assert session.run([fact(1, "2"), fact(2, "1"), fact(3, "5")]) in (
        [(0, (1,)), (0, (3,))],
        [(0, (3,)), (0, (1,))],
    )
    assert session.run([fact(4, "0")]) == []
    assert session.run([("y", "{}")]) == []
    assert session.run([]) == []
    session.close()


def test_it_notices_dropped_facts() -> None:
    session = Session([(["x"], RULES)])
    with pytest.raises(EngineFault, match="dropped facts"):
        session.run([fact(1, "1e16"), fact(2, "5")])


def test_it_refuses_a_decimal_comma(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "localeconv", lambda: {"decimal_point": ","})
    with pytest.raises(EngineFault, match="LC_NUMERIC"):
        Session([])


def test_a_missing_engine_is_said_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    with pytest.raises(EngineMissing, match="Install it with: CPPFLAGS=") as caught:
        Session([])
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301


def test_the_child_imports_little() -> None:
    program = (
        f"import sys; sys.path[:] = {sys.path!r}; import grantcheck.engine.child; print(*sorted(sys.modules))"
    )
    modules = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    assert "pydantic" not in modules
    assert "yaml" not in modules
    assert [name for name in modules.split() if name.startswith("grantcheck")] == [
        "grantcheck",
        "grantcheck.engine",
        "grantcheck.engine.child",
        "grantcheck.engine.fault",
        "grantcheck.engine.session",
        "grantcheck.isolation",
        "grantcheck.isolation.memory",
    ]
