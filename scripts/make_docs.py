"""Write the pages of `docs/` that are generated from the code.

    python scripts/make_docs.py [--check]

With `--check`, write nothing, and exit with 1 if a page is out of date.
"""

import sys
from pathlib import Path
from textwrap import fill

from field_table import field_table

from tui.reader.commands import Command, command, command_groups, keys_display
from tui.session.tutorial import END, STEPS, TutorialStep, text_pieces

DOCS = Path(__file__).resolve().parent.parent / "docs"
HEAD = """# Keys

This page is generated from the program's own table by `python scripts/make_docs.py`.

You can change every key in the config file, by the id in the first column, with the keys as Textual names them. On
Linux the file is `~/.config/diptych/config.yaml`:

```yaml
keys:
  annotation.next: n,]
  mark.note: m
```

[Settings](config.md) says how, and what else the file can hold.

In the note editor and the forms, `Ctrl+S` saves, and `Esc` closes after asking whether to discard what you typed. In
the forms, `Tab` goes to the next field, `↓` and `↑` choose what is offered, and `Enter` takes it.

`S` shows drafts of who says what ([suggestions](suggestions.md)). While it does, the keys of that table go before the
others, so that `Tab` and `Enter` mean the drafts.

`v` and the mouse select whole words: `v` starts with the word under the cursor, `w` and `B` add and drop words, and the
arrows stop at punctuation too. Scripts without spaces, such as Chinese and Thai, are selected by character. Shift with
the arrows, and a drag with Alt or Ctrl, select by character in every script, from where the selection is. A click
extends the selection after `v`, or with Shift. Many terminals keep Shift and the mouse for their own selection, and
some keep Alt: use `v` and Ctrl there.

`y` copies with a program such as `wl-copy`, `xclip`, `pbcopy` or `clip.exe`, and sends the text to the terminal too.
Without such a program the footer says that it was sent to the terminal, which may not take it: tmux does so after
`set -s set-clipboard on`.
"""
TUTORIAL_HEAD = """# Tutorial

This page is generated from the steps of the program by `python scripts/make_docs.py`.

You need no experience with terminals. Open one (on a Mac the program is called Terminal, on Linux often Terminal or
Konsole), type `diptych tutorial` and press the key `Enter`. If the answer is "command not found", Diptych is not
installed yet: see [README](../README.md#install).

You see three short articles about a flood in the library of Alderby. Town, flood and people are made up. The lines in
the middle of the screen tell you what to do, and go on by themselves when you have done it. It takes about ten minutes.
`Esc` leaves the tutorial at any time, `q` quits the program, and `diptych tutorial` goes on at the step where you
stopped. Nothing that you do here changes a file of yours: the articles are copies, in a folder of their own.

Capital letters are typed with Shift: `E` is Shift and `e`. `Ctrl+S` is the key `s` while you hold `Ctrl`.
"""
TUTORIAL_END = """
## Where things are

The articles, the marks and your notes are in the folder `tutorial` among your program data: on Linux
`~/.local/share/diptych/tutorial`, on a Mac `~/Library/Application Support/diptych/tutorial`. `diptych tutorial DIR`
uses a folder DIR instead, which must be new or empty. Delete the folder, and the tutorial begins anew.

What to read next: [keys](keys.md), [commands](commands.md), and how the [comparison](comparison.md) decides what is
disputed.
"""


FIELDS_BEGIN = "<!-- from here: python scripts/make_docs.py -->\n"
FIELDS_END = "<!-- to here -->\n"


def formats_page(page: str) -> str:
    """Return the page of formats with the table of what each keeps."""
    before, _, rest = page.partition(FIELDS_BEGIN)
    _, _, after = rest.partition(FIELDS_END)
    return f"{before}{FIELDS_BEGIN}\n{field_table()}\n{FIELDS_END}{after}"


def tutorial_page() -> str:
    """Return the tutorial in Markdown, with a section for each step."""
    sections = (_section(f"{number}. {step.title}", step) for number, step in enumerate(STEPS, 1))
    return TUTORIAL_HEAD + "".join([*sections, _section(END.title, END), TUTORIAL_END])


def _section(heading: str, step: TutorialStep) -> str:
    pieces = text_pieces(step.text, lambda command_id: keys_display(command(command_id).keys.split(",")[0]))
    text = "".join(f"`{text}`" if is_key else text for text, is_key in pieces)
    return f"\n## {heading}\n\n" + fill(text, 120, break_long_words=False, break_on_hyphens=False) + "\n"


def keys_page() -> str:
    """Return the page of keys in Markdown, with a table for each group."""
    return HEAD + "".join(_group(name, commands) for name, commands in command_groups())


def _group(name: str, commands: tuple[Command, ...]) -> str:
    rows = "".join(f"| `{command.id}` | {_keys(command)} | {command.description} |\n" for command in commands)
    return f"\n## {name}\n\n| id | keys | what it does |\n|---|---|---|\n{rows}"


def _keys(command: Command) -> str:
    if not command.keys:
        return "in the palette"
    return " ".join(f"`{key}`" if key != "|" else "`\\|`" for key in keys_display(command.keys).split(" "))


def main() -> int:
    """Write or compare the pages, and return the exit status."""
    formats = DOCS / "formats.md"
    pages = {
        DOCS / "keys.md": keys_page(),
        DOCS / "tutorial.md": tutorial_page(),
        formats: formats_page(formats.read_text(encoding="utf-8")),
    }
    stale = [path for path, page in pages.items() if not path.exists() or path.read_text(encoding="utf-8") != page]
    for path in stale:
        sys.stdout.write(f"{path.name} is out of date\n")
    if "--check" in sys.argv[1:]:
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
