"""What was parsed is found again by the bytes it was parsed from."""

import os
from pathlib import Path

import pytest

from tui.model import Workspace
from tui.storage.cache import parse_store
from tui.storage.cache.parse_store import ParseStore

CONTENTS = {Path("a.yaml"): b"a", Path("b.yaml"): b"b"}
DUMP = (("text", 1, None), [["more"]])


def stored(workspace: Workspace) -> Path:
    """Return the file of a dump that was saved."""
    store = ParseStore(workspace)
    store.keep("a", CONTENTS, lambda: DUMP)
    store.save()
    (file,) = (Path(os.environ["XDG_CACHE_HOME"]) / "diptych/readings").rglob("*.kept")
    return file


def test_a_dump_is_found_once_it_is_saved(ferry: Workspace) -> None:
    store = ParseStore(ferry)
    store.keep("a", CONTENTS, lambda: DUMP)
    assert ParseStore(ferry).recall("a", CONTENTS) is None
    store.save()
    assert ParseStore(ferry).recall("a", CONTENTS) == DUMP
    assert ParseStore(ferry).recall("b", CONTENTS) is None


@pytest.mark.parametrize(
    "contents",
    [
        {},
        {Path("a.yaml"): b"a"},
        {**CONTENTS, Path("a.yaml"): b"b"},
        {**CONTENTS, Path("c.yaml"): b""},
        {Path("a.yaml"): b"a", Path("c.yaml"): b"b"},
        {Path("a.yam"): b"la", Path("b.yaml"): b"b"},
    ],
)
def test_other_contents_find_nothing(ferry: Workspace, contents: dict[Path, bytes]) -> None:
    stored(ferry)
    assert ParseStore(ferry).recall("a", contents) is None


def test_a_dump_takes_the_place_of_an_older_one(ferry: Workspace) -> None:
    stored(ferry)
    store = ParseStore(ferry)
    store.keep("a", CONTENTS, lambda: ("new",))
    store.save()
    assert ParseStore(ferry).recall("a", CONTENTS) == ("new",)


def test_each_byte_of_a_dump_counts(ferry: Workspace) -> None:
    file = stored(ferry)
    whole = file.read_bytes()
    for position in range(len(whole)):
        file.write_bytes(whole[:position] + bytes([whole[position] ^ 1]) + whole[position + 1 :])
        assert ParseStore(ferry).recall("a", CONTENTS) is None
        file.write_bytes(whole[:position])
        assert ParseStore(ferry).recall("a", CONTENTS) is None


def test_a_dump_of_another_version_is_not_found(ferry: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    stored(ferry)
    monkeypatch.setattr(parse_store, "FORMAT", parse_store.FORMAT + 1)
    assert ParseStore(ferry).recall("a", CONTENTS) is None


def test_what_cannot_be_stored_is_left_out(ferry: Workspace) -> None:
    store = ParseStore(ferry)
    store.keep("odd", CONTENTS, lambda: Path("a"))
    store.keep("a", CONTENTS, lambda: DUMP)
    store.save()
    assert ParseStore(ferry).recall("a", CONTENTS) == DUMP
    assert ParseStore(ferry).recall("odd", CONTENTS) is None


def test_a_dump_is_made_when_it_is_saved(ferry: Workspace) -> None:
    made: list[str] = []
    store = ParseStore(ferry)
    store.keep("a", CONTENTS, lambda: made.append("a"))
    assert made == []
    store.save()
    assert made == ["a"]
