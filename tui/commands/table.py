"""The commands with the line that `diptych --help` has for each; the module of a command is loaded when it runs."""

COMMANDS = {
    "read": "Read accounts side by side. This is what diptych does without a command's name.",
    "check": "Check every file of a workspace.",
    "compare": "Compare the accounts: a row a proposition, a column an account.",
    "notes": "List records: all of them, or those chosen.",
    "note": "Add a record without the reader.",
    "export": "Export all records, or those chosen, as Markdown.",
}
"""Each command is the function of its name in the module of its name."""
DEFAULT = "read"
"""The command that needs no name."""
