"""The command palette: finds every command by its name."""

from collections.abc import Callable, Coroutine, Iterator
from functools import partial

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode

from tui.reader.commands import COMMANDS, Command, Scope, keys_display
from tui.reader.runtime.answer_once import is_in_front


class Palette(CommandPalette):
    """Textual's command palette, which closes once and runs one command."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        return super().dismiss(result) if is_in_front(self) else AwaitComplete()


class CommandProvider(Provider):
    """Offer the commands that the table marks for the palette."""

    async def discover(self) -> Hits:
        for command, name, run in self._offers():
            yield DiscoveryHit(Content(name), run, text=name, help=command.description)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for command, name, run in self._offers():
            score = matcher.match(f"{name} {command.description}")
            if score:
                yield Hit(score, matcher.highlight(name), run, text=name, help=command.description)

    _has_run = False

    async def _run(self, action: str, target: DOMNode) -> bool:
        if self._has_run:
            return False
        self._has_run = True
        return await self.app.run_action(action, target)

    def _offers(self) -> Iterator[tuple[Command, str, Callable[[], Coroutine[None, None, bool]]]]:
        targets: dict[Scope, DOMNode | None]
        targets = {Scope.PANE: self.focused, Scope.SCREEN: self.screen, Scope.APP: self.app}
        for command in COMMANDS:
            if command.in_palette:
                target = targets[command.scope]
                if target is not None:
                    name = f"{command.label.capitalize()}  ({keys_display(command.keys)})"
                    yield command, name, partial(self._run, command.action, target)
