"""Proofs in processes of their own, and the children they start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from proof import Figure

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    """Return an environment in which a child finds what is found here."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}


def run_here(file: str, *arguments: str) -> Figure:
    """Run a proof's file as a program, and return the figure that it reports."""
    command = [sys.executable, file, *arguments]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1] if done.stderr else f"status {done.returncode}")
    values = json.loads(done.stdout)
    return Figure(**{**values, "notes": tuple(values["notes"])})


def report(prove: Callable[[int], Figure]) -> None:
    """Print the figure for the program's argument, for `run_here`."""
    print(json.dumps(asdict(prove(int(sys.argv[1])))))


def start(file: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a file as a program to talk with."""
    command = [sys.executable, file, *arguments]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, env=environment(), stdin=pipe, stdout=pipe, stderr=nowhere, text=True)
