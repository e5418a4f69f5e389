"""What other programs call the records of files that cannot be read."""

import re
from collections.abc import Iterator
from pathlib import Path

from tui.errors import SaveError
from tui.formats.jsonld.vocabulary import annotation_uri
from tui.model import Collation, Severity, Workspace
from tui.storage.files.atomic import read_if_exists

_NAME = re.compile(r"""^[ -]*(id|source_id):[ \t]+(["']?)(\S.*?)\2[ \t]*\r?$""", re.MULTILINE)


def hidden_sources(workspace: Workspace, collation: Collation) -> frozenset[str]:
    """Return the source ids in files with errors, and the URIs of their ids.

    Without them, an import would bring again what a mistake hides.
    """
    problems = (*collation.problems, *(problem for account in collation.accounts for problem in account.problems))
    files = {problem.file for problem in problems if problem.severity is Severity.ERROR}
    inside = (file for file in files if file.is_relative_to(workspace.annotations))
    return frozenset(name for file in inside for name in _names(file, workspace))


def _names(file: Path, workspace: Workspace) -> Iterator[str]:
    try:
        content = read_if_exists(file) or b""
    except SaveError:
        return
    article = file.stem if file.parent == workspace.annotations else file.parent.name
    for key, _, value in _NAME.findall(content.decode(errors="replace")):
        yield value if key == "source_id" else annotation_uri(article, value)
