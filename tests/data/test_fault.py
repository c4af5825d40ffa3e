from __future__ import annotations

import pickle
from copy import deepcopy
from pathlib import Path

import pytest

from grantcheck.data.fault import DataFault

FAULT = DataFault(Path("rules/base/x.yaml"), 12, "'ammount' is not a known key.", "Did you mean 'amount'?")


def test_a_fault_reads_as_place_problem_remedy():
    assert str(FAULT) == "rules/base/x.yaml:12: 'ammount' is not a known key. Did you mean 'amount'?"


def by_pickle(fault: DataFault) -> DataFault:
    return pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own bytes


@pytest.mark.parametrize("copied", [by_pickle, deepcopy])
def test_a_fault_crosses_a_process_boundary_whole(copied):
    again = copied(FAULT)
    assert str(again) == str(FAULT)
    assert (again.path, again.line) == (FAULT.path, FAULT.line)
    assert (again.problem, again.remedy) == (FAULT.problem, FAULT.remedy)
