"""Builds an optimised wheel of durable-rules for the Python that runs this: `build_engine_wheels.py FOLDER`.

It needs a C compiler, Python's headers and the network. The source is checked against its hash; the wheel is installed
into an environment of its own and imported there before it counts. `SHA256SUMS` in the folder lists every wheel in it.
On Linux, where auditwheel and patchelf are installed, the wheel is tagged for every system that is new enough.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

REQUIREMENT = "durable-rules==2.0.28"
SOURCE_SHA256 = "053b26f5e48d312d4fa27995243f954671be6eece477f150c059c364eb4d7d61"
DEFINED = "PyEval_CallObject=PyObject_CallObject"
"""durable-rules calls by a name that Python 3.13 no longer has."""
SUMS = "SHA256SUMS"
_IMPORTED = "import durable_rules_engine as engine; engine.create_ruleset; print('imported')"


def build_environment(platform: str, environment: dict[str, str]) -> dict[str, str]:
    """The environment to build in: Microsoft's compiler reads CL and optimises by itself, the others CPPFLAGS."""
    if platform == "win32":
        return environment | {"CL": f"/O2 /D{DEFINED.replace('=', '#')} {environment.get('CL', '')}".strip()}
    return environment | {"CPPFLAGS": f"-O2 -D{DEFINED}"}


def built(folder: Path) -> Path:
    """A wheel in `folder` that was imported from an environment of its own.

    Raises:
        CalledProcessError: the source is not the one that is known, it does not compile, or cannot be imported.
    """
    with tempfile.TemporaryDirectory() as scratch:
        wheel = _repaired(_compiled(Path(scratch)), Path(scratch))
        _check_import(wheel, Path(scratch, "environment"))
        target = folder / wheel.name
        shutil.copyfile(wheel, target)
    return target


def write_sums(folder: Path) -> Path:
    """The hashes of all wheels in `folder`, in the form that `sha256sum --check` reads."""
    wheels = sorted(folder.glob("*.whl"))
    lines = [f"{hashlib.sha256(wheel.read_bytes()).hexdigest()}  {wheel.name}\n" for wheel in wheels]
    sums = folder / SUMS
    sums.write_bytes("".join(lines).encode())
    return sums


def _compiled(scratch: Path) -> Path:
    requirements = scratch / "requirements.txt"
    requirements.write_text(f"{REQUIREMENT} --hash=sha256:{SOURCE_SHA256}\n", "utf-8")
    _run(
        *(sys.executable, "-m", "pip", "wheel", "--disable-pip-version-check", "--no-cache-dir", "--no-deps"),
        *("--no-binary", ":all:", "--require-hashes", "--requirement", str(requirements)),
        *("--wheel-dir", str(scratch)),
        environment=build_environment(sys.platform, dict(os.environ)),
    )
    (wheel,) = scratch.glob("durable_rules-*.whl")
    return wheel


def _repaired(wheel: Path, scratch: Path) -> Path:
    if not sys.platform.startswith("linux") or not (shutil.which("auditwheel") and shutil.which("patchelf")):
        return wheel
    _run("auditwheel", "repair", "--wheel-dir", str(scratch / "repaired"), str(wheel))
    (repaired,) = (scratch / "repaired").glob("durable_rules-*.whl")
    return repaired


def _check_import(wheel: Path, environment: Path) -> None:
    _run(sys.executable, "-m", "venv", str(environment))
    python = environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    _run(str(python), "-m", "pip", "install", "--disable-pip-version-check", "--no-index", str(wheel))
    _run(str(python), "-I", "-c", _IMPORTED)


def _run(*command: str, environment: dict[str, str] | None = None) -> None:
    subprocess.run(command, check=True, env=environment)  # noqa: S603 - pip and Python, with our own arguments


def main(arguments: list[str]) -> int:
    """Builds, lists, and tells where."""
    parser = argparse.ArgumentParser(description="Build an optimised wheel of durable-rules for this Python.")
    parser.add_argument("folder", type=Path, help="where the wheel and SHA256SUMS go")
    folder: Path = parser.parse_args(arguments).folder
    folder.mkdir(parents=True, exist_ok=True)
    try:
        wheel = built(folder)
    except subprocess.CalledProcessError as error:
        sys.stderr.write(f"No wheel was built: '{error.cmd[0]}' ended with exit code {error.returncode}.\n")
        return 1
    write_sums(folder)
    sys.stdout.write(f"{wheel}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
