"""`diptych serve` in a real browser: reading, marking, copying, leaving."""

import json
import os
import shlex
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

import pytest
from browser import CHROMIUM, Browser
from command_line import run
from reader_page import ReaderPage, Served
from terminal import PATIENCE, Cell, Terminal

from tui.model import Workspace
from tui.terminal.clipboard import PROGRAMS

pytest.importorskip("textual_serve", reason="needs textual-serve")
pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")]

TYPED = "Größe é 東京 😀🚀 🇹🇷 𝒜\nand a second line"
HALVES = [["stdin", "\ud83d"], ["stdin", "\ude80"], ["stdin", "\ud83d"]]
"""An emoji in two halves, and half of another."""
CLIPBOARD = "Clipboard.prototype.readText.call(navigator.clipboard)"
"""What the visitor would paste; the page itself is not given it."""
KEYS = "jlkhwB]][g" * 20
"""As a reader presses them: by cell, word and annotation, each shown."""
QUIET = 0.03
"""Seconds without a byte after which the terminal shows all of a key."""


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with Browser(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file in which programs of a desktop write that they ran."""
    ran, programs = tmp_path / "ran", tmp_path / "programs"
    programs.mkdir()
    for name in (*(program[0] for program in PROGRAMS), "xdg-open", "open", "x-www-browser"):
        (programs / name).write_text(f"#!/bin/sh\necho {name} >> {shlex.quote(str(ran))}\n", "utf-8")
        (programs / name).chmod(0o700)
    monkeypatch.setenv("PATH", str(programs), prepend=":")
    monkeypatch.setenv("DISPLAY", ":0")
    return ran


@pytest.fixture
def served(ferry: Workspace) -> Iterator[Served]:
    with Served(ferry.root, "--share", "ada", "--share", "ben") as started:
        yield started


def own_files(workspace: Workspace, name: str) -> str:
    """Return all that somebody has saved."""
    paths = sorted((workspace.root / "annotations").glob(f"*/{name}.*.yaml"))
    return "".join(path.read_text("utf-8") for path in paths)


def files_of(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_visitor_reads_and_marks_by_mouse(served: Served, browser: Browser, ferry: Workspace) -> None:
    page, address = ReaderPage(browser), served.addresses["ada"]
    browser.events.clear()
    page.open(address)
    assert page.run("location.href") == f"{address.partition('/?')[0]}/"
    assert page.run("document.title") == f"Diptych · {ferry.root.name} · ada"
    requests = (event["params"] for event in browser.events if event.get("method") == "Network.requestWillBeSent")
    hosts = {request["request"]["url"].split("/")[2] for request in requests if request["documentURL"] != "about:blank"}
    assert hosts == {address.split("/")[2]}
    assert page.run("document.fonts.check(\"16px 'Roboto Mono'\")")
    assert not [event for event in browser.events if event.get("method") == "Runtime.exceptionThrown"]
    # A click on a record.
    page.click(page.find("The radar worked"))
    page.wait_for("Ada Holm denies (denied)")
    # A drag selects, and the selection is marked.
    start = page.find("Repairs will take")
    page.drag(start, Cell(start.x + len("Repairs will take three weeks") - 1, start.y))
    page.wait_for("Esc clear")
    page.press("c")
    page.wait_for("“Repairs will take three weeks”")
    page.type("The company")
    page.press("ctrl+s")
    page.wait_for("The company claims")
    assert "quote: Repairs will take three weeks" in own_files(ferry, "ada")
    # The columns follow the window, and the wheel scrolls.
    page.resize(620, 280)
    page.wait_for("‹B›")
    page.wait_for("failed. Repairs")
    page.wheel(Cell(20, 4), -9)
    page.wait_for("failed. Repairs", absent=True)
    page.wheel(Cell(20, 4), 9)
    page.wait_for("failed. Repairs")
    page.resize(1200, 800)
    page.wait_for("The South")


def test_what_is_typed_is_saved_and_taken_away(
    desktop: Path, served: Served, browser: Browser, ferry: Workspace, tmp_path: Path
) -> None:
    page = ReaderPage(browser)
    page.open(served.addresses["ada"])
    page.press("]")
    page.wait_for("The company (no comment)")
    page.press("n")
    page.wait_for("Ctrl+S")
    page.type("Größe é ")
    page.compose("と", "とう", "東京")
    page.wait_for("東京")
    page.type(" 😀")
    page.run(f"{json.dumps(HALVES)}.forEach(half => socket.send(JSON.stringify(half)))")
    page.paste(" 🇹🇷 𝒜\nand a second line")
    page.wait_for("and a second line")
    page.press("ctrl+s")
    page.wait_for("✎ you")
    # The clipboard of the browser, and a download.
    page.grant("clipboardReadWrite", "clipboardSanitizedWrite")
    page.press("y")
    page.wait_for("Copied with its source")
    assert "“did not confirm or deny that the radar had failed”" in page.run(CLIPBOARD)
    page.press("E")
    page.wait_for("Group by")
    page.press("ctrl+y")
    page.wait_for("lines.")
    assert "Größe é 東京 😀🚀 🇹🇷 𝒜" in page.run(CLIPBOARD)
    here = set(Path.cwd().iterdir())
    page.download_to(tmp_path)
    page.press("E")
    page.wait_for("Group by")
    page.press("Enter")
    page.wait_for("Downloaded")
    name = page.downloaded()
    # What is left to the server's desktop and shell: nothing.
    page.press("ctrl+p")
    page.wait_for("what to do")
    page.type("shell")
    page.wait_for("No command like that")
    assert set(Path.cwd().iterdir()) == here
    assert not desktop.exists()
    exported = run("export", "-f", "markdown", str(ferry.root))
    assert (tmp_path / name).read_bytes() == exported.stdout_bytes
    assert "".join(f"  {line}\n" for line in TYPED.splitlines()) in own_files(ferry, "ada")


def test_a_draft_survives_a_closed_page_and_a_reload(served: Served, browser: Browser, ferry: Workspace) -> None:
    page = ReaderPage(browser)
    page.open(served.addresses["ada"])
    page.press("n")
    page.wait_for("Ctrl+S")
    page.type("half a thought")
    page.wait_for("half a thought")
    page.close()
    page = ReaderPage(browser)
    page.open(served.addresses["ada"])
    page.wait_for("Typed and not saved: “half a thought”")
    page.press("Enter")
    page.wait_for("Ctrl+S")
    page.type(", and more")
    page.wait_for("half a thought, and more")
    page.reload()
    page.wait_for("Typed and not saved: “half a thought, and more”")
    page.press("Enter")
    page.wait_for("Ctrl+S")
    page.press("ctrl+s")
    page.wait_for("on the whole article")
    assert "body: half a thought, and more" in own_files(ferry, "ada")
    assert len(served.readers) == 1


def test_two_people_at_once(served: Served, browser: Browser, ferry: Workspace) -> None:
    ada, ben = ReaderPage(browser), ReaderPage(browser)
    ada.open(served.addresses["ada"])
    ben.open(served.addresses["ben"])
    for page, name in ((ada, "Ada's"), (ben, "Ben's")):
        page.press("]", "n")
        page.wait_for("Ctrl+S")
        page.type(f"{name} note")
    for page in (ada, ben):
        page.press("ctrl+s")
    ada.wait_for("✎ ben")
    ben.wait_for("✎ ada")
    for name in ("ada", "ben"):
        assert f"{name.title()}'s note" in own_files(ferry, name)


@pytest.mark.long
def test_a_key_is_shown_soon_by_a_small_reader(browser: Browser, sample: Workspace) -> None:
    """Print the figures of docs/serve.md, with `-s`."""
    frames, answers, bare = [], [], []
    environment = {"DIPTYCH_ANNOTATOR": "ada"}
    with (
        Served(sample.root, "--share", "ada") as served,
        Terminal([str(sample.root)], sample.root, size=(133, 38), environment=environment) as terminal,
    ):
        terminal.wait_for("q quit")
        page = ReaderPage(browser)
        page.open(served.addresses["ada"])
        for key in KEYS:
            while terminal.read(QUIET):
                pass
            bare.append(seconds_to_answer(terminal, key) * 1000)
            answer, frame = page.time_key(key)
            answers.append(answer)
            frames.append(frame)
        memory, proportional = memory_of(served.readers[0])
    lines = [
        f"{what}: median {median(times):.1f} ms, fastest tenth {quantiles(times, n=10)[0]:.1f} ms"
        for what, times in (("key to frame", frames), ("key to answer", answers), ("key in a terminal", bare))
    ]
    lines += [f"{len(frames)} keys, load {os.getloadavg()[0]:.1f}"]
    lines += [f"a reader after them: {memory:.0f} MiB RSS, {proportional:.0f} MiB PSS"]
    sys.stdout.write("".join(f"\n{line}" for line in lines))
    assert min(frames) > 0
    assert median(answers) < 3 * median(bare)
    assert memory <= 60


def seconds_to_answer(terminal: Terminal, key: str) -> float:
    started = time.perf_counter()
    terminal.press(key)
    assert terminal.read(PATIENCE)
    return time.perf_counter() - started


def memory_of(process: int) -> tuple[float, float]:
    """Return the resident and the proportional memory, in MiB."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()[1:]
    sizes = {name: int(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines)}
    return sizes["Rss"], sizes["Pss"]


def test_who_may_only_read_cannot_mark(ferry: Workspace, browser: Browser) -> None:
    folder = ferry.root.with_name("a; touch 'x' $(touch y) `touch z` & b")
    ferry.root.rename(folder)
    before = files_of(folder)
    with Served(folder, "--share", "ada", "--read-only") as served:
        page = ReaderPage(browser)
        page.open(served.addresses["ada"])
        page.wait_for("read only")
        page.press("n", "c", "]")
        page.wait_for("The company (no comment)")
        assert "note on it" not in page.text
        page.press("x", "e", "Enter")
        page.wait_for("Esc close")
        assert "x delete" not in page.text
    assert files_of(folder) == before
    assert not {"x", "y", "z"} & {path.name for path in (*Path.cwd().iterdir(), *folder.parent.iterdir())}
