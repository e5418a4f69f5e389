"""The commands with their lines in `diptych --help`."""

COMMANDS = {
    "read": "Read accounts side by side, the default command.",
    "init": "Begin a workspace in a folder, over nothing that is there.",
    "tutorial": "Learn the reader on a made-up story, in eight steps.",
    "add": "Add documents as articles: pages, PDF, DOCX, EPUB, mail, feeds, text.",
    "check": "Check every file of a workspace.",
    "compare": "Compare the accounts: a row per proposition, a column per account.",
    "agreement": "Compare annotators: how far they agree, and where they do not.",
    "settle": "Settle what annotators disagree about, at one place.",
    "notes": "List records: all of them, or those that match.",
    "note": "Add a record without the reader.",
    "suggest": "Draft who says what in articles, by rules.",
    "propositions": "List the codebook's propositions, with who uses them.",
    "rename": "Rename or merge a name, in the codebook and in every record.",
    "export": "Export all records, or those that match.",
    "import": "Import annotations that other programs have exported.",
    "serve": "Read in a browser, by an address for each person.",
    "log": "Show who changed a record, or an article's records, and when.",
    "completion": "Print the script by which bash, zsh or fish completes diptych.",
}
"""A command is a function in the module of the same name, which is imported when the command runs."""
HIDDEN = frozenset({"merge-driver"})
"""The commands that other programs run, and no help lists."""
FUNCTIONS = {"import": "import_records", "merge-driver": "merge_driver"}
"""The function and module of a command whose name is no name of Python."""
DEFAULT = "read"
COMPLETION_VARIABLE = "_DIPTYCH_COMPLETE"
"""The environment variable by which a shell asks what completes a command."""
