from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from grantcheck.report.formats.setting import Checkout

CHECKOUT = Checkout(root=PurePosixPath("/repo"), folder=PurePosixPath("/repo/round"))


@pytest.mark.parametrize(
    ("path", "placed", "uri"),
    [
        ("a/KUL14.txt", "round/a/KUL14.txt", "round/a/KUL14.txt"),
        ("../b.txt", "b.txt", "b.txt"),
        ("/repo/round/c.txt", "round/c.txt", "round/c.txt"),
        ("ØK 1#2?.txt", "round/ØK 1#2?.txt", "round/%C3%98K%201%232%3F.txt"),
        ("a:b.txt", "round/a:b.txt", "round/a%3Ab.txt"),
        ("\udcff.txt", "round/\udcff.txt", "round/%FF.txt"),
        ("/else/x.txt", "/else/x.txt", "file:///else/x.txt"),
        ("../../else/x.txt", "../../else/x.txt", "../../else/x.txt"),
    ],
)
def test_where_a_file_lies_for_the_platform(path: str, placed: str, uri: str) -> None:
    assert CHECKOUT.path(path) == placed
    assert CHECKOUT.uri(path) == uri
