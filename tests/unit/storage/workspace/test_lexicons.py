"""The words that a workspace adds for suggestions."""

from pathlib import Path

import pytest

from tui.attribution.lexicon import load_lexicon
from tui.errors import InputError
from tui.model import Workspace
from tui.storage.workspace.lexicons import lexicon_problems, workspace_lexicon

ADDED = '[verbs]\nsay = "frotzeln"\n\n[forms]\nfrotzeln = "frotzelt, frotzelte | gefrotzelt"\n'


def add(workspace: Workspace, name: str, text: str) -> Path:
    file = workspace.annotations / name
    file.write_text(text, encoding="utf-8")
    return file


def test_a_workspace_adds_words_to_a_language(ferry: Workspace) -> None:
    add(ferry, "lexicon.de.toml", ADDED)
    lexicon = workspace_lexicon(ferry, "de")
    assert lexicon is not None
    assert lexicon.patterns["frotzelte"][0].verb == "frotzeln"
    assert workspace_lexicon(ferry, "en") is load_lexicon("en")
    assert workspace_lexicon(ferry, "xx") is None


def test_what_is_wrong_has_its_line(ferry: Workspace) -> None:
    file = add(ferry, "lexicon.de.toml", ADDED.replace("[forms]", "[form]"))
    with pytest.raises(InputError, match=r'lexicon\.de\.toml:4: there is no table "form"'):
        workspace_lexicon(ferry, "de")
    (problem,) = lexicon_problems([file])
    assert (problem.file, problem.line) == (file, 4)


def test_files_that_are_not_read(ferry: Workspace) -> None:
    files = [add(ferry, "lexicon.toml", ADDED), add(ferry, "lexicon.de.toml", ADDED)]
    (problem,) = lexicon_problems(files)
    assert problem.file.name == "lexicon.toml"
    assert "lexicon.de.toml" in problem.message
    files[1].write_bytes(b"\xff")
    assert "is not UTF-8" in lexicon_problems(files[1:])[0].message
