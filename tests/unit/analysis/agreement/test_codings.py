"""Who marked what: names, statements of several records, doubtful places."""

from collations import Telling, annotate, codebook, collate

from tui.analysis.agreement.codings import annotator_names, code_articles
from tui.model import Span

TEXT = "The radar failed, Ada Holm said. Nobody was hurt."


def test_spellings_of_a_name_are_one_annotator_and_no_name_is_last() -> None:
    records = [
        annotate("claim", "radar", id=f"r{number}", annotator=who)
        for number, who in enumerate(("", "Zoë", "zoe", "Ada"))
    ]
    collation = collate(Telling("x", TEXT, tuple(records)))
    assert annotator_names(collation) == ("Ada", "Zoë", "")
    [article] = code_articles(collation)
    assert list(article.by_annotator) == list(annotator_names(collation))


def test_records_of_one_statement_count_once() -> None:
    book = codebook(speakers={"Ada Holm": ("Holm",)})
    first = annotate("claim", "The radar failed", ("Holm", "Crew"), id="1", annotator="A")
    second = annotate("claim", "radar failed", ("Crew", "ADA HOLM"), id="2", annotator="A")
    [article] = code_articles(collate(Telling("x", TEXT, (first, second)), book=book))
    [coding] = article.by_annotator["A"]
    assert (coding.ids, coding.speakers, coding.spans) == (("1", "2"), ("Ada Holm", "Crew"), (Span(0, 16),))
    assert coding.place == Span(0, 16)


def test_notes_do_not_count_but_show_that_the_article_was_read() -> None:
    note = annotate("note", "radar", id="1", annotator="A", body="Hm.")
    [article] = code_articles(collate(Telling("x", TEXT, (note,))))
    assert article.by_annotator == {"A": ()}


def test_what_has_no_certain_place_is_set_apart() -> None:
    gone = annotate("claim", "sonar", id="1", annotator="A")
    [article] = code_articles(collate(Telling("x", TEXT, (gone, annotate("claim", "radar", id="2", annotator="B")))))
    assert article.by_annotator["A"] == ()
    assert [coding.ids for coding in article.doubtful] == [("1",)]
    assert article.of(["B"]).doubtful == ()
    assert list(article.of(["B"]).by_annotator) == ["B"]


def test_readers_can_be_named_who_marked_nothing() -> None:
    collation = collate(Telling("x", TEXT, (annotate("claim", "radar", id="1", annotator="B"),)), Telling("y", TEXT))
    assert [list(article.by_annotator) for article in code_articles(collation)] == [["B"], []]
    assert [list(article.by_annotator) for article in code_articles(collation, ["B"])] == [["B"], ["B"]]
