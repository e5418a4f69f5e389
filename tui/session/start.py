"""What the reader starts with."""

from collections.abc import Sequence
from typing import NamedTuple

from tui.config import Config
from tui.model import Workspace
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.open_set import last_open
from tui.storage.workspace.settings import annotator_name, read_config

FIRST_OPENED = 6
"""Articles of a workspace that are opened at first; the reader opens others when asked."""


class Start(NamedTuple):
    """A workspace, what is opened in it, and for whom."""

    workspace: Workspace
    articles: tuple[str, ...]
    config: Config
    annotator: str


def start_with(workspace: Workspace, ids: Sequence[str], annotator: str = "", *, ascii_only: bool = False) -> Start:
    """Return the start with these articles, else with those that were open last, else with the first ones."""
    config, _ = read_config()
    if ascii_only:
        config = config._replace(ascii=True)
    articles = ids or last_open(workspace) or article_ids(workspace)[:FIRST_OPENED]
    return Start(workspace, tuple(articles), config, annotator_name(config, annotator))
