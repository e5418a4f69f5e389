import pytest

from tui.attribution.suggestion import draft_suggestions
from tui.model.codebook import BUILT_IN_KINDS, Codebook, Kind, Stance


def kind_and_hedge(text: str, codebook: Codebook | None = None) -> tuple[str, str]:
    draft = draft_suggestions(text, codebook=codebook)[-1]
    return draft.kind, draft.hedge


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ruiz said that it was late.", "claim"),
        ("Ruiz denied that it was late.", "denial"),
        ("Ruiz did not deny that it was late.", "claim"),
        ("“We have never sold it,” Ruiz said.", "denial"),
        ("Ruiz agreed that it was late.", "agreement"),
        ("Ruiz disagreed that it was late.", "claim"),
        ("Turkey and Russia are united in the wish to build.", "agreement"),
        ("Ana Ruiz and Ole Lind said that it was late.", "agreement"),
        ("Ruiz said they had agreed on a new bridge.", "agreement"),
        ("The city declined to comment on the sale.", "no-comment"),
        ("The city said it had no knowledge of the sale.", "no-comment"),
    ],
)
def test_kind(text: str, kind: str) -> None:
    assert kind_and_hedge(text)[0] == kind


def test_a_kind_that_the_codebook_declares() -> None:
    kinds = {kind.name: kind for kind in (*BUILT_IN_KINDS, Kind("no-knowledge", "Knows nothing", "o", Stance.NEUTRAL))}
    text = "The city said it had no knowledge of the sale."
    assert kind_and_hedge(text, Codebook(kinds=kinds))[0] == "no-knowledge"


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("Ruiz reportedly said that it was late.", "reportedly"),
        ("Ruiz said that it was late.", ""),
        ("Ruiz said, “It was allegedly late.”", ""),
        ("If Ruiz says that it is late, we go.", "If"),
    ],
)
def test_hedge(text: str, hedge: str) -> None:
    assert kind_and_hedge(text)[1] == hedge


def test_both_parties_of_an_agreement() -> None:
    text = "The mayor Ana Ruiz met Peter Lind in Porto. “We agreed on a new bridge,” Ruiz said."
    (draft,) = draft_suggestions(text)
    assert (draft.kind, draft.speaker) == ("agreement", ("Ana Ruiz", "Peter Lind"))


@pytest.mark.parametrize(
    ("text", "kind", "cue"),
    [
        ("The city ruled out poison.", "denial", "ruled out"),
        ("The city did not rule out poison.", "claim", "did not rule out"),
    ],
)
def test_ruling_out_is_a_denial(text: str, kind: str, cue: str) -> None:
    (draft,) = draft_suggestions(text)
    assert (draft.kind, draft.cue, [span.of(text) for span in draft.spans]) == (kind, cue, ["poison"])
