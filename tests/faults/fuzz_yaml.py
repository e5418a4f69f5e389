"""Fuzz the YAML reader with atheris, which is not a requirement.

    pip install atheris
    PYTHONPATH=. python tests/faults/fuzz_yaml.py -max_total_time=60

Any other error than the documented ones ends it, and writes the bytes to a file `crash-…`.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Fuzz until something breaks, or until the time limit."""
    atheris = import_module("atheris")

    with atheris.instrument_imports(include=["tui", "yaml"]):
        from reading_anything import change_anything
        from save_actions import memory

    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        atheris.Setup(sys.argv, lambda content: change_anything(Path(folder), content))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
