"""The annotations of a note that Zotero has exported as Markdown."""

from time import process_time

import pytest

from tui.formats.foreign import ForeignAnnotation, ImportFile
from tui.formats.zotero_note import is_zotero_note, read_zotero_note

CITED = "([Holm, 2016, p. 3](zotero://select/library/items/AAAA1111))"
PDF = "([pdf](zotero://open-pdf/library/items/BBBB2222?page=3&annotation={}))"
NOTE = f"""# Annotations
(6/1/2023, 5:20:39 PM)

“Nobody was hurt” {CITED} {PDF.format("CCCC3333")} Really?
And when?

“He said “no” \\*twice\\*” {CITED} {PDF.format("DDDD4444")}

My own remark.

## Later
- “a” {CITED} {PDF.format("EEEE5555")} one two “b” {CITED} {PDF.format("FFFF6666")}

A note on the page {CITED}

![a picture](attachments/A.png) {CITED} {PDF.format("GGGG7777")}
"""


def read(text: str, name: str = "north.md") -> tuple[ForeignAnnotation, ...]:
    return read_zotero_note(ImportFile(name, text)).annotations


def test_each_annotation_has_its_quote_comment_and_key() -> None:
    annotations = read(NOTE)
    assert [(each.annotation.quote, each.annotation.body) for each in annotations] == [
        ("Nobody was hurt", "Really?\nAnd when?"),
        ("He said “no” *twice*", "My own remark."),
        ("a", "one two"),
        ("b", ""),
        ("", "A note on the page"),
    ]
    assert len({each.source_id for each in annotations}) == len(annotations) == 5
    assert annotations[0].article.file == "north.md"


@pytest.mark.parametrize(
    ("text", "quote", "body", "title"),
    [
        (f"[Go to annotation]{PDF.format('K1')[6:-1]} “a b” {CITED} Why", "a b", "Why", ""),
        (
            "“a” ([“Ferry”](zotero://select/groups/5/items/A)) "
            "([snapshot](zotero://open-pdf/groups/5/items/B?sel=p%3Anth-child(147)&annotation=K1)) x",
            "a",
            "x",
            "Ferry",
        ),
        (f'> <mark style="background-color: #ffd400">“a”</mark> {CITED} {PDF.format("K1")}', "a", "", ""),
        (f"„a“ {CITED} {PDF.format('K1')}", "a", "", ""),
        (f"« a » {CITED} {PDF.format('K1')}", "a", "", ""),
        (f"---\ntitle: Fog\nurl: http://x.example\n---\n“a” {CITED} {PDF.format('K1')}", "a", "", "Fog"),
    ],
)
def test_the_forms_that_are_found_are_read(text: str, quote: str, body: str, title: str) -> None:
    (each,) = read(text)
    assert (each.annotation.quote, each.annotation.body, each.article.title) == (quote, body, title)


def test_an_annotation_is_the_same_wherever_its_document_is_shown() -> None:
    first, second = (read(f"“{words}” {CITED} {PDF.format('K1')}")[0].source_id for words in ("a", "a b"))
    other = read(f"“a” {CITED} {PDF.format('K2')}")[0].source_id
    assert first == second != other


@pytest.mark.parametrize(("text", "expected"), [(NOTE, True), (f"> [!quote]\n> a {CITED}", False), ("“a” (b)", False)])
def test_a_note_without_callouts_is_of_zotero(text: str, expected: bool) -> None:
    assert is_zotero_note(ImportFile("a.md", text)) is expected


@pytest.mark.parametrize("piece", ["“", "[", "([", "” ([", f"“a” {CITED} ", "(zotero://select/library/items/A", "- \n"])
def test_odd_notes_take_time_in_proportion(piece: str) -> None:
    def cost(number: int) -> float:
        text = f"“a” {CITED}" + piece * number
        begun = process_time()
        read(text)
        return process_time() - begun

    few, many = (min(cost(number) for _ in range(3)) for number in (2_000, 8_000))
    assert many < 8 * few + 0.2
