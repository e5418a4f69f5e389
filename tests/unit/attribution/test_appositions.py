import pytest

from tui.attribution.suggestion import draft_suggestions


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Its biologist, Ines Ravn, said it was late.", "Ines Ravn", "Its biologist"),
        ("The town clerk, Marta Quill, said it was late.", "Marta Quill", "The town clerk"),
        ("Their head, Professor Ingrid Moll, said it was late.", "Ingrid Moll", "Their head"),
        ("Their head, Dr. Ingrid Moll, said it was late.", "Ingrid Moll", "Their head"),
        ("The operator, Marden Transit (MT), said it was late.", "Marden Transit", "The operator"),
        ("According to its biologist, Ines Ravn, it was late.", "Ines Ravn", "its biologist"),
        ("According to the police, Ana Ruiz, 44, was hurt.", "Police", ""),
        ("According to the mayor, Ana Ruiz, 44, was hurt.", "Mayor", ""),
    ],
)
def test_a_name_beside_an_office_is_the_speaker(text: str, speaker: str, words: str) -> None:
    (draft,) = draft_suggestions(text)
    assert (draft.speaker, draft.speaker_words) == ((speaker,), words)
