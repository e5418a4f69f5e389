"""The table of keys as a page of the docs, made from the table of commands."""

from tui.reader.commands import Command, command_groups, keys_display

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
