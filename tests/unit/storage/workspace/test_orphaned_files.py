"""Annotation files that are not read."""

from pathlib import Path
from unicodedata import normalize

import pytest
from blocked_paths import block
from coast_workspace import coast_workspace

from tui.model import Workspace
from tui.storage.workspace.orphaned_files import orphaned_files

EAST = "annotations/east.yaml: belongs to no article; put east.txt into articles/, or move this out of annotations/"


def reported(workspace: Workspace) -> list[str]:
    return [str(problem).removeprefix(f"{workspace.root}/") for problem in orphaned_files(workspace)]


def write(workspace: Workspace, *names: str) -> None:
    for name in names:
        (workspace.annotations / name).parent.mkdir(exist_ok=True)
        (workspace.annotations / name).write_text("")


def test_what_belongs_to_an_article_or_is_no_annotation_file_is_fine(ferry: Workspace) -> None:
    write(ferry, "north/mira.x.yaml", "codebook/mira.y.yaml", "empty/README.md", "notes.txt", ".hidden.yaml")
    write(ferry, "north/.north.yaml.12-abcdefgh.tmp", "north/README.md")
    assert reported(ferry) == []


def test_files_and_folders_of_no_article_are_listed_by_name(ferry: Workspace) -> None:
    write(ferry, "west/mira.x.yaml", "east.yaml")
    west = EAST.replace("east.yaml", "west").replace("east", "west")
    assert reported(ferry) == [EAST, west]


def test_the_article_is_named_if_it_was_renamed(ferry: Workspace) -> None:
    write(ferry, "north/mira.x.yaml")
    (ferry.articles / "north.txt").rename(ferry.articles / "port.md")
    start = "belongs to no article; probably that is articles/port.md now: rename that back to north.md, or run: "
    command = "diptych rename article north port"
    assert reported(ferry) == [f"annotations/{name}: {start}{command}" for name in ("north", "north.yaml")]


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("articles/2024/north.txt", "move that to articles/north.txt"),
        ("articles/north.markdown", "move that to articles/north.md"),
        ("articles/North.txt", "rename that back to north.txt, or run: diptych rename article north North"),
        ("articles/x y.txt", "rename that back to north.txt, or run: diptych rename article north 'x y'"),
    ],
)
def test_what_to_do_depends_on_what_happened_to_the_article(ferry: Workspace, name: str, advice: str) -> None:
    (ferry.root / name).parent.mkdir(exist_ok=True)
    (ferry.articles / "north.txt").rename(ferry.root / name)
    assert reported(ferry) == [
        f"annotations/north.yaml: belongs to no article; probably that is {name} now: {advice}",
    ]


def test_a_name_that_differs_only_for_us_is_read(ferry: Workspace) -> None:
    (ferry.articles / "north.txt").rename(ferry.articles / "North.txt")
    (ferry.annotations / "North.yaml").hardlink_to(ferry.annotations / "north.yaml")
    assert reported(ferry) == []


def test_a_copy_by_a_sync_program_names_its_original(ferry: Workspace) -> None:
    write(ferry, "north 2.yaml", "codebook (1).yaml", "north (1)/mira.x.yaml")
    like = "is not read: it looks like a sync program's copy of"
    assert reported(ferry) == [
        f"annotations/codebook (1).yaml: {like} codebook.yaml; compare the two and delete one",
        f"annotations/north (1): {like} north/; move its files there",
        f"annotations/north 2.yaml: {like} north.yaml; compare the two and delete one",
    ]


def test_an_article_may_be_called_like_a_copy(ferry: Workspace) -> None:
    (ferry.articles / "north 2.txt").write_text("")
    write(ferry, "north 2.yaml")
    assert reported(ferry) == []


def test_backups_and_other_suffixes_are_not_read(ferry: Workspace) -> None:
    write(ferry, "north.yml", "north/mira.x.YAML", "north/mira.x.yaml.orig", "south.yaml~")
    copy = "that is not read; compare the two and delete one"
    assert reported(ferry) == [
        "annotations/north/mira.x.YAML: is not read; rename it to mira.x.yaml",
        f"annotations/north/mira.x.yaml.orig: is a copy of mira.x.yaml {copy}",
        "annotations/north.yml: is not read; rename it to north.yaml",
        f"annotations/south.yaml~: is a copy of south.yaml {copy}",
    ]


def test_records_in_a_folder_of_a_folder_are_not_read(ferry: Workspace) -> None:
    (ferry.records("north") / "old").mkdir(parents=True)
    assert reported(ferry) == []
    write(ferry, "north/old/mira.x.yaml")
    assert reported(ferry) == ["annotations/north/old: is not read; move its files into north/"]


def test_a_codebook_in_other_letters_is_not_read(ferry: Workspace) -> None:
    ferry.codebook.rename(ferry.annotations / "Codebook.yaml")
    assert reported(ferry) == ["annotations/Codebook.yaml: is not read; rename it to codebook.yaml"]


@pytest.mark.parametrize("name", ["none", "file"])
def test_without_a_folder_of_annotations_there_is_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "annotations").write_text("")
    assert orphaned_files(Workspace(tmp_path / name, tmp_path / name / "articles")) == []


def test_what_cannot_be_read_hides_no_other_problem(ferry: Workspace) -> None:
    block(ferry.annotations / "a-link", "link to itself")
    write(ferry, "east.yaml")
    assert reported(ferry) == [EAST]


@pytest.mark.parametrize("article", ["NFC", "NFD"])
@pytest.mark.parametrize("annotations", ["NFC", "NFD"])
def test_a_name_in_another_unicode_form_belongs_to_its_article(tmp_path: Path, article: str, annotations: str) -> None:
    assert reported(coast_workspace(tmp_path, article, annotations)) == []


def test_a_file_that_its_twin_in_another_unicode_form_hides_is_a_problem(tmp_path: Path) -> None:
    workspace = coast_workspace(tmp_path)
    hidden = workspace.annotations / normalize("NFD", "Küste.yaml")
    hidden.write_text("")
    (problem,) = orphaned_files(workspace)
    assert (problem.file.name, problem.message) == (
        hidden.name,
        "is not read: another one has its name in the Unicode form NFC; merge the two",
    )
