"""Find settings that name no theme or command, or give a key twice."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from tui.storage.yaml.nodes import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from collections.abc import Mapping as AnyMapping

    from tui.storage.yaml.diagnostics import Diagnostics
    from tui.storage.yaml.nodes import Node

_SHORT_NAMES = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Names of characters for which Textual has another."""


class SettingsRules(NamedTuple):
    """What settings can name."""

    themes: Sequence[str]
    """The themes of this program first."""
    keys: AnyMapping[str, str]
    """The keys of each command, comma-separated, by its id."""
    all_themes_known: bool = False
    """Whether a theme that is not listed does not exist."""
    in_mode: Collection[str] = ()
    """The ids of commands whose keys apply in a mode, where they hide those of others."""


def check_settings(root: Node | None, rules: SettingsRules, diagnostics: Diagnostics) -> None:
    """Add what is wrong with the theme and the keys."""
    if not isinstance(root, Mapping):
        return
    theme, section = root.get("theme"), root.get("keys")
    if theme:
        _check_theme(theme, rules, diagnostics)
    if isinstance(section, Mapping):
        _check_ids(section, rules, diagnostics)
        _check_clashes(section, rules, diagnostics)


def _check_theme(node: Node, rules: SettingsRules, diagnostics: Diagnostics) -> None:
    name = node.value if isinstance(node, Scalar) else ""
    if not name or name in rules.themes:
        return
    similar = get_close_matches(name.lower(), rules.themes, 1, 0.6)
    if similar or rules.all_themes_known:
        advice = similar[0] if similar else " or ".join(rules.themes[:4])
        diagnostics.warn(node.start, f'there is no theme "{name[:40]}"; write {advice}')


def _check_ids(keys: Mapping, rules: SettingsRules, diagnostics: Diagnostics) -> None:
    for name, (key, _) in keys.entries.items():
        if name in rules.keys:
            continue
        similar = get_close_matches(name, tuple(rules.keys), 1, 0.6)
        advice = f"write {similar[0]} if that is meant" if similar else "docs/keys.md lists the ids"
        diagnostics.warn(key.start, f'no command has the id "{name[:40]}"; {advice}')


def _check_clashes(keys: Mapping, rules: SettingsRules, diagnostics: Diagnostics) -> None:
    own = {
        name: node.value
        for name, (_, node) in keys.entries.items()
        if name in rules.keys and isinstance(node, Scalar) and node.value
    }
    commands: dict[tuple[bool, str], str] = {}
    for name, text in rules.keys.items():
        if name not in own:
            commands.update(dict.fromkeys(((name in rules.in_mode, key) for key in key_names(text)), name))
    for name, text in own.items():
        _, node = keys.entries[name]
        for place in ((name in rules.in_mode, key) for key in key_names(text)):
            if place in commands:
                message = f"{name} and {commands[place]} have the same key, {place[1]}; give one of them another"
                diagnostics.warn(node.start, message)
            commands[place] = name


def key_names(keys: str) -> list[str]:
    """Return the keys of a command by name: `?` as `question_mark`."""
    return [_key_name(key.strip()) for key in (keys.split(",") if keys != "," else [keys]) if key.strip()]


def _key_name(key: str) -> str:
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    if len(last) == 1 and not last.isalnum():
        last = unicodedata.name(last, last).lower().replace("-", "_").replace(" ", "_")
        last = _SHORT_NAMES.get(last, last)
    return "+".join([*modifiers, last])
