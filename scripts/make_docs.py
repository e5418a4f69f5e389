"""Write the pages of `docs/` that are generated from the code.

    python scripts/make_docs.py [--check]

With `--check`, write nothing, and exit with 1 if a page is out of date.
"""

import sys
from pathlib import Path

from tui.reader.commands import Command, command_groups, keys_display

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

In the note editor and the forms, `Ctrl+S` saves, and `Esc` closes after asking whether to discard what you typed.

`v` and the mouse select whole words: `v` starts with the word under the cursor, `w` and `b` add and drop words, and the
arrows stop at punctuation too. Scripts without spaces, such as Chinese and Thai, are selected by character. Shift with
the arrows, and a drag with Alt or Ctrl, select by character in every script, from where the selection is. A click
extends the selection after `v`, or with Shift. Many terminals keep Shift and the mouse for their own selection, and
some keep Alt: use `v` and Ctrl there.

`y` copies with a program such as `wl-copy`, `xclip`, `pbcopy` or `clip.exe`, and sends the text to the terminal too.
Without such a program the footer says that it was sent to the terminal, which may not take it: tmux does so after
`set -s set-clipboard on`.
"""


def keys_page() -> str:
    """Return the page of keys in Markdown, with a table for each group."""
    return HEAD + "".join(_group(name, commands) for name, commands in command_groups())


def _group(name: str, commands: tuple[Command, ...]) -> str:
    rows = "".join(f"| `{command.id}` | {_keys(command)} | {command.description} |\n" for command in commands)
    return f"\n## {name}\n\n| id | keys | what it does |\n|---|---|---|\n{rows}"


def _keys(command: Command) -> str:
    return " ".join(f"`{key}`" if key != "|" else "`\\|`" for key in keys_display(command.keys).split(" "))


def main() -> int:
    """Write or compare the pages, and return the exit status."""
    pages = {DOCS / "keys.md": keys_page()}
    stale = [path for path, page in pages.items() if path.read_text(encoding="utf-8") != page]
    for path in stale:
        sys.stdout.write(f"{path.name} is out of date\n")
    if "--check" in sys.argv[1:]:
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
