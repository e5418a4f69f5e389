"""The command palette: every command of the table, found by its name."""

from collections.abc import Callable, Coroutine, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from tui.reader.commands import COMMANDS, Command, Scope, keys_display


class CommandProvider(Provider):
    """Offers what the reading screen can do."""

    async def discover(self) -> Hits:
        """Offer every command before anything is typed."""
        for command, name, run in self._offers():
            yield DiscoveryHit(Content(name), run, text=name, help=command.description)

    async def search(self, query: str) -> Hits:
        """Offer the commands that match what was typed."""
        matcher = self.matcher(query)
        for command, name, run in self._offers():
            score = matcher.match(f"{name} {command.description}")
            if score:
                yield Hit(score, matcher.highlight(name), run, text=name, help=command.description)

    async def _run(self, action: str, target: DOMNode) -> bool:
        return await self.app.run_action(action, target)

    def _offers(self) -> Iterator[tuple[Command, str, Callable[[], Coroutine[None, None, bool]]]]:
        focused = self.focused
        for command in COMMANDS:
            if command.in_palette:
                target = (
                    focused if command.scope is Scope.PANE else self.screen if command.scope is Scope.SCREEN else None
                )
                if target is not None or command.scope is Scope.APP:
                    name = f"{command.label.capitalize()}  ({keys_display(command.keys)})"
                    yield command, name, partial(self._run, command.action, target or self.app)
