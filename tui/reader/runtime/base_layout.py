"""Take a command's key when the keyboard is in another script.

A terminal with the kitty keyboard protocol tells which key of an English keyboard was pressed: `с` of a Russian one is
at the place of `c`. Text fields still get what was typed.
"""

import re
from weakref import WeakKeyDictionary

from textual import events
from textual.keys import _character_to_key

REPORT_ALTERNATE_KEYS = 4
"""The flag by which the protocol reports the key of the English keyboard."""
LAST_LATIN = 0x24F
"""The last code point of the Latin alphabets. Their keyboards differ in order, so keys are taken by their character."""
_FLAGS = re.compile(r"\x1b\[>(\d+)u")
_KEY = re.compile(r"\x1b\[(\d+):\d*(?::(\d+))?((?:;[\d:]*)*)u")
_SHIFTED = dict(zip("`1234567890-=[]\\;',./", '~!@#$%^&*()_+{}|:"<>?', strict=True))
_BASE_KEYS: WeakKeyDictionary[events.Key, str] = WeakKeyDictionary()
"""The key on an English keyboard, by the key that was pressed on another."""
_MODIFIERS = ("shift", "alt", "ctrl", "super", "hyper", "meta")


def with_alternate_keys(output: str) -> str:
    """Return what is sent to the terminal, asking for alternate keys too."""
    if not output.startswith("\x1b[>"):
        return output
    return _FLAGS.sub(lambda match: f"\x1b[>{int(match[1]) | REPORT_ALTERNATE_KEYS}u", output)


def split_alternates(sequence: str) -> tuple[str, str]:
    """Return a key's sequence as without alternate keys, and the key there.

    The key is empty if it is of a Latin keyboard: `ESC [1089::99u` gives `ESC [1089u` and `c`.
    """
    match = _KEY.fullmatch(sequence)
    if match is None:
        return sequence, ""
    code, base, rest = match.groups()
    plain = f"\x1b[{code}{rest}u"
    return plain, _base_key(int(base), rest) if base and int(code) > LAST_LATIN else ""


def _base_key(code: int, rest: str) -> str:
    """Return the name of a key, with the modifiers of a sequence's rest."""
    modifiers = rest.split(";")[1].split(":")[0] if rest else ""
    bits = max(0, int(modifiers or 1) - 1)
    character = chr(code)
    if bits & 1:
        character = _SHIFTED.get(character, character.upper())
    held = [name for bit, name in enumerate(_MODIFIERS) if bit and bits & (1 << bit)]
    return "+".join([*sorted(held), _character_to_key(character)])


def remember_base_key(event: events.Key, key: str) -> events.Key:
    """Return a key that remembers what it is on an English keyboard."""
    _BASE_KEYS[event] = key
    return event


def command_key(event: events.Key) -> events.Key:
    """Return the key of an English keyboard, if it is known, or the same key."""
    key = _BASE_KEYS.get(event)
    return events.Key(key, key if len(key) == 1 else None) if key else event
