"""The report as one HTML file that needs nothing else: styles, drawings and the little script are in it.

The page may run its own script and its own styles and nothing more: its policy names them by their hashes, so
that even text from a note that got past every escape could not act, load or send anything.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined

from grantcheck.report.formats.html.contents import contents
from grantcheck.report.formats.html.telling import Telling

if TYPE_CHECKING:
    from grantcheck.model.report import Report
    from grantcheck.report.formats.setting import Setting

_PACKAGE = "grantcheck.report.formats.html"
_POLICY = (
    "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "style-src '{style}'; script-src '{script}'; require-trusted-types-for 'script'; trusted-types 'none'"
)


@dataclass(frozen=True)
class HtmlPage:
    """Renders a report, in all its checks, as a page for a controller."""

    setting: Setting

    def rendered(self, shown: Report) -> str:
        """The page; the same report gives the same bytes."""
        telling = Telling(self.setting.language)
        style, script = _inline("report.css"), _inline("report.js")
        return (
            _environment()
            .get_template("report.html.jinja")
            .render(
                page=contents(shown, self.setting, telling),
                words=telling.words,
                wording=telling.wording,
                number=telling.number,
                capital=telling.capital,
                language=self.setting.language,
                policy=_POLICY.format(style=_hash(style), script=_hash(script)),
                style=style,
                script=script,
            )
        )


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader(_PACKAGE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


@cache
def _inline(name: str) -> str:
    """A file of ours as it stands in the page; a browser counts line breaks as one sign."""
    return files(_PACKAGE).joinpath("templates", name).read_text("utf-8").replace("\r\n", "\n")


def _hash(text: str) -> str:
    """The hash by which a policy names what stands between two tags."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
