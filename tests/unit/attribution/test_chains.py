import pytest

from tui.attribution.suggestion import draft_suggestions


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        ("Ana Ruiz said that the Foreign Ministry denied that it was late.", ("Foreign Ministry",), ("Ana Ruiz",)),
        ("Turkey and Russia are united in the wish to build, Ana Ruiz said.", ("Turkey", "Russia"), ("Ana Ruiz",)),
        ("The two sides are of one mind: Ana Ruiz and Ole Lind agreed on a plan.", ("Ana Ruiz", "Ole Lind"), ()),
        ("Ana Ruiz said that she denied that it was late.", ("Ana Ruiz",), ()),
        ("Ana Ruiz said that the bridge was late.", ("Ana Ruiz",), ()),
        ("Ana Ruiz said, “The city denied that it was late.”", ("Ana Ruiz",), ()),
    ],
)
def test_who_speaks_and_who_reports_it(text: str, speaker: tuple[str, ...], via: tuple[str, ...]) -> None:
    (draft,) = draft_suggestions(text)
    assert (draft.speaker, draft.via) == (speaker, via)


def test_the_words_for_a_speaker_are_not_those_for_who_reports_it() -> None:
    text = "The mayor Tomas Reyl left. Its secretary said Reyl had promised that it was late."
    draft = draft_suggestions(text)[-1]
    assert (draft.speaker, draft.speaker_words, draft.via) == (("Tomas Reyl",), "Reyl", ("Its secretary",))
