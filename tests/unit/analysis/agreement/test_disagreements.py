"""The list of disagreements."""

from tui.analysis.agreement.codings import Coding
from tui.analysis.agreement.disagreements import Difference, coded_value, find_disagreements
from tui.analysis.agreement.matching import Unit
from tui.model import Span

ADA = Coding("x", (Span(0, 4), Span(6, 9)), "Ada", ("1",), "claim", ("Sun", "The Moon"), "p")


def test_every_field_is_compared() -> None:
    changes = {
        Difference.SPAN: {"spans": (Span(0, 9),)},
        Difference.KIND: {"kind": "denial"},
        Difference.SPEAKER: {"speakers": ("Sun",)},
        Difference.PROPOSITION: {"about": ""},
    }
    for difference, change in changes.items():
        unit = Unit((ADA, ADA._replace(annotator="Ben", ids=("2",), **change)), ("Ada", "Ben"))  # type: ignore[arg-type]  # each has its own type
        assert [one.difference for one in find_disagreements([unit])] == [difference]
    [one] = find_disagreements([Unit((ADA,), ("Ada", "Ben"))])
    assert (one.difference, one.article) == (Difference.MARKED, "x")
    assert find_disagreements([Unit((ADA, ADA._replace(annotator="Ben")), ("Ada", "Ben"))]) == ()


def test_values_are_words() -> None:
    values = [coded_value(ADA, difference) for difference in Difference]
    assert values == ["0–4; 6–9", "0–4; 6–9", "claim", "Sun; The Moon", "p"]
    assert coded_value(ADA._replace(speakers=()), Difference.SPEAKER) == "own voice"
