"""Write the man pages in `docs/man` from the commands.

    python scripts/make_man_pages.py [--check]

With `--check`, write nothing, and exit with 1 if a page is out of date. The wheel installs them as `share/man/man1`.
They are kept in the repository, since making them during a build would install every dependency twice.
"""

import sys
from collections.abc import Iterator
from inspect import cleandoc
from pathlib import Path

import click

from tui import __version__
from tui.cli import diptych
from tui.commands.table import COMMANDS

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "man"
KEPT_LINES = "\b"
"""What begins a paragraph of help whose lines click leaves as they are."""
SIGNS = {
    "\\": r"\e",
    "-": r"\-",
    "'": r"\(aq",
    "`": r"\(ga",
    "^": r"\(ha",
    "~": r"\(ti",
}
"""Characters that troff would replace."""


def pages() -> dict[str, str]:
    """Return the text of each page by its file name."""
    context = click.Context(diptych, info_name="diptych", **diptych.context_settings)
    made = {"diptych.1": _page(diptych, context)}
    for name in COMMANDS:
        command = diptych.get_command(context, name)
        if command:
            made[f"diptych-{name}.1"] = _page(command, click.Context(command, context, name))
    return made


def _page(command: click.Command, context: click.Context) -> str:
    first, *paragraphs = cleandoc(command.help or "").split("\n\n")
    examples = [text for text in paragraphs if text.startswith(KEPT_LINES)]
    return "\n".join(
        [
            f'.TH {escape(_page_name(context).upper())} 1 "" "Diptych {__version__}" "Diptych"',
            ".SH NAME",
            rf"{escape(_page_name(context))} \- {escape(first.rstrip('.'))}",
            ".SH SYNOPSIS",
            f".B {escape(context.command_path)}",
            escape(_usage(command, context)),
            ".SH DESCRIPTION",
            *_paragraphs([first, *(text for text in paragraphs if text not in examples)]),
            *_commands(command),
            ".SH OPTIONS",
            *_options(command, context),
            *(line for text in examples for line in _example(text)),
            ".SH SEE ALSO",
            *_other_pages(context),
            "",
        ]
    )


def _page_name(context: click.Context) -> str:
    return context.command_path.replace(" ", "-")


def _usage(command: click.Command, context: click.Context) -> str:
    return "[COMMAND] [OPTIONS] [PATH]..." if command is diptych else " ".join(command.collect_usage_pieces(context))


def _paragraphs(paragraphs: list[str]) -> Iterator[str]:
    for number, text in enumerate(paragraphs):
        yield from [".PP"] if number else []
        yield escape(" ".join(text.split()))


def _commands(command: click.Command) -> Iterator[str]:
    if command is not diptych:
        return
    yield ".SH COMMANDS"
    for name, line in COMMANDS.items():
        yield from (".TP", rf"\fB{escape(name)}\fR", escape(line))


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and record[1]:
            names, _, value = record[0].partition("  ")
            yield from (".TP", _bold_names(names, value), escape(" ".join(record[1].split())))


def _bold_names(names: str, value: str) -> str:
    """Return `-w, --workspace DIR` with bold names and the value in italics."""
    shown = []
    for part in names.split(", "):
        name, _, metavar = part.partition(" ")
        shown.append(rf"\fB{escape(name)}\fR" + (rf" \fI{escape(metavar)}\fR" if metavar else ""))
    return ", ".join(shown) + escape(value)


def _example(text: str) -> Iterator[str]:
    _, heading, *lines = text.split("\n")
    yield f".SH {escape(heading.rstrip(':').upper())}"
    yield ".nf"
    yield from (escape(line.strip()) for line in lines)
    yield ".fi"


def _other_pages(context: click.Context) -> Iterator[str]:
    names = ["diptych", *(f"diptych-{name}" for name in COMMANDS)]
    others = [name for name in names if name != _page_name(context)]
    for name in others:
        yield rf".BR {escape(name)} (1){'' if name == others[-1] else ','}"


def escape(text: str) -> str:
    r"""Return text escaped for troff: `'` as `\(aq`, `…` as `\[u2026]`."""
    escaped = "".join(SIGNS.get(sign, sign if sign.isascii() else rf"\[u{ord(sign):04X}]") for sign in text)
    return rf"\&{escaped}" if escaped.startswith(".") else escaped


def main() -> int:
    """Write or compare the pages, and return the exit status."""
    made = pages()
    present = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.1")}
    stale = sorted(name for name in {*made, *present} if made.get(name) != present.get(name))
    for name in stale:
        sys.stdout.write(f"{name} is out of date\n")
    if "--check" in sys.argv[1:]:
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for name in stale:
        if name in made:
            (FOLDER / name).write_text(made[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
