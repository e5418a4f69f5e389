"""Run every command on a hostile workspace, in a terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pyte
from payloads import Family
from terminal import Terminal
from tour import NoScreen
from verdict import PLAIN, faults

SECONDS = 120.0


def commands(root: Path, family: Family) -> tuple[tuple[str, ...], ...]:
    """Return the arguments of every command, with errors that repeat them."""
    workspace = ("-w", str(root))
    text = family.short
    return (
        ("check", *workspace, "--anchors"),
        ("check", *workspace, "--json"),
        ("notes", *workspace),
        ("notes", *workspace, "--json"),
        ("notes", *workspace, "--speaker", text, "--tag", text, "--text", text, "--annotator", text),
        ("compare", *workspace),
        ("compare", *workspace, "--json"),
        ("compare", *workspace, "--markdown"),
        ("read", *workspace, "--plain"),
        ("read", *workspace, "--plain", "--ascii", "--width", "20"),
        ("export", *workspace),
        ("export", *workspace, "--group-by", "speaker", "--title", text, "-o", "-"),
        ("export", *workspace, "-o", f"{text}.md"),
        ("export", *workspace, "-o", f"{text}.md"),
        ("export", *workspace, "-o", f"nowhere/{text}.md"),
        ("note", f"one {text}", *workspace, "--quote", text, "--body", text, "--annotator", text),
        ("note", f"one {text}", *workspace, "--body", text, "--annotator", text),
        ("note", text, *workspace, "--body", text),
        ("notes", *workspace, "--kind", text),
        ("notes", *workspace, "--about", text),
        ("compare", *workspace, "--status", text),
        ("read", *workspace, "--plain", text),
        ("check", text),
        ("read", text),
        (text,),
        (f"--{text}",),
        ("check", f"-{text}"),
        ("read", "--width", text),
    )


def run(arguments: tuple[str, ...], folder: Path) -> Iterator[str]:
    """Run a command and yield the faults of its output."""
    environment = {name: str(folder) for name in ("HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")}
    with Terminal(arguments, folder, environment=environment) as terminal:
        terminal.stream = cast("pyte.ByteStream", NoScreen())  # only the stream matters
        status = terminal.wait_end(SECONDS)
        stream = terminal.received.decode("utf-8", "surrogateescape")
    command = " ".join(arguments)[:60]
    if status not in (0, 1, 2) or "Traceback" in stream:
        yield f"{command!r} ended with {status}"
    for fault in faults(stream, PLAIN):
        yield f"{command!r}: {fault}"
