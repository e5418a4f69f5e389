"""Build workspaces with hostile text in every field, name and message."""

import unicodedata
from collections.abc import Mapping
from html import escape
from pathlib import Path

from payloads import Family

from tui.model import Workspace

ANNOTATORS = ("Mira", "Other")


def build(root: Path, family: Family) -> Workspace:
    """Return a new workspace of two articles full of a family's text."""
    articles, annotations = root / "articles", root / "annotations"
    articles.mkdir(parents=True)
    annotations.mkdir()
    originals = articles / ".originals"
    originals.mkdir()
    stems = (f"one {family.short}", f"two {family.short}")
    for number, stem in enumerate(stems, 1):
        (articles / f"{stem}.txt").write_bytes(_article(number, family.text).encode())
        (originals / f"{stem}.html").write_bytes(_page(family.text).encode())
        (annotations / f"{stem}.yaml").write_text(_list(stem, number, family.field), encoding="utf-8")
        _add_records(annotations / stem, stem, family.text)
    (annotations / "codebook.yaml").write_text(_codebook(family.field), encoding="utf-8")
    notes = annotations / "codebook"
    notes.mkdir()
    record = {"id": "on-slug", "kind": "note", "about": "shared", "body": family.text, "annotator": family.text}
    (notes / "other.on-slug.yaml").write_text(_mapping(record), encoding="utf-8")
    return Workspace(root, articles)


def _article(number: int, text: str) -> str:
    return (
        f"Title {number} {text[:3000]}\n\n"
        f'ALPHA said "{text}" on Monday. OMEGA.\n\n'
        f"Statement {number} is here, said Ada. Another statement {number} follows, he denied.\n\n"
        f"Before {text} the words of quote {number} after.\n"
    )


def _page(text: str) -> str:
    return f"<nav><a>{escape(text[:3000])}</a></nav><p>This is the only paragraph of the page that anybody would read."


def _list(stem: str, number: int, text: str) -> str:
    byline = {"article": stem, "title": f"T {text}", "outlet": f"O {text}", "author": f"A {text}", "date": f"D {text}"}
    spoken = {"speaker": [f"S {text}", f"Ada {text}"], "cue": f"C {text}", "body": f"B {text}\n\nmore {text}"}
    records: tuple[Mapping[str, object], ...] = (
        {"id": "one", "kind": "claim", "about": "shared", "quote": f"Statement {number} is here", **spoken},
        {"id": f"two {text[:200]}", "kind": "denial", "about": f"slug {text[:500]}", "quote": "Statement", **spoken},
        {"id": "three", "kind": f"odd {text[:100]}", "quote": f"Another statement {number} follows", **spoken},
        {"id": "four", "kind": "agreement", "quote": f"words {text} that stand nowhere", "tags": [text, "t"], **spoken},
        {"id": "five", "kind": "note", "body": f"N {text}", "tags": [f"tag {text}"]},
        {"id": "wrong-kind", "kind": f"unheard of {text}", "quote": "statement"},
        {"id": "wrong-about", "kind": "claim", "about": f"unheard of {text}", "quote": "statement"},
    )
    rows = "".join(_item(record) for record in records)
    return f"{_mapping(byline)}url: {_scalar(f'javascript:alert({text[:80]})')}\nannotations:\n{rows}"


def _add_records(folder: Path, stem: str, text: str) -> None:
    folder.mkdir()
    for name in ANNOTATORS:
        record = {
            "id": f"note-{name}",
            "article": stem,
            "annotator": f"{name} {text}",
            "created": f"2026-01-01 {text}",
            "kind": "note",
            "on": "one",
            "body": f"Answer {text}",
        }
        (folder / f"{name.lower()}.note.yaml").write_text(_mapping(record), encoding="utf-8")


def _codebook(text: str) -> str:
    return (
        f"propositions:\n  shared: {_scalar(f'Shared {text}')}\n  {_scalar(f'slug {text[:500]}')}: {_scalar(text)}\n"
        f"kinds:\n  {_scalar(f'odd {text[:100]}')}: {{label: {_scalar(f'Odd {text}')}, glyph: '¤', stance: neutral}}\n"
        f"speakers:\n  {_scalar(f'Ada {text}')}: [{_scalar(text)}]\n"
    )


def _mapping(values: Mapping[str, object]) -> str:
    return "".join(f"{name}: {_value(value)}\n" for name, value in values.items())


def _item(values: Mapping[str, object]) -> str:
    first, *others = _mapping(values).splitlines()
    return "".join((f"  - {first}\n", *(f"    {line}\n" for line in others)))


def _value(value: object) -> str:
    return f"[{', '.join(map(_value, value))}]" if isinstance(value, list) else _scalar(str(value))


def _scalar(text: str) -> str:
    """Return a text in double quotes, with every unusual character escaped."""
    return '"' + "".join(map(_character, text)) + '"'


def _character(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if unicodedata.category(character)[0] not in "CZ" or character == " ":
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
