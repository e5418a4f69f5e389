"""Change what a list file says of its article, and no other byte."""

from collections.abc import Mapping as AnyMapping
from dataclasses import dataclass

from tui.errors import ConflictError, SaveError
from tui.model import Byline
from tui.storage.records.field_edits import edit_fields, line_start, newline_of, yaml_field
from tui.storage.records.locate import RecordFile, parse_file
from tui.storage.records.schema import RECORDS_KEY, RETRIEVED
from tui.storage.records.text_change import TextChange
from tui.storage.yaml.nodes import Mapping, PlainValue, Scalar, plain_value, plain_values

ORDER = ("article", *Byline.__slots__, RETRIEVED, RECORDS_KEY)
"""The keys of a list file, in the order of a new one."""


@dataclass(frozen=True, slots=True)
class SavedByline:
    """What reverts the change of a byline."""

    change: TextChange
    """What changed in the list file's text."""
    left: str
    """The fingerprint of the list file after the change, empty if the file is gone."""
    is_first: bool = False
    """Whether the file was created for it."""


def byline_of(file: RecordFile | None) -> Byline:
    """Return what a list file says of its article."""
    root = file.document.root if file else None
    entries = root.entries if isinstance(root, Mapping) else {}
    values = {name: node.value for name, (_, node) in entries.items() if isinstance(node, Scalar)}
    return Byline(**{name: values[name] for name in Byline.__slots__ if name in values})


def changed_text(
    file: RecordFile, article: str, before: Byline, after: Byline, reverted: SavedByline | None = None
) -> str:
    """Return a list file's text with another byline, or raise SaveError.

    It is the former text if the change reverts another one, and nobody has changed the file since.
    """
    if reverted and (file.fingerprint == reverted.left or not (file.content or reverted.left)):
        former = reverted.change.inverse.apply(file.document.text)
        if former is not None:
            return former
    return parse_file(file.path, with_byline(file, article, before, after)).document.text


def with_byline(file: RecordFile, article: str, before: Byline, after: Byline) -> bytes:
    """Return a list file's bytes with another byline, or raise SaveError.

    Raise ConflictError if a value that changes is not as it was before.
    """
    changes = _changes(before, after)
    current = byline_of(file)
    if any(getattr(current, name) not in {getattr(before, name), value or ""} for name, value in changes.items()):
        raise ConflictError("somebody else changed the source; look at it before you change it", file.path)
    changes = {name: value for name, value in changes.items() if getattr(current, name) != (value or "")}
    return _edited(file, article, changes) if changes else file.content


def _changes(before: Byline, after: Byline) -> dict[str, str | None]:
    """Return the new values of the fields that differ, None if removed."""
    names = (name for name in Byline.__slots__ if getattr(before, name) != getattr(after, name))
    return {name: getattr(after, name) or None for name in names}


def _edited(file: RecordFile, article: str, changes: AnyMapping[str, str | None]) -> bytes:
    root = file.document.root
    if root is not None and not isinstance(root, Mapping):
        raise SaveError("is no list of annotations; correct it first, nothing was written", file.path)
    remaining = set(root.entries) - {name for name, value in changes.items() if value is None} if root else set()
    if root is None or not remaining:
        file = _verified(file, {"article": article}, _with_first_line(file, root, article))
        root = file.document.root
    if not isinstance(root, Mapping):
        raise _unwritable(file)
    return _verified(file, changes, _with_changes(file.document.text, root, changes)).content


def _with_first_line(file: RecordFile, root: Mapping | None, article: str) -> str:
    """Return the text with the article's id, as the first of its keys."""
    text, newline = file.document.text, newline_of(file.document.text)
    line = yaml_field("article", article, "", newline, blocks=False) + newline
    if root is None:
        lead = "" if not text or text.endswith("\n") else newline
        return f"{text}{lead}{line}"
    start = line_start(text, root.start)
    return text[:start] + line + text[start:] if root.entries else text[: root.start] + line + text[root.end :]


def _with_changes(text: str, root: Mapping, changes: AnyMapping[str, str | None]) -> str:
    """Return the text with changes, new keys above the keys that they precede."""
    added = [name for name, value in changes.items() if value is not None and name not in root.entries]
    first = [] if root.flow else [name for name in added if not _has_predecessor(root, name)]
    edited = edit_fields(
        text, root, {name: value for name, value in changes.items() if name not in first}, blocks=False, order=ORDER
    )
    start, newline = line_start(text, root.start), newline_of(text)
    lines = [yaml_field(name, changes[name], "", newline, blocks=False) + newline for name in first]
    return edited[:start] + "".join(lines) + edited[start:]


def _has_predecessor(root: Mapping, name: str) -> bool:
    """Return whether a key of the file comes before the one of this name."""
    return any(other in root.entries for other in ORDER[: ORDER.index(name)])


def _verified(file: RecordFile, changes: AnyMapping[str, str | None], text: str) -> RecordFile:
    """Return the file with its new text, if only these values differ."""
    edited = parse_file(file.path, file.with_text(text))
    expected = {name: value for name, value in {**_values(file), **changes}.items() if value is not None}
    if edited.document.root is None or plain_value(edited.document.root) != expected:
        raise _unwritable(file)
    return edited


def _values(file: RecordFile) -> dict[str, PlainValue]:
    root = file.document.root
    return plain_values(root) if isinstance(root, Mapping) else {}


def _unwritable(file: RecordFile) -> SaveError:
    return SaveError("cannot be changed so that it reads back the same; edit the file by hand", file.path)
