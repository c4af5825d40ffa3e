"""Word files that something went wrong with."""

from __future__ import annotations

import io
import random
import re
import zipfile

_STAMP = (2026, 1, 5, 10, 0, 0)


def mutated(raw: bytes, rng: random.Random) -> bytes:
    """The file with one thing gone wrong in its parts, in an archive that is sound."""
    return rng.choice([_swapped, _renamed, _text, _text, _elements, _numbers])(raw, rng)


def spoilt(raw: bytes, rng: random.Random) -> bytes:
    """The file as a broken disk or transfer leaves it."""
    return rng.choice([_truncated, _bits, _bytes, _chunks])(raw, rng)


def _truncated(raw: bytes, rng: random.Random) -> bytes:
    return raw[: rng.randrange(len(raw))]


def _bits(raw: bytes, rng: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(rng.randint(1, 4)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _bytes(raw: bytes, rng: random.Random) -> bytes:
    changed = bytearray(raw)
    for _ in range(rng.randint(5, 200)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _chunks(raw: bytes, rng: random.Random) -> bytes:
    first, second = sorted(rng.randrange(len(raw)) for _ in range(2))
    return raw[:first] + raw[second:] + raw[first:second]


def _parts(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    """An archive of parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _swapped(raw: bytes, rng: random.Random) -> bytes:
    parts = _parts(raw)
    names = list(parts)
    contents = list(parts.values())
    rng.shuffle(contents)
    return zipped(dict(zip(names, contents, strict=True)))


def _renamed(raw: bytes, rng: random.Random) -> bytes:
    parts = _parts(raw)
    gone = rng.choice(list(parts))
    content = parts.pop(gone)
    return zipped(parts | ({f"x/{gone}": content} if rng.random() < 0.5 else {}))


def _text(raw: bytes, rng: random.Random) -> bytes:
    """A piece of the document's own text cut out or doubled; mostly no longer well formed."""
    parts = _parts(raw)
    body = parts["word/document.xml"]
    start, end = sorted(rng.randrange(len(body)) for _ in range(2))
    end = min(end, start + 400)
    parts["word/document.xml"] = body[:start] + body[start:end] * rng.choice([0, 2, 3]) + body[end:]
    return zipped(parts)


def _elements(raw: bytes, rng: random.Random) -> bytes:
    """Names of elements changed, so that the document stays well formed."""
    parts = _parts(raw)
    names = [
        "w:p",
        "w:tc",
        "w:tr",
        "w:tbl",
        "w:r",
        "w:sdt",
        "w:sdtContent",
        "w:ins",
        "w:txbxContent",
        "w:vMerge",
        "w:tcPr",
        "w:body",
    ]
    old, new = rng.sample(names, 2)
    body = parts["word/document.xml"].decode("utf-8")
    parts["word/document.xml"] = re.sub(rf"(</?){old}(?=[\s/>])", rf"\g<1>{new}", body).encode("utf-8")
    return zipped(parts)


def _numbers(raw: bytes, rng: random.Random) -> bytes:
    """Numbers among the properties blown up, or no numbers any more."""
    parts = _parts(raw)
    body = parts["word/document.xml"].decode("utf-8")
    value = rng.choice(["0", "-1", "99999999999999999999", "x", "", "65535", "²"])
    name = rng.choice(["gridSpan", "checked", "vMerge", "sz", "gridCol"])
    parts["word/document.xml"] = re.sub(rf'(<w\d*:{name} [^>]*?)"[^"]*"', rf'\g<1>"{value}"', body).encode(
        "utf-8"
    )
    return zipped(parts)
