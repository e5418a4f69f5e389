"""Find out whether a process still runs."""

import os


def is_running(process_id: int) -> bool:
    """Return whether a process of this machine runs, whoever owns it."""
    try:
        os.kill(process_id, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True
