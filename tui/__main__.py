"""`python -m tui` is `diptych`."""

import gc
import sys

from tui.commands.opening import open_at_once

SELDOM = 100_000
"""New objects between two looks for cycles, of which a command makes few: else a tenth of its time goes there."""


def main() -> None:
    """Read what the arguments name, or run the command that they name."""
    try:
        status = open_at_once(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
    if status is not None:
        sys.exit(status)
    gc.set_threshold(SELDOM)
    from tui.cli import main as run_command

    run_command()


if __name__ == "__main__":
    main()
