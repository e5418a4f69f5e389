"""Read the user's settings, and find the name that signs records."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tui.config import Config
from tui.errors import RecordError
from tui.model import Problem, problem_of
from tui.storage.files.source import read_yaml_file
from tui.storage.files.user_dirs import user_folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.storage.workspace.settings_rules import SettingsRules
    from tui.storage.yaml.diagnostics import Diagnostics
    from tui.storage.yaml.nodes import Mapping, Node

_FIELDS = ("annotator", "theme", "ascii", "keys")
_FLAGS = {"yes": True, "true": True, "on": True, "no": False, "false": False, "off": False, "": False}
_GIT_SECONDS = 2.0


def config_path() -> Path:
    """Return the path of the user's settings, which need not exist."""
    return user_folder("config") / "config.yaml"


def read_config(rules: "SettingsRules | None" = None) -> tuple[Config, tuple[Problem, ...]]:
    """Return the user's settings or defaults, and what is wrong in the file.

    With rules, what the settings name is checked too.
    """
    path = config_path()
    try:
        content = read_yaml_file(path)
        if content is None:
            return Config(), ()
        from tui.storage.yaml.diagnostics import Diagnostics  # noqa: PLC0415 - few users have settings
        from tui.storage.yaml.document import read_document  # noqa: PLC0415 - few users have settings

        diagnostics = Diagnostics(read_document(content, path))
    except RecordError as error:
        return Config(), (problem_of(error, path),)
    config = _config(diagnostics)
    root = diagnostics.document.root
    if rules:
        from tui.storage.workspace.settings_rules import check_settings  # noqa: PLC0415 - few users have settings

        check_settings(root, rules, diagnostics)
    return config, tuple(diagnostics.problems)


def annotator_name(config: Config, chosen: str = "", *, git_name: "Callable[[], str] | None" = None) -> str:
    """Return the name that signs records: chosen, configured, or detected."""
    for name in (chosen, os.environ.get("DIPTYCH_ANNOTATOR", ""), config.annotator):
        if name.strip():
            return name.strip()
    return (git_name or _git_name)() or _login_name() or "anonymous"


def _config(diagnostics: "Diagnostics") -> Config:
    root = diagnostics.mapping("the config", diagnostics.document.root)
    if root is None:
        return Config()
    for name, (key, _) in root.entries.items():
        if name not in _FIELDS:
            diagnostics.warn_of_misspelling(key, _FIELDS)
    annotator, theme = _text(root, "annotator", diagnostics), _text(root, "theme", diagnostics)
    return Config(annotator, theme, _flag(root, "ascii", diagnostics), _keys(root, diagnostics))


def _text(root: "Mapping", name: str, diagnostics: "Diagnostics") -> str:
    node = root.get(name)
    return diagnostics.text(name, node) if node else ""


def _flag(root: "Mapping", name: str, diagnostics: "Diagnostics") -> bool:
    node: Node | None = root.get(name)
    if node is None:
        return False
    word = diagnostics.text(name, node)
    if word.lower() not in _FLAGS:
        diagnostics.error(node.start, f'{name} must be yes or no, but is "{word[:20]}"; write {name}: yes')
    return _FLAGS.get(word.lower(), False)


def _keys(root: "Mapping", diagnostics: "Diagnostics") -> MappingProxyType[str, str]:
    section = diagnostics.mapping("keys", root.get("keys"))
    entries = section.entries if section else {}
    keys = {name: diagnostics.text(name, value) for name, (_, value) in entries.items()}
    return MappingProxyType({name: key for name, key in keys.items() if key})


def _git_name() -> str:
    with suppress(OSError, subprocess.SubprocessError):
        command = ("git", "config", "user.name")
        result = subprocess.run(command, capture_output=True, timeout=_GIT_SECONDS, check=False)  # noqa: S603
        return result.stdout.decode("utf-8", "replace").strip()
    return ""


def _login_name() -> str:
    import getpass  # noqa: PLC0415 - if git knows no name

    with suppress(OSError, KeyError):
        return getpass.getuser()
    return ""
