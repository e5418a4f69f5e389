"""The suggestions that the user refused, as they are stored."""

import json
from pathlib import Path

import pytest

from tui.model import TextSelector, Workspace
from tui.storage.files.user_dirs import user_folder, workspace_key
from tui.storage.workspace.refused_suggestions import RefusedSuggestion, add_refused, read_refused, remove_refused

LATE = RefusedSuggestion("north", "said", "quotation before", TextSelector("It is late", "“", "”", 3, 13))
DENIED = RefusedSuggestion("south", "denied", "object", TextSelector("i\u0307t \udc80"))


@pytest.fixture
def story(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "story", tmp_path / "story/articles")


def stored(workspace: Workspace) -> Path:
    return user_folder("state") / "refused" / f"{workspace_key(workspace)}.json"


def test_what_was_refused_is_read_back_once_until_it_is_removed(story: Workspace, tmp_path: Path) -> None:
    assert read_refused(story) == ()
    add_refused(story, [LATE])
    add_refused(story, [DENIED, LATE])
    assert read_refused(story) == (LATE, DENIED)
    assert read_refused(Workspace(tmp_path / "other", tmp_path / "other/articles")) == ()
    remove_refused(story, [LATE])
    assert read_refused(story) == (DENIED,)


def test_entries_that_make_no_sense_are_passed_over_and_kept(story: Workspace) -> None:
    add_refused(story, [LATE])
    content = json.loads(stored(story).read_bytes())
    odd = [7, {}, {**content["refused"][0], "quote": ""}, {**content["refused"][0], "cue": ["said"]}]
    without_hint = {**content["refused"][0], "start": True, "end": "x"}
    stored(story).write_text(json.dumps({**content, "refused": [*odd, without_hint]}))
    assert read_refused(story) == (LATE._replace(target=TextSelector("It is late", "“", "”")),)
    add_refused(story, [DENIED])
    assert json.loads(stored(story).read_bytes())["refused"][:4] == odd


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"refused": []}', b"\xff", b"[" * 100_000])
def test_a_broken_file_is_kept_under_another_name(story: Workspace, content: bytes) -> None:
    add_refused(story, [LATE])
    stored(story).write_bytes(content)
    assert read_refused(story) == ()
    add_refused(story, [DENIED])
    assert read_refused(story) == (DENIED,)
    assert stored(story).with_name(stored(story).name + ".broken").read_bytes() == content
