"""`diptych serve`: the reader in a browser, for each person."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tui.commands.options import annotator_option, resolve_workspace, workspace_argument, workspace_option
from tui.commands.output import print_lines, print_message
from tui.errors import UsageError
from tui.layout.visible import make_visible
from tui.model.names import compose_name
from tui.serving.guard import Guard, addresses_of, origin_of
from tui.serving.visitors import Visitor
from tui.storage.files.read_only import READ_ONLY_VARIABLE
from tui.storage.files.user_dirs import STATE_VARIABLE, person_state_folder
from tui.storage.workspace.settings import annotator_name, read_config

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.model import Workspace

PORT = 8000
READERS = 8
"""How many pages can be open at once, each with 50 to 75 MB of memory."""


@click.command()
@workspace_argument
@workspace_option
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="The port; 0 is any.")
@click.option("--share", "names", metavar="NAME", multiple=True, help="Make an address for this annotator; repeatable.")
@click.option("--read-only", is_flag=True, help="Let nobody change anything.")
@click.option(
    "--readers", default=READERS, show_default=True, type=click.IntRange(1, 200), help="Pages open at once, at most."
)
@click.option("--address", metavar="URL", default="", help="The address that a proxy with TLS gives to it.")
@annotator_option
def serve(
    path: Path | None,
    folder: Path | None,
    *,
    port: int,
    names: tuple[str, ...],
    read_only: bool,
    readers: int,
    address: str,
    annotator: str,
) -> None:
    """Read in a browser, by an address for each person.

    It is reached from this machine only; what a person marks is signed with their name. It ends with Ctrl+C. The extra
    diptych[serve] is needed.

    \b
    Example:
      diptych serve
      diptych serve my/workspace --share ada --share ben
      diptych serve --read-only --address https://notes.example.org
    """
    workspace = resolve_workspace(folder, path)
    if address and not origin_of(address):
        raise UsageError(f'"{address}" is no address; write it as in --address https://notes.example.org')
    people = _people(names, annotator)
    try:
        from tui.serving.run import listen, serve_until_signal  # noqa: PLC0415 - an extra
        from tui.serving.server import ReaderServer  # noqa: PLC0415 - an extra
    except ModuleNotFoundError as error:
        raise UsageError(f"serve needs {error.name}; run: pip install 'diptych[serve]'") from error
    with listen(port) as listener:
        guard = Guard(people, addresses_of(listener.getsockname()[1], address))
        server = ReaderServer(
            guard,
            title=f"Diptych · {workspace.root.absolute().name}",
            workspace=workspace.root,
            environment_of=lambda person: reader_environment(person, is_shared=bool(names), read_only=read_only),
            max_readers=readers,
            report=lambda text: print_message(make_visible(text, keep_newlines=True)),
        )
        _print_addresses(guard, workspace, read_only=read_only)
        asyncio.run(serve_until_signal(server, listener))


def _people(names: Sequence[str], annotator: str) -> tuple[Visitor, ...]:
    """Return the people to share with, or the user alone."""
    cleaned = tuple(dict.fromkeys(compose_name(name.strip()) for name in names))
    if any(not name for name in cleaned):
        raise UsageError("--share needs a name, such as --share ada")
    if cleaned and annotator:
        raise UsageError("--annotator and --share name the same thing; write --share for each person")
    return tuple(map(Visitor, cleaned or (annotator_name(read_config()[0], annotator),)))


def reader_environment(person: Visitor, *, is_shared: bool, read_only: bool) -> dict[str, str]:
    """Return what makes a reader that of a person.

    Each person has drafts, places and a theme of their own; somebody who reads alone has those of the terminal.
    """
    environment = {"DIPTYCH_ANNOTATOR": person.name}
    if is_shared:
        environment[STATE_VARIABLE] = str(person_state_folder(person.name))
    if read_only:
        environment[READ_ONLY_VARIABLE] = "1"
    return environment


def _print_addresses(guard: Guard, workspace: Workspace, *, read_only: bool) -> None:
    print_message(make_visible(f"{workspace.root} can be {'read' if read_only else 'read and marked'} at"))
    width = max(len(make_visible(person.name)) for person in guard.people)
    print_lines(
        f"{make_visible(person.name):{width}}  {guard.addresses[0]}/?token={person.token}" for person in guard.people
    )
    sys.stdout.flush()
    rights = "reads" if read_only else "reads and marks"
    proxy = "It listens on this machine only: others need a proxy with TLS before it, and --address with its address."
    print_message(f"Whoever has an address {rights} as this person. {proxy}")
    print_message("To hand on a copy that needs no server: diptych export -f html -o copy.html")
    print_message("Ctrl+C ends it.")
