"""`python -m tui` is `diptych`."""

import gc
import sys

from tui.commands.opening import open_at_once


def main() -> None:
    """Read what the arguments name, or run the command that they name."""
    try:
        status = open_at_once(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
    if status is not None:
        sys.exit(status)
    gc.set_threshold(100_000)  # a command makes few cycles and is soon over: looking for them takes a tenth of its time
    from tui.cli import main as run_command

    run_command()


if __name__ == "__main__":
    main()
