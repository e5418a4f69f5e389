"""Open the bundled sample."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

from tui.model import Workspace
from tui.storage.files.user_dirs import user_folder
from tui.storage.workspace.discovery import open_workspace


def packaged_sample() -> Path:
    """Return the folder of the sample in the package, which is never written."""
    package = Path(__file__).parent.parent.parent
    installed = package / "sample"
    return installed if installed.is_dir() else package.parent


def sample_workspace() -> Workspace:
    """Return the user's copy of the sample, or else the packaged one."""
    copy = _user_copy()
    with suppress(OSError):
        if not copy.is_dir():
            _copy_sample(packaged_sample(), copy)
        return open_workspace(copy)
    return open_workspace(packaged_sample())


def is_sample_workspace(workspace: Workspace) -> bool:
    """Return whether a workspace is the sample, or the user's copy of it."""
    return workspace.root in (_user_copy(), packaged_sample())


def existing_sample() -> Workspace:
    """Return the user's copy of the sample if there is one, and write nothing."""
    copy = _user_copy()
    return open_workspace(copy if copy.is_dir() else packaged_sample())


def _user_copy() -> Path:
    return user_folder("data") / "sample"


def _copy_sample(source: Path, copy: Path) -> None:
    """Copy the sample through a temporary folder, so that none is incomplete."""
    unfinished = copy.with_name(f".sample.{os.getpid()}")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        shutil.copytree(source / "seeds", unfinished / "seeds")
        (unfinished / "annotations").mkdir()
        for file in sorted((source / "annotations").glob("*.yaml")):
            shutil.copyfile(file, unfinished / "annotations" / file.name)
        unfinished.rename(copy)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
