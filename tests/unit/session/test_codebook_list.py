"""The names of a codebook and of the records, with who uses them."""

from tui.model import Workspace
from tui.session.codebook_list import CodebookEntry, codebook_entries, count_open
from tui.storage.records.name_edits import NameKind
from tui.storage.records.rename_plan import read_name_uses
from tui.storage.workspace.plain_loader import read_collation


def entries(workspace: Workspace, *articles: str, everywhere: bool = False) -> dict[NameKind, list[CodebookEntry]]:
    collation = read_collation(workspace, articles or None)
    counts = count_open(collation)
    if everywhere:
        uses = read_name_uses(workspace)
        counts = {kind: uses.counts(kind) for kind in counts}
    return {kind: list(listed) for kind, listed in codebook_entries(collation, counts).items()}


def test_counts_stand_by_account_and_elsewhere(ferry: Workspace) -> None:
    radar = entries(ferry)[NameKind.PROPOSITION][0]
    assert (radar.name, radar.text, radar.counts, radar.elsewhere) == (
        "radar-failed",
        "The radar of the Aurora failed",
        (1, 2),
        0,
    )
    radar = entries(ferry, "south", everywhere=True)[NameKind.PROPOSITION][0]
    assert (radar.counts, radar.elsewhere, radar.total) == ((2,), 1, 3)


def test_an_article_counts_alike_whether_it_is_read_as_records_or_as_names(ferry: Workspace) -> None:
    assert entries(ferry) == entries(ferry, everywhere=True)


def test_a_speaker_is_listed_once_for_all_its_names(ferry: Workspace) -> None:
    text = ferry.list_file("south").read_text().replace("speaker: [Ada Holm]", "speaker: [captain holm]")
    ferry.list_file("south").write_text(
        text.replace("[The coast guard, The company]", "[The coast guard, the company]")
    )
    speakers = {entry.name: entry for entry in entries(ferry)[NameKind.SPEAKER]}
    assert list(speakers) == ["Ada Holm", "The coast guard", "The company", "Two crew members"]
    assert (speakers["Ada Holm"].counts, speakers["Ada Holm"].others) == ((1, 1), ("Captain Holm",))
    assert (speakers["The company"].counts, speakers["The company"].is_declared) == ((1, 1), False)


def test_a_slug_that_the_codebook_lacks_is_listed_too(ferry: Workspace) -> None:
    ferry.list_file("south").write_text(ferry.list_file("south").read_text().replace("inquiry\n", "inquiri\n", 1))
    last = entries(ferry)[NameKind.PROPOSITION][-1]
    assert (last.name, last.text, last.is_declared) == ("inquiri", "inquiri", False)


def test_words_are_looked_for_in_names_and_sentences(ferry: Workspace) -> None:
    listed = entries(ferry)
    assert [entry.name for entry in listed[NameKind.PROPOSITION] if entry.matches("AURORA fail")] == ["radar-failed"]
    assert [entry.name for entry in listed[NameKind.SPEAKER] if entry.matches("captain")] == ["Ada Holm"]


def test_an_annotator_is_listed_once_for_all_their_names(ferry: Workspace) -> None:
    ferry.codebook.write_text(ferry.codebook.read_text() + "annotators:\n  Mira: [MK]\n  Bo: []\n")
    lists = [ferry.list_file(article) for article in ("north", "south")]
    for file, name in zip(lists, ("mk", "cy"), strict=True):
        file.write_text(file.read_text().replace("  - id:", f"  - annotator: {name}\n    id:", 1))
    listed = {entry.name: (entry.counts, entry.others) for entry in entries(ferry)[NameKind.ANNOTATOR]}
    assert listed == {"Bo": ((0, 0), ()), "cy": ((0, 1), ()), "Mira": ((1, 0), ("MK",))}
