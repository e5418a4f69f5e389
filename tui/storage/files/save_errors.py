"""Explain failed saves."""

import errno
from pathlib import Path

from tui.errors import SaveError

_EXPLANATIONS = {
    errno.ENOSPC: "the disk is full; make room, and save again",
    errno.EDQUOT: "your quota on this disk is used up; make room, and save again",
    errno.EROFS: "this disk can only be read; copy the workspace to one that can be written",
    errno.EACCES: "writing here is not permitted; change the permissions, or copy the workspace",
    errno.EPERM: "writing here is not permitted; change the permissions, or copy the workspace",
    errno.ENAMETOOLONG: "the name is too long for this disk; choose a shorter one",
    errno.ENOENT: "there is no such folder; create it first",
    errno.ENOTDIR: "a file has the name of the folder that is needed; move it away",
    errno.EISDIR: "is a folder; name a file",
    errno.EEXIST: "exists already; nothing was overwritten",
}


def save_error(error: OSError, path: Path) -> SaveError:
    """Return the error that explains a failed call to the user."""
    explanation = _EXPLANATIONS.get(error.errno or 0)
    return SaveError(explanation or f"could not be written ({error.strerror or error}); save again, or elsewhere", path)
