import pytest

from tui.attribution.attribution import find_attributions


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ruiz said that it was late, adding that she would go.",
         [("Ruiz", "said", "that it was late"), ("Ruiz", "adding", "that she would go")]),
        ("“It is late,” Ruiz said, noting that the hall was closed.",
         [("Ruiz", "said", "“It is late,”"), ("Ruiz", "noting", "that the hall was closed")]),
        ("Ruiz said that Lind believed that it was late.", [("Ruiz", "said", "that Lind believed that it was late")]),
        ("Ruiz and Lind — who oppose the city — said they had agreed on a bridge.",
         [("Ruiz and Lind", "said", "they had agreed on a bridge")]),
        ("The bridge opened on Monday.", []),
    ],
)  # fmt: skip
def test_source_cue_and_content(text: str, found: list[tuple[str, str, str]]) -> None:
    items = [item for item in find_attributions(text) if item.cue.of(text) != "oppose"]
    assert [
        (item.source.of(text), item.cue.of(text), item.content[0].of(text)) for item in items if item.source
    ] == found


def test_a_higher_threshold_keeps_the_surest() -> None:
    text = "Ruiz said that it was late. Lind wanted a bridge."
    assert [item.cue.of(text) for item in find_attributions(text)] == ["said", "wanted"]
    assert [item.cue.of(text) for item in find_attributions(text, threshold=0.9)] == ["said"]


def test_an_attribution_says_its_rule_score_and_reasons() -> None:
    (item,) = find_attributions("Ruiz said that it was late.")
    assert (item.rule, item.score) == ("that", 0.98)
    assert item.reasons == ("right.that (+12)", "left.past.name (+10)", "class.say (+8)")


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "said", "“", "“”", '"' * 3000, "said " * 3000, "Ana Ruiz " * 3000, "“Go,” said Ruiz, " * 1000,
     "he said the plan, which Ruiz believes, was late and noted it " * 1000, "\ufeff\u200b“\u0000” said Ruiz."],
)  # fmt: skip
def test_odd_texts_have_places_within_the_text(text: str) -> None:
    for item in find_attributions(text, threshold=0.1):
        for span in (item.cue, *item.content):
            assert 0 <= span.start < span.end <= len(text)
