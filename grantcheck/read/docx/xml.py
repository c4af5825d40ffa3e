"""XML of a file that nobody vouches for: no DTD, no entities, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from grantcheck.read.docx.names import STRICT, VAL
from grantcheck.read.refused import Problem, RefusedError

if TYPE_CHECKING:
    from lxml.etree import _Element

OFF = frozenset({"0", "false", "off"})
"""How a switch is written that is off."""


def parse(content: bytes) -> _Element:
    """The root of an XML text.

    Raises:
        RefusedError: it is not well formed, or declares a document type.
    """
    if b"<!DOCTYPE" in content:
        raise RefusedError(Problem.DAMAGED)
    for strict, usual in STRICT.items():
        content = content.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise RefusedError(Problem.DAMAGED) from error
    if root.getroottree().docinfo.doctype:
        raise RefusedError(Problem.DAMAGED)
    return root


def is_on(parent: _Element | None, name: str) -> bool:
    """Whether a switch among properties is there and not switched off."""
    switch = None if parent is None else parent.find(name)
    return switch is not None and switch.get(VAL, "1") not in OFF


def number(parent: _Element | None, name: str, absent: int) -> int:
    """A whole number among properties; `absent` where there is none."""
    element = None if parent is None else parent.find(name)
    said = "" if element is None else element.get(VAL, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else absent  # noqa: PLR2004
