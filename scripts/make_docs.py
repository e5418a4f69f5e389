"""Write the pages of `docs/` that the code knows.

    python scripts/make_docs.py [--check]

With `--check` nothing is written; the exit status is 1 if a page is not what it would be.
"""

import sys
from pathlib import Path

from tui.reader.commands import Command, command_groups, keys_display

DOCS = Path(__file__).resolve().parent.parent / "docs"
HEAD = """# Keys

This page is made from the program's own table: `python scripts/make_docs.py`.

Every key can be changed. The id in the first column goes into the config file, with the keys as Textual names them.
On Linux the file is `~/.config/diptych/config.yaml`:

```yaml
keys:
  annotation.next: n,]
  mark.note: m
```

In the note editor and the forms, `Ctrl+S` saves and `Esc` leaves, asking first where something was typed.
"""


def keys_page() -> str:
    """Return the page in Markdown, a table for each group."""
    return HEAD + "".join(_group(name, commands) for name, commands in command_groups())


def _group(name: str, commands: tuple[Command, ...]) -> str:
    rows = "".join(f"| `{each.id}` | {_keys(each)} | {each.description} |\n" for each in commands)
    return f"\n## {name}\n\n| id | keys | what it does |\n|---|---|---|\n{rows}"


def _keys(command: Command) -> str:
    return " ".join(f"`{key}`" if key != "|" else "`\\|`" for key in keys_display(command.keys).split(" "))


def main() -> int:
    """Write the pages, or compare them, and return the exit status."""
    pages = {DOCS / "keys.md": keys_page()}
    stale = [path for path, page in pages.items() if path.read_text(encoding="utf-8") != page]
    for path in stale:
        sys.stdout.write(f"{path.name} is not what the code says\n")
    if "--check" in sys.argv[1:]:
        return 1 if stale else 0
    for path in stale:
        path.write_text(pages[path], encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
