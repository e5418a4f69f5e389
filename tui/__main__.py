"""Run `diptych` as `python -m tui`."""

import sys

from tui.commands.error_output import finish_output
from tui.startup import collector
from tui.startup.fast_start import open_at_once
from tui.terminal.standard_streams import replace_closed_streams


def main() -> None:
    """Open the reader on the arguments, or run the command they name."""
    try:
        status = _run(sys.argv[1:])
    except KeyboardInterrupt:
        status = 130
    sys.exit(finish_output(status))


def _run(arguments: list[str]) -> int:
    replace_closed_streams()
    status = open_at_once(arguments)
    return _run_command() if status is None else status


def _run_command() -> int:
    collector.collect_seldom()
    from tui.cli import diptych  # noqa: PLC0415 - click is loaded only for a command

    try:
        diptych()
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    return 0


if __name__ == "__main__":
    main()
