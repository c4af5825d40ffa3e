"""Check boxes: content controls and form fields, by their state and not by how they are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grantcheck.read.docx.names import VAL, w, w14
from grantcheck.read.docx.symbols import CHECKED, EMPTY, UNKNOWN
from grantcheck.read.docx.xml import OFF, number

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHOWN_CHECKED = frozenset("☒☑✓✔✗✘xX")
_SHOWN_EMPTY = frozenset("☐□")
_ON = frozenset({"1", "true", "on"})


def control_state(control: _Element) -> bool | None:
    """Whether a content control is a check box that is checked; None where it is no check box."""
    properties = control.find(w("sdtPr"))
    box = None if properties is None else properties.find(w14("checkbox"))
    if box is None:
        return None
    checked = box.find(w14("checked"))
    return checked is not None and checked.get(w14("val"), "1") in _ON


def control_text(state: bool, drawn: str) -> str:  # noqa: FBT001 - the state is what it is about
    """What a check box shows; unknown where its state and its drawing contradict each other.

    >>> control_text(True, "☒"), control_text(False, "☒"), control_text(False, "")
    ('☒', '\ufffd', '☐')
    """
    said = drawn.strip()
    contrary = _SHOWN_EMPTY if state else _SHOWN_CHECKED
    if said in contrary:
        return UNKNOWN
    return CHECKED if state else EMPTY


def field_text(start: _Element) -> str:
    """What a form field shows that begins here, where the file does not hold it as text: a check box or a choice."""
    data = start.find(w("ffData"))
    if data is None:
        return ""
    choices = data.find(w("ddList"))
    if choices is not None:
        return _chosen(choices)
    box = data.find(w("checkBox"))
    if box is None:
        return ""
    switch = box.find(w("checked"))
    said = box.find(w("default")) if switch is None else switch
    state = "0" if said is None else said.get(VAL, "1")
    return CHECKED if state in _ON else EMPTY if state in OFF else UNKNOWN


def _chosen(choices: _Element) -> str:
    listed = choices.findall(w("listEntry"))
    at = number(choices, w("result"), 0)
    return listed[at].get(VAL, "") if at < len(listed) else UNKNOWN
