from tui.attribution.score import Score


def test_probability_and_reasons() -> None:
    score = Score(0, (("a", 3), ("b", -9), ("c", 1), ("d", 5)))
    assert score.probability == 0.5
    assert score.reasons == ("b (-9)", "d (+5)", "a (+3)")
    assert Score(-10_000, ()).probability < 1e-8
