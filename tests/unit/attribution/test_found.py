from tui.attribution.found import is_accepted
from tui.attribution.frame import Frame
from tui.attribution.score import Score


def test_less_is_enough_beside_a_quotation() -> None:
    score = Score(-5, ())
    assert is_accepted(score, Frame("quotation before", (range(2),)), 0.5)
    assert not is_accepted(score, Frame("that", (range(2),)), 0.5)
