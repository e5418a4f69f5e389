"""Look for YAML that breaks the reader, for as long as one likes, with atheris (which is not among the requirements).

    pip install atheris
    PYTHONPATH=. python tests/faults/fuzz_yaml.py -max_total_time=60

Anything but the documented errors ends it, and leaves the bytes in a file named `crash-…`.
"""

from __future__ import annotations

import sys
import tempfile
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Fuzz until something breaks or atheris is told to stop."""
    atheris = import_module("atheris")

    with atheris.instrument_imports(include=["tui", "yaml"]):
        from reading_anything import change_anything
        from save_actions import memory

    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        atheris.Setup(sys.argv, lambda content: change_anything(Path(folder), content))
        atheris.Fuzz()


if __name__ == "__main__":
    main()
