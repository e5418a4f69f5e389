"""An annotation's reference and quote."""

from tui.model import Annotation, RecordRef, TextSelector


def test_an_annotation_is_referred_to_by_article_and_id() -> None:
    assert Annotation("k3v9", "claim", article="a").ref == RecordRef("a", "k3v9")


def test_an_annotation_without_target_has_an_empty_quote() -> None:
    assert Annotation("a", "claim", target=TextSelector("a ship", "of ")).quote == "a ship"
    assert Annotation("a", "note").quote == ""
