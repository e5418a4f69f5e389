"""Read the terminal's input without invalid sequences, and draw on it."""

from __future__ import annotations

import os
import selectors
import signal
from codecs import getincrementaldecoder
from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from tui.layout.pinned_columns import pin_columns
from tui.layout.style_changes import shorten_styles
from tui.reader.runtime.base_layout import remember_base_key, split_alternates, with_alternate_keys
from tui.reader.runtime.key_queue import ANSWERS
from tui.terminal.capabilities import complete_stream, drawing_stream, terminal_charset

if TYPE_CHECKING:
    from asyncio import TimerHandle
    from collections.abc import Iterable, Iterator

    from textual.app import App
    from textual.message import Message

READ_BYTES = 4096
POLL_SECONDS = 0.1
"""Seconds between two checks for a lone Escape, and for the end of the program."""
PARSER_ERRORS = (ValueError, OverflowError, IndexError, KeyError, StopIteration, RuntimeError)
"""What Textual's parser raises for a sequence with impossible numbers."""


class PastedText:
    """Drops each Escape in pasted text, as most terminals do.

    Textual's parser would take it for a key, and change the order of the text.
    """

    START, END = "\x1b[200~", "\x1b[201~"

    def __init__(self) -> None:
        self._is_inside = False
        self._recent = ""
        """Outside, the last characters. Inside, the beginning of what may be the end."""

    def without_escapes(self, character: str) -> str:
        """Return what to pass on of the input when a character arrives."""
        self._recent += character
        if not self._is_inside:
            self._recent = self._recent[-len(self.START) :]
            if self._recent == self.START:
                self._is_inside, self._recent = True, ""
            return character
        if self.END.startswith(self._recent):
            if self._recent != self.END:
                return ""
            self._is_inside, passed = False, self.END
        else:
            passed = self._recent.replace("\x1b", "")
        self._recent = "\x1b" if self._is_inside and character == "\x1b" else ""
        return passed


class _LayoutParser(XTermParser):
    """Textual's parser, with the key of an English keyboard where it is told.

    A letter with Alt is a command and no text. An answer behind Escape has Alt: Textual would leave out the Escape, and
    the key behind it would answer. If another Escape follows at once, Textual passes the first on as a key.
    """

    _is_behind_escape = False

    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        is_behind_escape, self._is_behind_escape = self._is_behind_escape, sequence == "\x1b"
        if self._is_behind_escape:
            return
        plain, base = split_alternates(sequence)
        for key in super()._sequence_to_key_events(plain, alt):
            if (alt or is_behind_escape) and key.key in ANSWERS:
                yield events.Key(f"alt+{key.key}", None)
            else:
                if is_behind_escape:
                    yield events.Key("escape", "\x1b")
                pressed = events.Key(key.key, None) if alt else key
                yield remember_base_key(pressed, base) if base else pressed


class TolerantParser:
    """Turns bytes from a terminal into messages, and drops invalid ones."""

    def __init__(self, charset: str = "utf-8") -> None:
        self._decode = getincrementaldecoder(charset)("ignore").decode
        self._parser = _LayoutParser()
        self._pasted = PastedText()

    def feed(self, data: bytes) -> Iterator[Message]:
        """Yield the messages of some bytes, without invalid sequences."""
        for character in self._decode(data):
            for passed in self._pasted.without_escapes(character):
                yield from self._tolerate(passed)

    def tick(self) -> Iterator[Message]:
        """Yield what has waited long enough for more, such as an Escape."""
        yield from self._tolerate(None)

    def _tolerate(self, character: str | None) -> Iterator[Message]:
        parser = self._parser
        try:
            messages = list(parser.tick() if character is None else parser.feed(character))
        except PARSER_ERRORS:
            self._parser = _LayoutParser()
            self._parser.terminal_size, self._parser.terminal_pixel_size = (
                parser.terminal_size,
                parser.terminal_pixel_size,
            )
            self._parser.mouse_pixels = parser.mouse_pixels
            return
        yield from filter(_is_encodable, messages)


def _is_encodable(message: Message) -> bool:
    """Return whether the text of a message can be encoded."""
    if not isinstance(message, events.Key | events.Paste):
        return True
    text = message.character or "" if isinstance(message, events.Key) else message.text
    return not any("\ud800" <= character <= "\udfff" for character in text)


class InputDriver(LinuxDriver):
    """Textual's driver, with a parser that no input can end.

    It draws on stdout's terminal if stderr has none.
    """

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._file = complete_stream(drawing_stream())
        self._late_stop: TimerHandle | None = None
        # Python runs Textual's handlers between any two instructions, also where `write` holds the lock they wait for.
        self._loop.add_signal_handler(signal.SIGTSTP, self._stop)
        self._loop.add_signal_handler(signal.SIGCONT, self._continue)

    def _stop(self) -> None:
        """Give the terminal back and stop, once for several signals."""
        if self._is_reading_keys:
            self._sigtstp_application()
        elif self._must_signal_resume and not self._late_stop:
            self._late_stop = self._loop.call_later(POLL_SECONDS, self._stop_late)

    def _stop_late(self) -> None:
        """Stop after all, as no signal to continue came, and none to end.

        The system drops that signal if one to stop follows at once.
        """
        self._late_stop = None
        if not self._app._exit:  # noqa: SLF001 - Textual has no other word for a program that ends
            os.kill(os.getpid(), signal.SIGSTOP)

    def _continue(self) -> None:
        """Start again, after a stop without notice too, such as SIGSTOP."""
        if self._late_stop:
            self._late_stop.cancel()
            self._late_stop = None
        if not self._is_reading_keys:
            self._sigcont_application()
        elif self._is_in_background():
            os.kill(os.getpid(), signal.SIGSTOP)
        else:
            self.suspend_application_mode()  # else two threads would read the keys
            self._app.post_message(self.SignalResume())
            self._sigcont_application()

    @property
    def _is_reading_keys(self) -> bool:
        return self._key_thread is not None and self._key_thread.is_alive()

    def _is_in_background(self) -> bool:
        """Return whether the terminal is another program's now."""
        try:
            return os.tcgetpgrp(self.fileno) != os.getpgrp()
        except OSError:
            return False

    def run_input_thread(self) -> None:
        parser = TolerantParser(terminal_charset())
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(POLL_SECONDS) and not self._read(parser):
                    return
                for message in parser.tick():
                    self.process_message(message)

    def write(self, data: str) -> None:
        super().write(pin_columns(shorten_styles(with_alternate_keys(data))))

    def _read(self, parser: TolerantParser) -> bool:
        """Process the input, and return False if the terminal is gone."""
        try:
            data = os.read(self.fileno, READ_BYTES)
        except OSError:
            return False
        for message in parser.feed(data):
            self.process_message(message)
        return bool(data)
