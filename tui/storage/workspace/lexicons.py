"""Read the words that a workspace adds for suggestions: `lexicon.de.toml`."""

import re
from pathlib import Path

from tui.attribution.lexicon import Lexicon, lexicon_codes, load_lexicon
from tui.errors import InputError, RecordError
from tui.model import Problem, Workspace, problem_of
from tui.storage.files.source import SIZE_LIMIT, read_regular_file
from tui.storage.files.utf8 import decode_utf8

_NAME = re.compile(r"lexicon\.([a-z]{2,3})\.toml")


def workspace_lexicon(workspace: Workspace, code: str) -> Lexicon | None:
    """Return a language's lexicon with the words that a workspace adds.

    None if there is neither. Raises InputError with the line of the workspace's file that is wrong.
    """
    file = workspace.annotations / f"lexicon.{code}.toml"
    added = _text(file)
    if added is not None:
        from tui.attribution.lexicon_file import extended_lexicon  # noqa: PLC0415 - few workspaces add words

        return extended_lexicon(code, added, file)
    return load_lexicon(code) if code in lexicon_codes() else None


def lexicon_problems(files: list[Path]) -> list[Problem]:
    """Return what is wrong in the files of words in `annotations/`."""
    problems = (_problem(file) for file in sorted(files))
    return [problem for problem in problems if problem]


def _problem(file: Path) -> Problem | None:
    from tui.attribution.lexicon_file import extended_lexicon  # noqa: PLC0415 - few workspaces add words

    named = _NAME.fullmatch(file.name)
    if named is None:
        return Problem(file, 0, 0, "is not read; put the code of its language into its name: lexicon.de.toml")
    try:
        extended_lexicon(named[1], _text(file) or "", file)
    except InputError as error:
        return problem_of(error, file)
    return None


def _text(file: Path) -> str | None:
    content = read_regular_file(file, SIZE_LIMIT, RecordError, "delete words from it")
    return None if content is None else decode_utf8(content, file, RecordError)
