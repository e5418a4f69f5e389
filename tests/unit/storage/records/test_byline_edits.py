"""The byline in a list file changes, and nothing else."""

from pathlib import Path

import pytest

from tui.errors import ConflictError, SaveError
from tui.model import Byline
from tui.storage.records.byline_edits import SavedByline, byline_of, changed_text, with_byline
from tui.storage.records.locate import parse_file
from tui.storage.records.text_change import text_change

FILE = Path("north.yaml")
LIST = "annotations:\n  # first\n  - id: a\n    kind: note\n    body: hi\n"


def edited(text: str, before: Byline, after: Byline) -> str:
    return with_byline(parse_file(FILE, text.encode()), "north", before, after).decode()


@pytest.mark.parametrize(
    ("text", "before", "after", "expected"),
    [
        ("", {}, {"outlet": "Nord"}, "article: north\noutlet: Nord\n"),
        (
            "# why\n",
            {},
            {"title": "T", "url": "https://a.b/c"},
            "# why\narticle: north\ntitle: T\nurl: https://a.b/c\n",
        ),
        ("# why", {}, {"outlet": "Nord"}, "# why\narticle: north\noutlet: Nord\n"),
        ("{}\n", {}, {"outlet": "Nord"}, "article: north\noutlet: Nord\n\n"),
        (
            f"article: north\n{LIST}",
            {},
            {"outlet": "Nord", "date": "2016"},
            f'article: north\noutlet: Nord\ndate: "2016"\n{LIST}',
        ),
        (LIST, {}, {"outlet": "Nord"}, f"outlet: Nord\n{LIST}"),
        (f"# top\n{LIST}", {}, {"outlet": "Nord", "author": "A"}, f"# top\noutlet: Nord\nauthor: A\n{LIST}"),
        (
            f"outlet: Nord  # the paper\ntitle: T\n{LIST}",
            {"outlet": "Nord", "title": "T"},
            {"outlet": "North: a paper", "title": "T"},
            f'outlet: "North: a paper"  # the paper\ntitle: T\n{LIST}',
        ),
        (f"article: north\noutlet: Nord # x\n{LIST}", {"outlet": "Nord"}, {}, f"article: north\n{LIST}"),
        ("outlet: Nord\n", {"outlet": "Nord"}, {}, "article: north\n"),
        ("outlet: Nord\ndate: 2016-01-01\n", {"outlet": "Nord", "date": "2016-01-01"}, {}, "article: north\n"),
        (
            f"article: north\nnotes: |\n  two\n  lines\n{LIST}",
            {},
            {"url": "u"},
            f"article: north\nurl: u\nnotes: |\n  two\n  lines\n{LIST}",
        ),
        (
            "title: >-\n  a\n  b\nx: y\n",
            {"title": "a b"},
            {"title": "c", "date": "2016-01-01"},
            'title: c\ndate: "2016-01-01"\nx: y\n',
        ),
        (
            "article: north\r\nannotations: []\r\n",
            {},
            {"outlet": "Nord"},
            "article: north\r\noutlet: Nord\r\nannotations: []\r\n",
        ),
        (
            "{article: north, annotations: []}\n",
            {},
            {"outlet": "Nord, S"},
            '{article: north, outlet: "Nord, S", annotations: []}\n',
        ),
        ("\ufeffannotations: []\n", {}, {"outlet": "Nord"}, "\ufeffoutlet: Nord\nannotations: []\n"),
    ],
)
def test_only_the_changed_keys_differ(text: str, before: dict[str, str], after: dict[str, str], expected: str) -> None:
    assert edited(text, Byline(**before), Byline(**after)) == expected
    assert byline_of(parse_file(FILE, expected.encode())) == Byline(**after)


def test_what_is_there_already_changes_nothing() -> None:
    assert edited("outlet: 'Nord'\n", Byline(), Byline(outlet="Nord")) == "outlet: 'Nord'\n"


def test_a_value_that_somebody_else_changed_is_a_conflict() -> None:
    with pytest.raises(ConflictError, match="somebody else"):
        edited("outlet: M\n", Byline(outlet="Nord"), Byline(outlet="O"))
    assert (
        edited("outlet: M\ndate: x\n", Byline(date="x"), Byline(date="2016-01-01")) == 'outlet: M\ndate: "2016-01-01"\n'
    )


@pytest.mark.parametrize("text", ["- a\n", "just words\n", "a: [\n"])
def test_what_is_no_list_file_is_not_changed(text: str) -> None:
    with pytest.raises(SaveError):
        edited(text, Byline(), Byline(outlet="Nord"))


def test_a_reverted_change_restores_the_text_unless_others_changed_it() -> None:
    before, after = f"# a  \noutlet:   Nord\n{LIST}", f"# a  \noutlet: M\n{LIST}"
    left = parse_file(FILE, after.encode())
    saved = SavedByline(text_change(before, after), left.fingerprint)
    bylines = Byline(outlet="M"), Byline(outlet="Nord")
    assert changed_text(left, "north", *bylines, saved) == before
    others = parse_file(FILE, after.replace("hi", "ho").encode())
    assert changed_text(others, "north", *bylines, saved) == f"# a  \noutlet: Nord\n{LIST}".replace("hi", "ho")
