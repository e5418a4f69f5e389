"""Test the constraints with the lowest versions that are promised."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "scripts" / "lowest_versions.py"


def lowest_versions(project: Path, dependencies: str) -> subprocess.CompletedProcess[str]:
    """Run a copy of the script on a project with these dependencies."""
    copy = project / "scripts" / SCRIPT.name
    copy.parent.mkdir()
    copy.write_bytes(SCRIPT.read_bytes())
    (project / "pyproject.toml").write_text(f"[project]\ndependencies = {dependencies}\n", encoding="utf-8")
    return subprocess.run([sys.executable, copy], capture_output=True, text=True, check=False)


def test_the_lower_bounds_become_exact_versions(tmp_path: Path) -> None:
    result = lowest_versions(tmp_path, '["rich>=14.3", "markdown-it-py >= 3.0.1", "textual>=8.2.5,<9"]')
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines() == ["rich==14.3", "markdown-it-py==3.0.1", "textual==8.2.5"]


@pytest.mark.parametrize("requirement", ["rich", "rich<15", "rich==14.3", "rich>14.3", "rich>=14.3,!=14.3.1"])
def test_a_requirement_without_a_plain_lower_bound_is_named(tmp_path: Path, requirement: str) -> None:
    result = lowest_versions(tmp_path, f'["click>=8.1", "{requirement}"]')
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith(f"'{requirement}' in pyproject.toml has no lower bound")


def test_every_dependency_of_this_project_has_a_lower_bound() -> None:
    result = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert "textual==" in result.stdout
