"""Choose what the reader opens, and for whom."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from tui.config import Config
from tui.model import Problem, Workspace
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.reader_state import ReaderState, read_reader_state
from tui.storage.workspace.settings import annotator_name, read_config

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.session.tutorial import Tutorial

DEFAULT_ARTICLES = 6
"""Articles of a workspace that are opened the first time."""


class Start(NamedTuple):
    """What the reader starts with."""

    workspace: Workspace
    articles: tuple[str, ...]
    """Ids, in the order of the panes."""
    config: Config
    annotator: str
    problems: tuple[Problem, ...] = ()
    """What is wrong in the settings."""
    state: ReaderState = ReaderState()
    """How the workspace was read last."""
    tutorial: Tutorial | None = None
    """The steps to go through, if the user asked for them."""


def start_with(workspace: Workspace, ids: Sequence[str], annotator: str = "", *, ascii_only: bool = False) -> Start:
    """Return a start with these articles, the last open, or the first ones."""
    config, problems = read_config()
    if ascii_only:
        config = config._replace(ascii=True)
    state = read_reader_state(workspace)
    name = annotator_name(config, annotator)
    articles = ids or state.articles or article_ids(workspace)[:DEFAULT_ARTICLES]
    return Start(replace(workspace, annotator=name), tuple(articles), config, name, problems, state)
