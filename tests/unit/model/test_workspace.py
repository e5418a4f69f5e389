"""Where a workspace keeps its annotations."""

from pathlib import Path

from tui.model import Workspace


def test_the_paths_of_annotations() -> None:
    workspace = Workspace(Path("root"), Path("root/seeds"))
    assert workspace.annotations == Path("root/annotations")
    assert workspace.codebook == Path("root/annotations/codebook.yaml")
    assert workspace.proposition_notes == Path("root/annotations/codebook")
    assert workspace.list_file("an.article") == Path("root/annotations/an.article.yaml")
    assert workspace.records("an.article") == Path("root/annotations/an.article")
