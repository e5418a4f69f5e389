"""Random versions of a list of records, and what their merge must be.

A record is a dictionary of its fields. The expected merge is worked out from the values alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

Fields = dict[str, Any]
Records = dict[str, Fields]
PLACE = ("quote", "start", "end")
TEXTS = ("kind", "about", "cue", "body", "own-key")
WORDS = (
    "it holds",
    "a: b",
    "# no comment",
    "yes",
    "café 漢字",
    "two\nlines\n",
    "a\n\n  b",
    "x" * 90,
    "'tis",
    "=======",
)


def written(records: Records, title: str = "T") -> str:
    """Return a list file with comments that belong to records and fields."""
    return f"# of all\narticle: a\ntitle: {title} # the title\nannotations:\n" + "".join(
        block(name, record) for name, record in records.items()
    )


def block(name: str, record: Fields) -> str:
    """Return the lines of one record."""
    lines = [f"  # about {name}\n", f"  - id: {name}\n"]
    for field, value in record.items():
        lines.append(f"    {field}: {_yaml(value)}\n")
        if field == "kind" and "\n" not in value:
            lines[-1] = lines[-1].rstrip("\n") + "   # a kind\n"
    return "".join(lines) + ("\n" if len(name) % 3 else "")


def _yaml(value: str | list[str]) -> str:
    if isinstance(value, list):
        return f"[{', '.join(value)}]"
    if "\n" in value and value[0] not in " \n":
        return ("|\n" if value.endswith("\n") else "|-\n") + "\n".join(
            f"      {line}" if line else "" for line in value.removesuffix("\n").split("\n")
        )
    return "'" + value.replace("'", "''") + "'" if value[0] in "#'=" or ": " in value else value


def random_records(random: Random) -> Records:
    """Return some records."""
    return {f"r{number}": _record(random) for number in range(random.randint(0, 7))}


def _record(random: Random) -> Fields:
    fields: Fields = {"kind": "claim"}
    for name in TEXTS[1:]:
        if random.random() < 0.6:
            fields[name] = random.choice(WORDS)
    fields |= {name: str(random.randint(1, 9)) for name in PLACE}
    if random.random() < 0.7:
        fields["tags"] = random.sample("abcdef", random.randint(1, 4))
    return fields | {"modified": "2020-01-01T00:00:00Z"}


def random_edits(random: Random, records: Records, side: str) -> Records:
    """Return what one side made of the records."""
    edited = {name: dict(fields) for name, fields in records.items()}
    for number in range(random.randint(1, 5)):
        action = random.random()
        if action < 0.2 or not edited:
            _insert(random, edited, f"{side}{number}")
        elif action < 0.3:
            del edited[random.choice([*edited])]
        else:
            _edit(random, edited[random.choice([*edited])])
    return edited


def _insert(random: Random, records: Records, name: str) -> None:
    position = random.randint(0, len(records))
    items = [*records.items()]
    items.insert(position, (name, _record(random)))
    records.clear()
    records.update(items)


def _edit(random: Random, fields: Fields) -> None:
    name = random.choice((*TEXTS, "quote", "start", "tags"))
    if name == "tags":
        fields["tags"] = random.sample("abcdefgh", random.randint(1, 4))
    elif name in fields and name not in PLACE and name != "kind" and random.random() < 0.2:
        del fields[name]
    else:
        fields[name] = random.choice("123456789" if name in PLACE else WORDS)
    fields["modified"] = f"20{random.randint(21, 99)}-01-01T00:00:00Z"


@dataclass(frozen=True)
class Expected:
    """The records that one side of each conflict gives, and their number."""

    ours: Records
    theirs: Records
    conflicts: int


def expected_merge(base: Records, ours: Records, theirs: Records) -> Expected:
    """Return the merge by record and field."""
    result: tuple[Records, Records] = ({}, {})
    conflicts = 0
    for name in {*base, *ours, *theirs}:
        sides = [side.get(name) for side in (base, ours, theirs)]
        if None in sides:
            conflicts += _take_whole(name, sides, result)
        else:
            conflicts += _take_fields(name, [side for side in sides if side is not None], result)
    return Expected(*result, conflicts)


def _take_whole(name: str, sides: list[Fields | None], result: tuple[Records, Records]) -> bool:
    before, *versions = sides
    changed = [side for side in versions if side != before]
    chosen = (changed[0],) * 2 if len(changed) == 1 else versions
    for records, version in zip(result, chosen, strict=True):
        if version is not None:
            records[name] = version
    return len(changed) == 2 and changed[0] != changed[1]


def _take_fields(name: str, sides: list[Fields], result: tuple[Records, Records]) -> int:
    merged: tuple[Fields, Fields] = ({}, {})
    conflicts = 0
    for names in (PLACE, *((field,) for field in {*sides[0], *sides[1], *sides[2]} - {*PLACE})):
        before, own, other = ({field: side[field] for field in names if field in side} for side in sides)
        if own != before and other not in (before, own):
            chosen = _both_changed(names[0], before, own, other)
        else:
            chosen = (own, own) if own != before else (other, other)
        conflicts += chosen[0] != chosen[1]
        for fields, values in zip(merged, chosen, strict=True):
            fields |= values
    for records, fields in zip(result, merged, strict=True):
        records[name] = fields
    return conflicts


def _both_changed(name: str, before: Fields, own: Fields, other: Fields) -> tuple[Fields, Fields]:
    if name == "modified":
        return (max(own, other, key=str),) * 2
    if name != "tags" or not own or not other:
        return own, other
    known = before.get(name, [])
    kept = [tag for tag in own[name] if tag in other[name] or tag not in known]
    merged = {name: kept + [tag for tag in other[name] if tag not in {*known, *own[name]}]}
    return merged, merged


def untouched(base: Records, *sides: Records) -> Iterable[str]:
    """Yield the lines of the records that nobody changed."""
    for name, fields in base.items():
        if all(side.get(name) == fields for side in sides):
            yield block(name, fields)
