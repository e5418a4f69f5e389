"""The reader in a page of a real browser: what it shows, keys, mouse."""

import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pyte
from browser import Browser
from terminal import PATIENCE, Cell

RECORDER = """
window.drawn = ''; window.cells = [80, 24];
window.WebSocket = class extends WebSocket {
    constructor(...words) {
        super(...words);
        window.socket = this;
        const decoder = new TextDecoder();
        this.addEventListener('message', event => {
            if (typeof event.data !== 'string') {
                window.drawn += decoder.decode(event.data, {stream: true});
                window.wake?.();
                window.answered?.(performance.now());
            }
        });
        this.addEventListener('close', () => window.wake?.());
    }
    send(message) {
        const [kind, size] = JSON.parse(message);
        if (kind === 'resize') { window.cells = [size.width, size.height]; }
        super.send(message);
    }
};
window.more = known => new Promise(done => {
    const answer = () => done([drawn.slice(known), drawn.length, ...cells]);
    if (drawn.length > known) { answer(); } else { window.wake = answer; setTimeout(answer, 20000); }
});
// The terminal draws in a frame after two turns of the event loop: it reads what came, then asks for the frame.
window.timed = () => new Promise(done => {
    addEventListener('keydown', ({timeStamp: pressed}) => {
        window.answered = came => {
            window.answered = null;
            const draw = () => requestAnimationFrame(() => done([came - pressed, performance.now() - pressed]));
            setTimeout(() => setTimeout(draw));
        };
    }, {capture: true, once: true});
});
"""
"""Keeps what the terminal of the page is sent, since it is drawn on a canvas."""
CODES = {"Escape": 27, "Enter": 13, "Tab": 9, "PageDown": 34, "]": 221, "[": 219, "?": 191, "=": 187}
TEXTS = {"Enter": "\r", "Tab": "\t", "Escape": "", "PageDown": ""}
CTRL = 2
SIZE = (1200, 800)
"""Of the window, in pixels."""


class Served:
    """A running `diptych serve`, and the addresses that it printed."""

    def __init__(self, root: Path, *words: str) -> None:
        self.process = subprocess.Popen(
            (sys.executable, "-m", "tui", "serve", str(root), "--port", "0", *words),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        lines = [self.process.stdout.readline().split() for _ in range(words.count("--share"))]
        self.addresses = dict(lines)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.terminate()
        self.messages = self.process.communicate(timeout=20)[1]
        assert self.process.returncode == 0

    @property
    def readers(self) -> list[int]:
        """The processes of the open readers."""
        own = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return [int(number) for number in own.read_text(encoding="ascii").split()]


class ReaderPage:
    """A page of somebody whose cookies are their own."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._session, self._context = browser.open_page(), browser.context
        self.resize(*SIZE)
        self.send("Page.addScriptToEvaluateOnNewDocument", source=RECORDER)
        self.send("Emulation.setFocusEmulationEnabled", enabled=True)
        self._start()

    def _start(self) -> None:
        self._known = 0
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.Stream(self._screen)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._browser.session = self._session
        return self._browser.send(method, **parameters)

    def run(self, expression: str) -> Any:
        self._browser.session = self._session
        return self._browser.run(expression)

    def open(self, address: str) -> str:
        """Open an address with a token, and return the first screen."""
        self._browser.session = self._session
        self._browser.visit(address)
        for _ in range(2):  # it goes on to an address without the token
            self._browser.wait_event("Page.loadEventFired")
        self._start()
        return self.wait_for("q quit")

    def reload(self) -> str:
        """Load the page again, and return the first screen."""
        self._browser.events.clear()
        self.send("Page.reload")
        self._browser.wait_event("Page.loadEventFired")
        self._start()
        return self.wait_for("q quit")

    def close(self) -> None:
        self.send("Page.close")

    # What is shown

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    def wait_for(self, words: str, *, absent: bool = False) -> str:
        """Return the screen as soon as it has these words, or has not."""
        until = time.monotonic() + PATIENCE
        while (words in self.text) is absent:
            drawn, known, columns, rows = self.run(f"more({self._known})")
            is_late = known == self._known or time.monotonic() > until  # a cursor that blinks is drawn again and again
            assert not is_late, f"{words!r} never {'went' if absent else 'came'}:\n{self.text}"
            if (columns, rows) != (self._screen.columns, self._screen.lines):
                self._screen.resize(rows, columns)
            self._stream.feed(drawn)
            self._known = known
        return self.text

    def find(self, words: str) -> Cell:
        """Return the first cell of these words."""
        y, line = next((y, line) for y, line in enumerate(self.text.splitlines()) if words in line)
        return Cell(line.index(words), y)

    # What a person does

    def press(self, *keys: str) -> None:
        """Press keys by their names, or `ctrl+s`."""
        for key in keys:
            name, modifiers = (key[5:], CTRL) if key.startswith("ctrl+") else (key, 0)
            code = CODES.get(name) or ord(name.upper())
            text = "" if modifiers else TEXTS.get(name, name)
            typed = {"text": text} if text else {}
            same = {"key": name, "windowsVirtualKeyCode": code, "modifiers": modifiers}
            self.send("Input.dispatchKeyEvent", type="keyDown", **same, **typed)
            self.send("Input.dispatchKeyEvent", type="keyUp", **same)

    def time_key(self, key: str) -> tuple[float, float]:
        """Press a key, and return the milliseconds to the answer and its frame."""
        self.run("void (window.taken = timed())")
        self.press(key)
        answer, frame = self.run("taken")
        return answer, frame

    def type(self, text: str) -> None:
        """Insert a text as a keyboard or an emoji picker does."""
        self.send("Input.insertText", text=text)

    def compose(self, *steps: str) -> None:
        """Type with an input method: show each step, and insert the last."""
        for step in steps:
            self.send("Input.imeSetComposition", text=step, selectionStart=len(step), selectionEnd=len(step))
        self.type(steps[-1])

    def paste(self, text: str) -> None:
        self.run(
            "(text => { const data = new DataTransfer(); data.setData('text/plain', text); "
            "const event = new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}); "
            f"document.activeElement.dispatchEvent(event) }})({text!r})"
        )

    def resize(self, width: int, height: int) -> None:
        """Change the size of the window, in pixels."""
        self.send("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def mouse(self, kind: str, cell: Cell, **more: Any) -> None:
        """Send a mouse event in the middle of a cell."""
        box = "document.querySelector('.xterm-screen').getBoundingClientRect()"
        x, y, width, height = self.run(f"(box => [box.x, box.y, box.width, box.height])({box})")
        place = {
            "x": x + (cell.x + 0.5) * width / self._screen.columns,
            "y": y + (cell.y + 0.5) * height / self._screen.lines,
        }
        self.send("Input.dispatchMouseEvent", type=kind, **place, **more)

    def click(self, cell: Cell) -> None:
        self.mouse("mousePressed", cell, button="left", clickCount=1)
        self.mouse("mouseReleased", cell, button="left", clickCount=1)

    def wheel(self, cell: Cell, turns: int) -> None:
        """Turn the wheel over a cell, down if `turns` is positive."""
        self.mouse("mouseWheel", cell, deltaX=0, deltaY=100 * turns)

    def drag(self, start: Cell, end: Cell) -> None:
        self.mouse("mousePressed", start, button="left", clickCount=1)
        self.mouse("mouseMoved", end, button="left", buttons=1)
        self.mouse("mouseReleased", end, button="left", clickCount=1)

    # What a browser takes away

    def grant(self, *permissions: str) -> None:
        """Let the page use the clipboard."""
        self.send("Browser.grantPermissions", permissions=permissions, browserContextId=self._context)

    def download_to(self, folder: Path) -> None:
        self._browser.events.clear()
        self.send(
            "Browser.setDownloadBehavior",
            behavior="allow",
            downloadPath=str(folder),
            eventsEnabled=True,
            browserContextId=self._context,
        )

    def downloaded(self) -> str:
        """Return the name of the next file, when all of it has come."""
        name = self._browser.wait_event("Browser.downloadWillBegin")["suggestedFilename"]
        while self._browser.wait_event("Browser.downloadProgress")["state"] != "completed":
            pass
        return str(name)
