"""`diptych serve` in a real browser: reading, marking, copying, leaving."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pyte
import pytest
from browser import CHROMIUM, Browser

from tui.model import Workspace

pytest.importorskip("textual_serve", reason="needs textual-serve")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")]

RECORDER = """
window.drawn = ''; window.sockets = [];
window.WebSocket = class extends WebSocket {
    constructor(...words) {
        super(...words);
        sockets.push(this);
        this.addEventListener('message', event => {
            if (typeof event.data !== 'string') {
                drawn += new TextDecoder().decode(event.data);
                window.last = performance.now();
                window.wake?.();
            }
        });
        this.addEventListener('close', () => window.wake?.());
    }
};
window.more = known => new Promise(done => {
    if (drawn.length > known) { done(); } else { window.wake = done; setTimeout(done, 15000); }
});
"""
"""Keeps what the terminal of the page is sent, which is drawn on a canvas."""
CODES = {"Escape": 27, "Enter": 13, "Tab": 9, "PageDown": 34, "]": 221, "[": 219, "?": 191}
WIDTH, HEIGHT = 1200, 800


class Server(NamedTuple):
    """A running `diptych serve` and the addresses that it printed."""

    process: subprocess.Popen[str]
    addresses: dict[str, str]


def start_server(root: Path, *words: str) -> Server:
    command = (sys.executable, "-m", "tui", "serve", str(root), "--port", "0", *words)
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout
    lines = (process.stdout.readline().split() for _ in range(max(1, words.count("--share"))))
    return Server(process, dict(lines))


def stop(server: Server) -> None:
    server.process.terminate()
    server.process.communicate(timeout=20)
    assert server.process.returncode == 0


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[Browser]:
    with Browser(tmp_path / "profile") as opened:
        resize(opened, WIDTH)
        opened.send("Page.addScriptToEvaluateOnNewDocument", source=RECORDER)
        yield opened


def resize(browser: Browser, width: int) -> None:
    browser.send("Emulation.setDeviceMetricsOverride", width=width, height=HEIGHT, deviceScaleFactor=1, mobile=False)


def open_reader(browser: Browser, address: str) -> None:
    browser.visit(address)
    browser.wait_event("Page.loadEventFired")
    wait_for(browser, "q quit")


def screen(browser: Browser) -> str:
    """Return what the terminal of the page shows."""
    terminal = pyte.Screen(200, 60)
    pyte.Stream(terminal).feed(browser.run("drawn"))
    return "\n".join(terminal.display)


def wait_for(browser: Browser, words: str) -> str:
    """Return the screen as soon as it has these words."""
    while words not in (shown := screen(browser)):
        known = browser.run("drawn.length")
        browser.run(f"more({known})")
        assert browser.run("drawn.length") > known, f"{words!r} never came:\n{shown}"
    return shown


def press(browser: Browser, key: str, modifiers: int = 0) -> None:
    code = CODES.get(key) or ord(key.upper())
    text = {} if modifiers or key in {"Escape", "PageDown"} else {"text": {"Enter": "\r", "Tab": "\t"}.get(key, key)}
    browser.send(
        "Input.dispatchKeyEvent", type="keyDown", key=key, windowsVirtualKeyCode=code, modifiers=modifiers, **text
    )
    browser.send("Input.dispatchKeyEvent", type="keyUp", key=key, windowsVirtualKeyCode=code, modifiers=modifiers)


CTRL = 2


def test_who_may_only_read_cannot_mark(ferry: Workspace, browser: Browser) -> None:
    folder = ferry.root.with_name("a; touch 'x' $(touch y) `touch z` & b")
    ferry.root.rename(folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    server = start_server(folder, "--share", "ada", "--read-only")
    try:
        open_reader(browser, server.addresses["ada"])
        press(browser, "n")
        wait_for(browser, "Ctrl+S")
        browser.send("Input.insertText", text="mine")
        wait_for(browser, "mine")
        press(browser, "s", CTRL)
        wait_for(browser, "can only be read here")
    finally:
        stop(server)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert not {"x", "y", "z"} & {path.name for path in (*Path.cwd().iterdir(), *folder.parent.iterdir())}
