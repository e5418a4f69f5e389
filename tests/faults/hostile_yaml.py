"""Hostile YAML files, each with its expected error message."""

from typing import NamedTuple

MEGA = 1_000_000
LIMIT = 8 * 1024 * 1024 - 1024
"""The largest size in bytes that is still read."""
RECORD = b"  - {id: good, kind: note}\n"
HEAD = b"article: a\nannotations:\n" + RECORD


class Hostile(NamedTuple):
    """A list file, and a part of its first error message with the position."""

    name: str
    content: bytes
    message: str
    survivors: int = 1
    """The number of records that are read in spite of it."""


def _bomb(levels: int, line: str) -> bytes:
    return "".join(line.format(n=level, before=level - 1) for level in range(1, levels)).encode()


def files() -> tuple[Hostile, ...]:
    """Return every hostile file."""
    aliases = b"a0: &a0 [x]\n" + _bomb(30, "a{n}: &a{n} [*a{before}, *a{before}, *a{before}]\n")
    merges = b"a0: &a0 {x: y}\n" + _bomb(30, "a{n}: &a{n} {{<<: [*a{before}, *a{before}], x{n}: y}}\n")
    return (
        Hostile("alias bomb", HEAD + aliases, ":4:5: &a0 is an anchor"),
        Hostile("merge bomb", HEAD + merges, ":4:5: &a0 is an anchor"),
        Hostile("aliases without end", HEAD + b"x: [" + b"*a," * (LIMIT // 3) + b"]\n", ":4:5: *a is an alias"),
        Hostile("aliases of long names", HEAD + b"x: *" + b"a" * LIMIT, ":4:4: *aaa"),
        Hostile("a million levels of brackets", HEAD + b"x: " + b"[" * MEGA, ":4:35: is nested deeper than 32"),
        Hostile("a million levels of braces", HEAD + b"x: " + b"{a: " * MEGA, "4:128: is nested deeper than 32"),
        Hostile("a million levels of dashes", HEAD + b"x:\n  " + b"- " * MEGA, ":5:65: is nested deeper than 32"),
        Hostile(
            "a million levels of questions",
            HEAD + b"x:\n  " + b"? " * MEGA,
            ":5:5: a key must be text, but this is a mapping",
        ),
        Hostile("a million mixed levels", HEAD + b"x:\n  - " + b"[{a: " * MEGA, ":5:80: is nested deeper than 32"),
        Hostile("a million levels of lines", HEAD + b"x:\n" + _steps(2000), ":36:33: is nested deeper than 32"),
        Hostile("levels in a record", HEAD + b"  - x: " + b"[" * MEGA, ":4:37: is nested deeper than 32"),
        Hostile("tags that make objects", HEAD + b"x: !!python/object/apply:os.system [ls]\n", ":4:4: tag:yaml.org"),
        Hostile("tags without end", HEAD + b"x: [" + b"!t a, " * (LIMIT // 6) + b"]\n", ":4:5: !t is a tag"),
        Hostile("a tag of megabytes", HEAD + b"x: !" + b"t" * LIMIT + b" a\n", ":4:4: "),
        Hostile("one key a million times", HEAD + b"x: 1\n" * MEGA, ':5:1: the key "x" is used twice'),
        Hostile("one key twice in a record", HEAD + b"  - {id: b, kind: note, id: c}\n", ":4:25: the key"),
        Hostile("100 MB", HEAD + b"#" * (100 * MEGA), "is larger than 8 MiB", 0),
        Hostile("UTF-16", "annotations: []".encode("utf-16"), ":1:1: is UTF-16; save it as UTF-8", 0),
        Hostile("latin-1", HEAD + b"  - {id: \xe9t\xe9, kind: note}\n", ":4:10: byte 0xe9 is not UTF-8", 0),
        Hostile("NUL", HEAD + b"x: a\0b\n", ":4:5: a NUL character is not allowed", 0),
        Hostile("NULs alone", bytes(LIMIT), ":1:1: a NUL character is not allowed", 0),
        Hostile("tabs", HEAD + b"\t- {id: b}\n", ":4:1: a tab is used where spaces are needed", 0),
        Hostile("half a character", HEAD + b'  - {id: "\\ud800", kind: note}\n', ":4:"),
        Hostile("a character beyond all", HEAD + b'  - {id: "\\UFFFFFFFF", kind: note}\n', ":4:"),
        Hostile("a number of megabytes", HEAD + b"  - {id: b, kind: note, quote: q, start: " + b"9" * MEGA, ":4:"),
        Hostile(
            "a number too long", HEAD + b"  - {id: b, kind: note, quote: q, start: 9999999999999999}\n", ":4:42: start"
        ),
        Hostile("a key of megabytes", HEAD + b"  - {id: b, kind: note, ? " + b"k" * LIMIT + b" : v}\n", "", 2),
        Hostile("an endless line", HEAD + b"x: " + b"y" * LIMIT, "", 1),
        Hostile("a million keys in a record", HEAD + _keys(MEGA), "more than 50,000 values"),
        Hostile("keys like known ones", HEAD + _misspelled_keys(), "unknown key", 10_001),
        Hostile(
            "a million items", HEAD + b"  - {id: b, speaker: [" + b"a, " * MEGA + b"]}\n", "more than 50,000 values"
        ),
        Hostile("a million items of lines", HEAD + b"  - a\n" * MEGA, ":4:5: a record must map fields"),
        Hostile("a million empty items", HEAD + b"  -\n" * MEGA, "a record must map fields"),
        Hostile("a million empty records", HEAD + b"  - {}\n" * MEGA, ":4:5: a record without an id"),
        Hostile("one id a million times", HEAD + b"  - {id: b}\n" * (LIMIT // 12), ":4:5: a record without a kind"),
        Hostile("a million documents", HEAD + b"---\n" * MEGA, ":4:1: a second document begins here"),
        Hostile("a million comments", HEAD + b"# \n" * MEGA, ""),
        Hostile("a million blank lines", HEAD + b"  - id: b\n    kind: note\n    body: |+\n" + b"\n" * MEGA, "", 2),
        Hostile("a million folds", HEAD + b"x: >\n" + b" a\n" * MEGA, ""),
        Hostile(
            "a quote never closed", HEAD + b"x: '" + b"a\n " * (LIMIT // 3), ":4:4: a quotation mark is never closed"
        ),
        Hostile("a million escapes", HEAD + b'x: "' + b"\\x07" * (LIMIT // 4) + b'"\n', ""),
        Hostile("directives without end", b"%TAG !a! tag:x\n" * 100_000 + b"---\n" + HEAD, ":2:1: ", 0),
        Hostile("merge marks", HEAD + b"<<<<<<< a\n" + RECORD + b"=======\n>>>>>>> b\n", ":4:1: a merge left both"),
        Hostile("a mark and CRLF", b"\xef\xbb\xbf" + HEAD.replace(b"\n", b"\r\n"), ""),
        Hostile("old line breaks", HEAD.replace(b"\n", b"\r"), ""),
    )


def _steps(levels: int) -> bytes:
    return b"".join(b" " * level + b"-\n" for level in range(1, levels))


def _keys(count: int) -> bytes:
    return b"  - id: b\n    kind: note\n" + b"".join(b"    k%d:\n" % number for number in range(count // 2))


def _misspelled_keys() -> bytes:
    return b"".join(b"  - {id: r%d, kind: note, speakr%d: x}\n" % (number, number) for number in range(10_000))
