"""Finding workspaces, the bundled sample among them, and their articles; no article's text is read here."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tui.errors import WorkspaceError
from tui.model import Workspace
from tui.storage.files.filenames import article_id_of, is_article_name
from tui.storage.files.user_dirs import data_folder

ARTICLE_FOLDERS = ("seeds", "articles")


def find_workspace(start: Path) -> Workspace | None:
    """Return the workspace that `start` lies in, looking upwards, or None."""
    here = _whole(start)
    return next((found for folder in (here, *here.parents) if (found := _workspace_at(folder))), None)


def open_workspace(path: Path) -> Workspace:
    """Return the workspace at `path`; raises WorkspaceError where the folder cannot be one."""
    if not path.exists():
        raise WorkspaceError("no such folder; check the name", path)
    if not path.is_dir():
        raise WorkspaceError("is not a folder; name the folder that holds seeds/ or articles/", path)
    found = _workspace_at(_whole(path)) or _workspace_of_article_folder(path)
    if found is None:
        raise WorkspaceError("has no articles; create articles/ in it and put .txt files there", path)
    return found


def _whole(path: Path) -> Path:
    """Return the path from the root; the links in it stay, unless a .. could lead over one of them."""
    return path.resolve() if ".." in path.parts else path.absolute()


def _workspace_at(folder: Path) -> Workspace | None:
    present = [name for name in ARTICLE_FOLDERS if os.path.isdir(folder / name)]  # noqa: PTH112 — Path.is_dir raises
    if not present:
        return None
    filled = next((name for name in present if _article_names(folder / name)), present[0])
    return Workspace(folder, folder / filled)


def _workspace_of_article_folder(path: Path) -> Workspace | None:
    folder = _whole(path)
    if folder.name not in ARTICLE_FOLDERS:
        return None
    return Workspace(folder.parent, folder)


def workspace_of_files(paths: Iterable[Path]) -> Workspace:
    """Return a workspace of these articles only, in this order; raises WorkspaceError where one cannot be opened.

    Files of one workspace keep its annotations; those of loose files lie beside the first of them.
    """
    files = tuple(_whole(path) for path in paths)
    if not files:
        raise WorkspaceError("no article is named; name a .txt or .md file")
    _check_files(files)
    home = _workspace_at(files[0].parent.parent)
    if home and all(file.parent == home.articles for file in files):
        return Workspace(home.root, home.articles, files)
    return Workspace(files[0].parent, files[0].parent, files)


def _check_files(files: tuple[Path, ...]) -> None:
    seen: dict[str, Path] = {}
    for file in files:
        if not file.is_file():
            raise WorkspaceError("no such article; name a .txt or .md file", file)
        if not is_article_name(file.name):
            raise WorkspaceError("is not an article; name a .txt or .md file", file)
        other = seen.setdefault(article_id_of(file.name), file)
        if other != file:
            raise WorkspaceError(f"has the same name as {other}; rename one of the two", file)


def article_ids(workspace: Workspace) -> tuple[str, ...]:
    """Return the ids of the articles, sorted; of articles named one by one, in the order given."""
    if workspace.files:
        return tuple(dict.fromkeys(article_id_of(file.name) for file in workspace.files))
    return tuple(sorted({article_id_of(name) for name in _article_names(workspace.articles)}))


def article_path(workspace: Workspace, article_id: str) -> Path | None:
    """Return the file of an article, or None where there is none."""
    if workspace.files:
        return next((file for file in workspace.files if article_id_of(file.name) == article_id), None)
    likely = (workspace.articles / f"{article_id}{suffix}" for suffix in (".txt", ".md"))
    for path in likely:
        with suppress(OSError):
            if path.is_file():
                return path
    names = sorted(name for name in _article_names(workspace.articles) if article_id_of(name) == article_id)
    return workspace.articles / names[0] if names else None


def article_entries(folder: Path) -> "Iterator[tuple[str, os.DirEntry[str]]]":
    """Yield the id of each article in a folder with its file, as `article_path` would choose it; in one look."""
    chosen: dict[str, os.DirEntry[str]] = {}
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if is_article_name(entry.name) and _is_file(entry):
                article_id = article_id_of(entry.name)
                other = chosen.setdefault(article_id, entry)
                if _preference(entry.name, article_id) < _preference(other.name, article_id):
                    chosen[article_id] = entry
    yield from chosen.items()


def _preference(name: str, article_id: str) -> tuple[bool, bool, str]:
    return name != f"{article_id}.txt", name != f"{article_id}.md", name


def duplicate_ids(workspace: Workspace) -> tuple[tuple[str, str], ...]:
    """Return the pairs of article files that share one id."""
    if workspace.files:
        return ()
    seen: dict[str, str] = {}
    firsts = ((seen.setdefault(article_id_of(name), name), name) for name in sorted(_article_names(workspace.articles)))
    return tuple((first, name) for first, name in firsts if first != name)


def _article_names(folder: Path) -> list[str]:
    with suppress(OSError), os.scandir(folder) as entries:
        return [entry.name for entry in entries if is_article_name(entry.name) and _is_file(entry)]
    return []


def _is_file(entry: "os.DirEntry[str]") -> bool:
    with suppress(OSError):
        return entry.is_file() or entry.is_symlink()
    return False


def packaged_sample() -> Path:
    """Return the folder of the sample that came with the program: never written to."""
    package = Path(__file__).parent.parent.parent
    installed = package / "sample"
    return installed if installed.is_dir() else package.parent


def sample_workspace() -> Workspace:
    """Return the user's copy of the sample, made when first asked for; the packaged one where that fails."""
    copy = data_folder() / "sample"
    with suppress(OSError):
        if not copy.is_dir():
            _copy_sample(packaged_sample(), copy)
        return open_workspace(copy)
    return open_workspace(packaged_sample())


def _copy_sample(source: Path, copy: Path) -> None:
    """Copy to a folder beside it first: a copy that is broken off must not pass for a whole one."""
    import shutil

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
