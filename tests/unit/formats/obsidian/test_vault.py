"""The folder of notes: every link has its target, and no name leaves it."""

import re
from pathlib import PurePosixPath

from aid_and_talks import BOOK, aid_and_talks
from collations import Telling, annotate, codebook, collate
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui.analysis.survey import Survey
from tui.formats.export_format import ExportRequest
from tui.formats.obsidian.vault import vault_files, vault_pieces
from tui.model import Byline

LINK = re.compile(r"\[\[([^\[\]|\n\"]*)\|[^\]|]*\]\]")
HOSTILE = st.lists(
    st.sampled_from(
        ["../", "..\\", "/", "]]", "[[", "|", "#", "^x", "%%", "<b>", "`", "$", "\n", "---", "CON", "é", "\u202e"]
    )
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=4),
    min_size=1,
    max_size=8,
).map("".join)


def request_of(survey: Survey) -> ExportRequest:
    return ExportRequest(survey, survey)


def unresolved(files: dict[str, str]) -> list[str]:
    """Return the links that lead nowhere."""
    missing = []
    for text in files.values():
        for target in LINK.findall(text):
            note, _, block = target.partition("#^")
            document = files.get(f"{note}.md", "") if note else text
            found = (
                f"^{block}" in re.findall(r"(?:^| )(\^[A-Za-z0-9-]+)$", document, re.MULTILINE) if block else document
            )
            missing += [] if found else [target]
    return missing


def test_a_folder_has_a_note_for_each_article_proposition_and_speaker() -> None:
    files = dict(vault_files(request_of(Survey(aid_and_talks()))))
    assert [*files] == [
        "Accounts compared.md",
        "articles/A Aid must come. No talks.md",
        "articles/B There is no word.md",
        *(f"propositions/{slug}.md" for slug in ("aid", "talks", "quiet")),
        *(f"speakers/{name}.md" for name in ("Mevlüt Çavuşoğlu", "Lavrov", "Zarif")),
    ]
    assert unresolved(files) == []
    assert sum(len(LINK.findall(text)) for text in files.values()) > 15
    assert files["propositions/talks.md"].startswith(
        '---\naliases: ["Talks | took *place*"]\nproposition: "talks"\nstatus: "rejected"\n---\n\n# Talks '
    )
    assert 'aliases: ["Cavusoglu"]' in files["speakers/Mevlüt Çavuşoğlu.md"]


def test_one_note_has_everything_and_its_links_lead_into_it() -> None:
    text = "".join(vault_pieces(request_of(Survey(aid_and_talks()))))
    assert unresolved({"all.md": text}) == []
    assert text.count("Aid must come\n") == 1
    assert text.count("\n## ") == 8


def test_of_chosen_records_the_status_is_that_of_all() -> None:
    whole = Survey(aid_and_talks())
    claim = annotate("claim", "Aid must come", "Lavrov", "aid")
    one = Survey(collate(Telling("one", "Aid must come.", (claim,)), book=BOOK))
    assert str(one.comparison.rows[0].status) == "single account"
    request = ExportRequest(whole, one, scope="kind claim")
    text = "".join(vault_pieces(request))
    assert "Only what matches: kind claim." in text
    assert "*Open* ^p-aid" in text
    assert '\nstatus: "open"\n' in dict(vault_files(request))["propositions/aid.md"]


def test_a_speaker_who_makes_no_statement_that_counts_has_a_note_too() -> None:
    note = annotate("note", "x", ("Ann",), body="Hm")
    files = dict(vault_files(request_of(Survey(collate(Telling("one", "x", (note,)))))))
    assert files["speakers/Ann.md"] == "# Ann\n\n0 statements\n"
    assert unresolved(files) == []


@settings(max_examples=60, derandomize=True, deadline=None)
@given(HOSTILE, HOSTILE, HOSTILE, HOSTILE)
def test_hostile_names_stay_in_the_folder_and_every_link_resolves(slug: str, name: str, tag: str, body: str) -> None:
    records = (
        annotate("claim", "x", (name,), slug, id=tag, tags=(tag,), body=body, cue=name),
        annotate("note", id="n", on=tag, body=body, annotator=name),
        annotate("denial", "y", (f"{name}2",), slug.upper(), id=f"{tag}2", hedge=tag),
    )
    book = codebook({slug: name, slug.upper(): tag})
    survey = Survey(collate(Telling("one", "x y", records, Byline(outlet=name, url=tag)), book=book))
    files = dict(vault_files(request_of(survey)))
    assert unresolved(files) == []
    assert unresolved({"all": "".join(vault_pieces(request_of(survey)))}) == []
    assert len({path.casefold() for path in files}) == len(files)
    for path, text in files.items():
        assert ".." not in PurePosixPath(path).parts
        assert path.count("/") <= 1
        types = {
            token.type
            for token in MarkdownIt("commonmark").parse(re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL))
        }
        assert not any(kind.startswith("html") for kind in types)
