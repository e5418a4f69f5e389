"""Check a language's file, every table and key of it, and join two."""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from tui.attribution.lexicon import CLAUSE, Lexicon, build_lexicon, lexicon_codes, lexicon_path, lexicon_text
from tui.attribution.lexicon_schema import CLAUSE_WORDS, FRAMES, KEYS, MARK_WORDS, OPTIONAL, WORDS
from tui.errors import InputError

Tables = dict[str, dict[str, Any]]
"""The tables of a file: words, or points, by key."""

_REPLACED = frozenset({"irregular", "forms", "collective", "points", "frames"})
"""Tables of which a later file replaces a value rather than adds to it."""
_PLACE = re.compile(r"(?P<message>.*?) \(at line (?P<line>\d+), column (?P<column>\d+)\)\Z", re.DOTALL)
_HEAD = re.compile(r"\s*\[([^\]]+)\]")
_KEY = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*=""")


@lru_cache(maxsize=16)
def extended_lexicon(code: str, added: str, file: Path | None = None) -> Lexicon:
    """Return a language's lexicon with the words of another file added.

    `added` is that file's text. It is all of the lexicon if the program has none for the language.
    """
    tables = read_tables(added, file)
    if code in lexicon_codes():
        tables = add_tables(read_tables(lexicon_text(code), lexicon_path(code)), tables)
    check_whole(tables, file)
    return build_lexicon(tables)


def parse_lexicon(text: str, file: Path | None = None) -> Lexicon:
    """Return the lexicon that a file describes, or raise InputError."""
    tables = read_tables(text, file)
    check_whole(tables, file)
    return build_lexicon(tables)


def read_tables(text: str, file: Path | None = None) -> Tables:
    """Return a file's tables, or raise InputError with file and line."""
    raw = _parsed(text, file)
    frames = raw.pop("frames", [])
    for table, key, message in (*_frame_problems(frames), *_problems(raw)):
        raise InputError(message, file, _line_of(text, table, key))
    return {**raw, "frames": dict.fromkeys(frames, "")}


def check_whole(tables: Tables, file: Path | None = None) -> None:
    """Raise InputError if a language lacks a table or a list of words."""
    if not tables["frames"]:
        raise InputError('has no frames; write a first line such as frames = ["quotation", "colon"]', file)
    for name in KEYS:
        if name not in tables and name not in OPTIONAL:
            raise InputError(f"has no [{name}]; add that table", file)
    lists = (*WORDS, *(CLAUSE_WORDS if CLAUSE in tables["frames"] else MARK_WORDS))
    for key in lists:
        if key not in tables["words"]:
            raise InputError(f'[words] has no {key}; write {key} = "" if there are none', file)
    for name, verb in _verbs_without_class(tables):
        raise InputError(f'{name} has "{verb}", but no class of [verbs] has it; add it to say = "…"', file)


def _verbs_without_class(tables: Tables) -> Iterator[tuple[str, str]]:
    """Yield the verbs of other tables that [verbs] does not have."""
    known = {verb for verbs in tables["verbs"].values() for verb in verbs.split()}
    lists = {
        **{f"[{name}]": tuple(tables.get(name, ())) for name in ("forms", "irregular")},
        **{f"{name} in [plain]": tuple(verbs.split()) for name, verbs in tables["plain"].items()},
        **{f"{name} in [words]": tuple(tables["words"][name].split()) for name in ("denying", "agreeing")},
    }
    for name, verbs in lists.items():
        yield from ((name, verb) for verb in verbs if verb not in known)


def add_tables(tables: Tables, added: Tables) -> Tables:
    """Return tables with those of another file: more words, other points."""
    result = {name: dict(values) for name, values in tables.items()}
    for name, values in added.items():
        table = result.setdefault(name, {})
        for key, value in values.items():
            table[key] = value if name in _REPLACED or key not in table else f"{table[key]}\n{value}"
    return result


def _parsed(text: str, file: Path | None) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise InputError("is nested too deeply; write tables of words only", file, 1) from error
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.match(str(error))
        message = f"is no TOML: {found['message'] if found else error}"
        line, column = (int(found["line"]), int(found["column"])) if found else (text.count("\n") + 1, 0)
        raise InputError(message, file, line, column) from error


def _frame_problems(frames: object) -> Iterator[tuple[str, str, str]]:
    if not isinstance(frames, list) or not all(isinstance(frame, str) for frame in frames):
        yield "", "frames", 'frames must be a list; write frames = ["quotation", "colon"]'
        return
    for frame in frames:
        if frame not in FRAMES:
            yield "", "frames", f'there is no frame "{frame[:40]}"; write one of {", ".join(FRAMES)}'


def _problems(raw: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield the table, the key and the message of each problem."""
    for name, values in raw.items():
        if name not in KEYS:
            yield name, name, f'there is no table "{name[:40]}"; write one of {", ".join(KEYS)}'
        elif not isinstance(values, dict):
            yield "", name, f"{name} must be a table; write [{name}] in a line of its own"
        else:
            messages = ((key, _problem(name, key, value)) for key, value in values.items())
            yield from ((name, key, message) for key, message in messages if message)


def _problem(table: str, key: str, value: object) -> str:
    """Return what is wrong with a value, else an empty string."""
    if KEYS[table] and key not in KEYS[table]:
        return f'[{table}] has no key "{key[:40]}"; {_advice(key, KEYS[table])}'
    if table == "points":
        is_number = isinstance(value, int) and not isinstance(value, bool)
        return "" if is_number else f'the points of "{key}" must be a whole number such as -5'
    if not isinstance(value, str):
        return f'"{key}" must be words in quotation marks, with blanks between them'
    if table == "quotations" and not (1 <= len(key) <= 2 and value.split()):
        return f'"{key[:40]}" must be a mark with those that close it, such as "«" = "»"'
    capital = next((word for word in (key, *value.split()) if word != word.lower()), "")
    return f'"{capital[:40]}" must be in small letters, as all words are' if capital else ""


def _advice(key: str, keys: Collection[str]) -> str:
    similar = get_close_matches(key, keys, n=1)
    return f'write "{similar[0]}" if that is meant' if similar else "docs/suggestions.md lists the keys"


def _line_of(text: str, table: str, key: str) -> int:
    """Return the line of a key, else that of its table's head."""
    section, head = "", 1
    for number, line in enumerate(text.splitlines(), 1):
        opened, named = _HEAD.match(line), _KEY.match(line)
        if opened:
            section = opened[1].strip(" \"'")
            head = number if section == table else head
        elif section == table and named and key in named.groups():
            return number
    return head
