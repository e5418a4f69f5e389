"""The names that the codebook and the records of a workspace use."""

from tui.model import Workspace
from tui.storage.workspace.known_values import kind_values, proposition_values, speaker_values, tag_values


def test_names_come_with_what_they_mean(ferry: Workspace) -> None:
    assert proposition_values(ferry)["nobody-hurt"] == "Nobody was hurt"
    assert kind_values(ferry)["no-comment"] == "No comment"


def test_a_speaker_is_named_once_by_the_main_name(ferry: Workspace) -> None:
    path = ferry.list_file("north")
    path.write_text(path.read_text("utf-8").replace("speaker: Ada Holm", "speaker: Captain Holm"), "utf-8")
    assert [*speaker_values(ferry)] == ["Ada Holm", "The coast guard", "The company", "Two crew members"]


def test_tags_are_sorted_and_named_once(ferry: Workspace) -> None:
    path = ferry.list_file("south")
    path.write_text(path.read_text("utf-8") + "    tags: [radar, inquiry]\n", "utf-8")
    assert [*tag_values(ferry)] == ["inquiry", "radar"]
