"""Test which Pythons the checks find on a machine."""

import subprocess
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / ".ci" / "pythons"
SYSTEM = "/usr/bin:/bin"


def fake_python(path: Path, status: int) -> Path:
    """Make a program that only ends with this status."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {status}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def found_pythons(home: Path, on_path: Path) -> list[str]:
    """Return the lines of the script that name a file below the home folder."""
    environment = {"HOME": str(home), "PATH": f"{on_path}:{SYSTEM}"}
    result = subprocess.run(["bash", SCRIPT], env=environment, capture_output=True, text=True, check=True)
    return [line for line in result.stdout.splitlines() if str(home) in line]


def test_a_python_on_the_path_that_works_is_found(tmp_path: Path) -> None:
    python = fake_python(tmp_path / "bin" / "python3.12", status=0)
    fake_python(tmp_path / ".pyenv" / "versions" / "3.12.9" / "bin" / "python", status=0)
    assert found_pythons(tmp_path, on_path=python.parent) == [f"3.12 {python}"]


def test_a_shim_that_fails_gives_way_to_the_python_of_pyenv(tmp_path: Path) -> None:
    shim = fake_python(tmp_path / "shims" / "python3.13", status=127)
    python = fake_python(tmp_path / ".pyenv" / "versions" / "3.13.0" / "bin" / "python", status=0)
    fake_python(tmp_path / ".pyenv" / "versions" / "3.10.1" / "bin" / "python", status=0)
    assert f"3.13 {python}" in found_pythons(tmp_path, on_path=shim.parent)
    assert not any(line.startswith("3.10 ") for line in found_pythons(tmp_path, on_path=shim.parent))


def test_a_python_that_fails_everywhere_is_left_out(tmp_path: Path) -> None:
    shim = fake_python(tmp_path / "shims" / "python3.14", status=127)
    fake_python(tmp_path / ".pyenv" / "versions" / "3.14.0" / "bin" / "python", status=1)
    assert found_pythons(tmp_path, on_path=shim.parent) == []
