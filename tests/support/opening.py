"""Open real workspaces in the reader, driven by Pilot."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

import pytest
from shared_styles import share_parsed_styles
from stillness import wait_sparingly
from textual.pilot import Pilot

from tui.analysis.account_view import View
from tui.config import Config
from tui.model import Workspace
from tui.reader.app import DiptychApp
from tui.session.session import Session
from tui.storage.workspace.article_files import article_ids
from tui.storage.workspace.plain_loader import plain_loader
from tui.storage.workspace.reader_state import ReaderState, update_reader_state

wait_sparingly()
share_parsed_styles()


class Reading(Protocol):
    """A function that opens a workspace in the reader."""

    def __call__(
        self,
        workspace: Workspace,
        *,
        size: tuple[int, int] = (120, 40),
        config: Config | None = None,
        view: View = View.ALL,
    ) -> AbstractAsyncContextManager[Pilot[None]]: ...


@asynccontextmanager
async def open_reader(
    workspace: Workspace,
    *,
    size: tuple[int, int] = (120, 40),
    config: Config | None = None,
    view: View = View.ALL,
) -> AsyncIterator[Pilot[None]]:
    """Open all articles of a workspace in the reader, in this view."""
    update_reader_state(workspace)  # not the first start
    session = Session(plain_loader(workspace), "Mira", reader_state=ReaderState(view=view.value))
    session.open(article_ids(workspace))
    config = config or Config()
    app = DiptychApp(session, config, charset="ascii" if config.ascii else "utf-8")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield pilot


@pytest.fixture
def reading() -> Reading:
    return open_reader
