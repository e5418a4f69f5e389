"""A real browser without a window, driven over a pipe."""

import fcntl
import json
import os
import shutil
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    "--remote-debugging-pipe",
)
_CENTRE = """selector => {
    const element = document.querySelector(selector);
    element.scrollIntoView({block: 'center'});
    const box = element.getClientRects()[0];
    return [box.x + box.width / 2, box.y + box.height / 2];
}"""
_READS, _WRITES = 3, 4
"""The file descriptors that the browser takes commands from and answers on."""


class Browser:
    """One page of the browser, by the Chrome DevTools Protocol."""

    def __init__(self, profile: Path) -> None:
        assert CHROMIUM
        commands, self._commands = _pipe()
        self._answers, answers = _pipe()
        self._process = subprocess.Popen(
            [CHROMIUM, *_OPTIONS, f"--user-data-dir={profile}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(_READS, _WRITES),
            preexec_fn=lambda: (os.dup2(commands, _READS), os.dup2(answers, _WRITES)),
        )
        os.close(commands)
        os.close(answers)
        self._buffer = b""
        self._number = 0
        self.session = ""
        """The page that is driven, or "" for the browser itself."""
        self.events: list[dict[str, Any]] = []
        """What the pages reported: requests, and refusals of the policy."""
        page = next(each for each in self.send("Target.getTargets")["targetInfos"] if each["type"] == "page")
        self._attach(page["targetId"])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._commands)  # the browser ends with its pipe
        self._process.wait(30)
        os.close(self._answers)

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command, and return its result."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self._commands, json.dumps(message).encode() + b"\0")
        while (answer := self._receive()).get("id") != self._number:
            self.events.append(answer)
        assert "error" not in answer, answer
        return dict(answer["result"])

    def open_page(self) -> str:
        """Open a page as another person would, drive it, and return its session.

        It shares neither cookies nor a clipboard's permission with the other pages.
        """
        self.session = ""
        self.context = self.send("Target.createBrowserContext")["browserContextId"]
        page = self.send("Target.createTarget", url="about:blank", browserContextId=self.context)
        return self._attach(page["targetId"])

    def _attach(self, target: str) -> str:
        self.session = ""
        self.session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.send(f"{domain}.enable")
        return self.session

    def open(self, path: Path) -> None:
        """Open a file, and return when it is loaded."""
        self.visit(path.as_uri())

    def visit(self, url: str) -> None:
        """Open an address, and return when it is loaded."""
        self.events.clear()
        self.send("Page.navigate", url=url)
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._receive())

    def wait_event(self, method: str) -> dict[str, Any]:
        """Return the parameters of the next event of a kind."""
        while True:
            for event in self.events:
                if event.get("method") == method:
                    self.events.remove(event)
                    return dict(event["params"])
            self.events.append(self._receive())

    def run(self, expression: str) -> Any:
        """Return the value of an expression of JavaScript, or of its promise."""
        answer = self.send("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def point(self, selector: str) -> tuple[float, float]:
        """Move the mouse onto the first element, and return its place."""
        box = self.run(f"({_CENTRE})({json.dumps(selector)})")
        self.send("Input.dispatchMouseEvent", type="mouseMoved", x=box[0], y=box[1])
        return box[0], box[1]

    def click(self, selector: str) -> None:
        """Click on the first element that a selector finds."""
        x, y = self.point(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.send("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def press(self, key: str) -> None:
        """Press a key that has a name, such as `Escape`."""
        codes = {"Escape": 27, "Enter": 13, "Tab": 9}
        text = {"text": "\r"} if key == "Enter" else {}
        self.send("Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=codes[key], **text)
        self.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=codes[key])

    def _receive(self) -> dict[str, Any]:
        while b"\0" not in self._buffer:
            part = os.read(self._answers, 1 << 16)
            assert part, "the browser has ended"
            self._buffer += part
        message, _, self._buffer = self._buffer.partition(b"\0")
        return dict(json.loads(message))


def _pipe() -> tuple[int, int]:
    """Return both ends of a pipe, with numbers that the browser does not use."""
    ends = os.pipe()
    high = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends)
    for end in ends:
        os.close(end)
    return high[0], high[1]
