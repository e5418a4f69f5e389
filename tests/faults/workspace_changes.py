"""What an editor, git and others do to a workspace that is open."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from blocked_paths import BLOCKS, block, remove
from merge_by_driver import CONFIG

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = "000_99cd5badc6da52f9"
FILES = (f"seeds/{ARTICLE}.txt", f"annotations/{ARTICLE}.yaml", "annotations/codebook.yaml")
FOLDERS = (f"annotations/{ARTICLE}", "annotations", "seeds")
_ADDED = "\nA correction was added on Friday.\n"


class Disturbance(NamedTuple):
    """Something that happens to the files of a workspace, and its end."""

    name: str
    begin: Callable[[], object]
    end: Callable[[], object] = lambda: None


def make_repository(root: Path) -> None:
    """Make the sample a repository, with a branch that has no annotations."""
    for name in ("seeds", "annotations"):
        shutil.copytree(ROOT / name, root / name)
    git(root, "init", "-q", "-b", "main")
    commit(root)
    git(root, "checkout", "-q", "-b", "other")
    git(root, "rm", "-r", "-q", "annotations")
    _append(root / FILES[0])
    check_out(root, "main")


def disturbances(root: Path) -> list[Disturbance]:
    """Return all that may happen, of which each ends as it began."""
    article, list_file = root / FILES[0], root / FILES[1]
    return [
        *(_blocked(root / name, kind) for name in FILES for kind in BLOCKS),
        *(_blocked(root / name, kind) for name in FOLDERS for kind in BLOCKS if kind != "folder"),
        *(_moved(root / name) for name in ("", *FILES, *FOLDERS)),
        Disturbance("an article rewritten in place", lambda: _append(article)),
        Disturbance("a list replaced by rename", lambda: _replace(list_file)),
        *[Disturbance("git commit", lambda: commit(root))] * 3,
        *[Disturbance("git stash", lambda: git(root, "stash", "-u"), lambda: _pop(root))] * 6,
        *[Disturbance("git checkout", lambda: check_out(root, "other"), lambda: check_out(root, "main"))] * 6,
    ]


def git(root: Path, *arguments: str) -> str:
    """Return what git prints, or raise an error with what it complains of."""
    command = ["git", "-C", str(root), *arguments]
    result = subprocess.run(command, env={**os.environ, **CONFIG}, capture_output=True, check=False)
    if result.returncode:
        raise RuntimeError(f"{' '.join(arguments)}: {result.stderr.decode('utf-8', 'replace')}")
    return result.stdout.decode("utf-8", "replace")


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "work")


def check_out(root: Path, branch: str) -> None:
    """Commit what is there, and go to a branch."""
    commit(root)
    git(root, "checkout", "-q", branch)


def _pop(root: Path) -> None:
    if git(root, "stash", "list"):
        git(root, "stash", "pop")


def _blocked(path: Path, kind: str) -> Disturbance:
    def begin() -> None:
        _set_aside(path)
        if path.parent.is_dir():
            block(path, kind)

    def end() -> None:
        remove(path)
        _put_back(path)

    return Disturbance(f"{kind} in place of {path.name}", begin, end)


def _moved(path: Path) -> Disturbance:
    return Disturbance(f"{path.name} moved away", lambda: _set_aside(path), lambda: _put_back(path))


def _set_aside(path: Path) -> None:
    if path.exists():
        path.rename(_aside(path))


def _put_back(path: Path) -> None:
    """Rename a path back, with what was saved there meanwhile."""
    aside = _aside(path)
    if not aside.exists():
        return
    if path.is_dir():
        shutil.copytree(path, aside, dirs_exist_ok=True)
        shutil.rmtree(path)
    aside.rename(path)


def _aside(path: Path) -> Path:
    return path.with_name(f".{path.name}.aside")


def _append(path: Path) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write(_ADDED)


def _replace(path: Path) -> None:
    other = path.with_name(f".{path.name}.new")
    other.write_bytes(path.read_bytes() + b"# edited\n")
    other.replace(path)
