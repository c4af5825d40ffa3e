"""What keeps a cluster from being used, said so that its user can act on it."""

from __future__ import annotations

from collections.abc import Mapping

from grantcheck.model.text import Text


class ClusterFault(Exception):
    """The cluster cannot be used as asked. There is no report, and nothing was written."""

    def __init__(self, en: str, da: str) -> None:
        super().__init__(en)
        self.said = Text(en=en, da=da)

    def __reduce__(self) -> tuple[type[ClusterFault], tuple[str, str]]:
        return (ClusterFault, (self.said.en, self.said.da))


class LeftOut(AssertionError):
    """Work on a worker gave another number of answers than it was asked for."""


def not_installed() -> ClusterFault:
    """Without the extra."""
    return ClusterFault(
        "A Dask cluster needs the package distributed. Install it: pip install 'grantcheck[dask]'.",
        "En Dask-klynge kræver pakken distributed. Installér den: pip install 'grantcheck[dask]'.",
    )


def not_an_address(said: str) -> ClusterFault:
    """What was named cannot be a scheduler."""
    return ClusterFault(
        f"'{said}' is no address of a Dask scheduler. Write tcp://HOST:PORT, as in tcp://10.0.0.5:8786.",
        f"'{said}' er ingen adresse på en Dask-scheduler. Skriv tcp://VÆRT:PORT, som i tcp://10.0.0.5:8786.",
    )


def not_reached(address: str, seconds: float) -> ClusterFault:
    """Nobody answers there."""
    return ClusterFault(
        f"No Dask scheduler answers at {address} within {seconds:g} seconds. Nothing was judged. Start it with "
        "'dask scheduler', check address and firewall, or leave out --scheduler to use this machine alone.",
        f"Ingen Dask-scheduler svarer på {address} inden for {seconds:g} sekunder. Intet blev bedømt. Start den med "
        "'dask scheduler', se efter adresse og firewall, eller udelad --scheduler for kun at bruge denne maskine.",
    )


def lost(address: str) -> ClusterFault:
    """The connection broke in the middle."""
    return ClusterFault(
        f"The Dask scheduler at {address} was lost in the middle of the run. There is no report, and nothing was "
        "written. See that it runs and start again, or leave out --scheduler to use this machine alone.",
        f"Forbindelsen til Dask-scheduleren på {address} gik tabt midt i kørslen. Der er ingen rapport, og intet blev "
        "skrevet. Sørg for, at den kører, og start igen, eller udelad --scheduler for kun at bruge denne maskine.",
    )


def no_workers(address: str) -> ClusterFault:
    """Nobody there works."""
    return ClusterFault(
        f"The Dask cluster at {address} has no workers. There is no report, and nothing was written. Start some with "
        f"'dask worker {address}' (with its nanny, which replaces those that die), and run again.",
        f"Dask-klyngen på {address} har ingen arbejdere. Der er ingen rapport, og intet blev skrevet. Start nogle med "
        f"'dask worker {address}' (med dens nanny, som erstatter dem, der dør), og kør igen.",
    )


def other_versions(here: str, there: Mapping[str, str | None]) -> ClusterFault:
    """Workers or scheduler with another grantcheck, or with none.

    Args:
        here: the version of the client.
        there: the version by the address of the worker, or "scheduler"; None where there is none.
    """
    told_en = ", ".join(f"{worker} has {found or 'none'}" for worker, found in sorted(there.items()))
    told_da = ", ".join(f"{worker} har {found or 'ingen'}" for worker, found in sorted(there.items()))
    return ClusterFault(
        f"The cluster has another grantcheck than this machine, {here}: {told_en}. Nothing was judged, since "
        f"the reports would differ. Install grantcheck {here} on the scheduler and every worker, and restart them.",
        f"Klyngen har en anden grantcheck end denne maskine, {here}: {told_da}. Intet blev bedømt, for "
        f"rapporterne ville blive forskellige. Installér grantcheck {here} på scheduleren og hver arbejder, og genstart dem.",
    )


def other_libraries(here: str, there: Mapping[str, str]) -> ClusterFault:
    """Workers or scheduler with our own version, and with another Python or other libraries.

    Args:
        here: what the client has.
        there: what others have, by the address of the worker, or "scheduler".
    """
    told_en = "; ".join(f"{worker} has {found}" for worker, found in sorted(there.items()))
    told_da = "; ".join(f"{worker} har {found}" for worker, found in sorted(there.items()))
    return ClusterFault(
        f"The cluster has other libraries than this machine, {here}: {told_en}. Nothing was read or judged, since "
        "the reports could differ. Install the same on the scheduler and every worker, and restart them.",
        f"Klyngen har andre biblioteker end denne maskine, {here}: {told_da}. Intet blev læst eller bedømt, for "
        "rapporterne kunne blive forskellige. Installér de samme på scheduleren og hver arbejder, og genstart dem.",
    )


class OtherVersion(ClusterFault):
    """A worker that came in the middle of a run has another version, of grantcheck or of a library."""

    def __init__(self, here: str, there: str) -> None:
        self.here, self.there = here, there
        fault = other_versions(here, {"one that came later": there})
        super().__init__(fault.said.en, fault.said.da)

    def __reduce__(self) -> tuple[type[ClusterFault], tuple[str, str]]:
        return (OtherVersion, (self.here, self.there))
