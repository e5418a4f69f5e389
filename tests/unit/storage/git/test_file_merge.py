"""Merging annotation files and the codebook by field."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from list_merges import Records, expected_merge, random_edits, random_records, untouched, written

from tui.storage.git.file_merge import merge_texts
from tui.storage.git.parts import UnmergeableError
from tui.storage.yaml.document import parse
from tui.storage.yaml.merge_marks import one_side
from tui.storage.yaml.nodes import Mapping, plain_values

LIST = """\
# head
article: a   # the id
annotations:
  # first
  - id: one
    kind: claim
    speaker: [Ann, Bob]
    quote: some words
    start: 3
    body: |
      A body
      of lines # no comment
    tags: [a, b]   # my tags
    modified: 2020-01-01T00:00:00Z

  # second
  - id: two
    kind: note
    body: x
"""
CODEBOOK = """\
# codebook
propositions:
  a: Sentence a
  b:
    text: Sentence b
    contradicts: [a]
# kinds
kinds:
  hints: {label: Hints, glyph: "~", stance: asserts}
speakers:
  Ann: [A. Lee]   # the mayor
"""


def replaced(text: str, *pairs: tuple[str, str]) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def merged(base: str, ours: list[tuple[str, str]], theirs: list[tuple[str, str]]) -> str:
    result = merge_texts(base, replaced(base, *ours), replaced(base, *theirs))
    assert result.conflicts == result.text.count("<<<<<<< ours\n")
    return result.text


def records_of(text: str) -> Records:
    root = parse(text).root
    assert isinstance(root, Mapping)
    items = plain_values(root)["annotations"] or ()
    records: Records = {}
    for item in items:
        assert isinstance(item, dict)
        fields = {name: list(value) if isinstance(value, tuple) else value for name, value in item.items()}
        records[str(fields.pop("id"))] = fields
    return records


@settings(max_examples=60)
@given(st.integers())
def test_random_changes_merge_by_field(seed: int) -> None:
    random = Random(seed)
    base = random_records(random)
    ours, theirs = (random_edits(random, base, side) for side in ("ours", "theirs"))
    result = merge_texts(written(base), written(ours), written(theirs, "New"))
    expected = expected_merge(base, ours, theirs)
    assert records_of(one_side(result.text, 0)) == expected.ours
    assert records_of(one_side(result.text, 1)) == expected.theirs
    assert result.conflicts == expected.conflicts == result.text.count("<<<<<<< ours\n")
    assert "title: New # the title\n" in result.text
    for lines in untouched(base, ours, theirs):
        assert lines in result.text


def test_each_side_changes_another_field() -> None:
    ours = [("claim", "denial"), ("2020", "2022"), ("# first", "# the first")]
    theirs = [("of lines", "of more lines"), ("2020", "2021"), ("# second", "# second\n  # last")]
    assert merged(LIST, ours, theirs) == replaced(LIST, *ours, theirs[0], theirs[2])


def test_both_change_one_field_differently() -> None:
    text = merged(LIST, [("claim", "denial")], [("claim", "agreement"), ("body: x", "body: y")])
    conflict = "<<<<<<< ours\n    kind: denial\n=======\n    kind: agreement\n>>>>>>> theirs\n"
    assert text == replaced(LIST, ("    kind: claim\n", conflict), ("body: x", "body: y"))


def test_the_place_of_a_quote_is_one_field() -> None:
    text = merged(LIST, [("some words", "words")], [("start: 3", "start: 4")])
    own, other = "    quote: words\n    start: 3\n", "    quote: some words\n    start: 4\n"
    assert f"<<<<<<< ours\n{own}=======\n{other}>>>>>>> theirs\n" in text


def test_what_one_side_changed_and_the_other_deleted_is_a_conflict() -> None:
    item = "  - id: two\n    kind: note\n    body: x\n"
    text = merged(LIST, [(f"  # second\n{item}", "")], [("body: x", "body: y")])
    assert f"<<<<<<< ours\n=======\n  # second\n{item.replace('x', 'y')}>>>>>>> theirs\n" in text
    assert "second" not in one_side(text, 0)  # the comment goes with what it is about
    assert "id: two" not in merged(LIST, [(f"  # second\n{item}", "")], [("claim", "denial")])


def test_records_added_at_one_place_are_both_there() -> None:
    added = ["  # new\n  - {id: three, kind: note}\n", "  - id: four\n    kind: note\n"]
    text = merge_texts(LIST, LIST + added[0], LIST + added[1]).text
    assert text == LIST + added[0] + added[1]


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("tags: [a, b, c]", "tags: [b]", "tags: [b, c]   # my tags"),
        ("tags: [b, a]", "tags: [a, b, d]", "tags: [b, a, d]   # my tags"),
    ],
)
def test_lists_without_an_order_are_united(ours: str, theirs: str, expected: str) -> None:
    assert expected in merged(LIST, [("tags: [a, b]", ours)], [("tags: [a, b]", theirs)])


def test_speakers_are_united_only_if_none_was_removed() -> None:
    added = merged(LIST, [("[Ann, Bob]", "[Ann, Bob, Cem]")], [("[Ann, Bob]", "[Ann, Bob, Dee]")])
    assert "speaker: [Ann, Bob, Cem, Dee]\n" in added
    assert "<<<<<<< ours\n    speaker: [Ann]\n" in merged(LIST, [("[Ann, Bob]", "[Ann]")], [("[Ann, Bob]", "[Bob]")])


def test_the_codebook_is_merged_by_field() -> None:
    ours = [("Sentence a", "New a"), ("label: Hints", "label: H"), ("[A. Lee]", "[Mayor]")]
    theirs = [
        ("  a: Sentence a", "  a:\n    text: Sentence a\n    verdict: open"),
        ("stance: asserts", "stance: neutral"),
        ("[A. Lee]", "[A. Lee, Ann L]"),
        ("kinds:\n", "kinds:\n  says: {label: Says, glyph: y, stance: asserts}\n"),
    ]
    expected = [*theirs[:2], theirs[3], ("Sentence a", "New a"), ("label: Hints", "label: H")]
    assert merged(CODEBOOK, ours, theirs) == replaced(CODEBOOK, *expected, ("[A. Lee]", "[Mayor, Ann L]"))


def test_the_names_of_annotators_are_united() -> None:
    base = CODEBOOK.replace("speakers:", "annotators:")
    ours, theirs = [("[A. Lee]", "[A. Lee, AL]")], [("[A. Lee]", "[A. Lee, Annie]")]
    assert "  Ann: [A. Lee, AL, Annie]   # the mayor\n" in merged(base, ours, theirs)


def test_a_sentence_that_both_changed_is_a_conflict_of_that_proposition() -> None:
    text = merged(CODEBOOK, [("Sentence a", "A")], [("Sentence a", "B"), ("Sentence b", "C")])
    assert "<<<<<<< ours\n  a: A\n=======\n  a: B\n>>>>>>> theirs\n  b:\n    text: C\n" in text


def test_a_template_gets_what_both_add_below_its_comments() -> None:
    template = "# head\npropositions:\n#  a: An example\n\n# Kinds\nkinds:\n"
    ours = template.replace("propositions:\n", "propositions:\n  x: X is\n")
    theirs = template.replace("example\n", "example\n  y: Y is\n")
    root = parse(merge_texts(template, ours, theirs).text).root
    assert isinstance(root, Mapping)
    assert plain_values(root)["propositions"] == {"x": "X is", "y": "Y is"}


def test_an_empty_list_and_other_indents_merge() -> None:
    base = "article: a\nannotations: []\n"
    ours = "article: a\nannotations:\n- id: one\n  kind: note\n"
    theirs = "article: a\nannotations:\n    - id: two\n      kind: note\n      body: |\n        a\n         b\n"
    text = merge_texts(base, ours, theirs).text
    assert text == f"{ours}- id: two\n  kind: note\n  body: |\n    a\n     b\n"
    assert merge_texts(ours, base, ours.replace("article: a", "article: a  # x")).text == (
        "article: a  # x\nannotations: []\n"
    )


def test_a_record_file_is_merged_by_field() -> None:
    base = "id: x\narticle: a\nkind: note\nbody: one\nmodified: 2020-01-01T00:00:00Z\n"
    ours = replaced(base, ("one", "two"), ("2020", "2022"))
    theirs = replaced(base, ("note", "claim"), ("2020", "2023"))
    assert merge_texts(base, ours, theirs).text == replaced(theirs, ("one", "two"))


def test_line_breaks_and_the_missing_last_one_stay() -> None:
    ours = replaced(LIST, ("claim", "denial")).replace("\n", "\r\n")
    assert merge_texts(LIST, ours, replaced(LIST, ("body: x", "body: y"))).text == ours.replace("body: x", "body: y")
    bare = LIST.removesuffix("\n")
    assert merge_texts(bare, replaced(bare, ("claim", "denial")), replaced(bare, ("body: x", "body: y"))).text == (
        replaced(bare, ("claim", "denial"), ("body: x", "body: y"))
    )


@pytest.mark.parametrize(
    "text",
    [
        "a: [", "- a", "a: &x 1", "annotations: [{id: a}, {id: b}]\n", "annotations:\n- id: a\n- id: a\n",
        "annotations:\n- kind: a\n", "annotations:\n- one\n", "a: 1\r\nb: 2\n", "a: 1\rb: 2\n",
    ],
)  # fmt: skip
def test_what_cannot_be_merged_by_field_is_refused(text: str) -> None:
    with pytest.raises(UnmergeableError):
        merge_texts("annotations:\n- id: z\n", text, "annotations:\n- id: y\n")
