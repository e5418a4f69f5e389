"""Print the lowest versions in pyproject.toml as constraints for pip.

    python scripts/lowest_versions.py >lowest.txt
    pip install --constraint lowest.txt --editable '.[dev]'

Only the packages that the program needs are listed: the lower bounds are a promise to users, not to developers. With
these versions the whole test suite must pass; `.ci/run` and the workflow's job `lowest` check that.
"""

import re
import sys
import tomllib
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
_REQUIREMENT = re.compile(r"(?P<name>[\w.-]+)\s*>=\s*(?P<version>[\w.]+)\s*(,\s*<\s*[\w.]+\s*)?")


def lowest_versions(requirements: list[str]) -> list[str]:
    """Return the constraint for the lowest version of each requirement.

    `["rich>=14.3", "textual>=8.2.5,<9"]` gives `["rich==14.3", "textual==8.2.5"]`.
    """
    return [lowest_version(requirement) for requirement in requirements]


def lowest_version(requirement: str) -> str:
    match = _REQUIREMENT.fullmatch(requirement)
    if match is None:
        raise ValueError(f"{requirement!r} in pyproject.toml has no lower bound: write it as name>=version")
    return f"{match['name']}=={match['version']}"


def main() -> int:
    """Print the constraints, one a line, and return the exit status."""
    project = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]
    try:
        constraints = lowest_versions(project["dependencies"])
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.writelines(f"{constraint}\n" for constraint in constraints)
    return 0


if __name__ == "__main__":
    sys.exit(main())
