"""The files of new records."""

from pathlib import Path

import pytest

from tui.errors import SaveError
from tui.model import Annotation, Workspace
from tui.storage.records.record_path import check_article_name, record_path

WORKSPACE = Workspace(Path("/w"), Path("/w/articles"))


def test_a_file_is_named_after_annotator_and_id() -> None:
    annotation = Annotation("Ä b", "note", "one", annotator="Ada Holm")
    assert record_path(WORKSPACE, annotation) == Path("/w/annotations/one/ada-holm.a-b.yaml")
    assert record_path(WORKSPACE, Annotation("x", "note", about="p")) == Path("/w/annotations/codebook/anon.x.yaml")


@pytest.mark.parametrize("article", ["..", "a/b", "Codebook"])
def test_a_name_that_leads_elsewhere_is_refused(article: str) -> None:
    with pytest.raises(SaveError, match="cannot be an article's name"):
        check_article_name(WORKSPACE, article)
    with pytest.raises(SaveError):
        record_path(WORKSPACE, Annotation("x", "note", article))
