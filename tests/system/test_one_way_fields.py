"""What formats that only go out keep is what the docs say."""

from dataclasses import replace
from pathlib import Path

from collations import Telling, annotate, codebook, collate

from tui.analysis.survey import Survey
from tui.formats.export_format import FORMATS, ExportRequest
from tui.model import Byline, Codebook, Proposition, Speaker, TextSelector

PAGE = Path(__file__).resolve().parents[2] / "docs/formats.md"
ONE_WAY = ("argdown", "claims")
MARKS = {
    "`id`": "zid",
    "`kind`": '"kind"',
    "`speaker`, by the codebook's name": "zspeaker",
    "`as`": "zas",
    "`via`": "zvia",
    "`cue`": "zcue",
    "`hedge`": "zhedge",
    "`quote`, in today's words": "zquote",
    "`prefix`, `suffix`": "zprefix",
    "`body`, and notes": "zbody",
    "`tags`": "ztag",
    "`was`": "zwas",
    "`annotator`": "zannotator",
    "`created`, `modified`": "2026-01-0",
    "`suggested`": "zsuggested",
    "keys of your own": "zown",
    "denials": "zdenied",
    "neutral kinds, such as `no-comment`": "zneutral",
    "quotes without a certain place": "zdoubtful",
    "statements without a proposition": "zstray",
    "the proposition's slug and sentence": "zsentence",
    "its status": "disputed",
    "its verdict, with `because`, `sources`, `checked`": "zbecause",
    "what contradicts it": "><",
    "other names of speakers": "zalias",
    "the article's outlet, title, date, address": "zoutlet",
    "the article's author": "zauthor",
}
"""A word of each thing that a workspace holds, as a document shows it if it keeps it."""


def written(name: str) -> str:
    """Return a document of records in which each field has its own word."""
    times = {"created": "2026-01-01T00:00:00Z", "modified": "2026-01-02T00:00:00Z"}
    said = {"cue": "zcue", "hedge": "zhedge", "via": ("zvia",), "speaker_words": "zas", "suggested": "zsuggested"}
    own = {"body": "zbody", "tags": ("ztag",), "was": ("zwas",), "annotator": "zannotator", "extra": (("own", "zown"),)}
    full = annotate("claim", "zquote", "zalias", "zslug", id="zid", **times, **said, **own)
    records = (
        replace(full, target=TextSelector("zquote", "zprefix ")),
        annotate("denial", "zdenied", about="zslug"),
        annotate("no-comment", "zneutral", about="zslug"),
        annotate("claim", "zdoubtful", about="zslug"),
        annotate("claim", "zstray"),
        annotate("claim", "zelse", about="zother"),
        annotate("note", body="zbody"),
    )
    byline = Byline("ztitle", "zoutlet", "zauthor", "2026-04-04", "https://zaddress.example")
    book = Codebook(
        {
            "zslug": Proposition("zslug", "zsentence", ("zother",), "zverdict", "zbecause", ("zsource",), "2026-03-03"),
            "zother": Proposition("zother", "z"),
        },
        codebook().kinds,
        {"zspeaker": Speaker("zspeaker", ("zalias",))},
    )
    survey = Survey(collate(Telling("one", "zquote zdenied zneutral zstray zelse", records, byline), book=book))
    write = FORMATS[name].write
    assert write
    return "".join(write(ExportRequest(survey, survey)))


def test_the_table_in_the_docs_says_what_is_kept() -> None:
    documents = [written(name) for name in ONE_WAY]
    rows = [f"| | {' | '.join(f'`{name}`' for name in ONE_WAY)} |", "|---|---|---|"]
    for what, mark in MARKS.items():
        kept = ("yes" if mark in document else "no" for document in documents)
        rows.append(f"| {what} | {' | '.join(kept)} |")
    assert "\n".join(rows) in PAGE.read_text("utf-8"), "\n".join(rows)
