"""What a git merge left in a YAML file."""

import pytest

from tui.storage.yaml.merge_marks import is_about, one_side, open_conflicts

TEXT = "a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\nc:\n>>>>>>> x\nd: 4\n"


def test_our_side_is_read_at_its_place() -> None:
    text, (mark,) = open_conflicts(TEXT)
    assert text == "a: 1\n#<<<<<< HEAD\nb: 2\n#======\n#: 3\n#:\n#>>>>>> x\nd: 4\n"
    assert TEXT[mark.start : mark.end] == TEXT[5:-5]
    assert (mark.ours, mark.theirs) == ("b: 2\n", "b: 3\nc:\n")
    assert mark.message.startswith("a merge left both versions here: “b: 2” or “b: 3 c:”; keep one")


def test_either_side() -> None:
    assert (one_side(TEXT, 0), one_side(TEXT, 1)) == ("a: 1\nb: 2\nd: 4\n", "a: 1\nb: 3\nc:\nd: 4\n")


def test_the_common_ancestor_and_line_breaks_of_windows() -> None:
    text = TEXT.replace("=======", "||||||| base\nb: 0\n=======").replace("\n", "\r\n")
    opened, (mark,) = open_conflicts(text)
    assert (len(opened), mark.ours) == (len(text), "b: 2\r\n")
    assert [line for line in opened.splitlines() if line[0] != "#"] == ["a: 1", "b: 2", "d: 4"]


@pytest.mark.parametrize(
    "text", ["a: b\n", "<<<<<<< a\n", "<<<<<<< a\n=======\n", "x: <<<<<<< a\n=======\n>>>>>>> b\n"]
)
def test_other_texts_stay(text: str) -> None:
    assert open_conflicts(text) == (text, ())


@pytest.mark.parametrize(("sides", "expected"), [(("", "  c: d\n"), True), (("", "- id: x\n"), False)])
def test_a_conflict_behind_a_record_is_about_it_unless_an_item_begins(sides: tuple[str, str], expected: bool) -> None:
    text = f"- id: a\n# b\n<<<<<<< ours\n{sides[0]}=======\n{sides[1]}>>>>>>> theirs\n"
    opened, (mark,) = open_conflicts(text)
    assert is_about(mark, opened, 2, 7) is expected
    assert is_about(mark, opened, mark.start - 1, mark.start + 1)
    assert not is_about(mark, opened, mark.end, mark.end + 1)
