"""Draw in a browser, and read its input without invalid sequences."""

from __future__ import annotations

import os
import selectors
import sys
from typing import TYPE_CHECKING, cast

from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver
from textual.events import AppFocus

from tui.layout.style_changes import shorten_styles
from tui.reader.runtime.input_driver import POLL_SECONDS, READ_BYTES, TolerantParser

if TYPE_CHECKING:
    from tui.reader.app import DiptychApp

GONE = 129
"""The exit status if the page is closed, as without a terminal."""


class BrowserDriver(WebDriver):
    """Textual's driver for a server, with a parser that no input can end.

    If the page is closed, or the server is gone, drafts are kept and the program ends.
    """

    def start_application_mode(self) -> None:
        """Start with the keys, as the page does.

        Textual begins as if the page had no focus, and a page that has it from the start does not say so.
        """
        super().start_application_mode()
        self._app.call_later(self._app.post_message, AppFocus())

    def write(self, data: str) -> None:
        super().write(shorten_styles(data))

    def run_input_thread(self) -> None:
        stream, parser = ByteStream(), TolerantParser()
        descriptor = sys.__stdin__.fileno() if sys.__stdin__ else 0
        with selectors.DefaultSelector() as selector:
            selector.register(descriptor, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(POLL_SECONDS):
                    data = os.read(descriptor, READ_BYTES)
                    if not data:
                        self._page_closed()
                        return
                    self._pass_on(stream, parser, data)
                for message in parser.tick():
                    self.process_message(message)

    def _pass_on(self, stream: ByteStream, parser: TolerantParser, data: bytes) -> None:
        for kind, payload in stream.feed(data):
            if kind == "D":
                for message in parser.feed(payload):
                    self.process_message(message)
            else:
                self._on_meta(kind, payload)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        if packet_type == "quit":
            self._page_closed()
        else:
            super().on_meta(packet_type, payload)

    def _page_closed(self) -> None:
        app = cast("DiptychApp", self._app)
        app.call_later(app.shut_down, GONE)
