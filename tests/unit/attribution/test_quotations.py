import pytest

from tui.attribution.lexicon import load_lexicon
from tui.attribution.quotations import find_quotations
from tui.model.span import Span

MARKS = load_lexicon("en").quotations


def quoted(text: str) -> list[str]:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [text[item.start : item.end] for item in find_quotations(text, paragraphs, MARKS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('"Go," he said. "Now."', ['"Go,"', '"Now."']),
        ("“Go,” he said.", ["“Go,”"]),
        ("''Go,'' he said.", ["''Go,''"]),
        ("‘It’s late,’ he said.", ["‘It’s late,’"]),
        ("«Va», dit-il.", ["«Va»"]),
        ("„Geh“, sagte er.", ["„Geh“"]),
        ('“Go," he said.', ['“Go,"']),
        ("The bridge is 5'' wide, and it’s open.", []),
        ('He said "go and left.', []),
    ],
)
def test_marks(text: str, found: list[str]) -> None:
    assert quoted(text) == found


def test_a_language_has_its_own_marks() -> None:
    text = "彼は「遅い」と言った。"
    (found,) = find_quotations(text, [Span(0, len(text))], {"「": ("」",)})
    assert text[found.start : found.end] == "「遅い」"
    assert find_quotations(text, [Span(0, len(text))], {}) == []


def test_a_quotation_goes_on_if_the_next_paragraph_opens_with_its_mark() -> None:
    text = "“The bridge is old.\n“It must go,” she said."
    first, second = find_quotations(text, [Span(0, 19), Span(20, len(text))], MARKS)
    assert (first.is_open, second.is_open) == (True, False)
    assert quoted("“The bridge is old.\nIt must go.") == []
