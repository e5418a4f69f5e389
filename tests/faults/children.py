"""Run proofs in child processes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from proof import Figure

ROOT = Path(__file__).resolve().parents[2]


def environment() -> dict[str, str]:
    """Return an environment in which a child imports the same modules."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}


def run_proof(file: str, *arguments: str) -> Figure:
    """Run a proof's file as a program, and return the figure it reports."""
    command = [sys.executable, file, *arguments]
    result = subprocess.run(command, env=environment(), capture_output=True, text=True, check=False)
    if result.returncode:
        raise RuntimeError(result.stderr.strip().splitlines()[-1] if result.stderr else f"status {result.returncode}")
    values = json.loads(result.stdout)
    return Figure(**{**values, "notes": tuple(values["notes"])})


def report(prove: Callable[[int], Figure]) -> None:
    """Print the figure for the program's argument, for `run_proof`."""
    print(json.dumps(asdict(prove(int(sys.argv[1])))))


def start(file: str, *arguments: str) -> subprocess.Popen[str]:
    """Start a file as a program, with pipes to talk to it."""
    command = [sys.executable, file, *arguments]
    pipe, null = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, env=environment(), stdin=pipe, stdout=pipe, stderr=null, text=True)
