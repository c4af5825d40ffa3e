"""PDF files with something broken in them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Callable


def mutated(raw: bytes, rng: random.Random) -> bytes:
    """The file with one kind of damage."""
    kinds: list[Callable[[bytearray, random.Random], bytes]] = [_cut, _flip_few, _flip_many, _move, _blow_up]
    return rng.choice(kinds)(bytearray(raw), rng)


def _cut(raw: bytearray, rng: random.Random) -> bytes:
    return bytes(raw[: rng.randrange(1, len(raw))])


def _flip_few(raw: bytearray, rng: random.Random) -> bytes:
    for _ in range(rng.randint(1, 6)):
        raw[rng.randrange(len(raw))] ^= 1 << rng.randrange(8)
    return bytes(raw)


def _flip_many(raw: bytearray, rng: random.Random) -> bytes:
    for _ in range(rng.randint(20, 400)):
        raw[rng.randrange(len(raw))] = rng.randrange(256)
    return bytes(raw)


def _move(raw: bytearray, rng: random.Random) -> bytes:
    start, length = rng.randrange(len(raw)), rng.randint(10, 2000)
    chunk = raw[start : start + length]
    del raw[start : start + length]
    to = rng.randrange(len(raw) + 1)
    return bytes(raw[:to] + chunk + raw[to:])


def _blow_up(raw: bytearray, rng: random.Random) -> bytes:
    numbers = list(re.finditer(rb"(?<=[ \[])\d{1,6}(?=[ \]/\r\n>])", bytes(raw)))
    for match in rng.sample(numbers, min(3, len(numbers))):
        size = match.end() - match.start()
        raw[match.start() : match.end()] = rng.choice([b"9" * size, b"0" * size, b"-" + b"1" * (size - 1)])
    return bytes(raw)
