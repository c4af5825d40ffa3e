"""Text from documents inside Markdown: no link, no markup, no mention, no page of HTML comes of it."""

from __future__ import annotations

import re

from grantcheck.report.visible import visible

_MARKUP = re.compile(
    r"[\\`*_\[\]<>#|~$&@]"
    r"|^[-+](?!\d)|^\d+(?=[.)](?:\s|$))"  # would start a list
    r"|:(?=//|[\w+-]+:)"  # would become an address, or a picture such as :x:
    r"|(?<=www)\.",
    re.IGNORECASE,
)
_AS_ENTITY = frozenset("<>|&@:.")
"""What a backslash does not disarm everywhere: "@" calls for a person, "|" ends the cell of a table."""


def markdown(text: str) -> str:
    r"""The text as Markdown that shows it letter by letter, on one line.

    >>> markdown("*a* | [b](c) <i>")
    '\\*a\\* &#124; \\[b\\](c) &#60;i&#62;'
    """
    return _MARKUP.sub(_escaped, visible(text))


def _escaped(found: re.Match[str]) -> str:
    sign = found.group()
    if sign.isdecimal():
        return f"{sign}\\"
    return f"&#{ord(sign)};" if sign in _AS_ENTITY else f"\\{sign}"
