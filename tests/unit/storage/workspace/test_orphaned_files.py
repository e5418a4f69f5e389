"""Annotation files that belong to no article."""

from pathlib import Path
from unicodedata import normalize

import pytest
from blocked_paths import block
from coast_workspace import coast_workspace

from tui.model import Severity, Workspace
from tui.storage.workspace.orphaned_files import orphaned_files


def said(workspace: Workspace) -> list[str]:
    return [str(problem).removeprefix(f"{workspace.root}/") for problem in orphaned_files(workspace)]


def test_what_belongs_to_an_article_or_to_nobody_is_fine(ferry: Workspace) -> None:
    for name in ("north/mira.x.yaml", "codebook/mira.y.yaml", "empty/README.md", "notes.txt", ".hidden.yaml"):
        (ferry.annotations / name).parent.mkdir(exist_ok=True)
        (ferry.annotations / name).write_text("")
    assert said(ferry) == []


def test_files_and_folders_of_no_article_are_listed_by_name(ferry: Workspace) -> None:
    for name in ("west/mira.x.yaml", "east.yaml"):
        (ferry.annotations / name).parent.mkdir(exist_ok=True)
        (ferry.annotations / name).write_text("")
    assert said(ferry) == [
        "annotations/east.yaml: belongs to no article; put east.txt into articles/ or remove it",
        "annotations/west: belongs to no article; put west.txt into articles/ or remove it",
    ]


def test_a_suffix_that_is_not_read_is_a_warning(ferry: Workspace) -> None:
    (ferry.annotations / "north.yml").write_text("")
    (problem,) = orphaned_files(ferry)
    assert (problem.severity, problem.message) == (Severity.WARNING, "is not read; rename it to north.yaml")


def test_two_articles_of_one_name_are_a_problem(ferry: Workspace) -> None:
    (ferry.articles / "north.md").write_text("")
    assert said(ferry) == ["articles/north.txt: has the same name as north.md; rename one of the two"]


@pytest.mark.parametrize("name", ["none", "file"])
def test_without_a_folder_of_annotations_there_is_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").mkdir()
    (tmp_path / "file" / "annotations").write_text("")
    assert orphaned_files(Workspace(tmp_path / name, tmp_path / name / "articles")) == []


def test_articles_named_one_by_one_own_what_they_own(ferry: Workspace) -> None:
    (ferry.annotations / "east.yaml").write_text("")
    assert orphaned_files(Workspace(ferry.root, ferry.articles, (ferry.articles / "north.txt",))) == []


def test_what_cannot_be_read_hides_no_other_problem(ferry: Workspace) -> None:
    block(ferry.annotations / "a-link", "link to itself")
    (ferry.annotations / "east.yaml").write_text("")
    assert said(ferry) == ["annotations/east.yaml: belongs to no article; put east.txt into articles/ or remove it"]


@pytest.mark.parametrize("article", ["NFC", "NFD"])
@pytest.mark.parametrize("annotations", ["NFC", "NFD"])
def test_a_name_in_another_unicode_form_belongs_to_its_article(tmp_path: Path, article: str, annotations: str) -> None:
    assert said(coast_workspace(tmp_path, article, annotations)) == []


def test_a_file_that_its_twin_in_another_unicode_form_hides_is_a_problem(tmp_path: Path) -> None:
    workspace = coast_workspace(tmp_path)
    hidden = workspace.annotations / normalize("NFD", "Küste.yaml")
    hidden.write_text("")
    (problem,) = orphaned_files(workspace)
    assert (problem.file.name, problem.message) == (
        hidden.name,
        "is not read: another one has its name in the Unicode form NFC; merge the two",
    )
