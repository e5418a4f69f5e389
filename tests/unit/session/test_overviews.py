"""Test that the overview leaves out what was settled, if asked to."""

from collations import Telling, annotate, collate

from tui.session.overviews import Overviews


def test_an_overview_is_kept_for_its_collation_and_for_what_is_left_out() -> None:
    records = (
        annotate("claim", "It failed", id="a", annotator="Ada"),
        annotate("denial", "It failed", id="b", annotator="Ben"),
        annotate("denial", "It failed", id="c", annotator="Mira", resolves=("a", "b")),
    )
    collation, overviews = collate(Telling("one", "It failed.", records)), Overviews()
    everything = overviews.of(collation)
    assert overviews.of(collation) is everything
    overviews.adjudicated_only = True
    settled = overviews.of(collation)
    assert overviews.of(collation) is settled
    shown = [[entry.annotation.id for entry in overview.records.entries] for overview in (everything, settled)]
    assert shown == [["a", "b", "c"], ["c"]]
    assert (everything.is_adjudicated, settled.is_adjudicated) == (False, True)
    assert overviews.of(collate()) is not settled
