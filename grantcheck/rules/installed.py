"""Packs that are installed as Python packages, by their entry points. No code of a pack is run."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

GROUP = "grantcheck.packs"
"""The entry points that name packs: `town = "town_rules"`, a package whose folder holds `pack.yaml`."""


def installed_packs() -> Mapping[str, Path]:
    """The folders of installed packs by the names of their entry points."""
    found = {}
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        package = point.module.partition(".")[0]  # its parents would be imported to find one further in
        spec = find_spec(package)
        if spec is not None and spec.submodule_search_locations:
            inside = point.module.split(".")[1:]
            found[point.name] = Path(spec.submodule_search_locations[0], *inside)
    return found
