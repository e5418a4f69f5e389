import pytest
from made_grammar import clause_of

from tui.attribution.frame import Frame
from tui.attribution.marks.marked_points import score_frame


@pytest.mark.parametrize(
    ("rule", "features"),
    [
        ("that", {"right.that", "left.past.name"}),
        ("quotation before", {"content left", "after a quotation"}),
        ("clause", {"right.clause", "reported mood"}),
    ],
)
def test_features(rule: str, features: set[str]) -> None:
    clause = clause_of("Müller sagte, es sei spät.", "de", "sagte")
    score = score_frame(clause.grammar, clause.cue, Frame(rule, (range(3, 6),)), range(1))
    assert features <= {name for name, _ in score.features}
    assert score.points == sum(points for _, points in score.features)


@pytest.mark.parametrize(("source", "feature"), [("Er", "pronoun"), ("Der Minister", "person"), ("Müller", "name")])
def test_speakers(source: str, feature: str) -> None:
    clause = clause_of(f"{source} sagte, es sei spät.", "de", "sagte")
    score = score_frame(clause.grammar, clause.cue, Frame("that", (range(4, 6),)), clause.source(None))
    assert f"left.past.{feature}" in {name for name, _ in score.features}


def test_a_missing_source_costs_points() -> None:
    clause = clause_of("Müller sagte, es sei spät.", "de", "sagte")
    assert ("no source", -60) in score_frame(clause.grammar, clause.cue, Frame("that", (range(3, 6),)), None).features
