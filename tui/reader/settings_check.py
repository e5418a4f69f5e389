"""What the settings can name: themes and commands."""

from tui.config import THEME_NAMES
from tui.reader.commands import COMMANDS, Scope
from tui.storage.workspace.settings_rules import SettingsRules

RULES = SettingsRules(
    THEME_NAMES,
    {command.id: command.keys for command in COMMANDS},
    in_mode=frozenset(command.id for command in COMMANDS if command.scope is Scope.SUGGESTIONS),
)
