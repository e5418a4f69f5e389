"""What the inspector shows at the very first start: pure."""

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.style import Style

from tui import __version__
from tui.formats.phrasing import count_noun
from tui.layout.glyphs import Glyphs
from tui.reader.commands import command, command_keys, offered_commands
from tui.reader.reading.footer_hints import MARKING
from tui.reader.widgets.inspector import ACTION, InspectorLine

SAMPLE = "This is a sample, two reports on one meeting. What you mark stays in your own copy."
_HIGHLIGHTED = (
    "Highlighted: what more than one account speaks of, by number; denials; what is left open; what you mark."
)
_KEYS = (
    ("annotation.next", "next"),
    ("compare.link", "the same in the other account"),
    ("mark.note", "note"),
    ("compare.table", "compare"),
    ("view.next", "view"),
    ("help", "signs and keys"),
)


_UNMARKED = "Nothing is marked yet."
_TO_MARK = f"{_UNMARKED} Go to a sentence, or select words with v or the mouse, and mark it:"
_MARKING_KEYS = (
    ("mark.claim", "claim"),
    ("mark.denial", "denial"),
    ("mark.agreement", "agreement"),
    ("mark.note", "note"),
    ("suggestions", "suggestions"),
    ("articles", "articles"),
    ("help", "signs and keys"),
)


def greeting(
    accounts: int, keymap: Mapping[str, str], *, is_sample: bool, is_marked: bool, glyphs: Glyphs
) -> Sequence[InspectorLine]:
    """Return the name and version, what this is, and what to press or click."""
    name = Content.styled(f"Diptych {__version__}", "bold $primary")
    subject = SAMPLE if is_sample else f"{count_noun(accounts, 'account')} of one event, side by side."
    ids = {command.id for command in offered_commands()}
    rows = _KEYS if is_marked else _MARKING_KEYS
    keys = [_key(command_id, label, keymap) for command_id, label in rows if command_id in ids]
    unmarked = _TO_MARK if ids.issuperset(MARKING) else _UNMARKED
    return [
        InspectorLine((name, Content(glyphs.own(subject)))),
        InspectorLine((Content.styled(_HIGHLIGHTED if is_marked else unmarked, "$quiet"),)),
        InspectorLine(tuple(keys)),
    ]


def _key(command_id: str, label: str, keymap: Mapping[str, str]) -> Content:
    key = Content.assemble((command_keys(command_id, keymap).split()[0], "bold"), " ", (label, "$quiet"))
    return key.stylize(Style.from_meta({ACTION: command(command_id).action}))
