"""The folder that brat opens."""

from collations import Telling, annotate, collate

from tui.analysis.survey import Survey
from tui.formats.brat.corpus import corpus_files


def test_each_article_has_its_text_and_its_annotations() -> None:
    files = dict(
        corpus_files(Survey(collate(Telling("one", "Aid", (annotate("claim", "Aid", id="k"),)), Telling("two", "No"))))
    )
    assert list(files) == ["annotation.conf", "visual.conf", "one.txt", "one.ann", "two.txt", "two.ann"]
    assert files["one.txt"] == "Aid"
    assert files["one.ann"].startswith("T1\tclaim 0 3\tAid\nE1\tclaim:T1\n#1\tId E1\tk\n")
    assert files["two.ann"] == ""
