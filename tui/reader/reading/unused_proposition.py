"""Offer to delete a proposition that a change has left unused."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tui.errors import DiptychError
from tui.formats.phrasing import shorten
from tui.reader.commands import command_keys
from tui.reader.reading.feature import Feature
from tui.session.unused_proposition import is_unused, remove_unused

if TYPE_CHECKING:
    from tui.reader.reading.screen import ReadingScreen

_LONGEST = 40
"""Code points shown of a proposition, beside what was done."""


class UnusedProposition(Feature):
    """Remembers the proposition that the last change has left unused."""

    name = "unused_proposition"

    def __init__(self, screen: ReadingScreen) -> None:
        super().__init__(screen)
        self._slug = ""

    async def offer(self, slug: str, done: str) -> None:
        """Name the key that deletes a proposition if nothing is about it now."""
        self._slug = ""
        if not slug or not await asyncio.to_thread(is_unused, self.session, slug):
            return
        self._slug = slug
        text = shorten(self.session.codebook.proposition_text(slug), _LONGEST)
        key = command_keys("proposition.delete", self.screen.config.keys)
        self.screen.show_message(f"{done} u undoes it. Nothing else is about “{text}”: {key} deletes it too.")

    def delete(self) -> None:
        """Delete the proposition, as one step with the change that left it unused."""
        if not self._slug:
            self.screen.show_message("No proposition was left unused; b lists all.")
            return
        slug, self._slug = self._slug, ""
        try:
            remove_unused(self.session, slug)
        except DiptychError as error:
            self.screen.report(str(error))
        else:
            self.screen.show_session()
            self.screen.show_message("Deleted the proposition too. u undoes both.")
