"""The folder that brat opens."""

from collations import Telling, annotate, collate

from tui.analysis.survey import Survey
from tui.formats.brat.corpus import corpus_files, count_left_out


def test_notes_that_are_replies_are_not_left_out() -> None:
    claim = annotate("claim", "Aid", id="k")
    kept = annotate("claim", "went", id="b", extra=(("brat", ("1\tT9\tclaim 4 8\twent",)),))
    gone = annotate("claim", "Nobody", id="g")
    notes = (
        annotate("note", on="k", id="n", body="In"),
        *(annotate("note", on=subject, id=f"n-{subject}", body="Out") for subject in ("n", "b", "g", "")),
    )
    survey = Survey(collate(Telling("one", "Aid went", (claim, kept, gone, *notes))))
    document = dict(corpus_files(survey))["one.ann"]
    assert "Out" not in document
    assert "In" in document
    assert count_left_out(survey, survey.collation) == 5


def test_each_article_has_its_text_and_its_annotations() -> None:
    files = dict(
        corpus_files(Survey(collate(Telling("one", "Aid", (annotate("claim", "Aid", id="k"),)), Telling("two", "No"))))
    )
    assert list(files) == ["annotation.conf", "visual.conf", "one.txt", "one.ann", "two.txt", "two.ann"]
    assert files["one.txt"] == "Aid"
    assert files["one.ann"].startswith("T1\tclaim 0 3\tAid\nE1\tclaim:T1\n#1\tId E1\tk\n")
    assert files["two.ann"] == ""
