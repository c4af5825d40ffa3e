from __future__ import annotations

import gc

import pytest

from grantcheck.isolation.uncollected import uncollected


def _failing() -> None:
    with uncollected():
        assert not gc.isenabled()
        raise KeyError


def test_the_collector_works_again_afterwards_whatever_happens():
    with pytest.raises(KeyError):
        _failing()
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off():
    gc.disable()
    try:
        with uncollected():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
