"""Begin or lift blind mode in the codebook's text."""

from tui.errors import SaveError
from tui.storage.records.field_edits import apply_edits, edit_fields, newline_of
from tui.storage.records.locate import RecordFile, parse_file
from tui.storage.records.schema import BLIND
from tui.storage.yaml.nodes import Mapping, PlainValue, plain_values


def set_blind(file: RecordFile, blind: bool) -> RecordFile:
    """Return the codebook with blind mode on or off, and no other change.

    Raise SaveError if it does not read back as it must.
    """
    word = "true" if blind else "false"
    edited = parse_file(file.path, file.with_text(_with_word(file, word)))
    if _values(edited) != {**_values(file), BLIND: word}:
        raise SaveError(f"cannot be changed safely; write blind: {word} into it by hand", file.path)
    return edited


def _with_word(file: RecordFile, word: str) -> str:
    text, root = file.document.text, file.document.root
    if root is not None and not isinstance(root, Mapping):
        raise SaveError("is no codebook; write propositions: and the propositions below it", file.path)
    if root is None or (BLIND not in root.raw and not root.flow):
        newline = newline_of(text)
        lead = "" if not text or text.endswith("\n") else newline
        return f"{text}{lead}{BLIND}: {word}{newline}"
    if BLIND not in root.raw:
        return edit_fields(text, root, {BLIND: word}, blocks=False)
    key, value = root.entries[BLIND]
    if value.end > value.start:
        return apply_edits(text, [(value.start, value.end, word)])
    colon = text.index(":", key.end) + 1
    return apply_edits(text, [(colon, colon, f" {word}")])


def _values(file: RecordFile) -> dict[str, PlainValue]:
    root = file.document.root
    return plain_values(root) if isinstance(root, Mapping) else {}
